#include <cmath>

#include "reference/stages.hpp"

namespace maillage::reference {

namespace {

struct Outcome {
    int day;
    char what;  ///< `e`vent, `s`topped or `l`ost.
};

std::vector<Outcome> outcomes(const Question& q, int stage) {
    std::vector<Outcome> found;
    for (const Stages& project : all_stages(q)) {
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

}  // namespace

Answers experiments_reach(const Question& q) {
    Answers answers;
    const auto spreading = outcomes(q, 3);
    int follow_up = 0;
    for (const Outcome& outcome : spreading) follow_up = std::max(follow_up, outcome.day);
    for (const int months : {12, 24, 36}) {
        const double horizon = months * month_days;
        const auto [arrived, stopped] = incidence(spreading, horizon);
        const bool all_gone = 1 - arrived - stopped < 1e-9;
        const bool known = !spreading.empty() && (horizon <= follow_up || all_gone);
        const std::string key = "horizon_months=" + std::to_string(months);
        answers[{"experiments_reach_spreading", key}] =
            known ? std::optional(arrived) : std::nullopt;
        answers[{"experiments_reach_spreading", "measure=stopped;" + key}] =
            known ? std::optional(stopped) : std::nullopt;
    }
    const auto modelling = outcomes(q, 2);
    std::optional<double> median;
    for (const Outcome& outcome : modelling)
        if (incidence(modelling, outcome.day).first > 0.5 - 1e-9 &&
            (!median || outcome.day / month_days < *median))
            median = outcome.day / month_days;
    answers[{"experiments_median_time_modelling", ""}] = median;
    return answers;
}

}  // namespace maillage::reference
