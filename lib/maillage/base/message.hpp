#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <maillage/base/language.hpp>

namespace maillage::base {

/// One line of the catalogue of messages. Placeholders are {0}, {1}... and agree in both languages.
struct MessageEntry {
    std::string_view code;  ///< E001, W312, U002...: stable, documented in docs/messages.md.
    Words text;             ///< What was seen and what was expected.
    Words help;             ///< What to do about it; may be empty.
};

/// The catalogue, sorted by code.
[[nodiscard]] std::span<const MessageEntry> message_catalogue();

/// A message as data: its code and the values of its placeholders, worded only when shown.
/// `help_arguments` fill the help; when they are empty the help is left out if it has placeholders.
struct Message {
    std::string_view code;
    std::vector<std::string> arguments;
    std::vector<std::string> help_arguments;

    [[nodiscard]] std::string text(Language language) const;
    [[nodiscard]] std::string help(Language language) const;
};

/// Fills {0}, {1}... of a text. A placeholder without an argument stays as it is.
[[nodiscard]] std::string fill(std::string_view pattern, const std::vector<std::string>& arguments);

/// Quotes a value as read in a file: at most 60 characters, control characters shown as `\x1b`.
[[nodiscard]] std::string excerpt_of(std::string_view value);

}  // namespace maillage::base
