#pragma once

#include <cstdint>
#include <vector>

#include <maillage/graph/compressed_graph.hpp>

namespace maillage::graph {

/// How many ordered pairs of vertices are 1, 2, 3... edges apart; entry 0 is never used, and pairs
/// that no path joins are in none.
///
/// Cost     O(n (n + m)) time, shared between `threads` (0: as many as cores); O(n) memory each.
[[nodiscard]] std::vector<std::uint64_t> distance_counts(const CompressedGraph& graph,
                                                         unsigned threads);

}  // namespace maillage::graph
