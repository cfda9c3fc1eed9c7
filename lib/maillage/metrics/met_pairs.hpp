#pragma once

#include <cstdint>
#include <vector>

#include <maillage/inference/competing_risks.hpp>
#include <maillage/metrics/scope.hpp>

namespace maillage::metrics {

/// Pairs of actors of V that met for the first time in the window, and what became of them by the
/// date of the data, over every meeting and alliance of the dataset, wherever it took place.
///
/// Shapes     Actors are row numbers; the spell of a pair starts on the day of its first meeting.
///            Event: its first shared alliance, whose row is the cluster of the pair. Competing:
///            one of the two leaves.
/// Undefined  Empty without dates.
/// Cost       O(sum of squares of the sizes of meetings and alliances) time; memory of one actor's
///            partners, and of the pairs found.
struct MetPairs {
    std::vector<inference::Dyad> dyads;
    std::vector<inference::Spell> spells;  ///< Beside `dyads`.
    std::int64_t confirmed = 0;            ///< Allied before, or on the day of the first meeting.
    std::int64_t washed_out = 0;           ///< First met in the first months of records.
    std::int64_t undetermined = 0;         ///< Imprecise dates do not say which came first.
};
[[nodiscard]] MetPairs met_pairs(const Scope& scope);

}  // namespace maillage::metrics
