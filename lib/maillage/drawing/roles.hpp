#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <maillage/drawing/view.hpp>

namespace maillage::drawing {

/// An actor or a tied pair that alone joins two parts of the network of alliances.
struct Passage {
    std::vector<std::uint32_t> actors;  ///< One, or the two of a tie, by row.
    std::int64_t cut_off = 0;           ///< Actors that would no longer be joined to the others.
    std::int64_t kept = 0;              ///< Draws of 100 in which it still does.
};

/// Who stands where in the network of alliances, with the figures of the report: of
/// fragility_articulation, fragility_bridges and emergence_brokerage_roles. Passages are those that
/// may be named: in 80 draws of 100 without a tenth of the alliances they still are what they are.
struct Roles {
    std::int64_t articulations = 0, bridges = 0;  ///< Named or not.
    std::vector<Passage> actors, ties;            ///< By row.
    std::vector<std::uint32_t> between;  ///< Common allies of two worlds other than their own.
};

/// Cost     That of the three entries with their rows.
[[nodiscard]] Roles read_roles(const Viewpoint& from);

}  // namespace maillage::drawing
