#include <algorithm>
#include <tuple>

#include <maillage/metrics/projects.hpp>
#include <maillage/metrics/stage_histories.hpp>

namespace maillage::metrics {

namespace {

bool lies_in_window(const Scope& scope, const model::Date& date) {
    return !scope.window.first || !scope.last_day ||
           (date.first() >= *scope.window.first && date.last() <= *scope.last_day);
}

void stop_at_last_sign(const Scope& scope, StageHistory& history) {
    const base::Day after = history.entries.back().day + 1;
    history.last =
        std::max(scope.study.experiments.last_sign[history.experiment].value_or(after), after);
    history.entries.push_back({history.last, model::Stage::abandoned, false});
    history.stopped = true;
}

StageHistory history_of(const Scope& scope, std::uint32_t experiment, SilentAs silent) {
    const base::Day as_of = *scope.study.as_of;
    StageHistory history{experiment, {}, as_of};
    for (const model::StageEntry& row : scope.data.stages[experiment]) {
        if (!row.date.known() || !is_past(row.date, as_of)) continue;
        history.imprecise = history.imprecise || !row.date.exact();
        history.entries.push_back({middle(row.date), row.stage, lies_in_window(scope, row.date)});
    }
    std::ranges::stable_sort(history.entries, {}, [](const StageHistory::Entry& entry) {
        return std::tuple(entry.day, entry.stage);
    });
    const auto stop = std::ranges::find_if(
        history.entries, [](const StageHistory::Entry& entry) { return is_stop(entry.stage); });
    if (stop != history.entries.end()) {
        history.stopped = true;
        history.last = stop->day;
        history.entries.erase(stop + 1, history.entries.end());
        return history;
    }
    const model::Date& end = scope.data.experiments.rows[experiment].end;
    if (end.known()) history.last = std::min(history.last, middle(end));
    std::erase_if(history.entries,
                  [&](const StageHistory::Entry& entry) { return entry.day > history.last; });
    history.silent = scope.study.experiments.life[experiment] == Life::silent;
    if (history.silent && silent == SilentAs::ended && !history.entries.empty())
        stop_at_last_sign(scope, history);
    return history;
}

}  // namespace

std::vector<StageHistory> stage_histories(const Scope& scope, SilentAs silent) {
    std::vector<StageHistory> histories;
    if (!scope.study.as_of) return histories;
    for (const std::uint32_t experiment : scope.view.experiments.relations)
        if (StageHistory history = history_of(scope, experiment, silent); !history.entries.empty())
            histories.push_back(std::move(history));
    return histories;
}

bool any_silent(const std::vector<StageHistory>& histories) {
    return std::ranges::any_of(histories, &StageHistory::silent);
}

std::vector<StageHistory::Entry> path_of(const StageHistory& history) {
    std::vector<StageHistory::Entry> path;
    for (std::size_t i = 0; i < history.entries.size(); ++i) {
        const StageHistory::Entry& entry = history.entries[i];
        const bool passed_through =
            i + 1 < history.entries.size() && history.entries[i + 1].day == entry.day;
        if (passed_through || (!path.empty() && path.back().stage == entry.stage)) continue;
        path.push_back(entry);
    }
    return path;
}

std::int32_t observed_after(const Scope& scope, base::Day origin) {
    const auto from = scope.study.request.observed_from;
    return from ? std::max(*from - origin, 0) : 0;
}

std::string_view reason_of_no_history(const Scope& scope) {
    return scope.view.experiments.relations.empty() ? "no_relation" : "zero_total";
}

}  // namespace maillage::metrics
