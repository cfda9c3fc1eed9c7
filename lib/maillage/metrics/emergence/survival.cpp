// How long alliances last. Those that still run are not left out: they count among those at risk
// until the date of the data. A silent one may run or not, so every figure is computed twice.

#include <algorithm>
#include <array>

#include <maillage/metrics/lifetimes.hpp>
#include <maillage/metrics/new_pairs.hpp>
#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr std::array metrics_of_entry{
    Metric{
        .id = "emergence_survival",
        .dynamic = Dynamic::emergence,
        .tier = 1,
        .nature = FigureNature::estimated,
        .unit = "share",
        .title = {"Alliances qui durent", "Alliances that last"},
        .question = {"Nos alliances durent-elles ?", "Do our alliances last?"},
        .definition =
            {"Part S(h) des alliances nées dans la période qui courent encore h mois après leur "
             "début, suivies jusqu’à la date des données : S(t) = produit de (1 - d/n), d fins "
             "parmi n alliances observées juste avant (Kaplan-Meier), entrées tardives comprises "
             "(--observed-from). n : alliances observées à h mois ; n_effective : fins. Les "
             "alliances sans nouvelles courent ; measure=silent_ended : finies à leur dernier "
             "signe. measure=median : durée à laquelle la moitié ont fini. Indéfini au-delà du "
             "plus long suivi.",
             "Share S(h) of the alliances born in the window that still run h months after "
             "their start, followed to the date of the data: S(t) = product of (1 - d/n), d "
             "ends among n alliances observed just before (Kaplan-Meier), late entries included "
             "(--observed-from). n: alliances observed at h months; n_effective: ends. Silent "
             "alliances run; measure=silent_ended: ended at their last sign. measure=median: "
             "duration at which half have ended. Undefined beyond the longest follow-up."},
        .reading = {"{0} des alliances courent encore à cette échéance.",
                    "{0} of the alliances still run by then."},
        .limits = {"Regarder le nombre d’alliances observées à chaque échéance : sur trois ou "
                   "quatre, la part saute à chaque fin. Une fin que personne n’a notée allonge "
                   "la durée.",
                   "Look at the number of alliances observed at each horizon: with three or "
                   "four, the share jumps at each end. An end that nobody wrote down makes "
                   "them last longer."},
        .source = "Kaplan & Meier 1958, 10.1080/01621459.1958.10501452; Greenwood 1926",
        .minimum = 10},
    Metric{.id = "emergence_rmst",
           .dynamic = Dynamic::emergence,
           .tier = 1,
           .nature = FigureNature::estimated,
           .unit = "months",
           .title = {"Durée moyenne des alliances sur une échéance",
                     "Mean duration of alliances by a horizon"},
           .question = {"Sur les cinq premières années, combien de mois dure une alliance ?",
                        "Of its first five years, how many months does an alliance last?"},
           .definition =
               {"Durée moyenne pendant les h premiers mois : aire sous S(t) de 0 à h, en mois. "
                "measure=silent_ended : alliances sans nouvelles finies à leur dernier signe. "
                "Indéfini au-delà du plus long suivi.",
                "Mean duration during the first h months: area under S(t) from 0 to h, in months. "
                "measure=silent_ended: silent alliances ended at their last sign. Undefined beyond "
                "the longest follow-up."},
           .reading = {"Sur cette échéance, une alliance dure {0} mois en moyenne.",
                       "By this horizon, an alliance lasts {0} months on average."},
           .limits = {"Ne dit rien de ce qui suit l’échéance.",
                      "Says nothing of what follows the horizon."},
           .source = "Royston & Parmar 2013, 10.1186/1471-2288-13-152",
           .minimum = 10}};

constexpr std::array tables{model::Table::partnerships};
constexpr std::string_view survival_id = "emergence_survival", mean_id = "emergence_rmst";

struct Horizon {
    std::string_view months;
    double days;
};
constexpr std::array horizons{
    Horizon{"12", 12 * days_per_month}, Horizon{"24", 24 * days_per_month},
    Horizon{"36", 36 * days_per_month}, Horizon{"60", 60 * days_per_month}};

/// One reading of silence: its curve, and the name of its rows.
struct Reading {
    inference::SurvivalCurve curve;
    std::string_view measure;  ///< Empty for the headline.
    std::string_view reason;   ///< Why there is no curve.
};

std::int64_t ends_of(const inference::SurvivalCurve& curve) {
    std::int64_t ends = 0;
    for (const auto& step : curve.risk().steps()) ends += step.events;
    return ends;
}

