// How much of the network of alliances is the same a year later. The network is taken on single
// days, a year apart: taken over whole years, an alliance that ends in January would still be
// counted as lasting.

#include <algorithm>
#include <array>

#include <maillage/metrics/results.hpp>
#include <maillage/metrics/ties_on_day.hpp>

namespace maillage::metrics {

namespace {

constexpr std::array metrics_of_entry{Metric{
    .id = "emergence_jaccard",
    .dynamic = Dynamic::emergence,
    .tier = 1,
    .nature = FigureNature::counted,
    .unit = "share",
    .title = {"Paires d’alliés qui restent d’une année à l’autre",
              "Allied pairs that stay from one year to the next"},
    .question = {"Sont-ce les mêmes paires qui sont alliées un an plus tard ?",
                 "Are the same pairs allied a year later?"},
    .definition =
        {"Paires d’acteurs de V alliées un jour donné et un an plus tard : celles des deux "
         "jours sur celles de l’un ou l’autre, additionnées d’année en année en remontant "
         "depuis le dernier jour de la période ; sur moins d’un an, de la veille au "
         "dernier jour. Un pas qui part d’un jour sans alliance n’est pas compté. Deux "
         "bornes quand des alliances sont sans nouvelles. Indéfini sans pas.",
         "Pairs of actors of V allied on a day and a year later: those of both days over "
         "those of either, added up year by year, backwards from the last day of the "
         "window; under one year, from its eve to its last day. A step from a day without "
         "alliance is not counted. Two bounds when alliances are silent. Undefined "
         "without step."},
    .reading = {"D’une année à l’autre, {0} des paires alliées sont les mêmes.",
                "From one year to the next, {0} of the allied pairs are the same."},
    .limits = {"Baisse autant quand de nouvelles alliances naissent que quand d’anciennes "
               "finissent. Une grande alliance compte beaucoup de paires.",
               "Falls as much when new alliances are born as when old ones end. A large alliance "
               "counts many pairs."},
    .source = "Jaccard 1901"}};

constexpr std::array tables{model::Table::partnerships};
constexpr std::string_view id = "emergence_jaccard";

/// Days a year apart, the last one first.
std::vector<base::Day> days_of(const Scope& scope) {
    constexpr int months_per_year = 12;
    const base::Day eve = *scope.window.first - 1, last = *scope.last_day;
    std::vector<base::Day> days;
    for (int months = 0; months_before(last, months) >= eve; months += months_per_year)
        days.push_back(months_before(last, months));
    if (days.size() == 1) days.push_back(eve);
    return days;
}

struct Pairs {
    std::int64_t common = 0, either = 0;
    bool any = false;  ///< A pair is allied on one of the days.
};

Pairs pairs_of(const Scope& scope, SilentAs silent) {
    Pairs pairs;
    const auto days = days_of(scope);
    graph::CompressedGraph later = ties_on(scope.view, days.front(), silent);
    pairs.any = later.edges() > 0;
    for (std::size_t i = 1; i < days.size(); ++i) {
        graph::CompressedGraph earlier = ties_on(scope.view, days[i], silent);
        if (earlier.edges() > 0) {
            const std::int64_t common = common_edges(earlier, later);
            pairs.any = true;
            pairs.common += common;
            pairs.either += static_cast<std::int64_t>(earlier.edges() + later.edges()) - common;
        }
        later = std::move(earlier);
    }
    return pairs;
}

bool any_silent(const Scope& scope) {
    const auto& life = scope.study.partnerships.life;
    return std::ranges::any_of(scope.view.partnerships.relations,
                               [&](std::uint32_t i) { return life[i] == Life::silent; });
}

void write_bounds(Estimate& row, const Pairs& lower) {
    row.nature = FigureNature::estimated;
    if (!row.value || lower.either == 0) return;
    const double other = static_cast<double>(lower.common) / static_cast<double>(lower.either);
    row.range_low = std::min(*row.value, other);
    row.range_high = std::max(*row.value, other);
}

void compute_jaccard(const Scope& scope, Results& results) {
    if (!scope.study.as_of || !scope.window.first) {
        results.undefined(id, {}, "unknown_dates");
        return;
    }
    if (*scope.last_day < *scope.window.first) {
        results.undefined(id, {}, "beyond_follow_up");
        return;
    }
    const Pairs pairs = pairs_of(scope, SilentAs::running);
    Estimate& row = results.share(id, {}, pairs.common, pairs.either,
                                  pairs.any ? "beyond_follow_up" : "both_sets_empty");
    if (any_silent(scope)) write_bounds(row, pairs_of(scope, SilentAs::ended));
}

}  // namespace

extern const Entry emergence_jaccard;
const Entry emergence_jaccard{"P9", metrics_of_entry, tables, compute_jaccard};

}  // namespace maillage::metrics
