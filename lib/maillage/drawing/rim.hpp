#pragma once

#include <vector>

#include <maillage/drawing/drawing.hpp>

namespace maillage::drawing {

/// Cells of one size along the sides of an area, clockwise from the upper left: as many on a side
/// as its length asks for. Columns run the whole height, rows above and below stand between them.
[[nodiscard]] std::vector<Point> border_cells(const Rectangle& area, double width, double height,
                                              std::size_t wanted);

}  // namespace maillage::drawing
