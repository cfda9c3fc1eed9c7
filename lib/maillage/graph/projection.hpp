#pragma once

#include <span>

#include <maillage/graph/compressed_graph.hpp>
#include <maillage/graph/incidence.hpp>
#include <maillage/graph/ranges.hpp>

namespace maillage::graph {

/// Some relations of a network and, of their members, those of a set: a network of its own.
///
/// Shapes   Relation i is `relations[i]`; a vertex is the rank of its old number in the set.
/// Cost     O(memberships of these relations), and the logarithm of the pieces of the set for each.
[[nodiscard]] Incidence restricted(const Incidence& network,
                                   std::span<const std::uint32_t> relations,
                                   const Ranges& vertices);

/// The `simple` projection: two vertices are tied when they share a relation.
///
/// Cost     O(n + pairs, each counted once per relation that holds it) time, O(distinct pairs)
///          memory.
[[nodiscard]] CompressedGraph projected(const Incidence& network);

}  // namespace maillage::graph
