#include <array>

#include <maillage/graph/components.hpp>
#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr std::array metrics_of_entry{Metric{
    .id = "fragility_fragmentation",
    .dynamic = Dynamic::fragility,
    .tier = 1,
    .nature = FigureNature::counted,
    .unit = "share",
    .title = {"Paires d’acteurs sans chemin d’alliances",
              "Pairs of actors no chain of allies joins"},
    .question = {"En combien de morceaux sommes-nous ?", "How broken up are we?"},
    .definition =
        {"Part des paires d’acteurs de V qu’aucun chemin d’alliance en alliance ne relie : "
         "1 - somme des s(s - 1) sur n(n - 1), s étant la taille de chaque morceau. "
         "Indéfini sous deux acteurs.",
         "Share of the pairs of actors of V that no way from alliance to alliance joins: "
         "1 - sum of s(s - 1) over n(n - 1), s being the size of each piece. Undefined "
         "under two actors."},
    .reading = {"{0} des paires d’acteurs ne sont reliées par aucun chemin.",
                "{0} of the pairs of actors are joined by no way."},
    .limits =
        {"Dépend de la liste d’acteurs : chaque isolé compte. Ne pas comparer deux territoires.",
         "Depends on the list of actors: every isolate counts. Do not compare two "
         "territories."},
    .source = "Borgatti 2006, 10.1007/s10588-006-7084-x"}};

constexpr std::array tables{model::Table::partnerships};

void compute_fragmentation(const Scope& scope, Results& results) {
    const graph::Incidence& alliances = scope.alliances();
    graph::DisjointSets pieces(alliances.vertices());
    for (std::size_t i = 0; i < alliances.relations(); ++i)
        for (const graph::Vertex member : alliances.members(i))
            pieces.unite(alliances.members(i).front(), member);
    const auto n = static_cast<std::int64_t>(alliances.vertices());
    std::int64_t apart = n * (n - 1);
    for (const std::int64_t size : pieces.sizes()) apart -= size * (size - 1);
    results.share("fragility_fragmentation", {}, apart, n * (n - 1), "fewer_than_2_nodes").n = n;
}

}  // namespace

extern const Entry fragility_fragmentation;
const Entry fragility_fragmentation{"F1", metrics_of_entry, tables, compute_fragmentation};

}  // namespace maillage::metrics
