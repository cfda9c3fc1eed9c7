#pragma once

#include <vector>

#include <maillage/drawing/block.hpp>
#include <maillage/drawing/layout.hpp>
#include <maillage/drawing/stand.hpp>

namespace maillage::drawing {

/// Bodies in their places, and what is drawn below and around them.
struct Arrangement {
    Placement placement;
    std::vector<model::Position> positions;  ///< Of the bodies that have a name.
    std::vector<Area> areas;
    Block labels;
    std::string_view paper = "#FFFFFF";  ///< What names stand on.
};

/// Places bodies as the layout asked for does.
///
/// Random   Of the layout.
/// Cost     Of the layout.
[[nodiscard]] Arrangement arrange(std::span<const Body> bodies, std::span<const Tied> ties,
                                  const Stand& stand, const Rectangle& area, const Style& style,
                                  const MapOptions& options);

}  // namespace maillage::drawing
