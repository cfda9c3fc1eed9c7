// How long the crossing takes: first arrival at spreading, or at modelling, when abandonment or a
// merger may come first and make it impossible.

#include <algorithm>
#include <array>
#include <optional>

#include <maillage/inference/competing_risks.hpp>
#include <maillage/metrics/results.hpp>
#include <maillage/metrics/stage_histories.hpp>

namespace maillage::metrics {

namespace {

using inference::Outcome;
using inference::Spell;
using model::Stage;

constexpr std::array metrics_of_entry{
    Metric{
        .id = "experiments_reach_spreading",
        .dynamic = Dynamic::experiments,
        .tier = 1,
        .nature = FigureNature::estimated,
        .unit = "share",
        .title = {"Projets qui parviennent à l’essaimage", "Projects that come to spread"},
        .question = {"Combien de temps dure la traversée ?", "How long does the crossing take?"},
        .definition =
            {"Part des projets parvenus à l’essaimage (ou au-delà) h mois après leur première "
             "étape, pour ceux qui ont commencé dans la période, suivis jusqu’à la date des "
             "données ; abandon et fusion l’empêchent (Aalen-Johansen). n : projets suivis à h "
             "mois ; n_effective : projets. measure=stopped : part arrêtée avant ; "
             "measure=silent_ended : projets sans nouvelles abandonnés à leur dernier signe. "
             "Indéfini au-delà "
             "du plus long suivi.",
             "Share of projects that came to spreading (or further) by h months after their first "
             "stage, for those that began in the window, followed to the date of the data; "
             "abandonment and merger make it impossible (Aalen-Johansen). n: projects followed at "
             "h months; n_effective: projects. measure=stopped: share stopped before; "
             "measure=silent_ended: silent projects abandoned at their last sign. Undefined "
             "beyond the longest follow-up."},
        .reading = {"À cette échéance, {0} des projets essaiment.",
                    "By this horizon, {0} of the projects spread."},
        .limits = {"Peu de projets sont suivis longtemps : lire n à chaque échéance.",
                   "Few projects are followed for long: read n at each horizon."},
        .source = "Aalen & Johansen 1978",
        .minimum = 10},
    Metric{.id = "experiments_median_time_modelling",
           .dynamic = Dynamic::experiments,
           .tier = 1,
           .nature = FigureNature::estimated,
           .unit = "months",
           .title = {"Délai médian jusqu’à la modélisation", "Median time to modelling"},
           .question = {"En combien de temps la moitié des projets se modélisent-ils ?",
                        "In how long are half of the projects modelled?"},
           .definition =
               {"Premier délai, depuis la première étape, auquel la moitié des projets sont "
                "parvenus à la modélisation (ou au-delà), abandon et fusion pouvant l’empêcher. "
                "measure=silent_ended : projets sans nouvelles abandonnés à leur dernier signe. "
                "Indéfini tant que moins de la moitié y sont parvenus (cif_below_half).",
                "First delay, from the first stage, by which half of the projects came to "
                "modelling (or further), which abandonment and merger may make impossible. "
                "measure=silent_ended: silent projects abandoned at their last sign. "
                "Undefined while less than half have come to it (cif_below_half)."},
           .reading = {"La moitié des projets sont modélisés en {0} mois.",
                       "Half of the projects are modelled within {0} months."},
           .limits = {"Les projets abandonnés restent dans le compte : sans eux le délai serait "
                      "plus court.",
                      "Abandoned projects stay in the count: without them the delay would be "
                      "shorter."},
           .source = "Aalen & Johansen 1978",
           .minimum = 10}};

constexpr std::array tables{model::Table::experiments, model::Table::experiment_stages};

constexpr std::string_view reach_id = "experiments_reach_spreading",
                           median_id = "experiments_median_time_modelling";

/// From the first stage to the first arrival at a stage or further.
Spell spell_to(const Scope& scope, const StageHistory& history, Stage stage) {
    const base::Day origin = history.origin();
    const auto arrival = std::ranges::find_if(history.entries, [&](const auto& entry) {
        return entry.stage >= stage && !is_stop(entry.stage);
    });
    const std::int32_t entry = observed_after(scope, origin);
    if (arrival != history.entries.end()) return {entry, arrival->day - origin, Outcome::event};
    return {entry, history.last - origin, history.stopped ? Outcome::competing : Outcome::censored};
}

/// Projects that began in the window and were observed; those there from the start are not.
std::vector<Spell> spells_to(const Scope& scope, const std::vector<StageHistory>& histories,
                             Stage stage) {
    std::vector<Spell> spells;
    for (const StageHistory& history : histories) {
        if (!history.entries.front().in_window) continue;
        const Spell spell = spell_to(scope, history, stage);
        if (spell.time > spell.entry) spells.push_back(spell);
    }
    return spells;
}

/// One reading of silence: what became of the projects, and the name of its rows.
struct Reading {
    Reading(const Scope& scope, const std::vector<StageHistory>& histories, Stage stage,
            std::string_view name)
        : measure(name), spells(spells_to(scope, histories, stage)), incidence(spells) {}
    std::string_view measure;  ///< Empty for the headline.
    std::vector<Spell> spells;
    inference::CumulativeIncidence incidence;

