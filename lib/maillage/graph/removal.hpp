#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <maillage/graph/compressed_graph.hpp>

namespace maillage::graph {

/// Vertices in the order in which they go when the one with most neighbours left always goes first,
/// degrees being counted again each time; of equals, the one of least `rank`.
///
/// Shapes   `rank` has one entry per vertex, all different.
/// Cost     O((n + m) log n).
[[nodiscard]] std::vector<Vertex> removal_by_degree(const CompressedGraph& graph,
                                                    std::span<const std::uint32_t> rank);

/// Size of the largest component once the first 1, 2, 3... vertices of `order` are gone.
///
/// Shapes   `order` has every vertex once; the last entry is 0.
/// Cost     O(n + m), nearly: vertices come back from the last.
[[nodiscard]] std::vector<std::uint32_t> largest_components(const CompressedGraph& graph,
                                                            std::span<const Vertex> order);

}  // namespace maillage::graph
