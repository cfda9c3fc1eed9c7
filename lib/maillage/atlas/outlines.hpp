#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include <maillage/atlas/json_text.hpp>
#include <maillage/atlas/write_network.hpp>
#include <maillage/model/outlines.hpp>

namespace maillage::atlas {

/// Outlines of territories as closed lines on a grid, y downwards, in the projection of Mercator.
struct Outlines {
    using GridPoint = std::pair<std::uint16_t, std::uint16_t>;
    struct Shape {
        std::uint32_t territory;  ///< Row of the dataset.
        std::vector<std::vector<GridPoint>> rings;
    };
    std::uint16_t width = 0, height = 0;
    std::vector<Shape> shapes;  ///< By territory.
};

/// Thins outlines to a grid of 4,000 squares, the same for neighbours; those of territories that
/// the atlas does not show are left out.
///
/// Errors   UsageError when there are outlines, and none is of a territory of `places`.
[[nodiscard]] Outlines set_on_grid(std::span<const model::Outline> outlines, const Places& places);

/// The member `outlines` of the object under way; none without shapes.
void write_outlines(JsonText& json, const Outlines& outlines, const Places& places);

}  // namespace maillage::atlas
