#include <cmath>

#include "reference/stages.hpp"

namespace maillage::reference {

namespace {

using Shares = std::vector<double>;

/// Day after day: everybody in a state moves as those observed in it do.
std::optional<Shares> shares_at(const std::vector<Stages>& cohort, double horizon) {
    if (cohort.empty()) return std::nullopt;
    Shares shares(7, 0);
    for (const Stages& project : cohort)
        shares[static_cast<std::size_t>(project.on(project.origin()))] +=
            1.0 / static_cast<double>(cohort.size());
    for (int day = 1; day <= std::ceil(horizon); ++day) {
        const double until = std::min<double>(day, horizon);
        Shares next = shares;
        for (std::size_t state = 0; state < 5; ++state) {
            double at_risk = 0;
            for (const Stages& project : cohort) {
                const Day today = project.origin() + day;
                if (project.before(today) == static_cast<int>(state) &&
                    project.last - project.origin() >= until)
                    ++at_risk;
            }
            if (at_risk == 0 && shares[state] > 1e-12) return std::nullopt;
            if (at_risk == 0 || until < day) continue;
            for (const Stages& project : cohort) {
                const Day today = project.origin() + day;
                if (project.before(today) != static_cast<int>(state) || project.last < today)
                    continue;
                const double part = shares[state] / at_risk;
                next[state] -= part;
                next[static_cast<std::size_t>(project.on(today))] += part;
            }
        }
        shares = next;
    }
    return shares;
}

std::vector<Stages> begun_in_window(const Question& q, Silence silence) {
    std::vector<Stages> cohort;
    for (const Stages& project : all_stages(q, silence))
        if (project.in_window.front()) cohort.push_back(project);
    return cohort;
}

constexpr const char* id = "experiments_stage_occupation";

void answer(Answers& answers, const std::vector<Stages>& cohort, const std::string& measure) {
    for (const int months : {12, 24, 36}) {
        const auto shares = shares_at(cohort, months * month_days);
        for (std::size_t stage = 0; stage < 7; ++stage)
            answers[{id, measure + "stage=" + std::string(model::stages[stage].code) +
                             ";horizon_months=" + std::to_string(months)}] =
                shares ? std::optional((*shares)[stage]) : std::nullopt;
    }
}

}  // namespace

Answers experiments_stage_occupation(const Question& q) {
    double imprecise = 0;
    for (const std::uint32_t i : q.experiments) {
        bool counted = false, inexact = false;
        std::pair<Day, int> first{0, 0};
        bool any = false;
        for (const auto& row : q.data.stages[i]) {
            if (!q.as_of || row.date.last() > *q.as_of) continue;
            inexact = inexact || row.date.first() != row.date.last();
            const std::pair key(middle_of(row.date), static_cast<int>(row.stage));
            if (!any || key < first) {
                first = key;
                counted = q.in_window(row.date);
            }
            any = true;
        }
        const Date& end = q.data.experiments.rows[i].end;
        bool stops = false;
        for (const auto& row : q.data.stages[i])
            stops = stops || (q.as_of && row.date.last() <= *q.as_of &&
                              static_cast<int>(row.stage) >= abandoned_stage);
        if (any && !stops && end.known() && middle_of(end) < first.first) counted = false;
        if (counted && inexact) ++imprecise;
    }
    Answers answers{{{id, "measure=imprecise"}, imprecise}};
    const auto cohort = begun_in_window(q, Silence::lasts);
    answer(answers, cohort, "");
    if (std::any_of(cohort.begin(), cohort.end(), [](const Stages& s) { return s.silent; }))
        answer(answers, begun_in_window(q, Silence::ends), "measure=silent_ended;");
    return answers;
}

}  // namespace maillage::reference
