#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <maillage/graph/compressed_graph.hpp>

namespace maillage::graph {

struct BetweennessOptions {
    /// Blocks of more vertices than this are sampled.
    std::uint32_t exact_up_to = 20'000;
    /// Sources drawn in a block that is sampled.
    std::uint32_t sources = 1'024;
    std::uint64_t seed = 1;
    unsigned threads = 0;
};

struct Betweenness {
    std::vector<double> values;  ///< Per vertex; raw, over unordered pairs.
    /// Present when some block was sampled: with probability 95 % no value is further than this
    /// from the exact one (Hoeffding 1963 over all vertices, doi:10.1080/01621459.1963.10500830).
    std::optional<double> error_bound;
};

/// How many shortest paths between others pass through each vertex, each pair of ends shared
/// between its paths (Freeman 1977, doi:10.2307/3033543; Brandes 2001,
/// doi:10.1080/0022250X.2001.9990249).
///
/// Unit      Pairs of vertices. Isolates and leaves have 0.
/// Random    Only when a block is sampled: its sources, drawn without replacement.
/// Cost      O(n + m) and, for each block (see BlockCutTree), vertices times edges of the block, or
///           sources times edges: trees and chains of small circles cost nothing more. Same bytes
///           on any number of threads.
[[nodiscard]] Betweenness betweenness(const CompressedGraph& graph,
                                      const BetweennessOptions& options = {});

}  // namespace maillage::graph
