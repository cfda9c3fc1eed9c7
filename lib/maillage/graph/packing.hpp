#pragma once

#include <span>
#include <vector>

#include <maillage/graph/point.hpp>

namespace maillage::graph {

/// Sets rectangles side by side around (0, 0), the largest first, so that none overlap and the
/// whole is about square.
///
/// Shapes   `sizes` are widths and heights; gives the middle of each.
/// Cost     About O(n * squares tried); some milliseconds for thousands of equal ones.
/// Source   On squares of a grid, nearest to the centre first: Freivalds, Dogrusoz & Kikusts 2002,
///          10.1007/3-540-45848-4_30.
[[nodiscard]] std::vector<Point> packed(std::span<const Point> sizes);

}  // namespace maillage::graph