/// A record without value yet, with the numbers it rests on.
Estimate& begin(Results& results, std::string_view id, const Reading& reading,
                const Horizon& horizon) {
    const std::array<std::pair<KeyName, std::string_view>, 2> key{
        {{KeyName::horizon_months, horizon.months}, {KeyName::measure, reading.measure}}};
    Estimate& row = reading.measure.empty()
                        ? results.without_value(id, {key[0]}, Status::ok, {})
                        : results.without_value(id, {key[0], key[1]}, Status::ok, {});
    const bool any = reading.curve.risk().units() > 0;
    if (!any || !reading.curve.is_known(horizon.days)) {
        row.status = Status::undefined;
        row.reason = any ? "beyond_follow_up" : reading.reason;
    }
    row.n = reading.curve.risk().at_risk(horizon.days);
    row.n_effective = ends_of(reading.curve);
    return row;
}

void write_limits(Estimate& row, const std::optional<inference::Interval>& limits,
                  std::string_view method) {
    if (!limits) return;
    row.ci_low = limits->low;
    row.ci_high = limits->high;
    row.ci_method = method;
}

void write_survival(Results& results, const Reading& reading, const Reading* other) {
    for (const Horizon& horizon : horizons) {
        Estimate& row = begin(results, survival_id, reading, horizon);
        if (row.status != Status::ok) continue;
        row.value = reading.curve.survival(horizon.days);
        write_limits(row, reading.curve.limits(horizon.days), "ci_greenwood_loglog");
        if (other == nullptr || !other->curve.is_known(horizon.days)) continue;
        row.range_low = std::min(*row.value, other->curve.survival(horizon.days));
        row.range_high = row.value;
    }
}

void write_mean(Results& results, const Reading& reading, const Reading* other) {
    for (const Horizon& horizon : horizons) {
        Estimate& row = begin(results, mean_id, reading, horizon);
        if (row.status != Status::ok) continue;
        const auto mean = *reading.curve.restricted_mean(horizon.days);
        const double width = inference::z_95 * mean.standard_error;
        row.value = mean.value / days_per_month;
        write_limits(
            row,
            inference::Interval{std::max(mean.value - width, 0.0) / days_per_month,
                                std::min(mean.value + width, horizon.days) / days_per_month},
            "greenwood");
        const auto low =
            other == nullptr ? std::nullopt : other->curve.restricted_mean(horizon.days);
        if (!low) continue;
        row.range_low = std::min(*row.value, low->value / days_per_month);
        row.range_high = row.value;
    }
}

void write_median(Results& results, const inference::SurvivalCurve& curve,
                  std::string_view reason) {
    const auto median = curve.median();
    const KeyParts key{{KeyName::measure, "median"}};
    const bool any = curve.risk().units() > 0;
    Estimate& row = median ? results.value(survival_id, key, *median / days_per_month)
                           : results.undefined(survival_id, key, any ? "cif_below_half" : reason);
    row.unit = "months";
    row.n = static_cast<std::int64_t>(curve.risk().units());
    row.n_effective = ends_of(curve);
}

/// Alliances followed, and what should be known of them.
void write_counts(Results& results, const Lifetimes& lives) {
    const auto write = [&](std::string_view measure, std::int64_t count) {
        Estimate& row =
            results.value(survival_id, {{KeyName::measure, measure}}, static_cast<double>(count));
        row.unit = "count";
        row.nature = FigureNature::counted;
    };
    write("relations", static_cast<std::int64_t>(lives.spells.size()));
    if (lives.over_before > 0) write("over_before", lives.over_before);
    if (lives.imprecise > 0) write("imprecise", lives.imprecise);
}

void compute_survival(const Scope& scope, Results& results) {
    const Lifetimes running = lifetimes(scope, SilentAs::running);
    const bool all_over = !started_partnerships(scope).empty();
    const std::string_view reason = all_over ? "empty_risk_set" : reason_of_no_start(scope);
    const Reading headline{inference::SurvivalCurve(running.spells), {}, reason};
    std::optional<Reading> low;
    if (running.any_silent)
        low = Reading{inference::SurvivalCurve(lifetimes(scope, SilentAs::ended).spells),
                      "silent_ended", reason};
    const Reading* other = low ? &*low : nullptr;
    write_survival(results, headline, other);
    write_mean(results, headline, other);
    if (low) {
        write_survival(results, *low, nullptr);
        write_mean(results, *low, nullptr);
    }
    write_median(results, headline.curve, reason);
    write_counts(results, running);
}

}  // namespace

extern const Entry emergence_survival;
const Entry emergence_survival{"P8", metrics_of_entry, tables, compute_survival};

}  // namespace maillage::metrics
