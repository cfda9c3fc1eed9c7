#pragma once

#include <maillage/drawing/layout.hpp>

namespace maillage::drawing {

/// Bodies in the cells of their groups, a cell as large as what it holds.
struct Cells {
    Placement placement;
    std::vector<Rectangle> cells;  ///< Per group.
};

/// Cuts an area into a cell per group and sets each body that is no relation into that of its
/// group, in rows; cells that share relations lie near each other. Relations then stand where there
/// is room amid their parties.
///
/// Shapes   `group_of` has one entry per body, below the number of `titles`; that of a relation is
///          not read. `titles` are the widths and heights of what stands at the top of each cell;
///          `wanted` is empty, or says how large cells are beside each other beyond what they hold.
/// Random   Stream `graph.layout` of the seed.
/// Cost     O(n^2) within a group and O(relations * bodies).
/// Source   Cells: nested halves, as in ordered treemaps (Shneiderman & Wattenberg 2001,
///          10.1109/INFVIS.2001.963283).
[[nodiscard]] Cells place_packed(std::span<const Body> bodies, std::span<const Tied> ties,
                                 std::span<const std::uint32_t> group_of,
                                 std::span<const Point> titles, std::span<const double> wanted,
                                 const Rectangle& area, std::uint64_t seed);

}  // namespace maillage::drawing
