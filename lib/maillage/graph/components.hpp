#pragma once

#include <cstdint>
#include <vector>

#include <maillage/graph/incidence.hpp>

namespace maillage::graph {

/// Disjoint sets of vertices, with path halving and union by size.
class DisjointSets {
  public:
    explicit DisjointSets(std::size_t vertices);
    [[nodiscard]] Vertex find(Vertex vertex);
    void unite(Vertex a, Vertex b);
    /// Sizes of all sets, largest first.
    [[nodiscard]] std::vector<std::uint32_t> sizes() const;

  private:
    std::vector<Vertex> parents_;
    std::vector<std::uint32_t> sizes_;
};

}  // namespace maillage::graph
