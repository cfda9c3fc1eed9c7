// The honest funnel: of the projects that entered a stage long enough ago, how many went further in
// time; and how long they stay in each stage.

#include <algorithm>
#include <array>
#include <optional>

#include <maillage/inference/survival.hpp>
#include <maillage/metrics/results.hpp>
#include <maillage/metrics/stage_histories.hpp>

namespace maillage::metrics {

namespace {

using inference::Outcome;
using inference::Spell;
using model::Stage;

constexpr std::array metrics_of_entry{
    Metric{
        .id = "experiments_stage_funnel",
        .dynamic = Dynamic::experiments,
        .tier = 1,
        .nature = FigureNature::estimated,
        .unit = "share",
        .title = {"Projets qui passent à l’étape suivante",
                  "Projects that go on to the next stage"},
        .question = {"L’entonnoir honnête ?", "The honest funnel?"},
        .definition =
            {"Parmi les projets entrés dans une étape (stage=) pendant la période et suivis au "
             "moins h mois depuis, part parvenue dans ces h mois à l’étape suivante (stage_to=) ou "
             "au-delà ; limites de Wilson. Un projet abandonné reste suivi. Indéfini quand aucun "
             "n’est suivi assez longtemps.",
             "Among the projects that entered a stage (stage=) in the window and have been "
             "followed for h months at least since, share that came within these h months to the "
             "next stage (stage_to=) or further; Wilson limits. An abandoned project stays "
             "followed. Undefined when none has been followed long enough."},
        .reading = {"{0} des projets passent à l’étape suivante dans ce délai.",
                    "{0} of the projects go on to the next stage in this time."},
        .limits = {"Les projets récents n’y sont pas : ils n’ont pas encore eu le temps.",
                   "Recent projects are left out: they have not had the time yet."},
        .source = "Wilson 1927, 10.1080/01621459.1927.10502953",
        .minimum = 10},
    Metric{
        .id = "experiments_stage_dwell",
        .dynamic = Dynamic::experiments,
        .tier = 1,
        .nature = FigureNature::estimated,
        .unit = "months",
        .title = {"Temps passé dans une étape", "Time spent in a stage"},
        .question = {"Combien de temps un projet reste-t-il dans une étape ?",
                     "How long does a project stay in a stage?"},
        .definition =
            {"Durée médiane des séjours dans une étape (stage=) commencés dans la période, ceux "
             "qui durent encore comptés jusqu’à la date des données (Kaplan-Meier) ; "
             "measure=first_quartile, third_quartile : durée au bout de laquelle un quart, trois "
             "quarts en sont sortis, vers quelque étape que ce soit ; measure=silent_ended : "
             "projets "
             "sans nouvelles abandonnés à leur dernier signe. Indéfini tant que trop peu en "
             "sont sortis (beyond_follow_up).",
             "Median duration of the stays in a stage (stage=) begun in the window, those that "
             "still last counted to the date of the data (Kaplan-Meier); measure=first_quartile, "
             "third_quartile: duration after which a quarter, three quarters have left it, to any "
             "stage; measure=silent_ended: silent projects abandoned at their last sign. "
             "Undefined while too few have left (beyond_follow_up)."},
        .reading = {"La moitié des séjours dans cette étape durent {0} mois au plus.",
                    "Half of the stays in this stage last {0} months at most."},
        .limits = {"Une étape suivante notée tard allonge le séjour.",
                   "A next stage noted late makes the stay longer."},
        .source = "Kaplan & Meier 1958, 10.1080/01621459.1958.10501452",
        .minimum = 10}};

constexpr std::array tables{model::Table::experiments, model::Table::experiment_stages};

constexpr std::string_view funnel_id = "experiments_stage_funnel",
                           dwell_id = "experiments_stage_dwell";

constexpr std::array chain{Stage::conception, Stage::experimentation, Stage::modelling,
                           Stage::spreading, Stage::industrialisation};

struct Cohort {
    std::int64_t entered = 0, mature = 0, reached = 0;
};

/// What becomes, within the horizon, of the projects that first entered the stage in the window.
Cohort cohort_of(const Scope& scope, const std::vector<StageHistory>& histories, Stage stage,
                 double horizon) {
    Cohort cohort;
    for (const StageHistory& history : histories) {
        const auto& entries = history.entries;
        const auto entry = std::ranges::find(entries, stage, &StageHistory::Entry::stage);
        if (entry == entries.end() || !entry->in_window) continue;
        if (observed_after(scope, entry->day) > 0) continue;
        ++cohort.entered;
        // What has stopped goes nowhere any more: it is known to the date of the data.
        const base::Day known = history.stopped ? *scope.study.as_of : history.last;
        if (known - entry->day < horizon) continue;
        ++cohort.mature;
        const bool reached = std::any_of(entry, entries.end(), [&](const auto& later) {
            return later.stage > stage && !is_stop(later.stage) &&
                   later.day - entry->day <= horizon;
        });
        cohort.reached += reached ? 1 : 0;
    }
    return cohort;
}

void write_funnel(const Scope& scope, Results& results,
                  const std::vector<StageHistory>& histories) {
    for (std::size_t i = 0; i + 1 < chain.size(); ++i)
        for (const StageHorizon& horizon : stage_horizons) {
            const Cohort cohort = cohort_of(scope, histories, chain[i], horizon.days);
            const std::string_view reason =
                cohort.entered > 0 ? "beyond_follow_up" : reason_of_no_history(scope);
            Estimate& row =
                results.share(funnel_id,
                              {{KeyName::stage, model::code_of(model::stages, chain[i])},
                               {KeyName::stage_to, model::code_of(model::stages, chain[i + 1])},
                               {KeyName::horizon_months, horizon.months}},
                              cohort.reached, cohort.mature, reason);
            row.n_effective = cohort.mature;
            if (cohort.entered > 0)
                row.coverage =
                    static_cast<double>(cohort.mature) / static_cast<double>(cohort.entered);
            const auto limits = inference::wilson(cohort.reached, cohort.mature);
            if (!limits) continue;
            row.ci_low = limits->low;
            row.ci_high = limits->high;
            row.ci_method = "ci_wilson";
        }
}

/// The stays in a stage that begin in the window.
std::vector<Spell> stays_in(const Scope& scope, const std::vector<StageHistory>& histories,
                            Stage stage) {
    std::vector<Spell> stays;
    for (const StageHistory& history : histories) {
        const auto path = path_of(history);
        for (std::size_t i = 0; i < path.size(); ++i) {
            if (path[i].stage != stage || !path[i].in_window) continue;
            const bool left = i + 1 < path.size();
            const Spell stay{observed_after(scope, path[i].day),
                             (left ? path[i + 1].day : history.last) - path[i].day,
                             left ? Outcome::event : Outcome::censored};
            if (stay.entry < stay.time) stays.push_back(stay);
        }
    }
    return stays;
}

struct Quantile {
    std::string_view measure;  ///< Empty: the median.
    double staying;            ///< Share that stays longer.
};
constexpr std::array quantiles{Quantile{{}, 0.5}, Quantile{"first_quartile", 0.75},
                               Quantile{"third_quartile", 0.25}};
constexpr Quantile silent_ended{"silent_ended", 0.5};

/// Months after which no more than that share stays.
std::optional<double> months_until(const inference::SurvivalCurve& curve, double staying) {
    // Up to the rounding of a product of ratios.
    const auto step = std::ranges::find_if(
        curve.steps(), [&](const auto& s) { return s.survival <= staying + 1e-12; });
    return step == curve.steps().end() ? std::nullopt : std::optional(step->time / days_per_month);
}

Estimate& write_quantile(Results& results, Stage stage, const Quantile& quantile,
                         const inference::SurvivalCurve& curve, std::string_view none) {
    const std::string_view word = model::code_of(model::stages, stage);
    const auto months = months_until(curve, quantile.staying);
    const std::string_view reason = months                      ? std::string_view()
                                    : curve.risk().units() == 0 ? none
                                                                : "beyond_follow_up";
    const Status status = months ? Status::ok : Status::undefined;
    Estimate& row =
        quantile.measure.empty()
            ? results.without_value(dwell_id, {{KeyName::stage, word}}, status, reason)
            : results.without_value(dwell_id,
                                    {{KeyName::measure, quantile.measure}, {KeyName::stage, word}},
                                    status, reason);
    row.value = months;
    row.n = row.n_effective = static_cast<std::int64_t>(curve.risk().units());
    return row;
}

/// The durations of a stage; `ended` holds the histories of the other reading of silence.
void write_dwell(const Scope& scope, Results& results, const std::vector<StageHistory>& running,
                 const std::vector<StageHistory>& ended, Stage stage) {
    const std::string_view none = reason_of_no_history(scope);
    const inference::SurvivalCurve curve(stays_in(scope, running, stage));
    const inference::SurvivalCurve other(stays_in(scope, ended, stage));
    for (const Quantile& quantile : quantiles) {
        Estimate& row = write_quantile(results, stage, quantile, curve, none);
        const auto bound = months_until(other, quantile.staying);
        if (!row.value || !bound) continue;
        row.range_low = std::min(*row.value, *bound);
        row.range_high = std::max(*row.value, *bound);
    }
    if (!ended.empty()) write_quantile(results, stage, silent_ended, other, none);
}

void compute_funnel(const Scope& scope, Results& results) {
    const std::vector<StageHistory> running = stage_histories(scope, SilentAs::running);
    std::vector<StageHistory> ended;
    if (any_silent(running)) ended = stage_histories(scope, SilentAs::ended);
    write_funnel(scope, results, running);
    for (const Stage stage : chain) write_dwell(scope, results, running, ended, stage);
}

}  // namespace

extern const Entry experiments_stage_funnel;
const Entry experiments_stage_funnel{"X3", metrics_of_entry, tables, compute_funnel};

}  // namespace maillage::metrics
