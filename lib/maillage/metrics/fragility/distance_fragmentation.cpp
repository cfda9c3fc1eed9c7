#include <array>

#include <maillage/graph/distances.hpp>
#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr std::array metrics_of_entry{Metric{
    .id = "fragility_distance_fragmentation",
    .dynamic = Dynamic::fragility,
    .tier = 2,
    .nature = FigureNature::counted,
    .unit = "index",
    .title = {"Éloignement des acteurs dans les alliances", "How far apart allies of allies are"},
    .question = {"Sommes-nous loin les uns des autres ?", "Are we far from one another?"},
    .definition =
        {"1 - moyenne, sur les paires d’acteurs de V, de 1 / d, d étant le nombre "
         "d’alliances du plus court chemin ; une paire sans chemin compte 0. Indéfini sous "
         "deux acteurs.",
         "1 - mean, over the pairs of actors of V, of 1 / d, d being the number of "
         "alliances on the shortest way; a pair without way counts 0. Undefined under two "
         "actors."},
    .reading = {"Tous alliés entre eux à 0, aucun lien à 1 : {0}.",
                "All allied with each other at 0, no tie at 1: {0}."},
    .limits =
        {"Dépend de la liste d’acteurs : chaque isolé compte. Ne pas comparer deux territoires.",
         "Depends on the list of actors: every isolate counts. Do not compare two "
         "territories."},
    .source = "Borgatti 2006, 10.1007/s10588-006-7084-x; Latora & Marchiori 2001, "
              "10.1103/PhysRevLett.87.198701"}};

constexpr std::array tables{model::Table::partnerships};

void compute_distances(const Scope& scope, Results& results) {
    const graph::CompressedGraph& ties = scope.ties();
    const auto n = static_cast<double>(ties.vertices());
    if (ties.vertices() < 2) {
        results.undefined("fragility_distance_fragmentation", {}, "fewer_than_2_nodes");
        return;
    }
    const auto counts = graph::distance_counts(ties, scope.study.request.threads);
    double closeness = 0;
    for (std::size_t distance = 1; distance < counts.size(); ++distance)
        closeness += static_cast<double>(counts[distance]) / static_cast<double>(distance);
    results.value("fragility_distance_fragmentation", {}, 1 - closeness / (n * (n - 1))).n =
        static_cast<std::int64_t>(ties.vertices());
}

}  // namespace

extern const Entry fragility_distance_fragmentation;
const Entry fragility_distance_fragmentation{"F2", metrics_of_entry, tables, compute_distances,
                                             Cost::superlinear};

}  // namespace maillage::metrics
