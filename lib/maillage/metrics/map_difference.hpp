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

/// Begun, and begun and over, by a day. Both only grow with the day.
struct Presence {
    bool begun = false, over = false;
};
[[nodiscard]] Presence presence_of_actor(const model::Dataset& data, std::uint32_t actor,
                                         base::Day day);
[[nodiscard]] Presence presence_of_alliance(const model::Dataset& data, std::uint32_t partnership,
                                            base::Day day);

/// What one of them did between two days. Entered and passed are `Stock::entered`, left and passed
/// are `Stock::left`.
enum class Passage : std::uint8_t {
    absent,   ///< On both days and in between.
    lasting,  ///< There on both days.
    entered,  ///< Begun in between, there on the later day.
    left,     ///< There on the earlier day, over on the later.
    passed    ///< Begun and over in between.
};
[[nodiscard]] Passage passage(const Presence& before, const Presence& after);

/// The rows of change_map_difference for one territory: stocks with their flows, then the map of
/// the alliances of both days: pairs, and actors with an ally, that came, went and lasted. The map
/// and the alliances are left out without a table of alliances.
///
/// Cost     O(relations + pairs of both days).
[[nodiscard]] std::vector<Change> map_difference(const Scope& before, const Scope& after,
                                                 Perimeter perimeter);

}  // namespace maillage::metrics
