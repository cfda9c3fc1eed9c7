#pragma once

#include <string>

#include <maillage/base/language.hpp>

#include "tools/command.hpp"

namespace maillage::tools {

/// What `maillage help` prints: every command with its line.
[[nodiscard]] std::string help_of_all(base::Language language);
/// What `maillage help COMMAND` prints: usage and options.
[[nodiscard]] std::string help_of(const Command& command, base::Language language);

}  // namespace maillage::tools
