#pragma once

#include <cstdint>
#include <vector>

#include <maillage/graph/block_cut_tree.hpp>

namespace maillage::graph {

/// The sets of a size without which a graph is most broken up: those that leave the least sum of
/// squared component sizes, that is, fewest pairs joined.
struct KeySets {
    std::uint64_t squares = 0;  ///< That sum, over the vertices left.
    std::vector<Vertex> first;  ///< One such set, ascending; of equals, the first in this order.
    std::uint64_t tied = 0;     ///< How many sets are as good; 0 when not all were tried.
    bool exhaustive = true;     ///< False: found step by step, a better one may exist.
};

/// Sum of squared component sizes once a vertex is taken out.
[[nodiscard]] std::vector<std::uint64_t> squares_without(const BlockCutTree& tree,
                                                         std::size_t vertices);

/// Every set is tried where the graph has fewer than 2,000 vertices and that takes at most 2 * 10^7
/// steps; else vertices are taken one by one, each the best beside those before, then exchanged one
/// at a time while that is better.
///
/// Shapes   1 <= `size` < vertices.
/// Cost     C(n, size - 1) (n + m) steps for every set: the last vertex comes from a block-cut
/// tree. Source   Borgatti 2006, 10.1007/s10588-006-7084-x.
[[nodiscard]] KeySets key_sets(const CompressedGraph& graph, std::size_t size);

}  // namespace maillage::graph
