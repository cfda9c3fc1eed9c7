#include <algorithm>
#include <functional>
#include <numeric>

#include <maillage/graph/components.hpp>

namespace maillage::graph {

DisjointSets::DisjointSets(std::size_t vertices) : parents_(vertices), sizes_(vertices, 1) {
    std::iota(parents_.begin(), parents_.end(), 0U);
}

Vertex DisjointSets::find(Vertex vertex) {
    while (parents_[vertex] != vertex) {
        parents_[vertex] = parents_[parents_[vertex]];
        vertex = parents_[vertex];
    }
    return vertex;
}

void DisjointSets::unite(Vertex a, Vertex b) {
    a = find(a);
    b = find(b);
    if (a == b) return;
    if (sizes_[a] < sizes_[b]) std::swap(a, b);
    parents_[b] = a;
    sizes_[a] += sizes_[b];
}

std::vector<std::uint32_t> DisjointSets::sizes() const {
    std::vector<std::uint32_t> sizes;
    for (Vertex vertex = 0; vertex < parents_.size(); ++vertex)
        if (parents_[vertex] == vertex) sizes.push_back(sizes_[vertex]);
    std::ranges::sort(sizes, std::greater{});
    return sizes;
}

}  // namespace maillage::graph
