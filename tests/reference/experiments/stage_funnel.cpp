#include "reference/stages.hpp"

namespace maillage::reference {

namespace {

const char* const names[] = {"conception", "experimentation", "modelling", "spreading",
                             "industrialisation"};

struct Stay {
    int days;
    bool left;
};

/// Stays in a stage that begin in the window: one stage a day, the last one noted.
std::vector<Stay> stays(const Question& q, int stage, Silence silence) {
    std::vector<Stay> found;
    for (const Stages& project : all_stages(q, silence)) {
        int current = -1;
        Day since = 0;
        bool counted = false;
        for (std::size_t i = 0; i < project.entries.size(); ++i) {
            const auto [day, which] = project.entries[i];
            if (project.on(day) != which) continue;
            if (i + 1 < project.entries.size() && project.entries[i + 1].first == day) continue;
            if (which == current) continue;
            if (current == stage && counted) found.push_back({day - since, true});
            current = which;
            since = day;
            counted = project.in_window[i];
        }
        if (current == stage && counted && project.last > since)
            found.push_back({project.last - since, false});
    }
    return found;
}

std::optional<double> quantile(const std::vector<Stay>& all, double staying) {
    double survival = 1;
    int longest = 0;
    for (const Stay& stay : all) longest = std::max(longest, stay.days);
    for (int day = 1; day <= longest; ++day) {
        double at_risk = 0, ends = 0;
        for (const Stay& stay : all) {
            at_risk += stay.days >= day ? 1 : 0;
            ends += stay.days == day && stay.left ? 1 : 0;
        }
        if (ends == 0) continue;
        survival *= 1 - ends / at_risk;
        if (survival < staying + 1e-9) return day / month_days;
    }
    return std::nullopt;
}

}  // namespace

Answers experiments_stage_funnel(const Question& q) {
    Answers answers;
    for (int stage = 0; stage < 4; ++stage)
        for (const int months : {12, 24, 36}) {
            const double horizon = months * month_days;
            double mature = 0, reached = 0;
            for (const Stages& project : all_stages(q)) {
                std::size_t i = 0;
                while (i < project.entries.size() && project.entries[i].second != stage) ++i;
                if (i == project.entries.size() || !project.in_window[i]) continue;
                const Day entered = project.entries[i].first;
                const Day known = project.stopped ? *q.as_of : project.last;
                if (known < entered + horizon) continue;
                ++mature;
                bool further = false;
                for (std::size_t j = i; j < project.entries.size(); ++j)
                    further = further || (project.entries[j].second > stage &&
                                          project.entries[j].second < abandoned_stage &&
                                          project.entries[j].first <= entered + horizon);
                if (further) ++reached;
            }
            answers[{"experiments_stage_funnel", std::string("stage=") + names[stage] +
                                                     ";stage_to=" + names[stage + 1] +
                                                     ";horizon_months=" + std::to_string(months)}] =
                mature > 0 ? std::optional(reached / mature) : std::nullopt;
        }
    for (int stage = 0; stage < 5; ++stage) {
        const auto all = stays(q, stage, Silence::lasts);
        const std::string key = std::string("stage=") + names[stage];
        answers[{"experiments_stage_dwell", key}] = quantile(all, 0.5);
        answers[{"experiments_stage_dwell", "measure=first_quartile;" + key}] = quantile(all, 0.75);
        answers[{"experiments_stage_dwell", "measure=third_quartile;" + key}] = quantile(all, 0.25);
        if (any_silent(q))
            answers[{"experiments_stage_dwell", "measure=silent_ended;" + key}] =
                quantile(stays(q, stage, Silence::ends), 0.5);
    }
    return answers;
}

}  // namespace maillage::reference
