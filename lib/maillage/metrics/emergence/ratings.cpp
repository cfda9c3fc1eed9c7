// What actors think of each other, told as means of several raters and never by rater.

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <map>
#include <numeric>
#include <optional>
#include <string>
#include <vector>

#include <maillage/base/random.hpp>
#include <maillage/metrics/projects.hpp>
#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

using model::RatingItem;

constexpr std::array metrics_of_entry{
    Metric{.id = "emergence_trust",
           .dynamic = Dynamic::emergence,
           .tier = 2,
           .nature = FigureNature::estimated,
           .unit = "score",
           .title = {"Confiance reçue", "Trust received"},
           .question = {"Quelle confiance perçue, sans nommer qui note ?",
                        "How much trust is perceived, without naming who rates?"},
           .definition =
               {"Note d’un évaluateur : moyenne de fiabilité, mission partagée et ouverture, de 1 "
                "à 4, selon sa dernière évaluation. Note reçue : moyenne sur les évaluateurs ; "
                "valeur : moyenne sur les acteurs notés par trois ou plus, les autres étant tus. "
                "measure=reciprocity_gap : écart moyen des deux notes des paires qui se notent ; "
                "measure=response_rate : acteurs qui notent, parmi ceux qui notent ou sont notés ; "
                "measure=cronbach_alpha : cohérence des trois critères. Nul ne se note lui-même. "
                "Indéfini sans note.",
                "Score of a rater: mean of reliability, mission congruence and openness, 1 to 4, "
                "by its last rating. Received score: mean over raters; value: mean over actors "
                "rated by three or more, the others being withheld. measure=reciprocity_gap: mean "
                "difference of the two scores of pairs that rate each other; "
                "measure=response_rate: actors that rate, of those that rate or are rated; "
                "measure=cronbach_alpha: consistency of the three items. Nobody rates itself. "
                "Undefined without rating."},
           .reading = {"La confiance reçue est de {0} sur 4.", "Trust received is {0} of 4."},
           .limits = {"Dit ce qui est perçu par ceux qui ont répondu. Avec trois évaluateurs, "
                      "deux d’entre eux peuvent deviner la note du troisième.",
                      "Tells what is perceived by those who answered. With three raters, two of "
                      "them may guess the score of the third."},
           .source = "Varda et al. 2008"},
    Metric{.id = "emergence_value",
           .dynamic = Dynamic::emergence,
           .tier = 2,
           .nature = FigureNature::estimated,
           .unit = "score",
           .title = {"Valeur reconnue", "Value recognised"},
           .question = {"Quel apport perçu, sans nommer qui note ?",
                        "What worth is perceived, without naming who rates?"},
           .definition =
               {"Comme la confiance reçue, la note d’un évaluateur étant la moyenne d’influence, "
                "implication et ressources.",
                "As trust received, the score of a rater being the mean of influence, involvement "
                "and resources."},
           .reading = {"La valeur reconnue est de {0} sur 4.", "Value recognised is {0} of 4."},
           .limits = {"Dit ce qui est perçu par ceux qui ont répondu. Avec trois évaluateurs, "
                      "deux d’entre eux peuvent deviner la note du troisième.",
                      "Tells what is perceived by those who answered. With three raters, two of "
                      "them may guess the score of the third."},
           .source = "Varda et al. 2008"}};

constexpr std::array tables{model::Table::ratings};

constexpr std::size_t items = 3;
/// Fewer raters, or pairs, are never told.
constexpr std::int64_t least_raters = 3;

/// What one actor says of another on the items of a metric.
struct Opinion {
    std::uint32_t rated, rater;
    std::array<std::optional<double>, items> scores;

    [[nodiscard]] bool is_complete() const {
        return std::ranges::all_of(scores, [](const auto& score) { return score.has_value(); });
    }
    [[nodiscard]] double mean() const {
        double sum = 0, count = 0;
        for (const auto& score : scores) {
            sum += score.value_or(0);
            count += score ? 1 : 0;
        }
        return sum / count;
    }
};

/// The item of the metric that begins with `first`; nothing for those of the other metric.
std::optional<std::size_t> item_of(RatingItem item, RatingItem first) {
    const auto at = static_cast<std::size_t>(item), from = static_cast<std::size_t>(first);
    return at >= from && at < from + items ? std::optional(at - from) : std::nullopt;
}

