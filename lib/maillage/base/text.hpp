#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace maillage::base {

/// Keeps text for as long as it lives and hands out views of it; moving it keeps the views valid.
class TextArena {
  public:
    std::string_view keep(std::string_view text);

  private:
    static constexpr std::size_t block_size = 1 << 16;
    std::vector<std::unique_ptr<char[]>> blocks_;
    std::size_t used_ = block_size;
};

/// The key under which two spellings are the same name: NFKD, marks removed, case folded, ligatures
/// spelled out, white space collapsed to one space and trimmed.
[[nodiscard]] std::string comparison_key(std::string_view text);

/// As `comparison_key`, with spaces, `_`, `-`, `'` and `.` removed too: for names of columns,
/// tables, commands and words of a vocabulary.
[[nodiscard]] std::string word_key(std::string_view text);

/// Byte offset of the first byte that is not valid UTF-8, or npos.
[[nodiscard]] std::size_t invalid_utf8(std::string_view text);

/// Number of code points of valid UTF-8.
[[nodiscard]] std::size_t length_utf8(std::string_view text);

/// Columns the text takes on a terminal (wide characters count two, marks none).
[[nodiscard]] std::size_t display_width(std::string_view text);

/// The first `length` code points, with an ellipsis in place of the last when something was cut.
[[nodiscard]] std::string cut_utf8(std::string_view text, std::size_t length);

/// C0 and C1 controls, bidirectional controls and invalid bytes made visible (`\x1b`), for
/// terminals.
[[nodiscard]] std::string printable(std::string_view text);

/// The candidate nearest to `text` by Damerau-Levenshtein distance on word keys, when it is within
/// max(2, length / 4) and some letter is shared; empty when none is. Ties: the first in byte order.
/// Cost     O(candidates * length^2) time; nothing is near a text of more than 200 characters.
[[nodiscard]] std::string_view nearest(std::string_view text,
                                       std::span<const std::string_view> candidates);

}  // namespace maillage::base
