#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <maillage/drawing/drawing.hpp>

namespace maillage::drawing {

/// Width of a line of DejaVu Sans in points: exact for ASCII, a little generous elsewhere.
[[nodiscard]] double text_width(std::string_view text, double font_size,
                                Weight weight = Weight::regular);

/// The text, or as many of its characters as fit before an ellipsis.
[[nodiscard]] std::string cut_to_width(std::string_view text, double width, double font_size,
                                       Weight weight = Weight::regular);

/// Breaks at spaces; words that are too long and lines beyond `most` are cut visibly.
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, double width,
                                               double font_size, std::size_t most,
                                               Weight weight = Weight::regular);

}  // namespace maillage::drawing
