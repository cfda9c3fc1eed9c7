#pragma once

#include <maillage/drawing/block.hpp>
#include <maillage/drawing/chain.hpp>

namespace maillage::drawing {

/// Room for the count at the left of a cell, in points on A4.
inline constexpr double count_width = 22;

/// Name of a stake, who decided on it or cites it, the kinds that take part.
[[nodiscard]] Block stake_cell(const ChainRow& row, std::uint8_t registry, const Style& style,
                               double width);

/// The count of a cell, and its items under one another, or its remark. What does not fit in the
/// height is said in a last line, « et 3 autres ».
[[nodiscard]] Block chain_cell(const ChainCell& cell, base::Language language, const Style& style,
                               double width, double most_height);

/// Widths that the names of a column ask for, in points of type of size 1.
[[nodiscard]] double wish_of(const ChainScene& scene, std::size_t link);

}  // namespace maillage::drawing
