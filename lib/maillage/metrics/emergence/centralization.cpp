#include <algorithm>
#include <array>
#include <cmath>

#include <maillage/graph/betweenness.hpp>
#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr std::string_view freeman = "Freeman 1979, 10.1016/0378-8733(78)90021-7";

constexpr std::array metrics_of_entry{
    Metric{.id = "emergence_degree_centralization",
           .dynamic = Dynamic::emergence,
           .tier = 1,
           .nature = FigureNature::counted,
           .unit = "index",
           .title = {"Alliances centrées sur un seul acteur", "Alliances centred on one actor"},
           .question = {"Étoile autour d’un seul, ou maillage ?", "A star around one, or a mesh?"},
           .definition = {"Somme des écarts entre le plus grand nombre d’alliés et celui de chaque "
                          "acteur de V, sur (n - 1)(n - 2), sa valeur dans une étoile. Indéfini "
                          "sous trois acteurs.",
                          "Sum of the gaps between the largest number of allies and that of each "
                          "actor of V, over (n - 1)(n - 2), its value in a star. Undefined under "
                          "three actors."},
           .reading = {"Étoile parfaite à 1, alliés également répartis à 0 : {0}.",
                       "A perfect star at 1, allies evenly spread at 0: {0}."},
           .limits = {"Dépend de la liste d’acteurs : ne pas comparer deux territoires.",
                      "Depends on the list of actors: do not compare two territories."},
           .source = freeman},
    Metric{.id = "emergence_betweenness",
           .dynamic = Dynamic::emergence,
           .tier = 1,
           .nature = FigureNature::counted,
           .unit = "pairs",
           .title = {"Paires qu’un acteur relie au plus court",
                     "Pairs an actor joins by the shortest way"},
           .question = {"Par qui passe-t-on pour aller d’un acteur à l’autre ?",
                        "Through whom does one go from one actor to another?"},
           .definition = {"Pour chaque paire d’autres acteurs, part des plus courts chemins "
                          "d’alliance en alliance qui passent par l’acteur ; somme sur les paires. "
                          "Moyenne sur V (isolés : 0), plus grande valeur (measure=largest), une "
                          "ligne par acteur avec le détail (actor=). Indéfini sous trois acteurs.",
                          "For each pair of other actors, share of the shortest ways from alliance "
                          "to alliance that pass through the actor; summed over pairs. Mean over V "
                          "(isolates: 0), largest value (measure=largest), one row per actor with "
                          "details (actor=). Undefined under three actors."},
           .reading = {"Un acteur est en moyenne sur le plus court chemin de {0} paires.",
                       "An actor is on the shortest way of {0} pairs on average."},
           .limits = {"Une alliance oubliée change beaucoup ce chiffre. Au-delà de 20 000 acteurs "
                      "d’un seul bloc, estimé sur des départs tirés au sort : l’erreur est dite.",
                      "One forgotten alliance changes it much. Beyond 20,000 actors in one block, "
                      "estimated from sources drawn at random: the error is told."},
           .source = "Freeman 1977, 10.2307/3033543; Brandes 2001, 10.1080/0022250X.2001.9990249"},
    Metric{.id = "emergence_betweenness_centralization",
           .dynamic = Dynamic::emergence,
           .tier = 1,
           .nature = FigureNature::counted,
           .unit = "index",
           .title = {"Passage obligé par un seul acteur", "One actor on every way"},
           .question = {"Un seul acteur est-il le passage obligé entre les autres ?",
                        "Is one actor on the way between all others?"},
           .definition = {"Somme des écarts entre la plus grande intermédiarité et celle de chaque "
                          "acteur de V, sur (n - 1)²(n - 2)/2, sa valeur dans une étoile. Indéfini "
                          "sous trois acteurs.",
                          "Sum of the gaps between the largest betweenness and that of each actor "
                          "of V, over (n - 1)²(n - 2)/2, its value in a star. Undefined under "
                          "three actors."},
           .reading = {"Étoile parfaite à 1, personne au milieu à 0 : {0}.",
                       "A perfect star at 1, nobody in between at 0: {0}."},
           .limits = {"Dépend de la liste d’acteurs : ne pas comparer deux territoires.",
                      "Depends on the list of actors: do not compare two territories."},
           .source = freeman}};

constexpr std::array tables{model::Table::partnerships};

void write_degrees(const graph::CompressedGraph& ties, Results& results) {
    const auto n = static_cast<double>(ties.vertices());
    std::size_t largest = 0;
    for (graph::Vertex v = 0; v < ties.vertices(); ++v) largest = std::max(largest, ties.degree(v));
    const double gaps = n * static_cast<double>(largest) - 2 * static_cast<double>(ties.edges());
    results.value("emergence_degree_centralization", {}, gaps / ((n - 1) * (n - 2))).n =
        static_cast<std::int64_t>(ties.vertices());
}

void write_betweenness(const Scope& scope, const std::vector<double>& between, Results& results,
                       FigureNature nature) {
    const auto n = static_cast<double>(between.size());
    double sum = 0;
    for (const double value : between) sum += value;
    const double largest = std::ranges::max(between);
    Estimate& mean = results.value("emergence_betweenness", {}, sum / n);
    mean.n = static_cast<std::int64_t>(between.size());
    mean.nature = nature;
    Estimate& most =
        results.value("emergence_betweenness", {{KeyName::measure, "largest"}}, largest);
    most.n = static_cast<std::int64_t>(between.size());
    most.nature = nature;
    Estimate& whole = results.value("emergence_betweenness_centralization", {},
                                    (n * largest - sum) / ((n - 1) * (n - 1) * (n - 2) / 2));
    whole.n = static_cast<std::int64_t>(between.size());
    whole.nature = nature;
    if (!results.wants_rows()) return;
    graph::Vertex vertex = 0;
    scope.view.partnerships.actors.for_each([&](std::uint32_t actor) {
        const std::string label = results.actor(actor);
        results.value("emergence_betweenness", {{KeyName::actor, label}}, between[vertex++])
            .nature = nature;
    });
}

void compute_centralization(const Scope& scope, Results& results) {
    const graph::CompressedGraph& ties = scope.ties();
    if (ties.vertices() < 3) {
        for (const Metric& metric : metrics_of_entry)
            results.undefined(metric.id, {}, "fewer_than_3_nodes");
        return;
    }
    write_degrees(ties, results);
    graph::BetweennessOptions options;
    options.seed = scope.study.request.seed;
    options.threads = scope.study.request.threads;
    const auto between = graph::betweenness(ties, options);
    if (between.error_bound)
        results.note("M418", {std::to_string(options.sources),
                              std::to_string(std::llround(std::ceil(*between.error_bound)))});
    write_betweenness(scope, between.values, results,
                      between.error_bound ? FigureNature::estimated : FigureNature::counted);
}

}  // namespace

extern const Entry emergence_centralization;
const Entry emergence_centralization{"P10", metrics_of_entry, tables, compute_centralization,
                                     Cost::superlinear};

}  // namespace maillage::metrics
