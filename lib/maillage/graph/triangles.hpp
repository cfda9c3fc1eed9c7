#pragma once

#include <cstdint>
#include <vector>

#include <maillage/graph/compressed_graph.hpp>

namespace maillage::graph {

/// Walks the triangles of a graph, each once: every edge is turned towards the end of larger
/// degree, so that no vertex keeps more than sqrt(2m) of them, even in the middle of a star.
///
/// Cost     O(m^1.5) time over all vertices, O(n + m) memory.
/// Source   Chiba & Nishizeki 1985, 10.1137/0214017.
class Triangles {
  public:
    explicit Triangles(const CompressedGraph& graph);

    /// Calls `visit(a, b, c)` for every triangle, its vertices in no order that matters.
    template <class Visit>
    void for_each(Visit visit) const {
        std::vector<std::uint8_t> is_near(offsets_.size() - 1, 0);
        for (Vertex a = 0; a + 1 < offsets_.size(); ++a) {
            for (const Vertex b : onward(a)) is_near[b] = 1;
            for (const Vertex b : onward(a))
                for (const Vertex c : onward(b))
                    if (is_near[c] != 0) visit(a, b, c);
            for (const Vertex b : onward(a)) is_near[b] = 0;
        }
    }

  private:
    std::vector<std::uint64_t> offsets_{0};
    std::vector<Vertex> onward_;

    [[nodiscard]] std::span<const Vertex> onward(Vertex vertex) const {
        return {onward_.data() + offsets_[vertex], onward_.data() + offsets_[vertex + 1]};
    }
};

/// Paths of two edges: the sum of d (d - 1) / 2 over the degrees.
[[nodiscard]] std::int64_t two_paths(const CompressedGraph& graph);

}  // namespace maillage::graph
