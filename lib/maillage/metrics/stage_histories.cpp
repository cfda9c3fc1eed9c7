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

StageHistory history_of(const Scope& scope, std::uint32_t experiment) {
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
    return history;
}

}  // namespace

std::vector<StageHistory> stage_histories(const Scope& scope) {
    std::vector<StageHistory> histories;
    if (!scope.study.as_of) return histories;
    for (const std::uint32_t experiment : scope.view.experiments.relations)
        if (StageHistory history = history_of(scope, experiment); !history.entries.empty())
            histories.push_back(std::move(history));
    return histories;
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
