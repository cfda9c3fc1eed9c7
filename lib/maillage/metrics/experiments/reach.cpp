// How long the crossing takes: first arrival at spreading, or at modelling, when abandonment or a
// merger may come first and make it impossible.

#include <algorithm>
#include <array>
#include <cmath>

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
             "mois ; n_effective : projets. measure=stopped : part arrêtée avant. Indéfini au-delà "
             "du plus long suivi.",
             "Share of projects that came to spreading (or further) by h months after their first "
             "stage, for those that began in the window, followed to the date of the data; "
             "abandonment and merger make it impossible (Aalen-Johansen). n: projects followed at "
             "h months; n_effective: projects. measure=stopped: share stopped before. Undefined "
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
                "Indéfini tant que moins de la moitié y sont parvenus (cif_below_half).",
                "First delay, from the first stage, by which half of the projects came to "
                "modelling (or further), which abandonment and merger may make impossible. "
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

void write_limits(Estimate& row, const inference::CumulativeIncidence& incidence,
                  const std::vector<Spell>& spells, double time) {
    double variance = 0;
    for (const Spell& spell : spells) variance += std::pow(incidence.influence(spell, time), 2);
    const auto limits = inference::loglog_limits(1 - *row.value, std::sqrt(variance));
    if (!limits) return;
    row.ci_low = 1 - limits->high;
    row.ci_high = 1 - limits->low;
    row.ci_method = "est_aalen_johansen";
}

void write_reach(Results& results, const std::vector<Spell>& spells, std::string_view none) {
    const inference::CumulativeIncidence incidence(spells);
    for (const StageHorizon& horizon : stage_horizons) {
        const std::string_view reason = spells.empty()                     ? none
                                        : incidence.is_known(horizon.days) ? std::string_view()
                                                                           : "beyond_follow_up";
        const auto write = [&](KeyParts key, double value) -> Estimate& {
            Estimate& row = reason.empty() ? results.value(reach_id, key, value)
                                           : results.undefined(reach_id, key, reason);
            row.n = incidence.risk().at_risk(horizon.days);
            row.n_effective = static_cast<std::int64_t>(spells.size());
            return row;
        };
        Estimate& row =
            write({{KeyName::horizon_months, horizon.months}}, incidence.event(horizon.days));
        if (reason.empty()) write_limits(row, incidence, spells, horizon.days);
        write({{KeyName::measure, "stopped"}, {KeyName::horizon_months, horizon.months}},
              incidence.competing(horizon.days));
    }
}

void write_median(Results& results, const std::vector<Spell>& spells, std::string_view none) {
    const inference::CumulativeIncidence incidence(spells);
    const auto& steps = incidence.risk().steps();
    // One half, up to the rounding of a sum of products.
    const auto half = std::ranges::find_if(steps, [&](const inference::RiskSets::Step& step) {
        return incidence.event(step.time) >= 0.5 - 1e-12;
    });
    Estimate& row =
        half != steps.end()
            ? results.value(median_id, {}, half->time / days_per_month)
            : results.undefined(median_id, {}, spells.empty() ? none : "cif_below_half");
    row.n = row.n_effective = static_cast<std::int64_t>(spells.size());
}

void compute_reach(const Scope& scope, Results& results) {
    const std::vector<StageHistory> histories = stage_histories(scope);
    const std::string_view none = reason_of_no_history(scope);
    write_reach(results, spells_to(scope, histories, Stage::spreading), none);
    write_median(results, spells_to(scope, histories, Stage::modelling), none);
}

}  // namespace

extern const Entry experiments_reach;
const Entry experiments_reach{"X2", metrics_of_entry, tables, compute_reach};

}  // namespace maillage::metrics
