#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <maillage/drawing/map.hpp>

namespace maillage::drawing {

/// What layouts ask about bodies beside the room they take. The entries are per body that is no
/// relation; the relations come after these.
struct Stand {
    Layout layout = Layout::force;
    std::vector<std::string> groups;      ///< Titles of cells or columns.
    std::vector<std::uint32_t> group_of;  ///< For `packed` and `layered`.
    std::vector<double> wanted;           ///< Shares of the area that cells should take, or none.
    std::vector<std::optional<model::Place>> places;  ///< For `geo`.
    std::span<const model::Outline> outlines{};
    std::vector<model::Position> names;  ///< What bodies are; `x` and `y` are not read.
    model::TerritoryId territory;        ///< The one that the map shows.
};

}  // namespace maillage::drawing
