#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace maillage::graph {

using Vertex = std::uint32_t;

/// A two-mode network, relations x vertices, as compressed sparse rows in both directions.
///
/// Shapes   r relations, n vertices, m distinct memberships. Both kinds of rows are sorted.
/// Cost     O(r + n + m) time and memory to build; nothing is allocated per row.
class Incidence {
  public:
    /// Takes rows one after the other; the members of each must be sorted and distinct.
    class Builder {
      public:
        explicit Builder(std::size_t vertices) : vertices_(vertices) {}
        void push(Vertex member) { members_.push_back(member); }
        void close_row() { offsets_.push_back(members_.size()); }
        [[nodiscard]] Incidence finish() &&;

      private:
        std::size_t vertices_;
        std::vector<std::uint64_t> offsets_{0};
        std::vector<Vertex> members_;
    };

    [[nodiscard]] std::size_t relations() const { return relation_offsets_.size() - 1; }
    [[nodiscard]] std::size_t vertices() const { return vertex_offsets_.size() - 1; }
    [[nodiscard]] std::size_t memberships() const { return members_.size(); }
    [[nodiscard]] std::span<const Vertex> members(std::size_t relation) const {
        return {members_.data() + relation_offsets_[relation],
                members_.data() + relation_offsets_[relation + 1]};
    }
    [[nodiscard]] std::span<const std::uint32_t> relations_of(std::size_t vertex) const {
        return {relations_.data() + vertex_offsets_[vertex],
                relations_.data() + vertex_offsets_[vertex + 1]};
    }

  private:
    std::vector<std::uint64_t> relation_offsets_{0}, vertex_offsets_{0};
    std::vector<Vertex> members_;
    std::vector<std::uint32_t> relations_;
};

}  // namespace maillage::graph
