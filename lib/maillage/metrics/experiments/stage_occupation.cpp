// Where projects stand some time after they began. A project lost from sight is not taken to have
// stayed where it was: it counts among those at risk until then, and no longer.

#include <algorithm>
#include <array>
#include <optional>

#include <maillage/inference/state_occupation.hpp>
#include <maillage/metrics/results.hpp>
#include <maillage/metrics/stage_histories.hpp>

namespace maillage::metrics {

namespace {

constexpr std::array metrics_of_entry{Metric{
    .id = "experiments_stage_occupation",
    .dynamic = Dynamic::experiments,
    .tier = 1,
    .nature = FigureNature::estimated,
    .unit = "share",
    .title = {"Étape des projets après quelques années", "Stage of projects after some years"},
    .question = {"Sur 100 projets, où en sont-ils trois ans après ?",
                 "Of 100 projects, where do they stand three years later?"},
    .definition =
        {"Part des projets à chaque étape (stage=) h mois après leur première étape, pour ceux qui "
         "ont commencé dans la période, suivis jusqu’à la date des données (Aalen-Johansen) : "
         "retours en arrière permis, projets perdus de vue comptés tant qu’on les suit, abandon et "
         "fusion définitifs. Les projets sans nouvelles sont à leur étape ; measure=silent_ended : "
         "abandonnés à leur dernier signe. n : projets. Indéfini quand une étape encore occupée "
         "n’a plus de "
         "projet suivi (empty_risk_set), ou sans projet.",
         "Share of projects in each stage (stage=) h months after their first stage, for those "
         "that began in the window, followed to the date of the data (Aalen-Johansen): moves back "
         "allowed, projects lost from sight counted as long as they are followed, abandonment and "
         "merger final. Silent projects stand in their stage; measure=silent_ended: abandoned at "
         "their last sign. n: projects. Undefined once a stage still occupied has no project "
         "followed "
         "(empty_risk_set), or without project."},
    .reading = {"À cette échéance, {0} des projets en sont à cette étape.",
                "By this horizon, {0} of the projects are at this stage."},
    .limits = {"Une étape non notée fait croire qu’un projet n’avance pas. On suppose que les "
               "projets perdus de vue ressemblent aux autres.",
               "A stage not noted makes a project look still. Projects lost from sight are assumed "
               "to be like the others."},
    .source = "Aalen & Johansen 1978; Andersen et al. 1993, 10.1007/978-1-4612-4348-9",
    .minimum = 10}};

constexpr std::array tables{model::Table::experiments, model::Table::experiment_stages};

constexpr std::string_view id = "experiments_stage_occupation";

/// Before the stages, the state of what has not begun: all leave it on day 0.
constexpr std::uint8_t not_begun = 0;

std::uint8_t state_of(model::Stage stage) {
    return static_cast<std::uint8_t>(1 + static_cast<std::uint8_t>(stage));
}

void add_sojourns(const Scope& scope, const StageHistory& history, std::uint32_t unit,
                  std::vector<inference::Sojourn>& sojourns) {
    const auto path = path_of(history);
    const base::Day origin = history.origin();
    const std::int32_t observed = observed_after(scope, origin);
    sojourns.push_back({unit, -1, 0, not_begun, state_of(path.front().stage)});
    for (std::size_t i = 0; i < path.size() && !is_stop(path[i].stage); ++i) {
        const bool moves = i + 1 < path.size();
        inference::Sojourn sojourn{unit,
                                   std::max(path[i].day - origin, observed),
                                   (moves ? path[i + 1].day : history.last) - origin,
                                   state_of(path[i].stage),
                                   {}};
        if (moves) sojourn.next = state_of(path[i + 1].stage);
        if (sojourn.entry < sojourn.exit) sojourns.push_back(sojourn);
    }
}

/// The projects that began in the window, and where they stand in time.
struct Cohort {
    std::vector<inference::Sojourn> sojourns;
    std::uint32_t projects = 0;
    std::int64_t imprecise = 0;
    bool any_silent = false;
};

Cohort cohort_of(const Scope& scope, SilentAs silent) {
    Cohort cohort;
    for (const StageHistory& history : stage_histories(scope, silent)) {
        if (!history.entries.front().in_window) continue;
        // Over before anybody looked.
        if (history.stopped && observed_after(scope, history.origin()) > 0 &&
            history.last - history.origin() <= observed_after(scope, history.origin()))
            continue;
        add_sojourns(scope, history, cohort.projects++, cohort.sojourns);
        cohort.imprecise += history.imprecise ? 1 : 0;
        cohort.any_silent = cohort.any_silent || history.silent;
    }
    return cohort;
}

/// One reading of silence: its shares, and the name of its rows.
struct Reading {
    Reading(const Scope& scope, SilentAs silent, std::string_view name)
        : measure(name),
          cohort(cohort_of(scope, silent)),
          occupation(cohort.sojourns, model::stages.size() + 1) {}
    std::string_view measure;  ///< Empty for the headline.
    Cohort cohort;
    inference::StateOccupation occupation;

