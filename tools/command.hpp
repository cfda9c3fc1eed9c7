#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include <maillage/base/language.hpp>

#include "tools/options.hpp"

namespace maillage::tools {

class Arguments;
class Session;

/// One subcommand: what it is called, what it does and takes, and what runs it. Each stands in its
/// own source below tools/commands.
struct Command {
    std::string_view name;
    std::string_view alias;  ///< Its French name, a command like the other.
    base::Words summary;     ///< One line.
    base::Words operands;    ///< `DATASET`; in brackets when it may be left out.
    std::size_t fewest = 0;  ///< Operands.
    std::size_t most = 0;
    std::span<const Option> options;  ///< Beside those that every command takes.
    int (*run)(const Arguments& arguments, Session& session);  ///< Gives the exit code.

    [[nodiscard]] bool takes(Option option) const;
};

/// Every command, in the order of the help.
[[nodiscard]] std::span<const Command* const> commands();
/// By name or alias; accents, case, `_` and `-` do not matter. Null when there is none.
[[nodiscard]] const Command* find_command(std::string_view word);
/// True when the word is the French name of the command and not also its English one.
[[nodiscard]] bool is_french_name(const Command& command, std::string_view word);
/// As `find_command`, with a usage error that names the nearest command.
[[nodiscard]] const Command& command_named(std::string_view word);
/// Options that every command takes.
[[nodiscard]] std::span<const Option> common_options();

}  // namespace maillage::tools
