#include <array>

#include <maillage/graph/components.hpp>
#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr std::array metrics_of_entry{Metric{
    .id = "fragility_catalyst_loss",
    .dynamic = Dynamic::fragility,
    .tier = 1,
    .nature = FigureNature::counted,
    .unit = "share",
    .title = {"Paires sans chemin sans les catalyseurs", "Pairs without way without catalysts"},
    .question = {"Que reste-t-il sans les catalyseurs ?", "What remains without catalysts?"},
    .definition =
        {"Part des paires des autres acteurs de V qu’aucun chemin ne relie, de rencontre en "
         "alliance, une fois ôtés les acteurs notés catalyseurs. measure=everyone : la même part "
         "pour tous. measure=catalysts : leur nombre. Indéfini s’il reste moins de deux acteurs ; "
         "pas de donnée quand aucun catalyseur n’est noté.",
         "Share of the pairs of the other actors of V that no way joins, from meeting to alliance, "
         "once the actors noted as catalysts are taken out. measure=everyone: the same share for "
         "all. measure=catalysts: their number. Undefined when fewer than two actors are left; no "
         "data when no catalyst is noted."},
    .reading = {"Sans les catalyseurs, {0} des paires n’ont aucun chemin.",
                "Without catalysts, {0} of the pairs have no way."},
    .limits = {"Les rencontres qu’ils ont organisées restent comptées : voir "
               "dialogue_catalyst_dependency.",
               "Meetings that they convened still count: see dialogue_catalyst_dependency."},
    .source = "ours"}};

constexpr std::array tables{model::Table::events, model::Table::partnerships};

constexpr std::string_view id = "fragility_catalyst_loss";

enum class Who : std::uint8_t { everyone, others };

/// Unites the members of V of each relation, in the numbers of the dataset.
void unite(const Scope& scope, const Family& family, const std::vector<std::uint32_t>& relations,
           Who who, graph::DisjointSets& pieces) {
    for (const std::uint32_t relation : relations) {
        const graph::Vertex* last = nullptr;
        for (const graph::Vertex& actor : family.incidence.members(relation)) {
            if (!scope.view.partnerships.actors.contains(actor)) continue;
            if (who == Who::others && scope.data.actors[actor].catalyst) continue;
            if (last != nullptr) pieces.unite(*last, actor);
            last = &actor;
        }
    }
}

void write_fragmentation(const Scope& scope, Who who, std::int64_t n, Results& results) {
    graph::DisjointSets pieces(scope.data.actors.size());
    unite(scope, scope.study.events, scope.events.relations, who, pieces);
    unite(scope, scope.study.partnerships, scope.running_partnerships, who, pieces);
    // Those outside, each alone, join no pair.
    std::int64_t apart = n * (n - 1);
    for (const std::int64_t size : pieces.sizes()) apart -= size * (size - 1);
    Estimate& row = who == Who::others
                        ? results.share(id, {}, apart, n * (n - 1), "fewer_than_2_nodes")
                        : results.share(id, {{KeyName::measure, "everyone"}}, apart, n * (n - 1),
                                        "fewer_than_2_nodes");
    row.n = n;
}

void compute_loss(const Scope& scope, Results& results) {
    std::int64_t everyone = 0, catalysts = 0;
    scope.view.partnerships.actors.for_each([&](std::uint32_t actor) {
        ++everyone;
        catalysts += scope.data.actors[actor].catalyst ? 1 : 0;
    });
    if (catalysts == 0) {
        results.without_value(id, {}, Status::no_data, "column_absent");
        return;
    }
    write_fragmentation(scope, Who::others, everyone - catalysts, results);
    write_fragmentation(scope, Who::everyone, everyone, results);
    results.value(id, {{KeyName::measure, "catalysts"}}, static_cast<double>(catalysts)).unit =
        "count";
}

}  // namespace

extern const Entry fragility_catalyst_loss;
const Entry fragility_catalyst_loss{"F7", metrics_of_entry, tables, compute_loss};

}  // namespace maillage::metrics