    [[nodiscard]] bool is_known(double time) const {
        return !spells.empty() && incidence.is_known(time);
    }
};

/// Both readings of silence, when a project is silent.
struct Readings {
    Reading headline;
    std::optional<Reading> ended;
    std::string_view none;  ///< Why there is nobody to follow.
};

Readings readings_of(const Scope& scope, Stage stage) {
    const std::vector<StageHistory> histories = stage_histories(scope, SilentAs::running);
    Readings readings{Reading(scope, histories, stage, {}), {}, reason_of_no_history(scope)};
    if (any_silent(histories))
        readings.ended.emplace(scope, stage_histories(scope, SilentAs::ended), stage,
                               "silent_ended");
    return readings;
}

void write_range(Estimate& row, double other) {
    row.range_low = std::min(*row.value, other);
    row.range_high = std::max(*row.value, other);
}

Estimate& begin_reach(Results& results, const Reading& reading, std::string_view measure,
                      const StageHorizon& horizon, std::string_view none) {
    const std::string_view reason = reading.spells.empty()           ? none
                                    : reading.is_known(horizon.days) ? std::string_view()
                                                                     : "beyond_follow_up";
    const Status status = reason.empty() ? Status::ok : Status::undefined;
    Estimate& row = measure.empty()
                        ? results.without_value(
                              reach_id, {{KeyName::horizon_months, horizon.months}}, status, reason)
                        : results.without_value(reach_id,
                                                {{KeyName::measure, measure},
                                                 {KeyName::horizon_months, horizon.months}},
                                                status, reason);
    row.n = reading.incidence.risk().at_risk(horizon.days);
    row.n_effective = static_cast<std::int64_t>(reading.spells.size());
    return row;
}

/// The share that came to the stage, between those of the two readings.
void write_reach(Results& results, const Reading& reading, const Reading* other,
                 const StageHorizon& horizon, std::string_view none) {
    Estimate& row = begin_reach(results, reading, reading.measure, horizon, none);
    if (row.status != Status::ok) return;
    row.value = reading.incidence.event(horizon.days);
    if (other != nullptr && other->is_known(horizon.days))
        write_range(row, other->incidence.event(horizon.days));
    const auto limits = reading.incidence.limits(reading.spells, horizon.days);
    if (!limits) return;
    row.ci_low = limits->low;
    row.ci_high = limits->high;
    row.ci_method = "est_aalen_johansen";
}

void write_stopped(Results& results, const Readings& readings, const StageHorizon& horizon) {
    Estimate& row = begin_reach(results, readings.headline, "stopped", horizon, readings.none);
    if (row.status != Status::ok) return;
    row.value = readings.headline.incidence.competing(horizon.days);
    if (readings.ended && readings.ended->is_known(horizon.days))
        write_range(row, readings.ended->incidence.competing(horizon.days));
}

void write_median(Results& results, const Reading& reading, const Reading* other,
                  std::string_view none) {
    const auto median = reading.incidence.median(reading.spells);
    const std::string_view reason = reading.spells.empty() ? none : "cif_below_half";
    const Status status = median ? Status::ok : Status::undefined;
    Estimate& row = reading.measure.empty()
                        ? results.without_value(median_id, {}, status, median ? "" : reason)
                        : results.without_value(median_id, {{KeyName::measure, reading.measure}},
                                                status, median ? "" : reason);
    row.n = row.n_effective = static_cast<std::int64_t>(reading.spells.size());
    if (!median) return;
    row.value = median->time / days_per_month;
    row.ci_low = median->low / days_per_month;
    if (median->high) row.ci_high = *median->high / days_per_month;
    row.ci_method = "est_aalen_johansen";
    const auto bound = other == nullptr ? std::nullopt : other->incidence.median(other->spells);
    if (bound) write_range(row, bound->time / days_per_month);
}

void compute_reach(const Scope& scope, Results& results) {
    const auto ended = [](const Readings& readings) {
        return readings.ended ? &*readings.ended : nullptr;
    };
    const Readings spreading = readings_of(scope, Stage::spreading);
    for (const StageHorizon& horizon : stage_horizons) {
        write_reach(results, spreading.headline, ended(spreading), horizon, spreading.none);
        write_stopped(results, spreading, horizon);
        if (spreading.ended)
            write_reach(results, *spreading.ended, nullptr, horizon, spreading.none);
    }
    const Readings modelling = readings_of(scope, Stage::modelling);
    write_median(results, modelling.headline, ended(modelling), modelling.none);
    if (modelling.ended) write_median(results, *modelling.ended, nullptr, modelling.none);
}

}  // namespace

extern const Entry experiments_reach;
const Entry experiments_reach{"X2", metrics_of_entry, tables, compute_reach};

}  // namespace maillage::metrics
