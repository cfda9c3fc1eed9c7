#pragma once

#include <cstdint>
#include <vector>

#include <maillage/metrics/change.hpp>
#include <maillage/metrics/scope.hpp>

namespace maillage::metrics {

/// How many there are on two days, and what happened in between: before + entered - left = after.
struct Stock {
    std::int64_t before = 0, entered = 0, left = 0, after = 0;
};

/// Actors that exist, and alliances that run, on two days. An alliance of unknown start was there
/// before; a silent one runs on.
[[nodiscard]] Stock stock_of_actors(const TerritoryView& view, base::Day before, base::Day after);
[[nodiscard]] Stock stock_of_alliances(const TerritoryView& view, base::Day before,
                                       base::Day after);

/// The rows of change_map_difference for one territory: stocks with their flows, then the map of
/// the alliances of both days: pairs, and actors with an ally, that came, went and lasted. The map
/// and the alliances are left out without a table of alliances.
///
/// Cost     O(relations + pairs of both days).
[[nodiscard]] std::vector<Change> map_difference(const Scope& before, const Scope& after,
                                                 Perimeter perimeter);

}  // namespace maillage::metrics
