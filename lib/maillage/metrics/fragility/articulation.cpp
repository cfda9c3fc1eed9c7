// What holds the alliances together: actors, relations and tied pairs without which a part would no
// longer be joined to the rest.

#include <algorithm>
#include <array>
#include <map>

#include <maillage/graph/block_cut_tree.hpp>
#include <maillage/graph/projection.hpp>
#include <maillage/metrics/forgotten_alliances.hpp>
#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr std::string_view source = "Hopcroft & Tarjan 1973, 10.1145/362248.362272";

constexpr std::array metrics_of_entry{
    Metric{
        .id = "fragility_articulation",
        .dynamic = Dynamic::fragility,
        .tier = 1,
        .nature = FigureNature::counted,
        .unit = "count",
        .title = {"Acteurs qui relient seuls deux parties", "Actors that alone join two parts"},
        .question = {"Quels acteurs tiennent tout ?", "Which actors hold everything?"},
        .definition =
            {"Acteurs de V sans lesquels leur morceau du réseau d’alliances tombe en deux ou "
             "plus. measure=cut_off : le plus grand nombre d’acteurs que l’un d’eux, à lui seul, "
             "relie à la plus grande partie de leur morceau. measure=relations : alliances dont il "
             "en va de même. En détail, une ligne "
             "par acteur (actor=) : le nombre de parties, et measure=kept, la part des tirages "
             "sans un dixième des alliances où il en reste un ; seuls ceux de 80 % et plus sont "
             "nommés.",
             "Actors of V without whom their piece of the network of alliances falls in two or "
             "more. measure=cut_off: the largest number of actors that one of them alone joins to "
             "the largest part of their piece. measure=relations: alliances of which the same is "
             "true. In detail, one row "
             "per actor (actor=): the number of parts, and measure=kept, the share of the draws "
             "without a tenth of the alliances in which it still is one; only those of 80 % or "
             "more are named."},
        .reading = {"{0} acteurs relient seuls deux parties du réseau.",
                    "{0} actors alone join two parts of the network."},
        .limits = {"Une partie peut n’être qu’un acteur. Une alliance non notée fait croire à un "
                   "passage unique.",
                   "A part may be a single actor. An alliance not written down makes a way look "
                   "like the only one."},
        .source = source},
    Metric{.id = "fragility_bridges",
           .dynamic = Dynamic::fragility,
           .tier = 1,
           .nature = FigureNature::counted,
           .unit = "count",
           .title = {"Liens qui relient seuls deux parties", "Ties that alone join two parts"},
           .question = {"Quels liens tiennent tout ?", "Which ties hold everything?"},
           .definition =
               {"Paires d’alliés de V sans lesquelles leur morceau tombe en deux. En détail, une "
                "ligne par paire (actors=) : les acteurs de la plus petite des deux parties, et "
                "measure=kept, la part des tirages sans un dixième des alliances où le lien reste "
                "seul ; seules celles de 80 % et plus sont nommées.",
                "Pairs of allies of V without which their piece falls in two. In detail, one row "
                "per pair (actors=): the actors of the smaller of the two parts, and measure=kept, "
                "the share of the draws without a tenth of the alliances in which the tie still is "
                "the only one; only those of 80 % or more are named."},
           .reading = {"{0} paires d’alliés relient seules deux parties du réseau.",
                       "{0} pairs of allies alone join two parts of the network."},
           .limits = {"Une alliance à trois parties ou plus n’a pas de tel lien : voir "
                      "fragility_articulation, measure=relations.",
                      "An alliance of three parties or more has no such tie: see "
                      "fragility_articulation, measure=relations."},
           .source = source}};

constexpr std::array tables{model::Table::partnerships};

using graph::BlockCutTree;
using graph::Pair;
using graph::Vertex;

std::int64_t cuts_of(const BlockCutTree& tree, std::size_t first, std::size_t end) {
    std::int64_t cuts = 0;
    for (std::size_t v = first; v < end; ++v) cuts += tree.is_cut(static_cast<Vertex>(v)) ? 1 : 0;
    return cuts;
}

/// Actors, then relations, each tied to those it has to do with.
graph::CompressedGraph two_mode(const graph::Incidence& alliances) {
    std::vector<Pair> pairs;
    for (Vertex actor = 0; actor < alliances.vertices(); ++actor)
        for (const std::uint32_t relation : alliances.relations_of(actor))
            pairs.emplace_back(actor, static_cast<Vertex>(alliances.vertices() + relation));
    return {alliances.vertices() + alliances.relations(), pairs};
}

