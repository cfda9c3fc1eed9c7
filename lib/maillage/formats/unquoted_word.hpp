#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace maillage::formats {

/// Where a word begins.
struct WordPlace {
    std::uint32_t line = 0, column = 0;  ///< Both from 1; the column counts characters.
    std::string_view word;
};

/// The first key or value of a TOML text that holds a letter beyond ASCII and is not quoted. TOML
/// asks for quotes there, French words have accents, and toml++ 3.3 runs into undefined behaviour
/// on such a key: it must not see one.
[[nodiscard]] std::optional<WordPlace> unquoted_word(std::string_view text);

}  // namespace maillage::formats
