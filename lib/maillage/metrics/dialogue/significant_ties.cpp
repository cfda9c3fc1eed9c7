#include <algorithm>
#include <array>
#include <cmath>

#include <maillage/graph/shared_relations.hpp>
#include <maillage/inference/benjamini_hochberg.hpp>
#include <maillage/inference/pair_tails.hpp>
#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr std::array metrics_of_entry{Metric{
    .id = "dialogue_significant_ties",
    .dynamic = Dynamic::dialogue,
    .tier = 2,
    .nature = FigureNature::compared,
    .unit = "share",
    .title = {"Liens de dialogue qui dépassent la coïncidence",
              "Ties of dialogue beyond coincidence"},
    .question = {"Quels liens dépassent le simple fait d’aller partout ?",
                 "Which ties are more than going everywhere?"},
    .definition =
        {"Paires de participants qui se voient plus souvent que par coïncidence, sur les paires "
         "qui se sont vues. Coïncidence : mêmes rencontres, mêmes nombres de présents et mêmes "
         "nombres de venues, redistribués ; p de chaque paire = (1 + tirages où elle se voit au "
         "moins autant) / (1 + tirages), ajusté pour toutes les paires à la fois "
         "(Benjamini-Hochberg), retenu jusqu’à 0,05. measure=pairs_met : paires qui se sont vues. "
         "En détail, une ligne par paire, et son p ajusté. Indéfini sans paire, et quand aucune "
         "n’est retenue alors que les tirages sont trop peu pour en retenir une seule.",
         "Pairs of attendees that meet more often than by coincidence, over the pairs that met. "
         "Coincidence: the same meetings, the same numbers of attendees and of attendances, dealt "
         "out again; p of each pair = (1 + draws in which it meets at least as often) / (1 + "
         "draws), adjusted for all pairs at once (Benjamini-Hochberg), retained up to 0.05. "
         "measure=pairs_met: pairs that met. In detail, one row per pair, and its adjusted p. "
         "Undefined without pairs, and when none is retained where too few draws could retain "
         "one."},
    .reading = {"{0} des paires qui se sont vues se voient plus que par coïncidence.",
                "{0} of the pairs that met do so more than by coincidence."},
    .limits = {"Qui n’est venu qu’une fois ne peut guère dépasser la coïncidence : un lien absent "
               "d’ici n’est pas un lien faible. Avec 999 tirages et plus de 50 paires, un lien "
               "seul ne peut pas être retenu.",
               "Who came once can hardly go beyond coincidence: a tie absent from here is not a "
               "weak one. With 999 draws and more than 50 pairs, one tie alone cannot be "
               "retained."},
    .source = "Neal 2014, doi:10.1016/j.socnet.2014.06.001; Zweig & Kaufmann 2011; Benjamini & "
              "Hochberg 1995"}};

constexpr std::array tables{model::Table::events, model::Table::attendance};

constexpr std::string_view id = "dialogue_significant_ties";

using Tail = inference::PairTails::Tail;

std::int64_t pairs_of(const graph::Incidence& meetings) {
    std::int64_t pairs = 0;
    graph::for_each_pair(meetings, [&](auto, auto, auto) { ++pairs; });
    return pairs;
}

/// With fewer draws no p could reach the level, whatever the data.
bool can_tell(const Coincidence& chance) {
    return 1 <= inference::discovery_level * static_cast<double>(chance.draws() + 1) + 1e-9;
}

void write_pair(Results& results, const std::string& pair, const Tail& tail, double adjusted) {
    Estimate& row = results.value(id, {{KeyName::actors, pair}}, static_cast<double>(tail.shared));
    row.unit = "count";
    row.null_model = "curveball";
    row.null_mean = tail.mean;
    row.null_sd = tail.sd;
    if (tail.sd > 0) row.z = (*row.value - tail.mean) / tail.sd;
    row.p = tail.p;
    row.adjusted_p = adjusted;
    write_adjusted_p(results, id, {KeyName::actors, pair}, adjusted);
}

/// How many pairs must share the least p that the draws can give for any to be retained.
std::int64_t least_together(std::int64_t pairs, std::size_t draws) {
    const double alone = inference::discovery_level * static_cast<double>(draws + 1);
    return static_cast<std::int64_t>(std::ceil(static_cast<double>(pairs) / alone - 1e-9));
}

/// Draws with which one pair alone can be retained.
std::int64_t enough_draws(std::int64_t pairs) {
    return static_cast<std::int64_t>(
               std::ceil(static_cast<double>(pairs) / inference::discovery_level - 1e-9)) -
           1;
}

/// None retained says nothing when one alone could not have been.
void write_headline(const Scope& scope, Results& results, std::int64_t retained,
                    std::int64_t pairs) {
    const std::size_t draws = scope.meetings_by_chance().draws();
    const std::int64_t least = least_together(pairs, draws);
    const bool is_told = retained > 0 || least <= 1;
    Estimate& row = is_told ? results.share(id, {}, retained, pairs, {})
                            : results.undefined(id, {}, "not_comparable");
    row.n = pairs;
    row.n_effective = static_cast<std::int64_t>(scope.meetings().relations());
    row.null_model = "curveball";
    const bool is_asked = results.wants_rows() || !scope.study.request.metrics.empty();
    if (least > 1 && is_asked)
        results.note("M414", {std::to_string(draws), std::to_string(pairs), std::to_string(least),
                              std::to_string(enough_draws(pairs))});
}

void write_ties(const Scope& scope, Results& results, std::int64_t pairs) {
    inference::PairTails seen(scope.meetings());
    scope.meetings_by_chance().for_each_table(
        [&](std::size_t, const graph::Incidence& drawn) { seen.see(drawn); });
    const std::vector<Tail> tails = seen.tails();
    std::vector<double> p;
    p.reserve(tails.size());
    for (const Tail& tail : tails) p.push_back(tail.p);
    const std::vector<double> adjusted = inference::benjamini_hochberg(p);
    write_headline(
        scope, results,
        std::ranges::count_if(adjusted, [](double q) { return q <= inference::discovery_level; }),
        pairs);
    const std::vector<std::string> labels = results.attendee_labels();
    if (labels.empty()) return;
    for (std::size_t i = 0; i < tails.size(); ++i)
        write_pair(results, pair_label(labels[tails[i].a], labels[tails[i].b]), tails[i],
                   adjusted[i]);
}

void compute_significant_ties(const Scope& scope, Results& results) {
    const std::int64_t pairs = pairs_of(scope.meetings());
    Estimate& met =
        results.value(id, {{KeyName::measure, "pairs_met"}}, static_cast<double>(pairs));
    met.unit = "count";
    met.nature = FigureNature::counted;
    if (pairs == 0) {
        results.undefined(id, {}, scope.events.relations.empty() ? "no_event" : "no_edges");
        return;
    }
    const Coincidence& chance = scope.meetings_by_chance();
    chance.say_how(results);
    if (chance.is_drawn() && can_tell(chance))
        write_ties(scope, results, pairs);
    else
        results.undefined(id, {}, "not_comparable").n = pairs;
}

}  // namespace

extern const Entry dialogue_significant_ties;
const Entry dialogue_significant_ties{"D14", metrics_of_entry, tables, compute_significant_ties};

}  // namespace maillage::metrics
