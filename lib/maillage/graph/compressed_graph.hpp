#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include <maillage/graph/incidence.hpp>

namespace maillage::graph {

using Pair = std::pair<Vertex, Vertex>;

/// A simple undirected graph as compressed sparse rows: no loop, no parallel edge, each edge stored
/// in the rows of both ends, rows sorted. Models the concepts of Boost.Graph through
/// <maillage/graph/boost_graph.hpp>.
class CompressedGraph {
  public:
    CompressedGraph() = default;
    /// From pairs a < b, sorted and distinct.
    CompressedGraph(std::size_t vertices, std::span<const Pair> pairs);

    [[nodiscard]] std::size_t vertices() const { return offsets_.size() - 1; }
    [[nodiscard]] std::size_t edges() const { return neighbours_.size() / 2; }
    [[nodiscard]] std::size_t degree(Vertex vertex) const {
        return offsets_[vertex + 1] - offsets_[vertex];
    }
    [[nodiscard]] std::span<const Vertex> neighbours(Vertex vertex) const {
        return {neighbours_.data() + offsets_[vertex], neighbours_.data() + offsets_[vertex + 1]};
    }
    /// Position of the first arc of a vertex among the 2m arcs.
    [[nodiscard]] std::uint64_t first_arc(Vertex vertex) const { return offsets_[vertex]; }

  private:
    std::vector<std::uint64_t> offsets_{0};
    std::vector<Vertex> neighbours_;
};

/// Sorts pairs and drops repetitions.
void make_distinct(std::vector<Pair>& pairs);

}  // namespace maillage::graph
