#include <algorithm>
#include <set>
#include <utility>

#include <maillage/graph/components.hpp>
#include <maillage/graph/removal.hpp>

namespace maillage::graph {

std::vector<Vertex> removal_by_degree(const CompressedGraph& graph,
                                      std::span<const std::uint32_t> rank) {
    using Place = std::pair<std::int64_t, std::uint32_t>;  // most neighbours first, then rank
    std::vector<std::int64_t> degrees(graph.vertices());
    std::vector<Vertex> of_rank(graph.vertices());
    std::set<Place> waiting;
    for (Vertex v = 0; v < graph.vertices(); ++v) {
        degrees[v] = static_cast<std::int64_t>(graph.degree(v));
        of_rank[rank[v]] = v;
        waiting.emplace(-degrees[v], rank[v]);
    }
    std::vector<Vertex> order;
    order.reserve(graph.vertices());
    while (!waiting.empty()) {
        const Vertex gone = of_rank[waiting.begin()->second];
        waiting.erase(waiting.begin());
        order.push_back(gone);
        for (const Vertex neighbour : graph.neighbours(gone))
            if (waiting.erase({-degrees[neighbour], rank[neighbour]}) > 0)
                waiting.emplace(-(--degrees[neighbour]), rank[neighbour]);
    }
    return order;
}

std::vector<std::uint32_t> largest_components(const CompressedGraph& graph,
                                              std::span<const Vertex> order) {
    std::vector<std::uint32_t> largest(order.size(), 0);
    std::vector<std::uint32_t> sizes(graph.vertices(), 0);
    DisjointSets sets(graph.vertices());
    std::uint32_t most = 0;
    for (std::size_t gone = order.size(); gone-- > 0;) {
        largest[gone] = most;
        const Vertex back = order[gone];
        std::uint32_t size = 1;
        for (const Vertex neighbour : graph.neighbours(back)) {
            const Vertex root = sets.find(neighbour);
            if (sizes[root] == 0 || root == sets.find(back)) continue;
            size += sizes[root];
            sets.unite(back, root);
        }
        sizes[sets.find(back)] = size;
        most = std::max(most, size);
    }
    return largest;
}

}  // namespace maillage::graph
