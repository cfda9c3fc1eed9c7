#include <array>

#include <maillage/graph/components.hpp>
#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr std::array metrics_of_entry{
    Metric{.id = "emergence_cohesion",
           .dynamic = Dynamic::emergence,
           .tier = 1,
           .nature = FigureNature::counted,
           .unit = "share",
           .title = {"Cohésion des alliances", "Cohesion of alliances"},
           .question = {"Un seul tissu d’alliances, ou des îlots ?",
                        "One fabric of alliances, or islands?"},
           .definition =
               {"Part des paires d’acteurs de V reliées par une suite d’alliances de la période. "
                "measure=components : nombre d’îlots, un acteur isolé en étant un ; "
                "measure=giant_share : part des acteurs dans le plus grand. Indéfini sous deux "
                "acteurs, sauf le nombre d’îlots.",
                "Share of the pairs of actors of V joined by a chain of alliances of the window. "
                "measure=components: number of islands, an isolate being one; "
                "measure=giant_share: share of the actors in the largest. Undefined under two "
                "actors, but for the number of islands."},
           .reading = {"{0} des paires d’acteurs sont reliées, de proche en proche.",
                       "{0} of the pairs of actors are joined, step by step."},
           .limits = {"Être relié n’est pas se connaître : la chaîne peut être longue.",
                      "Being joined is not knowing each other: the chain may be long."},
           .source = "Krackhardt 1994"}};

constexpr std::array tables{model::Table::partnerships};
constexpr std::string_view id = "emergence_cohesion";

/// Sizes of the islands, largest first; from the alliances themselves, no pair being made.
std::vector<std::uint32_t> islands(const graph::Incidence& alliances) {
    graph::DisjointSets sets(alliances.vertices());
    for (std::size_t i = 0; i < alliances.relations(); ++i)
        for (const graph::Vertex member : alliances.members(i))
            sets.unite(alliances.members(i).front(), member);
    return sets.sizes();
}

void compute_cohesion(const Scope& scope, Results& results) {
    const auto sizes = islands(scope.alliances());
    const auto n = static_cast<std::int64_t>(scope.alliances().vertices());
    std::int64_t joined = 0;
    for (const std::int64_t size : sizes) joined += size * (size - 1);
    results.share(id, {}, joined, n * (n - 1), "fewer_than_2_nodes").n = n;
    results.value(id, {{KeyName::measure, "components"}}, static_cast<double>(sizes.size())).n = n;
    results.rows.back().unit = "count";
    const KeyParts giant{{KeyName::measure, "giant_share"}};
    if (n < 2)
        results.undefined(id, giant, "fewer_than_2_nodes").n = n;
    else
        results.share(id, giant, sizes.front(), n, {});
}

}  // namespace

extern const Entry emergence_cohesion;
const Entry emergence_cohesion{"P1b", metrics_of_entry, tables, compute_cohesion};

}  // namespace maillage::metrics
