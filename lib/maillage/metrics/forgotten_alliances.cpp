#include <algorithm>
#include <iterator>

#include <maillage/graph/projection.hpp>
#include <maillage/metrics/deletion.hpp>
#include <maillage/metrics/forgotten_alliances.hpp>

namespace maillage::metrics {

void for_each_forgetting(const Scope& scope,
                         const std::function<void(const graph::Incidence&)>& visit) {
    const Family& family = scope.study.partnerships;
    std::vector<std::uint32_t> known;
    for (std::uint32_t i = 0; i < family.kept.size(); ++i)
        if (family.kept[i] != 0) known.push_back(i);
    for (std::uint32_t draw = 0; draw < draws_of_names; ++draw) {
        auto forgotten = rows_deleted(known, {DeletionOf::relations, 0.1, draw}, "partnerships",
                                      scope.study.request.seed);
        std::ranges::sort(forgotten);
        std::vector<std::uint32_t> left;
        std::ranges::set_difference(scope.running_partnerships, forgotten,
                                    std::back_inserter(left));
        visit(graph::restricted(family.incidence, left, scope.view.partnerships.actors));
    }
}

}  // namespace maillage::metrics
