#include <algorithm>
#include <numeric>

#include <maillage/graph/coarsening.hpp>

namespace maillage::graph {

namespace {

constexpr Vertex nobody = 0xFFFFFFFF;
constexpr std::uint32_t largest_group = 4;  ///< Vertices: each level keeps a quarter at least.

/// Who goes with whom; groups are numbered by their first vertex.
class Grouping {
  public:
    Grouping(const WeightedGraph& fine, base::RandomStream& random) : fine_(fine) {
        group_of_.assign(fine.vertices(), nobody);
        std::vector<Vertex> order(fine.vertices());
        std::iota(order.begin(), order.end(), 0);
        random.shuffle(order);
        // Those with few neighbours have the least choice.
        std::ranges::stable_sort(order, {}, [&](Vertex v) {
            return std::min<std::uint64_t>(fine.offsets[v + 1] - fine.offsets[v], 4);
        });
        for (const Vertex v : order)
            if (group_of_[v] == nobody) join(v);
    }

    std::vector<Vertex> numbered(std::size_t& groups) {
        std::vector<Vertex> number_of(fine_.vertices(), nobody);
        groups = 0;
        for (Vertex& group : group_of_) {
            if (number_of[group] == nobody) number_of[group] = static_cast<Vertex>(groups++);
            group = number_of[group];
        }
        return std::move(group_of_);
    }

  private:
    const WeightedGraph& fine_;
    std::vector<Vertex> group_of_;  ///< The vertex that founded it.
    std::vector<std::uint32_t> sizes_ = std::vector<std::uint32_t>(fine_.vertices(), 0);

    void join(Vertex v) {
        Vertex best = nobody;
        double most = 0;
        for (auto arc = fine_.offsets[v]; arc < fine_.offsets[v + 1]; ++arc) {
            const Vertex other = fine_.neighbours[arc];
            const bool is_free = group_of_[other] == nobody;
            if (!is_free && sizes_[group_of_[other]] >= largest_group) continue;
            // Strong ties between light vertices; a pair rather than a larger group.
            const double pull = fine_.weights[arc] / fine_.masses[other] * (is_free ? 1 : 0.01);
            if (pull > most) {
                most = pull;
                best = other;
            }
        }
        const Vertex group = best == nobody || group_of_[best] == nobody ? v : group_of_[best];
        put(v, group);
        if (best != nobody && group == v) put(best, group);
    }

    void put(Vertex v, Vertex group) {
        group_of_[v] = group;
        ++sizes_[group];
    }
};

/// Vertices by group.
std::vector<std::vector<Vertex>> members_of(const std::vector<Vertex>& group_of,
                                            std::size_t groups) {
    std::vector<std::vector<Vertex>> members(groups);
    for (Vertex v = 0; v < group_of.size(); ++v) members[group_of[v]].push_back(v);
    return members;
}

}  // namespace

WeightedGraph weighted(const CompressedGraph& graph) {
    WeightedGraph result;
    for (Vertex v = 0; v < graph.vertices(); ++v) {
        const auto neighbours = graph.neighbours(v);
        result.neighbours.insert(result.neighbours.end(), neighbours.begin(), neighbours.end());
        result.offsets.push_back(result.neighbours.size());
    }
    result.weights.assign(result.neighbours.size(), 1);
    result.masses.assign(graph.vertices(), 1);
    return result;
}

Coarsened coarsened(const WeightedGraph& fine, base::RandomStream& random) {
    Coarsened result;
    std::size_t groups = 0;
    result.group_of = Grouping(fine, random).numbered(groups);
    WeightedGraph& coarse = result.graph;
    coarse.masses.assign(groups, 0);
    std::vector<float> weight_to(groups, 0);
    std::vector<Vertex> reached;
    const auto members = members_of(result.group_of, groups);
    for (Vertex group = 0; group < groups; ++group) {
        reached.clear();
        for (const Vertex v : members[group]) {
            coarse.masses[group] += fine.masses[v];
            for (auto arc = fine.offsets[v]; arc < fine.offsets[v + 1]; ++arc) {
                const Vertex to = result.group_of[fine.neighbours[arc]];
                if (to == group) continue;
                if (weight_to[to] == 0) reached.push_back(to);
                weight_to[to] += fine.weights[arc];
            }
        }
        std::ranges::sort(reached);
        for (const Vertex to : reached) {
            coarse.neighbours.push_back(to);
            coarse.weights.push_back(weight_to[to]);
            weight_to[to] = 0;
        }
        coarse.offsets.push_back(coarse.neighbours.size());
    }
    return result;
}

}  // namespace maillage::graph