/// The last scores given by the last day, by rated, then rater; equal dates are averaged.
std::vector<Opinion> opinions(const Scope& scope, RatingItem first) {
    std::vector<Opinion> found;
    const auto& rows = scope.data.ratings;
    for (std::size_t i = 0; i < rows.size();) {
        const model::Rating& row = rows[i];
        double sum = 0, count = 0;
        model::Date last;
        for (; i < rows.size() && rows[i].rated == row.rated && rows[i].rater == row.rater &&
               rows[i].item == row.item;
             ++i) {
            if (!is_past(rows[i].date, scope.last_day)) continue;
            // Rows are sorted by date: the last one stands.
            if (!(rows[i].date == last)) sum = count = 0;
            last = rows[i].date;
            sum += rows[i].score;
            ++count;
        }
        const auto item = item_of(row.item, first);
        if (!item || count == 0 || row.rater == row.rated || !scope.study.is_recorded(row.rater) ||
            !scope.view.partnerships.actors.contains(row.rated.index))
            continue;
        const bool is_new = found.empty() || found.back().rated != row.rated.index ||
                            found.back().rater != row.rater.index;
        if (is_new) found.push_back({row.rated.index, row.rater.index, {}});
        found.back().scores[*item] = sum / count;
    }
    return found;
}

std::size_t raters_of(const std::vector<Opinion>& all, auto counts) {
    std::vector<std::uint32_t> raters;
    for (const Opinion& one : all)
        if (counts(one)) raters.push_back(one.rater);
    std::ranges::sort(raters);
    return static_cast<std::size_t>(std::unique(raters.begin(), raters.end()) - raters.begin());
}

/// Opinions of one actor, one after the other in the list of all.
struct Received {
    std::uint32_t actor;
    std::size_t first, end;

    [[nodiscard]] std::int64_t raters() const { return static_cast<std::int64_t>(end - first); }
    [[nodiscard]] bool may_be_told() const { return raters() >= least_raters; }
};

std::vector<Received> received(const std::vector<Opinion>& all) {
    std::vector<Received> of;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (of.empty() || of.back().actor != all[i].rated) of.push_back({all[i].rated, i, i});
        of.back().end = i + 1;
    }
    return of;
}

/// Mean of the received scores that may be told, each opinion weighing as its rater does; nothing
/// when none has any weight.
std::optional<double> mean_received(const std::vector<Opinion>& all,
                                    const std::vector<Received>& of, auto weight) {
    double sum = 0, count = 0;
    for (const Received& one : of) {
        if (!one.may_be_told()) continue;
        double scores = 0, weights = 0;
        for (std::size_t i = one.first; i < one.end; ++i) {
            scores += weight(i) * all[i].mean();
            weights += weight(i);
        }
        if (weights <= 0) continue;
        sum += scores / weights;
        ++count;
    }
    return count > 0 ? std::optional(sum / count) : std::nullopt;
}

/// Limits at 95 %: raters are drawn with replacement, the actors told stay the same.
void write_limits(const Scope& scope, const std::vector<Opinion>& all,
                  const std::vector<Received>& of, Estimate& row) {
    constexpr std::size_t least_units = 8;
    std::map<std::uint32_t, std::uint32_t> place;
    for (const Opinion& one : all) place.emplace(one.rater, 0);
    if (place.size() < least_units || scope.study.replicates == 0) return;
    std::uint32_t raters = 0;
    for (auto& [rater, at] : place) at = raters++;
    std::vector<std::uint32_t> at(all.size());
    for (std::size_t i = 0; i < all.size(); ++i) at[i] = place[all[i].rater];
    const std::string purpose =
        "raters " + std::string(row.metric) + " " + std::string(row.territory) + " " + row.period;
    std::vector<double> means;
    std::vector<double> times(raters);
    for (std::uint32_t draw = 0; draw < scope.study.replicates; ++draw) {
        base::RandomStream stream(scope.study.request.seed, purpose, draw);
        std::ranges::fill(times, 0);
        for (std::uint32_t i = 0; i < raters; ++i) ++times[stream.below(raters)];
        const auto weight = [&](std::size_t i) { return times[at[i]]; };
        if (const auto mean = mean_received(all, of, weight)) means.push_back(*mean);
    }
    std::ranges::sort(means);
    const auto below = static_cast<std::size_t>(0.025 * static_cast<double>(means.size() + 1));
    if (below == 0) return;  // too few draws for a tail
    row.ci_low = means[below - 1];
    row.ci_high = means[means.size() - below];
    row.ci_method = "bootstrap_raters";
}

