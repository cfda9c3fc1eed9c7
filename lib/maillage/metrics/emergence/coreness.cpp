#include <algorithm>
#include <array>

#include <maillage/graph/cores.hpp>
#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr std::array metrics_of_entry{Metric{
    .id = "emergence_coreness",
    .dynamic = Dynamic::emergence,
    .tier = 1,
    .nature = FigureNature::counted,
    .unit = "count",
    .title = {"Rang dans le noyau des alliances", "Rank in the core of alliances"},
    .question = {"Quelle est la taille du noyau dur ?", "How large is the hard core?"},
    .definition = {"Plus grand k tel que l’acteur appartient à un groupe dont chacun a k alliés ou "
                   "plus dans le groupe ; 0 pour un isolé. Moyenne sur V ; rang le plus haut "
                   "(measure=largest) ; acteurs de ce rang (measure=innermost) ; une ligne par "
                   "acteur avec le détail (actor=). Indéfini sans acteur.",
                   "Largest k such that the actor belongs to a group each of which has k allies or "
                   "more in the group; 0 for an isolate. Mean over V; highest rank "
                   "(measure=largest); actors of that rank (measure=innermost); one row per actor "
                   "with details (actor=). Undefined without actor."},
    .reading = {"Un acteur est en moyenne au rang {0} du noyau.",
                "An actor is at rank {0} of the core on average."},
    .limits = {"Une seule alliance de p parties les met toutes au rang p - 1.",
               "A single alliance of p parties puts them all at rank p - 1."},
    .source = "Seidman 1983, 10.1016/0378-8733(83)90028-X; Batagelj & Zaversnik 2003"}};

constexpr std::array tables{model::Table::partnerships};

void compute_coreness(const Scope& scope, Results& results) {
    const auto ranks = graph::coreness(scope.ties());
    const auto n = static_cast<std::int64_t>(ranks.size());
    std::int64_t sum = 0;
    for (const std::uint32_t rank : ranks) sum += rank;
    results.share("emergence_coreness", {}, sum, n, "no_registry");
    if (ranks.empty()) return;
    const std::uint32_t largest = std::ranges::max(ranks);
    results.value("emergence_coreness", {{KeyName::measure, "largest"}}, largest).n = n;
    const auto innermost = std::ranges::count(ranks, largest);
    results
        .value("emergence_coreness", {{KeyName::measure, "innermost"}},
               static_cast<double>(largest == 0 ? 0 : innermost))
        .n = n;
    if (!results.wants_rows()) return;
    graph::Vertex vertex = 0;
    scope.view.partnerships.actors.for_each([&](std::uint32_t actor) {
        const std::string label = results.actor(actor);
        results.value("emergence_coreness", {{KeyName::actor, label}}, ranks[vertex++]);
    });
}

}  // namespace

extern const Entry emergence_coreness;
const Entry emergence_coreness{"P14", metrics_of_entry, tables, compute_coreness};

}  // namespace maillage::metrics
