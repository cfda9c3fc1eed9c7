#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <maillage/graph/compressed_graph.hpp>

namespace maillage::graph {

/// What is left of a graph once some vertices are gone, and once one more is: one search for a set,
/// its memory used again for the next. Squares: the sum of the squared component sizes of the
/// vertices left, which counts the ordered pairs that are joined, each vertex with itself included.
///
/// Cost     O(n + m) a search, without recursion; O(n) memory.
/// Source   Hopcroft & Tarjan 1973, 10.1145/362248.362272.
class Remainder {
  public:
    explicit Remainder(const CompressedGraph& graph);

    void take_out(std::span<const Vertex> gone);

    [[nodiscard]] std::uint64_t squares() const { return squares_; }
    /// Squares once this vertex, one of those left, is gone too.
    [[nodiscard]] std::uint64_t squares_without(Vertex vertex) const {
        return squares_ - loss_[vertex];
    }
    /// True for a vertex left whose component falls in two without it.
    [[nodiscard]] bool is_cut(Vertex vertex) const {
        const std::uint64_t size = component_size_[vertex];
        return loss_[vertex] > 2 * size - 1;
    }
    [[nodiscard]] bool is_gone(Vertex vertex) const { return found_[vertex] == gone_mark; }
    /// The vertices left, component by component, each of `component_size` vertices.
    [[nodiscard]] std::span<const Vertex> by_component() const { return order_; }
    [[nodiscard]] std::uint32_t component_size(Vertex vertex) const {
        return component_size_[vertex];
    }

  private:
    static constexpr std::uint32_t gone_mark = 0xffffffffU;
    struct Place {
        std::uint64_t next;             ///< The neighbour to look at.
        std::uint64_t branch_squares;   ///< Of the branches that hang on the vertex alone.
        std::uint32_t branch_vertices;  ///< In these branches.
        std::uint32_t size;             ///< Of the subtree.
        std::uint32_t low;              ///< The earliest vertex that the subtree touches.
        Vertex parent;
    };

    const CompressedGraph& graph_;
    std::vector<Place> places_;
    std::vector<std::uint32_t> found_;  ///< When each was found, from 1; 0 not yet.
    std::vector<Vertex> order_;
    std::vector<std::uint64_t> loss_;
    std::vector<std::uint32_t> component_size_;
    std::uint64_t squares_ = 0;

    void search(Vertex root);
    void enter(Vertex vertex, Vertex parent);
    void leave(Vertex vertex);
    void close_component(std::size_t first);
};

}  // namespace maillage::graph
