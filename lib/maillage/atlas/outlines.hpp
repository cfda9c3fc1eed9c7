#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include <maillage/atlas/json_text.hpp>
#include <maillage/atlas/write_network.hpp>

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

/// Reads GeoJSON (RFC 7946): polygons whose properties, or id, hold the id, the official code or
/// the name of a territory; those of the one level that has most of them. Lines are thinned to a
/// grid of 4,000 squares, the same for neighbours.
///
/// Errors   UsageError when it is no GeoJSON, or no feature is a territory of `places`.
[[nodiscard]] Outlines read_outlines(std::string_view text, const model::Dataset& data,
                                     const Places& places);

/// The member `outlines` of the object under way; none without shapes.
void write_outlines(JsonText& json, const Outlines& outlines, const Places& places);

}  // namespace maillage::atlas
