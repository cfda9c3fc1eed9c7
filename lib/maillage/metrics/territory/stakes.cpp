#include <algorithm>
#include <array>
#include <set>

#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr std::array metrics_of_entry{
    Metric{.id = "shared_stakes",
           .dynamic = Dynamic::territory,
           .tier = 1,
           .nature = FigureNature::counted,
           .unit = "count",
           .title = {"Paires qui ont un enjeu en commun", "Pairs that share a stake"},
           .question = {"Qui a les mêmes enjeux ?", "Who has the same stakes?"},
           .definition = {"Paires d’acteurs de V qui citent un même enjeu. measure=lift : combien "
                          "de fois plus souvent que les autres paires de V elles ont une alliance, "
                          "si enjeux et alliances étaient indépendants : 1. Avec le détail, nombre "
                          "d’enjeux communs de chaque paire (actors=), les 1 000 premières.",
                          "Pairs of actors of V that cite the same stake. measure=lift: how many "
                          "times as often as all pairs of V they share an alliance; 1 if stakes "
                          "and alliances were independent. With details, number of common stakes "
                          "of each pair (actors=), the first 1,000."},
           .reading = {"{0} paires ont un enjeu en commun.", "{0} pairs share a stake."},
           .limits = {"Un enjeu que chacun cite fait beaucoup de paires et n’apprend rien.",
                      "A stake that everyone cites makes many pairs and teaches nothing."},
           .source = "ours"},
    Metric{.id = "stakes_without_tie",
           .dynamic = Dynamic::territory,
           .tier = 1,
           .nature = FigureNature::counted,
           .unit = "share",
           .title = {"Enjeux communs sans alliance", "Shared stakes without alliance"},
           .question = {"Quels enjeux sans table commune ?", "Which stakes without a table?"},
           .definition = {"Parmi les paires de V qui ont un enjeu en commun, part de celles qui "
                          "n’ont pas d’alliance dans la période. Par enjeu (stake=), paires sans "
                          "alliance ; measure=without_event : enjeux cités que ne porte aucune "
                          "rencontre de la période. Indéfini sans enjeu commun.",
                          "Among the pairs of V that share a stake, share of those without "
                          "alliance in the window. By stake (stake=), pairs without alliance; "
                          "measure=without_event: stakes cited that no meeting of the window is "
                          "about. Undefined without a common stake."},
           .reading = {"{0} des paires qui ont un enjeu en commun n’ont pas d’alliance.",
                       "{0} of the pairs that share a stake have no alliance."},
           .limits = {"N’être pas alliés n’est pas un manque en soi.",
                      "Not to be allied is no lack by itself."},
           .source = "ours"}};

constexpr std::array tables{model::Table::partnerships, model::Table::stakes};

/// The actors of V that cite each stake, sorted, by number of vertex.
struct Cited {
    std::uint32_t stake;
    std::vector<graph::Vertex> by;
};

std::vector<Cited> cited(const Scope& scope) {
    std::vector<std::pair<std::uint32_t, graph::Vertex>> rows;
    for (const auto& row : scope.data.actor_stakes)
        if (const auto vertex = scope.view.partnerships.actors.rank(row.owner.index))
            rows.emplace_back(row.stake.index, *vertex);
    std::ranges::sort(rows);
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    std::vector<Cited> stakes;
    for (const auto& [stake, vertex] : rows) {
        if (stakes.empty() || stakes.back().stake != stake) stakes.push_back({stake, {}});
        stakes.back().by.push_back(vertex);
    }
    return stakes;
}

bool are_tied(const graph::CompressedGraph& ties, const graph::Pair& pair) {
    return std::ranges::binary_search(ties.neighbours(pair.first), pair.second);
}