    [[nodiscard]] double share(std::size_t stage, double time) const {
        return std::clamp(occupation.at(time).shares[stage + 1], 0.0, 1.0);
    }
};

/// The share in a stage at a horizon is known as long as no state was emptied, and somebody is
/// still followed or all have stopped.
std::string_view doubt(const Reading& reading, double time) {
    const inference::StateOccupation& occupation = reading.occupation;
    if (occupation.emptied() && *occupation.emptied() <= time) return "empty_risk_set";
    const auto& shares = occupation.at(time).shares;
    std::array<bool, model::stages.size() + 1> followed{};
    for (const inference::Sojourn& sojourn : reading.cohort.sojourns)
        if (sojourn.entry < time && time <= sojourn.exit) followed[sojourn.state] = true;
    bool any = false, all = true;
    for (std::size_t state = 1; state <= state_of(model::Stage::industrialisation); ++state) {
        any = any || followed[state];
        all = all && (followed[state] || shares[state] <= 1e-12);
    }
    if (all) return {};
    return any ? "empty_risk_set" : "beyond_follow_up";
}

Estimate& begin(Results& results, const Reading& reading, std::string_view stage,
                std::string_view months, std::string_view reason) {
    const Status status = reason.empty() ? Status::ok : Status::undefined;
    Estimate& row =
        reading.measure.empty()
            ? results.without_value(
                  id, {{KeyName::stage, stage}, {KeyName::horizon_months, months}}, status, reason)
            : results.without_value(id,
                                    {{KeyName::measure, reading.measure},
                                     {KeyName::stage, stage},
                                     {KeyName::horizon_months, months}},
                                    status, reason);
    row.n = row.n_effective = reading.cohort.projects;
    return row;
}

/// The shares at a horizon, between those of the two readings of silence when there are two.
void write(Results& results, const Reading& reading, const Reading* other,
           const StageHorizon& horizon, std::string_view none) {
    const bool any = reading.cohort.projects > 0;
    const std::string_view reason = any ? doubt(reading, horizon.days) : none;
    const bool both = other != nullptr && doubt(*other, horizon.days).empty();
    for (std::size_t stage = 0; stage < model::stages.size(); ++stage) {
        Estimate& row = begin(results, reading, model::stages[stage].code, horizon.months, reason);
        if (!reason.empty()) continue;
        row.value = reading.share(stage, horizon.days);
        if (both) {
            row.range_low = std::min(*row.value, other->share(stage, horizon.days));
            row.range_high = std::max(*row.value, other->share(stage, horizon.days));
        }
        const double error = reading.occupation.at(horizon.days).errors[stage + 1];
        const auto limits = inference::loglog_limits(*row.value, error);
        if (!limits) continue;
        row.ci_low = limits->low;
        row.ci_high = limits->high;
        row.ci_method = "est_aalen_johansen";
    }
}

void compute_occupation(const Scope& scope, Results& results) {
    const Reading headline(scope, SilentAs::running, {});
    std::optional<Reading> ended;
    if (headline.cohort.any_silent) ended.emplace(scope, SilentAs::ended, "silent_ended");
    const std::string_view none = reason_of_no_history(scope);
    for (const StageHorizon& horizon : stage_horizons) {
        write(results, headline, ended ? &*ended : nullptr, horizon, none);
        if (ended) write(results, *ended, nullptr, horizon, none);
    }
    Estimate& row = results.value(id, {{KeyName::measure, "imprecise"}},
                                  static_cast<double>(headline.cohort.imprecise));
    row.unit = "count";
    row.nature = FigureNature::counted;
}

}  // namespace

extern const Entry experiments_stage_occupation;
const Entry experiments_stage_occupation{"X1", metrics_of_entry, tables, compute_occupation};

}  // namespace maillage::metrics
