#pragma once

#include <algorithm>
#include <utility>

#include "reference/life.hpp"

namespace maillage::reference {

/// What was noted of one project's stages, from the definitions alone.
struct Stages {
    std::vector<std::pair<Day, int>> entries;  ///< Day and place of the stage in the list.
    std::vector<bool> in_window;
    Day last = 0;
    bool stopped = false;
    bool silent = false;

    [[nodiscard]] Day origin() const { return entries.front().first; }
    /// The stage on a day after the origin, just before whatever happens that day.
    [[nodiscard]] int before(Day day) const {
        int stage = -1;
        for (const auto& [when, which] : entries)
            if (when < day) stage = which;
        return stage;
    }
    [[nodiscard]] int on(Day day) const { return before(day + 1); }
};

inline constexpr int abandoned_stage = 5;
inline constexpr double month_days = 30.4375;

inline Day middle_of(const Date& date) {
    return date.first() + (date.last() - date.first()) / 2;
}

/// What is thought of a project without news: still at its stage, or abandoned at its last sign of
/// life, one day after the stage at the earliest.
enum class Silence { lasts, ends };

inline std::vector<Stages> all_stages(const Question& q, Silence silence = Silence::lasts) {
    std::vector<Stages> found;
    if (!q.as_of) return found;
    for (const std::uint32_t project : q.experiments) {
        std::vector<std::tuple<Day, int, bool>> rows;
        for (const auto& row : q.data.stages[project])
            if (row.date.last() <= *q.as_of)
                rows.emplace_back(middle_of(row.date), static_cast<int>(row.stage),
                                  q.in_window(row.date));
        std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
            return std::pair(std::get<0>(a), std::get<1>(a)) <
                   std::pair(std::get<0>(b), std::get<1>(b));
        });
        Stages stages;
        const bool stops = std::any_of(rows.begin(), rows.end(), [](const auto& row) {
            return std::get<1>(row) >= abandoned_stage;
        });
        const Date& end = q.data.experiments.rows[project].end;
        stages.last = *q.as_of;
        if (!stops && end.known() && middle_of(end) < stages.last) stages.last = middle_of(end);
        for (const auto& [day, stage, inside] : rows) {
            if (day > stages.last || stages.stopped) continue;
            stages.entries.emplace_back(day, stage);
            stages.in_window.push_back(inside);
            if (stage >= abandoned_stage) {
                stages.stopped = true;
                stages.last = day;
            }
        }
        if (stages.entries.empty()) continue;
        const Signs signs = signs_of_project(q, project);
        stages.silent = signs.silent;
        if (signs.silent && silence == Silence::ends) {
            stages.last = std::max(*signs.last, stages.entries.back().first + 1);
            stages.entries.emplace_back(stages.last, abandoned_stage);
            stages.in_window.push_back(false);
            stages.stopped = true;
        }
        found.push_back(stages);
    }
    return found;
}

inline bool any_silent(const Question& q) {
    const auto all = all_stages(q);
    return std::any_of(all.begin(), all.end(), [](const Stages& s) { return s.silent; });
}

}  // namespace maillage::reference
