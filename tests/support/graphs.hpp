#pragma once

#include <random>
#include <vector>

#include <maillage/graph/compressed_graph.hpp>

namespace maillage::test {

using Pairs = std::vector<graph::Pair>;

/// From pairs in any order and orientation, repeated or not.
inline graph::CompressedGraph graph_of(std::size_t vertices, Pairs pairs) {
    for (auto& pair : pairs)
        if (pair.first > pair.second) std::swap(pair.first, pair.second);
    graph::make_distinct(pairs);
    return {vertices, pairs};
}

inline Pairs pairs_of(const graph::CompressedGraph& graph) {
    Pairs pairs;
    for (graph::Vertex a = 0; a < graph.vertices(); ++a)
        for (const graph::Vertex b : graph.neighbours(a))
            if (a < b) pairs.emplace_back(a, b);
    return pairs;
}

/// Sparse or dense, in one piece or many, with isolates, cliques and pendants: up to 24 vertices.
inline graph::CompressedGraph random_graph(std::uint32_t seed) {
    std::mt19937 random(seed);
    const auto below = [&](std::uint32_t bound) {
        return static_cast<std::uint32_t>(random() % bound);
    };
    const std::uint32_t vertices = 1 + below(24);
    const std::uint32_t edges = below(1 + vertices * (below(3) + 1) / 2);
    Pairs pairs;
    for (std::uint32_t i = 0; i < edges; ++i) {
        const graph::Vertex a = below(vertices), b = below(vertices);
        if (a != b) pairs.emplace_back(a, b);
    }
    if (below(2) == 0)
        for (graph::Vertex a = 0; a < std::min(vertices, 4U); ++a)
            for (graph::Vertex b = a + 1; b < std::min(vertices, 4U); ++b) pairs.emplace_back(a, b);
    return graph_of(vertices, pairs);
}

/// cut_i - u_i - cut_(i+1) and cut_i - v_i - cut_(i+1) for each of `diamonds`; cut_i is 3i, u_i
/// 3i + 1, v_i 3i + 2. A ring has its last cut on the first.
enum class Ends { open, ring };
inline graph::CompressedGraph diamond_chain(std::uint32_t diamonds, Ends ends = Ends::open) {
    const std::uint32_t vertices = 3 * diamonds + (ends == Ends::open ? 1 : 0);
    Pairs pairs;
    for (graph::Vertex i = 0; i < diamonds; ++i)
        for (const graph::Vertex side : {3 * i + 1, 3 * i + 2}) {
            pairs.emplace_back(3 * i, side);
            pairs.emplace_back(side, (3 * i + 3) % (3 * diamonds + (ends == Ends::open)));
        }
    return graph_of(vertices, pairs);
}

}  // namespace maillage::test
