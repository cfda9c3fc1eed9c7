#pragma once

#include <optional>

#include <maillage/drawing/layout.hpp>

namespace maillage::drawing {

/// Bodies whose place is known keep it; the others stand where there is room, near what they are
/// tied to, those of the rim along the border.
///
/// Shapes   `places` has one entry per body, on the sheet.
/// Cost     O(new bodies * bodies) times some tens.
[[nodiscard]] Placement place_pinned(std::span<const Body> bodies, std::span<const Tied> ties,
                                     std::span<const std::optional<Point>> places,
                                     const Rectangle& area);

}  // namespace maillage::drawing
