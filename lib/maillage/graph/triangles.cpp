#include <maillage/graph/triangles.hpp>

namespace maillage::graph {

Triangles::Triangles(const CompressedGraph& graph) {
    const auto comes_before = [&](Vertex a, Vertex b) {
        return graph.degree(a) != graph.degree(b) ? graph.degree(a) < graph.degree(b) : a < b;
    };
    onward_.reserve(graph.edges());
    for (Vertex a = 0; a < graph.vertices(); ++a) {
        for (const Vertex b : graph.neighbours(a))
            if (comes_before(a, b)) onward_.push_back(b);
        offsets_.push_back(onward_.size());
    }
}

std::int64_t two_paths(const CompressedGraph& graph) {
    std::int64_t paths = 0;
    for (Vertex a = 0; a < graph.vertices(); ++a) {
        const auto degree = static_cast<std::int64_t>(graph.degree(a));
        paths += degree * (degree - 1) / 2;
    }
    return paths;
}

}  // namespace maillage::graph
