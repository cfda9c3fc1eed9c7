#include <algorithm>

#include <maillage/graph/projection.hpp>
#include <maillage/metrics/ties_on_day.hpp>

namespace maillage::metrics {

graph::CompressedGraph ties_on(const TerritoryView& view, base::Day day, SilentAs silent) {
    std::vector<std::uint32_t> running;
    for (const std::uint32_t i : view.partnerships.relations) {
        model::Relation relation = view.study.data.partnerships.rows[i];
        relation.end = end_of(view.study, i, silent);
        if (runs_on(relation, day)) running.push_back(i);
    }
    return graph::projected(
        graph::restricted(view.study.partnerships.incidence, running, view.partnerships.actors));
}

std::int64_t common_edges(const graph::CompressedGraph& a, const graph::CompressedGraph& b) {
    std::int64_t arcs = 0;
    std::vector<graph::Vertex> both;
    for (graph::Vertex vertex = 0; vertex < a.vertices(); ++vertex) {
        both.clear();
        std::ranges::set_intersection(a.neighbours(vertex), b.neighbours(vertex),
                                      std::back_inserter(both));
        arcs += static_cast<std::int64_t>(both.size());
    }
    return arcs / 2;
}

}  // namespace maillage::metrics
