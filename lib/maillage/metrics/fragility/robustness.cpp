#include <array>
#include <numeric>
#include <string>

#include <maillage/base/random.hpp>
#include <maillage/graph/removal.hpp>
#include <maillage/inference/nulls.hpp>
#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr std::array metrics_of_entry{Metric{
    .id = "fragility_robustness",
    .dynamic = Dynamic::fragility,
    .tier = 2,
    .nature = FigureNature::counted,
    .unit = "index",
    .title = {"Tenue du réseau quand les plus liés partent",
              "Robustness when the best connected leave"},
    .question = {"Que resterait-il si les plus liés partaient l’un après l’autre ?",
                 "What would remain if the best connected left one after the other?"},
    .definition =
        {"Les acteurs de V partent un par un, celui qui a le plus d’alliés restants d’abord (à "
         "égalité, le premier identifiant dans l’ordre des octets) ; moyenne, sur les n départs, "
         "de "
         "la part de V dans le plus grand morceau restant. measure=random : la même chose dans un "
         "ordre tiré au sort, moyenne et 95 % des tirages. Indéfini sous deux acteurs.",
         "Actors of V leave one by one, the one with most allies left first (of equals, the first "
         "id in the order of bytes); mean, over the n departures, of the share of V in the largest "
         "piece left. measure=random: the same in an order drawn at random, mean and 95 % of the "
         "draws. Undefined under two actors."},
    .reading = {"Étoile ou aucun lien : près de 0 ; tous alliés entre eux : près de 0,5 ; ici {0}.",
                "A star or no tie: near 0; all allied with each other: near 0.5; here {0}."},
    .limits = {"Entre (n - 1)/n² et (n - 1)/(2n). Qui part ici n’est pas remplacé. Ne pas comparer "
               "deux territoires.",
               "Between (n - 1)/n² and (n - 1)/(2n). Who leaves here is not replaced. Do not "
               "compare two territories."},
    .source = "Schneider et al. 2011, 10.1073/pnas.1009440108"}};

constexpr std::array tables{model::Table::partnerships};

constexpr std::string_view id = "fragility_robustness";

double robustness(const graph::CompressedGraph& ties, const std::vector<graph::Vertex>& order) {
    const auto n = static_cast<double>(ties.vertices());
    const auto largest = graph::largest_components(ties, order);
    return std::accumulate(largest.begin(), largest.end(), 0.0) / (n * n);
}

/// Place of each vertex of V in the order of ids.
std::vector<std::uint32_t> ranks_by_id(const Scope& scope) {
    const graph::Ranges& actors = scope.view.partnerships.actors;
    std::vector<std::uint32_t> vertex_of(scope.data.actors.size());
    std::uint32_t vertices = 0, rank = 0;
    actors.for_each([&](std::uint32_t actor) { vertex_of[actor] = vertices++; });
    std::vector<std::uint32_t> ranks(vertices);
    for (const std::uint32_t actor : scope.data.actors_by_id)
        if (actors.contains(actor)) ranks[vertex_of[actor]] = rank++;
    return ranks;
}

void write_random_orders(const Scope& scope, double observed, Results& results) {
    if (scope.study.replicates == 0) return;
    const graph::CompressedGraph& ties = scope.ties();
    const std::string purpose =
        "removal " + std::string(scope.view.id()) + " " + scope.window.period;
    std::vector<double> draws;
    for (std::uint32_t draw = 0; draw < scope.study.replicates; ++draw) {
        std::vector<graph::Vertex> order(ties.vertices());
        std::iota(order.begin(), order.end(), 0U);
        base::RandomStream(scope.study.request.seed, purpose, draw).shuffle(order);
        draws.push_back(robustness(ties, order));
    }
    const auto found = inference::summary(observed, std::move(draws));
    Estimate& row = results.value(id, {{KeyName::measure, "random"}}, found.mean);
    row.n = static_cast<std::int64_t>(ties.vertices());
    row.nature = FigureNature::estimated;
    row.range_low = found.low;
    row.range_high = found.high;
}

void compute_robustness(const Scope& scope, Results& results) {
    const graph::CompressedGraph& ties = scope.ties();
    if (ties.vertices() < 2) {
        results.undefined(id, {}, "fewer_than_2_nodes");
        return;
    }
    const double observed = robustness(ties, graph::removal_by_degree(ties, ranks_by_id(scope)));
    results.value(id, {}, observed).n = static_cast<std::int64_t>(ties.vertices());
    write_random_orders(scope, observed, results);
}

}  // namespace

extern const Entry fragility_robustness;
const Entry fragility_robustness{"F5", metrics_of_entry, tables, compute_robustness,
                                 Cost::superlinear};

}  // namespace maillage::metrics
