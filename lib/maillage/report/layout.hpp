#pragma once

#include <cstddef>
#include <string>
#include <string_view>

// How texts stand on a terminal.
namespace maillage::report {

/// Small letters of French and English made capitals.
[[nodiscard]] std::string capitals(std::string_view text);

/// Breaks text at spaces so that no line is wider than `width`; lines after the first begin with
/// `indent` spaces. No-break spaces hold.
[[nodiscard]] std::string wrapped(std::string_view text, std::size_t width, std::size_t indent);
/// The text and the spaces that make it as wide as asked.
[[nodiscard]] std::string padded(std::string_view text, std::size_t width);
[[nodiscard]] std::string padded_left(std::string_view text, std::size_t width);

}  // namespace maillage::report