void write_received(const Scope& scope, std::string_view id, const std::vector<Opinion>& all,
                    Results& results) {
    const auto of = received(all);
    const auto told = std::ranges::count_if(of, &Received::may_be_told);
    const auto mean = mean_received(all, of, [](std::size_t) { return 1.0; });
    Estimate& row = mean          ? results.value(id, {}, *mean)
                    : all.empty() ? results.undefined(id, {}, "no_relation")
                                  : results.without_value(id, {}, Status::suppressed, "small_cell");
    row.n = told;
    row.n_effective =
        static_cast<std::int64_t>(raters_of(all, [](const Opinion&) { return true; }));
    if (!of.empty()) row.coverage = static_cast<double>(told) / static_cast<double>(of.size());
    if (mean) write_limits(scope, all, of, row);
    if (!results.wants_rows()) return;
    for (std::size_t i = 0; i < of.size(); ++i) {
        const std::string label = results.actor(of[i].actor);
        const KeyParts key{{KeyName::actor, label}};
        if (!of[i].may_be_told()) {
            results.without_value(id, key, Status::suppressed, "small_cell");
            continue;
        }
        const std::vector<Received> alone{of[i]};
        const auto score = mean_received(all, alone, [](std::size_t) { return 1.0; });
        results.value(id, key, *score).n = of[i].raters();
    }
}

/// A figure about raters, kept to itself when too few stand behind it.
void write_about_raters(Results& results, std::string_view id, std::string_view measure,
                        std::optional<double> value, std::int64_t behind, std::string_view unit) {
    const KeyParts key{{KeyName::measure, measure}};
    Estimate& row = behind > 0 && behind < least_raters
                        ? results.without_value(id, key, Status::suppressed, "small_cell")
                    : value ? results.value(id, key, *value)
                            : results.undefined(id, key, "zero_total");
    row.unit = unit;
    row.n = behind;
}

void write_gap(std::string_view id, const std::vector<Opinion>& all, Results& results) {
    std::map<std::pair<std::uint32_t, std::uint32_t>, double> score;
    for (const Opinion& one : all) score[{one.rater, one.rated}] = one.mean();
    double sum = 0;
    std::int64_t pairs = 0;
    for (const auto& [who, given] : score) {
        const auto back = score.find({who.second, who.first});
        if (who.first > who.second || back == score.end()) continue;
        sum += std::abs(given - back->second);
        ++pairs;
    }
    const auto mean = pairs > 0 ? std::optional(sum / static_cast<double>(pairs)) : std::nullopt;
    write_about_raters(results, id, "reciprocity_gap", mean, pairs, "points");
}

void write_response(const Scope& scope, std::string_view id, const std::vector<Opinion>& all,
                    Results& results) {
    std::map<std::uint32_t, bool> rates;  // actors of V that rate or are rated
    for (const Opinion& one : all) {
        rates.emplace(one.rated, false);
        if (scope.view.partnerships.actors.contains(one.rater)) rates[one.rater] = true;
    }
    const auto answered = std::ranges::count_if(rates, [](const auto& one) { return one.second; });
    results
        .share(id, {{KeyName::measure, "response_rate"}}, answered,
               static_cast<std::int64_t>(rates.size()), "no_relation")
        .unit = "share";
}

double sum_of_squares(const std::vector<double>& values) {
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) /
                        static_cast<double>(std::max<std::size_t>(values.size(), 1));
    double sum = 0;
    for (const double value : values) sum += (value - mean) * (value - mean);
    return sum;
}

/// Cronbach's alpha over the opinions that score every item: k/(k-1) (1 - sum of the variances of
/// the items / variance of their sum).
void write_alpha(std::string_view id, const std::vector<Opinion>& all, Results& results) {
    std::array<std::vector<double>, items> of_item;
    std::vector<double> totals;
    for (const Opinion& one : all) {
        if (!one.is_complete()) continue;
        for (std::size_t i = 0; i < items; ++i) of_item[i].push_back(*one.scores[i]);
        totals.push_back(items * one.mean());
    }
    double within = 0;
    for (const auto& values : of_item) within += sum_of_squares(values);
    const double total = sum_of_squares(totals);
    constexpr double k = items;
    // Sums that are all equal may differ by rounding.
    const auto alpha =
        total > 1e-9 ? std::optional(k / (k - 1) * (1 - within / total)) : std::nullopt;
    write_about_raters(
        results, id, "cronbach_alpha", alpha,
        static_cast<std::int64_t>(raters_of(all, std::mem_fn(&Opinion::is_complete))), "index");
    results.rows.back().n_effective = static_cast<std::int64_t>(totals.size());
}

void compute_ratings(const Scope& scope, Results& results) {
    constexpr std::array sides{std::pair{"emergence_trust", RatingItem::reliability},
                               std::pair{"emergence_value", RatingItem::influence}};
    for (const auto& [id, first] : sides) {
        const auto all = opinions(scope, first);
        write_received(scope, id, all, results);
        write_gap(id, all, results);
        write_response(scope, id, all, results);
        write_alpha(id, all, results);
    }
}

}  // namespace

extern const Entry emergence_ratings;
const Entry emergence_ratings{"P16", metrics_of_entry, tables, compute_ratings};

}  // namespace maillage::metrics
