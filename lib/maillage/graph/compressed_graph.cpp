#include <algorithm>
#include <numeric>

#include <maillage/graph/compressed_graph.hpp>

namespace maillage::graph {

CompressedGraph::CompressedGraph(std::size_t vertices, std::span<const Pair> pairs) {
    offsets_.assign(vertices + 1, 0);
    for (const auto& [a, b] : pairs) {
        ++offsets_[a + 1];
        ++offsets_[b + 1];
    }
    std::partial_sum(offsets_.begin(), offsets_.end(), offsets_.begin());
    neighbours_.resize(2 * pairs.size());
    // Pairs come sorted, so a vertex first gets its smaller neighbours, then its larger ones.
    std::vector<std::uint64_t> next(offsets_.begin(), offsets_.end() - 1);
    for (const auto& [a, b] : pairs) neighbours_[next[b]++] = a;
    for (const auto& [a, b] : pairs) neighbours_[next[a]++] = b;
}

void make_distinct(std::vector<Pair>& pairs) {
    std::ranges::sort(pairs);
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
}

}  // namespace maillage::graph