/// Every pair once for each stake it shares.
std::vector<graph::Pair> pairs_of(const std::vector<Cited>& stakes) {
    std::vector<graph::Pair> pairs;
    for (const Cited& stake : stakes)
        for (std::size_t i = 0; i < stake.by.size(); ++i)
            for (std::size_t j = i + 1; j < stake.by.size(); ++j)
                pairs.emplace_back(stake.by[i], stake.by[j]);
    std::ranges::sort(pairs);
    return pairs;
}

void write_pairs(const Scope& scope, const std::vector<graph::Pair>& repeated, Results& results) {
    constexpr std::size_t most_rows = 1'000;
    std::vector<std::pair<std::int64_t, graph::Pair>> counted;  // Most stakes first.
    for (const graph::Pair& pair : repeated) {
        if (counted.empty() || counted.back().second != pair) counted.emplace_back(0, pair);
        --counted.back().first;
    }
    std::ranges::sort(counted);
    if (counted.size() > most_rows) counted.resize(most_rows);
    std::vector<std::string> labels;
    scope.view.partnerships.actors.for_each(
        [&](std::uint32_t actor) { labels.push_back(results.actor(actor)); });
    for (const auto& [count, pair] : counted) {
        const std::string label = pair_label(labels[pair.first], labels[pair.second]);
        results.value("shared_stakes", {{KeyName::actors, label}}, -static_cast<double>(count));
    }
}

void write_lift(const graph::CompressedGraph& ties, std::size_t shared, std::size_t both,
                Results& results) {
    const auto n = static_cast<double>(ties.vertices());
    const KeyParts key{{KeyName::measure, "lift"}};
    if (shared == 0 || ties.edges() == 0) {
        results.undefined("shared_stakes", key, "zero_total").unit = "ratio";
        return;
    }
    results
        .value("shared_stakes", key,
               static_cast<double>(both) * (n * (n - 1) / 2) /
                   (static_cast<double>(shared) * static_cast<double>(ties.edges())))
        .unit = "ratio";
}

void write_stakes(const Scope& scope, const std::vector<Cited>& stakes, Results& results) {
    std::set<std::uint32_t> discussed;
    for (const std::uint32_t event : scope.events.relations)
        for (const model::ThemeId theme : scope.data.events.themes[event])
            discussed.insert(theme.index);
    std::int64_t without_event = 0;
    for (const Cited& stake : stakes) {
        without_event += !discussed.contains(stake.stake);
        std::int64_t apart = 0;
        for (const graph::Pair& pair : pairs_of({stake})) apart += !are_tied(scope.ties(), pair);
        Estimate& row = results.value("stakes_without_tie",
                                      {{KeyName::stake, scope.data.themes[stake.stake].key}},
                                      static_cast<double>(apart));
        row.unit = "count";
    }
    if (scope.data.has_column(model::Table::events, "themes"))
        results
            .value("stakes_without_tie", {{KeyName::measure, "without_event"}},
                   static_cast<double>(without_event))
            .unit = "count";
}

void compute_stakes(const Scope& scope, Results& results) {
    const graph::CompressedGraph& ties = scope.ties();
    const auto stakes = cited(scope);
    const auto repeated = pairs_of(stakes);
    std::vector<graph::Pair> pairs = repeated;
    graph::make_distinct(pairs);
    const auto shared = static_cast<std::int64_t>(pairs.size());
    const auto both =
        std::ranges::count_if(pairs, [&](const graph::Pair& pair) { return are_tied(ties, pair); });
    results.value("shared_stakes", {}, static_cast<double>(shared)).n =
        static_cast<std::int64_t>(ties.vertices());
    write_lift(ties, pairs.size(), static_cast<std::size_t>(both), results);
    results.share("stakes_without_tie", {}, shared - both, shared, "zero_total");
    write_stakes(scope, stakes, results);
    if (results.wants_rows()) write_pairs(scope, repeated, results);
}

}  // namespace

extern const Entry territory_stakes;
const Entry territory_stakes{"S1", metrics_of_entry, tables, compute_stakes, Cost::superlinear};

}  // namespace maillage::metrics
