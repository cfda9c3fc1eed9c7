#pragma once

#include <vector>

#include <maillage/atlas/json_text.hpp>
#include <maillage/atlas/layout.hpp>
#include <maillage/atlas/network.hpp>

namespace maillage::atlas {

/// The territories a page names, in the order of the dataset: seats of the network, territories
/// that have figures, and all that lie above.
struct Places {
    std::vector<std::uint32_t> shown;   ///< Rows of the dataset.
    std::vector<std::uint32_t> number;  ///< Per territory of the dataset; Network::none: not shown.
};
[[nodiscard]] Places places_of(const model::Dataset& data, const Network& network,
                               const std::vector<model::TerritoryId>& with_figures);

/// Members of the object under way: `territories`, `themes`, `actors`, `relations`, `links`,
/// `steps`.
void write_network(JsonText& json, const model::Dataset& data, const Network& network,
                   const Positions& positions, const Places& places);

/// The words of the vocabularies and the looks of the maps: `kinds`, `types`, `stages`...
void write_vocabulary(JsonText& json);

}  // namespace maillage::atlas
