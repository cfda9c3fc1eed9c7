#pragma once

// How many ties would join two kinds if the kinds were dealt out again among the same actors, the
// ties staying where they are? The mean and the variance have a closed form, because the kinds of
// two ties depend on each other only through how many actors the ties share: both (the same tie),
// one, or none. With W1 = sum of weights, W2 = sum of their squares and A = sum over pairs of ties
// with a common end, and q2, q3, q4 the chances that the 2, 3 or 4 actors concerned have the kinds
// asked,
//
//     E = W1 q2,   Var = W2 q2 + 2 A q3 + (W1^2 - W2 - 2 A) q4 - E^2.
//
// This is the share of a mixing table that the composition of the registry makes by itself. It is
// no verdict: actors also differ by how many alliances they join.
//
// Source   Join counts, Cliff & Ord 1981.

#include <cstdint>
#include <span>

#include <maillage/graph/compressed_graph.hpp>
#include <maillage/graph/incidence.hpp>
#include <maillage/metrics/estimate.hpp>

namespace maillage::metrics {

/// What the permutation keeps of a network of ties.
struct TieSums {
    double weights = 0;     ///< W1
    double squares = 0;     ///< W2
    double common_end = 0;  ///< A
};
/// Every tie weighs 1.
[[nodiscard]] TieSums sums_of(const graph::CompressedGraph& ties);
/// A pair weighs 1 / (members - 1) for each relation that it shares (Newman 2001).
[[nodiscard]] TieSums newman_sums_of(const graph::Incidence& network);

struct Moments {
    double mean = 0, variance = 0;
};

/// Weight of the ties inside one kind, whichever it is; `counts` are actors per kind.
[[nodiscard]] Moments ties_inside_kinds(const TieSums& sums, std::span<const std::int64_t> counts);

/// Weight of the ties between kinds a and b, which may be the same.
[[nodiscard]] Moments ties_between(const TieSums& sums, std::span<const std::int64_t> counts,
                                   std::size_t a, std::size_t b);

/// Sets a value beside what composition alone gives; without variance there is no z.
void compare_with_composition(Estimate& row, const Moments& moments);

/// Ties whose ends are of one kind.
[[nodiscard]] std::int64_t ties_inside(const graph::CompressedGraph& ties,
                                       std::span<const model::Kind> kinds);
/// Ties between kinds less ties inside one, over all ties; 0 without ties.
[[nodiscard]] double ei_index(const graph::CompressedGraph& ties,
                              std::span<const model::Kind> kinds);

}  // namespace maillage::metrics
