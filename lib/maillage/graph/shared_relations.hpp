#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <maillage/graph/incidence.hpp>

namespace maillage::graph {

/// Walks the pairs of vertices that share a relation, one vertex after the other, with the
/// relations that each pair shares; the pairs of a network are never held together.
///
/// Shapes   Of a vertex: the vertices numbered above it, ascending, each with its relations,
///          ascending.
/// Cost     Over all vertices, O(sum of a^2) time for relations of a members, and the sorting of
///          the neighbours of each; O(n + members of the relations of one vertex) memory.
class SharedRelations {
  public:
    explicit SharedRelations(const Incidence& network);

    void move_to(Vertex vertex);
    [[nodiscard]] std::span<const Vertex> others() const { return others_; }
    /// What the vertex shares with `others()[i]`.
    [[nodiscard]] std::span<const std::uint32_t> with(std::size_t i) const {
        return {relations_.data() + (i == 0 ? 0 : ends_[i - 1]), relations_.data() + ends_[i]};
    }

  private:
    const Incidence& network_;
    std::vector<std::uint64_t> slots_;  ///< Per vertex; 0 outside a move.
    std::vector<Vertex> others_;
    std::vector<std::uint64_t> ends_;
    std::vector<std::uint32_t> relations_;
};

/// Calls `visit(a, b, relations)` for every pair a < b that shares a relation.
template <class Visit>
void for_each_pair(const Incidence& network, Visit visit) {
    SharedRelations shared(network);
    for (Vertex a = 0; a < network.vertices(); ++a) {
        shared.move_to(a);
        for (std::size_t i = 0; i < shared.others().size(); ++i)
            visit(a, shared.others()[i], shared.with(i));
    }
}

/// The same network seen from the other side: its vertices are the relations.
[[nodiscard]] Incidence transposed(const Incidence& network);

}  // namespace maillage::graph
