#include "tools/command.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include <maillage/base/error.hpp>
#include <maillage/base/text.hpp>

namespace maillage::tools {

extern const Command check_command;
extern const Command info_command;
extern const Command report_command;
extern const Command actors_command;
extern const Command compare_command;
extern const Command map_command;
extern const Command atlas_command;
extern const Command explain_command;
extern const Command simulate_command;
extern const Command help_command;
extern const Command version_command;

std::span<const Command* const> commands() {
    static constexpr std::array all{
        &check_command,    &info_command, &report_command,  &actors_command,
        &compare_command,  &map_command,  &atlas_command,   &explain_command,
        &simulate_command, &help_command, &version_command,
    };
    return all;
}

bool Command::takes(Option option) const {
    return std::ranges::find(options, option) != options.end() ||
           std::ranges::find(common_options(), option) != common_options().end();
}

const Command* find_command(std::string_view word) {
    const std::string key = base::word_key(word);
    for (const Command* command : commands())
        if (base::word_key(command->name) == key || base::word_key(command->alias) == key)
            return command;
    return nullptr;
}

bool is_french_name(const Command& command, std::string_view word) {
    const std::string key = base::word_key(word);
    return key == base::word_key(command.alias) && key != base::word_key(command.name);
}

const Command& command_named(std::string_view word) {
    const Command* found = find_command(word);
    if (found != nullptr) return *found;
    std::vector<std::string_view> names;
    for (const Command* command : commands()) {
        names.push_back(command->name);
        names.push_back(command->alias);
    }
    const std::string_view near = base::nearest(word, names);
    throw base::UsageError(
        {"U002",
         {std::string(word)},
         near.empty() ? std::vector<std::string>{} : std::vector{std::string(near)}});
}

std::span<const Option> common_options() {
    static constexpr std::array common{Option::lang,  Option::color,   Option::json_errors,
                                       Option::quiet, Option::verbose, Option::help};
    return common;
}

}  // namespace maillage::tools
