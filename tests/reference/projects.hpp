#pragma once

#include "reference/reference.hpp"

namespace maillage::reference {

/// On or before the last day for certain; what has no date is older than any.
inline bool past(const Question& q, const Date& date) {
    return !date.known() || !q.last || date.last() <= *q.last;
}

/// Experiments begun by the last day: by their start, else by a stage.
inline std::vector<std::uint32_t> begun_projects(const Question& q) {
    std::vector<std::uint32_t> begun;
    for (const std::uint32_t i : q.experiments) {
        const Date& start = q.data.experiments.rows[i].start;
        bool seen = q.data.stages[i].empty();
        for (const auto& entry : q.data.stages[i]) seen = seen || past(q, entry.date);
        if (start.known() ? past(q, start) : seen) begun.push_back(i);
    }
    return begun;
}

/// Those of them that run on some day of the window.
inline std::vector<std::uint32_t> projects_of_window(const Question& q) {
    std::vector<std::uint32_t> running;
    for (const std::uint32_t i : begun_projects(q)) {
        const auto& row = q.data.experiments.rows[i];
        bool over = false;
        if (q.first) {
            for (const auto& entry : q.data.stages[i])
                if (!entry.date.known() || entry.date.last() <= *q.first)
                    over = entry.stage == model::Stage::abandoned ||
                           entry.stage == model::Stage::merged;
            const bool one_day = row.start.known() && row.start == row.end;
            if (row.end.known())
                over = over || (one_day ? row.end.last() < *q.first : row.end.last() <= *q.first);
        }
        if (!over) running.push_back(i);
    }
    return running;
}

}  // namespace maillage::reference
