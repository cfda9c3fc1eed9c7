#include <algorithm>
#include <array>
#include <string>

#include <maillage/graph/key_sets.hpp>
#include <maillage/graph/projection.hpp>
#include <maillage/metrics/forgotten_alliances.hpp>
#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr std::array metrics_of_entry{Metric{
    .id = "fragility_key_players",
    .dynamic = Dynamic::fragility,
    .tier = 1,
    .nature = FigureNature::counted,
    .unit = "share",
    .title = {"Paires sans chemin si l’acteur clé part",
              "Pairs without way if the key actor leaves"},
    .question = {"Qui ne faut-il pas perdre ?", "Whom must we not lose?"},
    .definition =
        {"Fragmentation des acteurs restants quand part celui qui en laisse le plus ; "
         "measure=gain : moins la fragmentation de tous. size=2, size=3 : le même calcul pour deux "
         "et trois acteurs ensemble. measure=sets : combien d’ensembles font autant. En détail, "
         "l’acteur (actor=) et measure=kept, la part des tirages sans un dixième des alliances où "
         "il reste le premier ; nommé à 80 % et plus seulement. Indéfini s’il reste moins de deux "
         "acteurs.",
         "Fragmentation of the actors left when the one leaves that makes it largest; "
         "measure=gain: minus the fragmentation of all. size=2, size=3: the same for two and three "
         "actors together. measure=sets: how many sets do as much. In detail, the actor (actor=) "
         "and measure=kept, the share of the draws without a tenth of the alliances in which it "
         "still comes first; named from 80 % only. Undefined when fewer than two actors are left."},
    .reading = {"Sans l’acteur clé, {0} des paires restantes n’ont plus de chemin.",
                "Without the key actor, {0} of the pairs left have no way."},
    .limits = {"Qui part ici n’est pas remplacé. Une alliance non notée change la réponse.",
               "Who leaves here is not replaced. An alliance not written down changes the answer."},
    .source = "Borgatti 2006, 10.1007/s10588-006-7084-x"}};

constexpr std::array tables{model::Table::partnerships};

constexpr std::string_view id = "fragility_key_players";

/// Share of the pairs of `n` actors that nothing joins, by the squares of their pieces.
double fragmentation(std::uint64_t squares, std::size_t n) {
    const auto actors = static_cast<double>(n);
    return 1 - (static_cast<double>(squares) - actors) / (actors * (actors - 1));
}

std::uint64_t squares_of_all(const graph::CompressedGraph& ties) {
    const graph::BlockCutTree tree(ties);
    std::uint64_t squares = 0;
    for (graph::Vertex v = 0; v < ties.vertices(); ++v) squares += tree.component_size(v);
    return squares;
}

Estimate& write(Results& results, std::string_view measure, const std::string& size, double value) {
    if (measure.empty())
        return size == "1" ? results.value(id, {}, value)
                           : results.value(id, {{KeyName::size, size}}, value);
    if (size == "1") return results.value(id, {{KeyName::measure, measure}}, value);
    return results.value(id, {{KeyName::measure, measure}, {KeyName::size, size}}, value);
}

void write_size(const graph::CompressedGraph& ties, std::size_t size, Results& results) {
    const std::string word = std::to_string(size);
    const std::size_t n = ties.vertices();
    if (n < size + 2) {
        if (size == 1)
            results.undefined(id, {}, "fewer_than_3_nodes");
        else
            results.undefined(id, {{KeyName::size, word}}, "fewer_than_2_nodes");
        return;
    }
    const graph::KeySets best = graph::key_sets(ties, size);
    const double after = fragmentation(best.squares, n - size);
    const double gain = after - fragmentation(squares_of_all(ties), n);
    write(results, {}, word, after).n = static_cast<std::int64_t>(n - size);
    // Never negative, but for rounding: the mean over all sets already leaves as much.
    write(results, "gain", word, std::max(gain, 0.0)).n = static_cast<std::int64_t>(n - size);
    if (best.exhaustive)
        write(results, "sets", word, static_cast<double>(best.tied)).unit = "count";
    else
        results.note("M430", {word});
}

std::vector<std::uint8_t> are_first(const graph::CompressedGraph& ties) {
    const auto squares = graph::squares_without(graph::BlockCutTree(ties), ties.vertices());
    std::vector<std::uint8_t> first(squares.size(), 0);
    if (squares.empty()) return first;
    const std::uint64_t least = std::ranges::min(squares);
    for (std::size_t v = 0; v < first.size(); ++v) first[v] = squares[v] == least ? 1 : 0;
    return first;
}

void write_names(const Scope& scope, Results& results) {
    const graph::CompressedGraph& ties = scope.ties();
    const std::size_t n = ties.vertices();
    std::vector<std::int64_t> kept(n, 0);
    for_each_forgetting(scope, [&](const graph::Incidence& alliances) {
        const auto first = are_first(graph::projected(alliances));
        for (std::size_t v = 0; v < n; ++v) kept[v] += first[v];
    });
    const auto squares = graph::squares_without(graph::BlockCutTree(ties), n);
    const std::uint64_t least = std::ranges::min(squares);
    std::size_t vertex = 0;
    scope.view.partnerships.actors.for_each([&](std::uint32_t actor) {
        const std::size_t v = vertex++;
        if (squares[v] != least || kept[v] < least_draws_of_names) return;
        const std::string label = results.actor(actor);
        results.value(id, {{KeyName::actor, label}}, fragmentation(squares[v], n - 1));
        results
            .share(id, {{KeyName::measure, "kept"}, {KeyName::actor, label}}, kept[v],
                   draws_of_names, {})
            .nature = FigureNature::estimated;
    });
}

void compute_key_players(const Scope& scope, Results& results) {
    for (const std::size_t size : {1U, 2U, 3U}) write_size(scope.ties(), size, results);
    if (results.wants_rows() && scope.ties().vertices() >= 3) write_names(scope, results);
}

}  // namespace

extern const Entry fragility_key_players;
const Entry fragility_key_players{"F4", metrics_of_entry, tables, compute_key_players,
                                  Cost::superlinear};

}  // namespace maillage::metrics
