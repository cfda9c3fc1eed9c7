#include <cmath>

#include "reference/stages.hpp"

namespace maillage::reference {

namespace {

struct Outcome {
    int day;
    char what;  ///< `e`vent, `s`topped or `l`ost.
};

std::vector<Outcome> outcomes(const Question& q, int stage, Silence silence) {
    std::vector<Outcome> found;
    for (const Stages& project : all_stages(q, silence)) {
        if (!project.in_window.front()) continue;
        Outcome outcome{project.last - project.origin(), project.stopped ? 's' : 'l'};
        for (auto entry = project.entries.rbegin(); entry != project.entries.rend(); ++entry)
            if (entry->second >= stage && entry->second < abandoned_stage)
                outcome = {entry->first - project.origin(), 'e'};
        if (outcome.day > 0) found.push_back(outcome);
    }
    return found;
}

/// Shares arrived and stopped on a day, by the days before it.
std::pair<double, double> incidence(const std::vector<Outcome>& all, double horizon) {
    double arrived = 0, stopped = 0;
    for (int day = 1; day <= horizon; ++day) {
        double at_risk = 0, events = 0, stops = 0;
        for (const Outcome& outcome : all) {
            at_risk += outcome.day >= day ? 1 : 0;
            events += outcome.day == day && outcome.what == 'e' ? 1 : 0;
            stops += outcome.day == day && outcome.what == 's' ? 1 : 0;
        }
        if (at_risk == 0) break;
        const double free = 1 - arrived - stopped;
        arrived += free * events / at_risk;
        stopped += free * stops / at_risk;
    }
    return {arrived, stopped};
}

/// Shares arrived and stopped by a horizon; nothing when nobody is followed that long.
std::optional<std::pair<double, double>> known_incidence(const std::vector<Outcome>& all,
                                                         double horizon) {
    int follow_up = 0;
    for (const Outcome& outcome : all) follow_up = std::max(follow_up, outcome.day);
    const auto shares = incidence(all, horizon);
    const bool all_gone = 1 - shares.first - shares.second < 1e-9;
    if (all.empty() || (horizon > follow_up && !all_gone)) return std::nullopt;
    return shares;
}

std::optional<double> median_of(const std::vector<Outcome>& all) {
    std::optional<double> median;
    for (const Outcome& outcome : all)
        if (incidence(all, outcome.day).first > 0.5 - 1e-9 &&
            (!median || outcome.day / month_days < *median))
            median = outcome.day / month_days;
    return median;
}

void answer(Answers& answers, const Question& q, Silence silence) {
    const bool ends = silence == Silence::ends;
    const auto spreading = outcomes(q, 3, silence);
    for (const int months : {12, 24, 36}) {
        const auto shares = known_incidence(spreading, months * month_days);
        const std::string key = "horizon_months=" + std::to_string(months);
        answers[{"experiments_reach_spreading", (ends ? "measure=silent_ended;" : "") + key}] =
            shares ? std::optional(shares->first) : std::nullopt;
        if (ends) continue;
        answers[{"experiments_reach_spreading", "measure=stopped;" + key}] =
            shares ? std::optional(shares->second) : std::nullopt;
    }
    answers[{"experiments_median_time_modelling", ends ? "measure=silent_ended" : ""}] =
        median_of(outcomes(q, 2, silence));
}

}  // namespace

Answers experiments_reach(const Question& q) {
    Answers answers;
    answer(answers, q, Silence::lasts);
    if (any_silent(q)) answer(answers, q, Silence::ends);
    return answers;
}

}  // namespace maillage::reference
