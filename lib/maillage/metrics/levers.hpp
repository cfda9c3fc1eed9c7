#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include <maillage/graph/ranges.hpp>
#include <maillage/model/dataset.hpp>

namespace maillage::metrics {

/// What the actors of a set say of one lever.
struct LeverRows {
    struct Row {
        std::uint32_t vertex;  ///< Rank of the actor in the set.
        double offer, need;    ///< 0 to 4.
    };
    std::string_view key;   ///< Of the lever.
    std::vector<Row> rows;  ///< By vertex.
};

/// Every lever that an actor of the set speaks of, by key. An actor that speaks twice of one lever
/// has the larger offer and the larger need.
///
/// Cost     O(rows of these actors), and a binary search for each piece of the set.
[[nodiscard]] std::vector<LeverRows> levers_of(const model::Dataset& data,
                                               const graph::Ranges& actors);

/// Needs of one lever that the offers of others can meet at once, no actor serving itself: the
/// largest flow from offers to needs. It has a closed form (docs/method):
/// min(offers, needs, offers + needs - the largest offer + need of one actor).
[[nodiscard]] double most_served(const LeverRows& lever);

}  // namespace maillage::metrics
