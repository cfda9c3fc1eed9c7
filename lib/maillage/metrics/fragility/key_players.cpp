#include <algorithm>
#include <array>
#include <string>

#include <maillage/graph/key_sets.hpp>
#include <maillage/graph/projection.hpp>
#include <maillage/graph/remainder.hpp>
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
         "il reste le premier ; nommé à 80 % et plus seulement. Indéfini s’il reste moins de deux "
         "acteurs.",
         "Fragmentation of the actors left when the one leaves that makes it largest; "
         "measure=gain: minus the fragmentation of all. size=2, size=3: the same for two and three "
         "actors together. measure=sets: how many sets do as much. In detail, the actor (actor=) "
         "or the actors (actors=) each of which, without the others, holds something, and "
         "measure=kept, the share of the draws without a tenth of the alliances in which they "
         "still come first; named from 80 % only. Undefined when fewer than two actors are left."},
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

Estimate& write(Results& results, std::string_view measure, const std::string& size, double value) {
    if (measure.empty())
        return size == "1" ? results.value(id, {}, value)
                           : results.value(id, {{KeyName::size, size}}, value);
    if (size == "1") return results.value(id, {{KeyName::measure, measure}}, value);
    return results.value(id, {{KeyName::measure, measure}, {KeyName::size, size}}, value);
}

/// Steps spent on finding the best sets, and on finding them again in each draw. A report takes a
/// second; who asks for the metric by name waits some minutes at most.
struct Patience {
    double sets, draws;
};

Patience patience_of(const Scope& scope) {
    const auto& asked = scope.study.request.metrics;
    return std::ranges::find(asked, id) == asked.end() ? Patience{2e8, 1e7} : Patience{4e10, 1e8};
}

void write_size(const Scope& scope, std::size_t size, const graph::KeySets& best,
                Results& results) {
    const std::string word = std::to_string(size);
    const std::size_t n = scope.ties().vertices();
    graph::Remainder all(scope.ties());
    all.take_out({});
    const double after = fragmentation(best.squares, n - size);
    const double gain = after - fragmentation(all.squares(), n);
    write(results, {}, word, after).n = static_cast<std::int64_t>(n - size);
    // Never negative, but for rounding: the mean over all sets already leaves as much.
    write(results, "gain", word, std::max(gain, 0.0)).n = static_cast<std::int64_t>(n - size);
    if (best.exhaustive)
        write(results, "sets", word, static_cast<double>(best.tied)).unit = "count";
    else
        results.note("M430", {word});
}

/// The best sets of one size, and in how many draws each is still one of the best.
struct Tried {
    std::size_t size;
    graph::KeySets best;
    std::vector<std::int64_t> kept;
};

void try_without_alliances(const Scope& scope, std::vector<Tried>& all) {
    for_each_forgetting(scope, [&](const graph::Incidence& alliances) {
        const graph::CompressedGraph ties = graph::projected(alliances);
        graph::Remainder rest(ties);
        for (Tried& tried : all) {
            const graph::KeySets best = graph::key_sets(ties, tried.size, patience_of(scope).sets);
            for (std::size_t i = 0; best.exhaustive && i < tried.kept.size(); ++i) {
                rest.take_out(tried.best.sets[i]);
                tried.kept[i] += rest.squares() == best.squares ? 1 : 0;
            }
        }
    });
}

/// "a|b", in byte order.
std::string label_of(const std::vector<graph::Vertex>& set,
                     const std::vector<std::string>& labels) {
    std::vector<std::string> names;
    names.reserve(set.size());
    for (const graph::Vertex vertex : set) names.push_back(labels[vertex]);
    std::ranges::sort(names);
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : "|") + name;
    return text;
}

void write_set(Results& results, std::size_t size, const std::string& label, double value,
               std::int64_t kept) {
    const std::string word = std::to_string(size);
    const auto write_both = [&](KeyParts key, KeyParts key_of_kept) {
        results.value(id, key, value);
        results.share(id, key_of_kept, kept, draws_of_names, {}).nature = FigureNature::estimated;
    };
    if (size == 1)
        write_both({{KeyName::actor, label}},
                   {{KeyName::measure, "kept"}, {KeyName::actor, label}});
    else
        write_both({{KeyName::actors, label}, {KeyName::size, word}},
                   {{KeyName::measure, "kept"}, {KeyName::actors, label}, {KeyName::size, word}});
}

void write_names(const Scope& scope, std::vector<Tried> all, Results& results) {
    std::erase_if(all, [&](const Tried& tried) {
        if (tried.best.sets.empty()) return true;
        const bool too_long =
            tried.size > 1 &&
            graph::steps_of_every_set(scope.ties(), tried.size) > patience_of(scope).draws;
        if (too_long) results.note("M451", {std::to_string(tried.size)});
        return too_long;
    });
    if (all.empty()) return;
    try_without_alliances(scope, all);
    std::vector<std::string> labels;
    scope.view.partnerships.actors.for_each(
        [&](std::uint32_t actor) { labels.push_back(results.actor(actor)); });
    for (const Tried& tried : all)
        for (std::size_t i = 0; i < tried.kept.size(); ++i)
            if (tried.kept[i] >= least_draws_of_names)
                write_set(results, tried.size, label_of(tried.best.sets[i], labels),
                          fragmentation(tried.best.squares, labels.size() - tried.size),
                          tried.kept[i]);
}

void compute_key_players(const Scope& scope, Results& results) {
    std::vector<Tried> all;
    for (const std::size_t size : {1U, 2U, 3U}) {
        if (scope.ties().vertices() >= size + 2) {
            Tried tried{size, graph::key_sets(scope.ties(), size, patience_of(scope).sets), {}};
            tried.kept.resize(tried.best.sets.size(), 0);
            write_size(scope, size, tried.best, results);
            all.push_back(std::move(tried));
        } else if (size == 1) {
            results.undefined(id, {}, "fewer_than_3_nodes");
        } else {
            results.undefined(id, {{KeyName::size, std::to_string(size)}}, "fewer_than_2_nodes");
        }
    }
    if (results.wants_rows()) write_names(scope, std::move(all), results);
}

}  // namespace

extern const Entry fragility_key_players;
const Entry fragility_key_players{"F4", metrics_of_entry, tables, compute_key_players,
                                  Cost::superlinear};

}  // namespace maillage::metrics
