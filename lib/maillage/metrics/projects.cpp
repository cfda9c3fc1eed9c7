#include <algorithm>

#include <maillage/metrics/projects.hpp>

namespace maillage::metrics {

bool is_past(const model::Date& date, std::optional<base::Day> day) {
    return !day || !date.known() || date.last() <= *day;
}

bool has_begun(const model::Dataset& data, std::uint32_t experiment, std::optional<base::Day> day) {
    const model::Date& start = data.experiments.rows[experiment].start;
    if (start.known()) return is_past(start, day);
    const auto stages = data.stages[experiment];
    return stages.empty() || std::ranges::any_of(stages, [&](const model::StageEntry& entry) {
               return is_past(entry.date, day);
           });
}

std::optional<model::Stage> current_stage(const model::Dataset& data, std::uint32_t experiment,
                                          std::optional<base::Day> day) {
    std::optional<model::Stage> stage;
    for (const model::StageEntry& entry : data.stages[experiment])
        if (is_past(entry.date, day)) stage = entry.stage;
    return stage;
}

bool has_stopped(const model::Dataset& data, std::uint32_t experiment,
                 std::optional<base::Day> day) {
    const auto stage = current_stage(data, experiment, day);
    if (stage == model::Stage::abandoned || stage == model::Stage::merged) return true;
    const model::Date& end = data.experiments.rows[experiment].end;
    return end.known() && is_past(end, day);
}

namespace {

bool was_over(const Scope& scope, std::uint32_t experiment) {
    if (!scope.window.first) return false;
    const auto stage = current_stage(scope.data, experiment, scope.window.first);
    return stage == model::Stage::abandoned || stage == model::Stage::merged ||
           is_over(scope.data.experiments.rows[experiment], *scope.window.first);
}

}  // namespace

std::vector<std::uint32_t> running_experiments(const Scope& scope) {
    std::vector<std::uint32_t> running = begun_experiments(scope);
    std::erase_if(running, [&](std::uint32_t i) { return was_over(scope, i); });
    return running;
}

std::vector<std::uint32_t> begun_experiments(const Scope& scope) {
    std::vector<std::uint32_t> begun;
    for (const std::uint32_t experiment : scope.view.experiments.relations)
        if (has_begun(scope.data, experiment, scope.last_day)) begun.push_back(experiment);
    return begun;
}

std::vector<std::uint32_t> experiments_begun_in_window(const Scope& scope) {
    std::vector<std::uint32_t> begun = scope.new_experiments.relations;
    if (!scope.window.first || !scope.last_day) return begun;
    for (const std::uint32_t experiment : scope.view.experiments.relations) {
        const auto stages = scope.data.stages[experiment];
        if (scope.data.experiments.rows[experiment].start.known() || stages.empty()) continue;
        const model::Date& date = stages.front().date;
        if (date.known() && date.first() >= *scope.window.first && date.last() <= *scope.last_day)
            begun.push_back(experiment);
    }
    return begun;
}

}  // namespace maillage::metrics
