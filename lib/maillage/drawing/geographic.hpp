#pragma once

#include <optional>

#include <maillage/drawing/layout.hpp>

namespace maillage::drawing {

/// Bodies near where they really are.
struct Ground {
    Placement placement;
    /// Bodies that had to move from where they are, and where that is.
    std::vector<std::pair<std::uint32_t, Point>> moved;
};

/// The part of a sheet for what stands at no place of the map, and what is left for the map.
struct Strip {
    Rectangle strip, rest;
    double title_height = 0;
};
enum class Side : std::uint8_t { bottom, right };
/// A strip for these bodies, below a title of that size; without bodies, all is left for the map.
[[nodiscard]] Strip strip_for(std::span<const Body> bodies, std::span<const std::uint32_t> which,
                              const Point& title, const Rectangle& area, Side side);

/// Spreads bodies around their places until none overlap, those without place in the strip;
/// relations then stand where there is room amid their parties. Bodies that would stand too far
/// from their places count as overlapping.
///
/// Shapes   `places` has one entry per body, on the sheet; that of a relation is not read.
/// Cost     O(n log n) a round, some hundreds of rounds, and O(relations * bodies).
[[nodiscard]] Ground place_geographic(std::span<const Body> bodies, std::span<const Tied> ties,
                                      std::span<const std::optional<Point>> places,
                                      const Strip& strip);

/// The places that would make the others small, a tenth at most: a map is drawn without them.
[[nodiscard]] std::vector<std::uint32_t> far_off(std::span<const std::optional<Point>> places);

}  // namespace maillage::drawing
