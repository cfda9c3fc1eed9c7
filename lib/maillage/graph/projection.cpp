#include <algorithm>

#include <maillage/graph/projection.hpp>

namespace maillage::graph {

Incidence restricted(const Incidence& network, std::span<const std::uint32_t> relations,
                     const Ranges& vertices) {
    Incidence::Builder builder(vertices.size());
    for (const std::uint32_t relation : relations) {
        for (const Vertex member : network.members(relation))
            if (const auto rank = vertices.rank(member)) builder.push(*rank);
        builder.close_row();
    }
    return std::move(builder).finish();
}

CompressedGraph projected(const Incidence& network) {
    const auto count = static_cast<Vertex>(network.vertices());
    std::vector<Pair> pairs;
    // A vertex already met as a neighbour of `a` bears its mark: repeated pairs are never stored.
    std::vector<Vertex> mark(count, count);
    for (Vertex a = 0; a < count; ++a) {
        const std::size_t first = pairs.size();
        for (const std::uint32_t relation : network.relations_of(a)) {
            const auto members = network.members(relation);
            for (auto b = std::ranges::upper_bound(members, a); b != members.end(); ++b) {
                if (mark[*b] == a) continue;
                mark[*b] = a;
                pairs.emplace_back(a, *b);
            }
        }
        std::sort(pairs.begin() + static_cast<std::ptrdiff_t>(first), pairs.end());
    }
    return {count, pairs};
}

}  // namespace maillage::graph
