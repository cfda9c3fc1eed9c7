#pragma once

#include <cstdint>
#include <vector>

#include <maillage/graph/compressed_graph.hpp>

namespace maillage::graph {

/// The sets of a size without which a graph is most broken up: those that leave the least sum of
/// squared component sizes, that is, fewest pairs joined.
struct KeySets {
    std::uint64_t squares = 0;  ///< That sum, over the vertices left.
    std::uint64_t tied = 0;     ///< How many sets are as good; 0 when not all were tried.
    bool exhaustive = true;     ///< False: found step by step, a better one may exist.
    /// The best sets that hold something together, ascending: each vertex of them, once the others
    /// are gone, cuts its component. Empty when more than `most_listed` are as good, or step by
    /// step.
    std::vector<std::vector<Vertex>> sets;
};

inline constexpr std::size_t most_listed = 1'000;

/// Steps that trying every set takes. A vertex whose neighbours all know each other never cuts
/// anything, whoever is gone: sets are built of the h others, and what these bystanders add is
/// counted.
///
/// Cost     That of counting triangles.
[[nodiscard]] double steps_of_every_set(const CompressedGraph& graph, std::size_t size);

/// Every set is tried where the graph has fewer than 2,000 vertices and that takes at most
/// `most_steps`; else vertices are taken one by one, each the best beside those before, then
/// exchanged one at a time while that is better. A single vertex is always found exactly.
///
/// Shapes   1 <= `size` < vertices.
/// Cost     C(h, size - 1) searches of n + 2m steps for every set: the last vertex comes from the
///          branches of a search. About 3 ns a step.
/// Source   Borgatti 2006, 10.1007/s10588-006-7084-x.
[[nodiscard]] KeySets key_sets(const CompressedGraph& graph, std::size_t size, double most_steps);

}  // namespace maillage::graph
