#include <algorithm>
#include <array>

#include <maillage/metrics/lifetimes.hpp>
#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr std::array metrics_of_entry{Metric{
    .id = "emergence_churn",
    .dynamic = Dynamic::emergence,
    .tier = 1,
    .nature = FigureNature::estimated,
    .unit = "share",
    .title = {"Alliances qui prennent fin", "Alliances that come to an end"},
    .question = {"Parmi les alliances en cours au début de la période, combien ont pris fin ?",
                 "Of the alliances running when the window opens, how many ended in it?"},
    .definition =
        {"Alliances en cours la veille de la période : part de celles qui ne courent plus "
         "à son dernier jour. Deux bornes : alliances sans nouvelles en cours, ou finies "
         "à leur dernier signe. Indéfini quand aucune alliance n’est en cours la veille.",
         "Alliances running on the eve of the window: share of those that no longer run "
         "on its last day. Two bounds: silent alliances running, or ended at their last "
         "sign. Undefined when none runs on the eve."},
    .reading = {"{0} des alliances en cours ont pris fin dans la période.",
                "{0} of the running alliances ended in the window."},
    .limits = {"Se lit année par année (--by year) : sur une période longue, les alliances nées et "
               "finies entre-temps n’y sont pas.",
               "To be read year by year (--by year): over a long window, alliances born and ended "
               "meanwhile are not in it."},
    .source = "ours"}};

constexpr std::array tables{model::Table::partnerships};
constexpr std::string_view id = "emergence_churn";

struct Stock {
    std::int64_t running = 0, ended = 0;
};

Stock stock_of(const Scope& scope, SilentAs silent) {
    Stock stock;
    for (const std::uint32_t i : scope.view.partnerships.relations) {
        model::Relation relation = scope.data.partnerships.rows[i];
        relation.end = end_of(scope.study, i, silent);
        if (!runs_on(relation, *scope.window.first - 1)) continue;
        ++stock.running;
        if (!runs_on(relation, *scope.last_day)) ++stock.ended;
    }
    return stock;
}

void compute_churn(const Scope& scope, Results& results) {
    if (!scope.study.as_of || !scope.window.first) {
        results.undefined(id, {}, "unknown_dates");
        return;
    }
    if (*scope.last_day < *scope.window.first) {
        results.undefined(id, {}, "beyond_follow_up");
        return;
    }
    const Stock stock = stock_of(scope, SilentAs::running);
    const Stock lower = stock_of(scope, SilentAs::ended);
    const bool any = !scope.view.partnerships.relations.empty();
    Estimate& row =
        results.share(id, {}, stock.ended, stock.running, any ? "zero_total" : "no_relation");
    row.n_effective = stock.running;
    const bool same = stock.running == lower.running && stock.ended == lower.ended;
    if (!row.value || lower.running == 0 || same) return;
    const double other = static_cast<double>(lower.ended) / static_cast<double>(lower.running);
    row.range_low = std::min(*row.value, other);
    row.range_high = std::max(*row.value, other);
}

}  // namespace

extern const Entry emergence_churn;
const Entry emergence_churn{"P9", metrics_of_entry, tables, compute_churn};

}  // namespace maillage::metrics
