#pragma once

#include <cstdint>
#include <vector>

#include <maillage/inference/competing_risks.hpp>
#include <maillage/metrics/scope.hpp>

namespace maillage::metrics {

/// Pairs of actors of V that come to have an ally in common in the window without having ever been
/// allied, and what became of them by the date of the data. The ally may be of any territory.
///
/// A pair opens on the start of the later of two alliances that run together, one of each actor,
/// with a party in common and neither with both. It counts once, from the first day it opens,
/// whatever the number of its common allies.
///
/// Shapes     Actors are row numbers. Event: the first alliance of the two, whose row is the
///            cluster of the pair. Competing: one of the two leaves. Followed from `observed_from`.
/// Undefined  Empty without dates, and beyond 10^7 pairs (`too_many`).
/// Cost       For each actor, the parties of the alliances of its allies, time; 28 bytes a pair.
struct OpenPairs {
    std::vector<inference::Dyad> dyads;
    std::vector<inference::Spell> spells;  ///< Beside `dyads`.
    std::int64_t undetermined = 0;         ///< Imprecise dates do not say which came first.
    bool too_many = false;
};
[[nodiscard]] OpenPairs open_pairs(const Scope& scope);

}  // namespace maillage::metrics
