#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <maillage/atlas/json_text.hpp>
#include <maillage/atlas/write_network.hpp>
#include <maillage/graph/point.hpp>

namespace maillage::atlas {

/// Symbols and relations beyond which a picture begins with groups.
inline constexpr std::size_t most_nodes = 10'000;

/// What is seen first of a network too large to be drawn one by one: its territories, or the kinds
/// of its actors where it knows one seat only.
struct Groups {
    struct Group {
        std::string fr, en;
        model::TerritoryId territory;  ///< Unknown: without seat, or a kind.
        graph::Point at;
    };
    /// Alliances and projects of actors of the same groups: a diamond, its place only.
    struct Bundle {
        std::vector<std::uint32_t> groups;  ///< Two or more, sorted.
        graph::Point at;
    };
    std::vector<Group> groups;
    std::vector<Bundle> bundles;          ///< The largest first.
    std::vector<std::uint32_t> group_of;  ///< Per symbol.
};

/// Nothing for a network of at most `most_nodes`. Seats are joined to those above them, the deepest
/// first, while there are more than 40 groups, then the smallest are joined; 60 bundles are kept.
/// Positions are in pixels of a picture of 1200 x 780.
///
/// Random   As `drawing::place`.
[[nodiscard]] Groups make_groups(const Network& network, const model::Dataset& data,
                                 std::uint64_t seed);

/// The member `groups` of the object under way; none without groups.
void write_groups(JsonText& json, const Groups& groups, const Places& places);

}  // namespace maillage::atlas
