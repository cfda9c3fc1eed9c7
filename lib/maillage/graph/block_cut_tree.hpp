#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <maillage/graph/compressed_graph.hpp>

namespace maillage::graph {

/// The blocks of a graph (largest pieces that no single vertex cuts in two; a bridge is a block of
/// one edge) and the vertices that hold them together (Hopcroft & Tarjan 1973,
/// doi:10.1145/362248.362272).
///
///     a         d      blocks {a,b,c} and {c,d,e}; c is a cut: without it the component falls
///     | \     / |      in two branches, {a,b} and {d,e}. Seen from the first block, c weighs 3:
///     |   c     |      itself, d and e.
///     | /   \   |
///     b         e
///
/// Shapes   Blocks come children first; isolates are in none. Weights of the members of a block
///          add up to the vertices of its component.
/// Cost     O(n + m) time and memory, without recursion.
class BlockCutTree {
  public:
    explicit BlockCutTree(const CompressedGraph& graph);

    [[nodiscard]] std::size_t blocks() const { return edge_offsets_.size() - 1; }
    /// Pairs (a, b) in no particular order, each edge of the graph in one block.
    [[nodiscard]] std::span<const Pair> edges(std::size_t block) const {
        return {edges_.data() + edge_offsets_[block], edges_.data() + edge_offsets_[block + 1]};
    }
    [[nodiscard]] std::span<const Vertex> members(std::size_t block) const {
        return {members_.data() + member_offsets_[block],
                members_.data() + member_offsets_[block + 1]};
    }
    /// Beside `members`: the vertex itself and those that reach the block through it only.
    [[nodiscard]] std::span<const std::uint32_t> weights(std::size_t block) const {
        return {weights_.data() + member_offsets_[block],
                weights_.data() + member_offsets_[block + 1]};
    }
    [[nodiscard]] bool is_bridge(std::size_t block) const { return edges(block).size() == 1; }

    [[nodiscard]] bool is_cut(Vertex vertex) const { return branches_[vertex] > 1; }
    /// Into how many branches the component falls without the vertex; 0 for an isolate.
    [[nodiscard]] std::uint32_t branches(Vertex vertex) const { return branches_[vertex]; }
    /// Sum of the squared sizes of these branches.
    [[nodiscard]] std::uint64_t branch_squares(Vertex vertex) const { return squares_[vertex]; }
    /// Vertices of the component, this one included.
    [[nodiscard]] std::uint32_t component_size(Vertex vertex) const {
        return component_sizes_[vertex];
    }

  private:
    std::vector<std::uint64_t> edge_offsets_{0}, member_offsets_{0};
    std::vector<Pair> edges_;
    std::vector<Vertex> members_;  ///< The first of a block is its root, nearest to the start.
    std::vector<std::uint32_t> weights_, branches_, component_sizes_;
    std::vector<std::uint64_t> squares_;

    class Search;
    void close_block(Vertex root);
    void weigh(std::size_t first_block, std::uint32_t component, std::vector<std::uint32_t>& below);
};

}  // namespace maillage::graph
