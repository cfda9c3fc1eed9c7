#include <algorithm>

#include <maillage/graph/open_paths.hpp>
#include <maillage/graph/triangles.hpp>

namespace maillage::graph {

namespace {

std::int64_t& at(Roles& roles, Role role) {
    return roles[static_cast<std::size_t>(role)];
}

std::int64_t pairs_of(std::int64_t count) {
    return count * (count - 1) / 2;
}

/// All paths around a vertex, open or not; `counts` has its neighbours by group.
Roles paths_around(std::uint8_t group, std::span<const std::int64_t> counts) {
    std::int64_t degree = 0, within = 0;
    for (const std::int64_t count : counts) {
        degree += count;
        within += pairs_of(count);
    }
    const std::int64_t own = counts[group];
    Roles roles{};
    at(roles, Role::coordinator) = pairs_of(own);
    at(roles, Role::itinerant) = within - pairs_of(own);
    at(roles, Role::gatekeeper_representative) = own * (degree - own);
    at(roles, Role::liaison) = pairs_of(degree) - within - own * (degree - own);
    return roles;
}

}  // namespace

Role role_of(std::uint8_t middle, std::uint8_t one, std::uint8_t other) {
    if (one == other) return one == middle ? Role::coordinator : Role::itinerant;
    return one == middle || other == middle ? Role::gatekeeper_representative : Role::liaison;
}

std::vector<Roles> open_paths_by_role(const CompressedGraph& graph,
                                      std::span<const std::uint8_t> groups) {
    std::vector<Roles> roles(graph.vertices());
    if (groups.empty()) return roles;
    std::vector<std::int64_t> counts(std::size_t{*std::ranges::max_element(groups)} + 1);
    for (Vertex v = 0; v < graph.vertices(); ++v) {
        std::ranges::fill(counts, 0);
        for (const Vertex neighbour : graph.neighbours(v)) ++counts[groups[neighbour]];
        roles[v] = paths_around(groups[v], counts);
    }
    Triangles(graph).for_each([&](Vertex a, Vertex b, Vertex c) {
        --at(roles[a], role_of(groups[a], groups[b], groups[c]));
        --at(roles[b], role_of(groups[b], groups[a], groups[c]));
        --at(roles[c], role_of(groups[c], groups[a], groups[b]));
    });
    return roles;
}

std::vector<std::int64_t> exclusive_paths(const CompressedGraph& graph,
                                          std::span<const std::uint8_t> groups) {
    std::vector<std::int64_t> exclusive(graph.vertices(), 0);
    std::vector<std::uint32_t> times(graph.vertices(), 0);
    std::vector<Vertex> through(graph.vertices()), reached;
    for (Vertex start = 0; start < graph.vertices(); ++start) {
        for (const Vertex middle : graph.neighbours(start))
            for (const Vertex end : graph.neighbours(middle)) {
                if (end <= start) continue;
                if (times[end]++ == 0) reached.push_back(end);
                through[end] = middle;
            }
        for (const Vertex end : reached) {
            if (times[end] == 1 && groups[start] != groups[end] &&
                !std::ranges::binary_search(graph.neighbours(start), end))
                ++exclusive[through[end]];
            times[end] = 0;
        }
        reached.clear();
    }
    return exclusive;
}

}  // namespace maillage::graph
