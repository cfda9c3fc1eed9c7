#pragma once

#include <maillage/drawing/layout.hpp>

namespace maillage::drawing {

/// Bodies in columns.
struct Columns {
    Placement placement;
    std::vector<Rectangle> columns;  ///< Per group, empty ones without width.
};

/// Sets each body that is no relation into the column of its group, and relations into lanes
/// between columns, near the middle of their parties. Within columns and lanes the order is that
/// which makes few lines cross.
///
/// Shapes   `column_of` has one entry per body, below the number of `titles`; that of a relation is
///          not read. `titles` are the widths and heights of what stands above each column.
/// Cost     O(sweeps * (n log n + m^2)).
/// Source   Sweeps of barycentres: Sugiyama, Tagawa & Toda 1981, 10.1109/TSMC.1981.4308636.
[[nodiscard]] Columns place_layered(std::span<const Body> bodies, std::span<const Tied> ties,
                                    std::span<const std::uint32_t> column_of,
                                    std::span<const Point> titles, const Rectangle& area);

}  // namespace maillage::drawing