/// How many actors are parted from the largest branch once each is gone. A member of a block weighs
/// itself and those that reach the block through it only: all but the branch that the block is in.
std::vector<std::uint32_t> cut_off_by(const BlockCutTree& tree, std::size_t actors) {
    std::vector<std::uint32_t> least(actors, 1);
    std::vector<std::uint8_t> seen(actors, 0);
    for (std::size_t block = 0; block < tree.blocks(); ++block)
        for (std::size_t i = 0; i < tree.members(block).size(); ++i) {
            const Vertex actor = tree.members(block)[i];
            const std::uint32_t weight = tree.weights(block)[i];
            least[actor] = seen[actor] != 0 ? std::min(least[actor], weight) : weight;
            seen[actor] = 1;
        }
    for (std::uint32_t& weight : least) --weight;
    return least;
}

/// Bridges, smaller end first, with the number of vertices on their smaller side.
std::map<Pair, std::uint32_t> bridges_of(const BlockCutTree& tree) {
    std::map<Pair, std::uint32_t> bridges;
    for (std::size_t block = 0; block < tree.blocks(); ++block)
        if (tree.is_bridge(block)) {
            const auto [a, b] = tree.edges(block).front();
            bridges[std::minmax(a, b)] = std::ranges::min(tree.weights(block));
        }
    return bridges;
}

/// In how many draws each actor and each pair is still what it is.
struct Kept {
    std::vector<std::int64_t> actors;
    std::map<Pair, std::int64_t> pairs;
};

Kept kept_in_draws(const Scope& scope) {
    Kept kept{std::vector<std::int64_t>(scope.ties().vertices(), 0), {}};
    for_each_forgetting(scope, [&](const graph::Incidence& alliances) {
        const BlockCutTree tree(graph::projected(alliances));
        for (Vertex v = 0; v < kept.actors.size(); ++v) kept.actors[v] += tree.is_cut(v) ? 1 : 0;
        for (const auto& [pair, side] : bridges_of(tree)) ++kept.pairs[pair];
    });
    return kept;
}

void write_named(Results& results, std::string_view id, std::pair<KeyName, std::string_view> whom,
                 double value, std::int64_t kept) {
    if (kept < least_draws_of_names) return;
    results.value(id, {whom}, value);
    results.share(id, {{KeyName::measure, "kept"}, whom}, kept, draws_of_names, {});
    results.rows.back().unit = "share";
    results.rows.back().nature = FigureNature::estimated;
}

void write_names(const Scope& scope, const BlockCutTree& tree,
                 const std::vector<std::uint32_t>& cut_off, Results& results) {
    const Kept kept = kept_in_draws(scope);
    std::vector<std::string> labels;
    scope.view.partnerships.actors.for_each(
        [&](std::uint32_t actor) { labels.push_back(results.actor(actor)); });
    for (Vertex v = 0; v < labels.size(); ++v)
        if (tree.is_cut(v) && kept.actors[v] >= least_draws_of_names) {
            write_named(results, "fragility_articulation", {KeyName::actor, labels[v]},
                        tree.branches(v), kept.actors[v]);
            results.value("fragility_articulation",
                          {{KeyName::measure, "cut_off"}, {KeyName::actor, labels[v]}}, cut_off[v]);
        }
    for (const auto& [pair, side] : bridges_of(tree)) {
        const auto found = kept.pairs.find(pair);
        const std::string label = pair_label(labels[pair.first], labels[pair.second]);
        write_named(results, "fragility_bridges", {KeyName::actors, label}, side,
                    found == kept.pairs.end() ? 0 : found->second);
    }
}

void compute_articulation(const Scope& scope, Results& results) {
    const graph::CompressedGraph& ties = scope.ties();
    const graph::Incidence& alliances = scope.alliances();
    const BlockCutTree tree(ties), of_relations(two_mode(alliances));
    const std::size_t n = ties.vertices();
    results.value("fragility_articulation", {}, static_cast<double>(cuts_of(tree, 0, n))).n =
        static_cast<std::int64_t>(n);
    std::int64_t allied = 0;
    for (Vertex v = 0; v < n; ++v) allied += ties.degree(v) > 0 ? 1 : 0;
    const auto cut_off = cut_off_by(tree, n);
    const std::uint32_t most = cut_off.empty() ? 0 : std::ranges::max(cut_off);
    results.value("fragility_articulation", {{KeyName::measure, "cut_off"}}, most).n = allied;
    const std::int64_t relations = cuts_of(of_relations, n, n + alliances.relations());
    results
        .value("fragility_articulation", {{KeyName::measure, "relations"}},
               static_cast<double>(relations))
        .n = static_cast<std::int64_t>(alliances.relations());
    results.value("fragility_bridges", {}, static_cast<double>(bridges_of(tree).size())).n =
        static_cast<std::int64_t>(ties.edges());
    if (results.wants_rows()) write_names(scope, tree, cut_off, results);
}

}  // namespace

extern const Entry fragility_articulation;
const Entry fragility_articulation{"F3", metrics_of_entry, tables, compute_articulation};

}  // namespace maillage::metrics
