#pragma once

#include <cstdint>
#include <vector>

#include <maillage/base/random.hpp>
#include <maillage/graph/compressed_graph.hpp>

namespace maillage::graph {

/// A graph whose vertices stand for several of a finer one.
struct WeightedGraph {
    std::vector<std::uint64_t> offsets{0};
    std::vector<Vertex> neighbours;
    std::vector<float> weights;  ///< Beside `neighbours`: edges that an edge stands for.
    std::vector<double> masses;  ///< Per vertex: vertices that it stands for.

    [[nodiscard]] std::size_t vertices() const { return masses.size(); }
};

/// A graph, each edge and each vertex of which stands for itself.
[[nodiscard]] WeightedGraph weighted(const CompressedGraph& graph);

struct Coarsened {
    WeightedGraph graph;
    std::vector<Vertex> group_of;  ///< Per vertex of the finer graph.
};

/// Joins vertices to the neighbour they hang on most, small groups first: pairs, and what would
/// stand alone to the group of a neighbour. A vertex of many ties ends in a group like others.
///
/// Random   The order in which vertices choose.
/// Cost     O(n + m).
[[nodiscard]] Coarsened coarsened(const WeightedGraph& fine, base::RandomStream& random);

}  // namespace maillage::graph
