#pragma once

#include <cstdint>
#include <vector>

#include <maillage/graph/compressed_graph.hpp>

namespace maillage::graph {

/// The coreness of each vertex: the largest k such that it belongs to a set whose members all have
/// k neighbours or more inside the set; 0 for an isolate (Seidman 1983,
/// doi:10.1016/0378-8733(83)90028-X).
///
/// Cost     O(n + m) time, O(n) memory beside the graph (Batagelj & Zaversnik 2003,
///          arXiv:cs/0310049).
[[nodiscard]] std::vector<std::uint32_t> coreness(const CompressedGraph& graph);

}  // namespace maillage::graph
