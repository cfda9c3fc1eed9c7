#include <array>
#include <map>

#include <maillage/metrics/projects.hpp>
#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr std::array metrics_of_entry{Metric{
    .id = "supports_beyond_money",
    .dynamic = Dynamic::experiments,
    .tier = 2,
    .nature = FigureNature::counted,
    .unit = "share",
    .title = {"Financeurs qui font plus que financer", "Funders that do more than fund"},
    .question = {"Les financeurs font-ils plus que financer ?", "Do funders do more than fund?"},
    .definition =
        {"Acteurs qui financent un projet et donnent aussi un autre soutien (réseau, conseil, "
         "évaluation) à l’un des projets, sur ceux qui financent ; soutiens datés d’avant la fin "
         "de la période, des projets du territoire en cours dans la période. kind= : par nature. "
         "Indéfini sans financeur.",
         "Actors that fund a project and also give another support (network, advice, evaluation) "
         "to one of the projects, over those that fund; supports dated by the end of the window, "
         "of the projects of the territory running in the window. kind=: by kind. Undefined "
         "without funder."},
    .reading = {"{0} financeurs sur {1} apportent aussi autre chose.",
                "{0} funders of {1} also bring something else."},
    .limits = {"Un conseil donné sans être noté manque.",
               "Advice given and never written down is missing."},
    .source = "ours"}};

constexpr std::array tables{model::Table::experiments, model::Table::supports};

constexpr std::string_view id = "supports_beyond_money";

struct Gives {
    bool money = false, other = false;
};

void compute_beyond(const Scope& scope, Results& results) {
    std::map<std::uint32_t, Gives> providers;
    for (const std::uint32_t experiment : running_experiments(scope))
        for (const model::Support& support : scope.data.supports[experiment]) {
            if (!support.provider.known() || !scope.study.is_recorded(support.provider) ||
                !is_past(support.date, scope.last_day))
                continue;
            Gives& gives = providers[support.provider.index];
            (support.lever == model::Lever::funding ? gives.money : gives.other) = true;
        }
    std::array<std::int64_t, model::kinds.size()> funders{}, beyond{};
    std::int64_t all = 0, all_beyond = 0;
    for (const auto& [actor, gives] : providers) {
        if (!gives.money) continue;
        const auto kind = static_cast<std::size_t>(scope.data.actors[actor].kind);
        ++all;
        ++funders[kind];
        all_beyond += gives.other ? 1 : 0;
        beyond[kind] += gives.other ? 1 : 0;
    }
    results.share(id, {}, all_beyond, all, "zero_total");
    for (std::size_t kind = 0; kind < funders.size(); ++kind)
        if (funders[kind] > 0)
            results.share(id, {{KeyName::kind, model::kinds[kind].code}}, beyond[kind],
                          funders[kind], {});
}

}  // namespace

extern const Entry experiments_beyond_money;
const Entry experiments_beyond_money{"X4b", metrics_of_entry, tables, compute_beyond};

}  // namespace maillage::metrics
