#pragma once

#include <cstdint>
#include <vector>

#include <maillage/metrics/change.hpp>
#include <maillage/metrics/scope.hpp>

// What stands between two dates beside the change itself: its parts, and its interval.
namespace maillage::metrics {

/// Splits the change of every share whose rows `kind=` add up to it
/// (docs/method/change_kitagawa.md): kinds of other sizes, and other shares inside the kinds. Rows
/// are in the order of `Changes`.
void split_by_kind(std::vector<Change>& rows);

/// For an E-I index: the change of what composition alone would give, 1 - 2 q2, and the rest. Other
/// figures are left as they are.
///
/// Undefined  Under two actors at a date.
void split_by_composition(Change& row, const Scope& before, const Scope& after);

/// Interval and z of the paired bootstrap (docs/method/change_paired_bootstrap.md), for a row that
/// has one: density, mean degree and E-I index of alliances at constant perimeter.
///
/// Undefined  Without draws, under 10 actors or 8 running alliances at a date, and for the index
///            when more than one draw in twenty holds no tie.
/// Random     Seed of the request, id of the territory.
void write_interval(Change& row, const Scope& before, const Scope& after, std::uint32_t draws);

}  // namespace maillage::metrics
