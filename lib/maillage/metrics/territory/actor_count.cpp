#include <array>

#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr std::array metrics_of_entry{Metric{
    .id = "actor_count",
    .dynamic = Dynamic::territory,
    .tier = 1,
    .nature = FigureNature::counted,
    .unit = "count",
    .title = {"Acteurs suivis", "Actors followed"},
    .question = {"Combien d’acteurs connaissons-nous ?", "How many actors do we know?"},
    .definition = {"Nombre d’acteurs de V en activité (créés, non fermés) un jour au moins de la "
                   "période, en tout et par nature (kind=).",
                   "Number of actors of V active (created, not closed) on some day of the window, "
                   "in all and by kind (kind=)."},
    .reading = {"Nous suivons {0} acteurs.", "We follow {0} actors."},
    .limits = {"C’est la liste telle qu’elle a été faite, pas le territoire entier.",
               "It is the list as it was made, not the whole territory."},
    .source = "ours"}};

constexpr std::array tables{model::Table::actors};

void compute_actor_count(const Scope& scope, Results& results) {
    std::array<std::int64_t, model::kinds.size()> counts{};
    std::int64_t total = 0;
    scope.view.seats.for_each([&](std::uint32_t actor) {
        if (!scope.is_active(actor)) return;
        ++counts[static_cast<std::size_t>(scope.data.actors[actor].kind)];
        ++total;
    });
    results.value("actor_count", {}, static_cast<double>(total)).n = total;
    for (std::size_t kind = 0; kind < counts.size(); ++kind) {
        if (counts[kind] == 0) continue;
        results
            .value("actor_count", {{KeyName::kind, model::kinds[kind].code}},
                   static_cast<double>(counts[kind]))
            .n = counts[kind];
    }
}

}  // namespace

extern const Entry territory_actor_count;
const Entry territory_actor_count{"R1", metrics_of_entry, tables, compute_actor_count};

}  // namespace maillage::metrics
