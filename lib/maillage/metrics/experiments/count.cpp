#include <algorithm>
#include <array>

#include <maillage/metrics/projects.hpp>
#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr std::array metrics_of_entry{Metric{
    .id = "experiments_count",
    .dynamic = Dynamic::experiments,
    .tier = 1,
    .nature = FigureNature::counted,
    .unit = "count",
    .title = {"Expérimentations", "Experiments"},
    .question = {"Combien de projets, à quelle étape ?", "How many projects, at which stage?"},
    .definition =
        {"Projets commencés (sinon première étape) au dernier jour de la période, en "
         "tout et par étape atteinte ce jour-là (stage= ; unknown sans étape). "
         "measure=accompanied : ceux qui sont accompagnés ; measure=taken_up : ceux "
         "qu’une politique publique ou un marché reprend ; measure=planned : ceux qui "
         "commencent après la date des données. Jamais indéfini.",
         "Projects begun (else first stage) by the last day of the window, in all and by "
         "the stage reached on that day (stage=; unknown without stages). "
         "measure=accompanied: those that are accompanied; measure=taken_up: those taken up "
         "by a public policy or a market; measure=planned: those that "
         "start after the date of the data. Never undefined."},
    .reading = {"{0} projets, dont {1} en modélisation.",
                "{0} projects, of which {1} in modelling."},
    .limits = {"L’étape est celle qui a été notée en dernier. Les projets abandonnés restent "
               "comptés, à leur étape.",
               "The stage is the last one noted. Abandoned projects stay counted, at their stage."},
    .source = "ours"}};

constexpr std::array tables{model::Table::experiments};

constexpr std::string_view id = "experiments_count";

/// How many projects stand at each stage; the last column holds those without a known stage.
using Columns = std::array<std::int64_t, model::stages.size() + 1>;

void write_stages(const Scope& scope, Results& results, const Columns& columns) {
    const bool knows_stages = scope.data.has(model::Table::experiment_stages);
    for (std::size_t stage = 0; stage < columns.size(); ++stage) {
        const bool unknown = stage == model::stages.size();
        // A stage without project is a fact only where stages are noted.
        if (unknown ? columns[stage] == 0 : !knows_stages) continue;
        const std::string_view word = unknown ? "unknown" : model::stages[stage].code;
        results.value(id, {{KeyName::stage, word}}, static_cast<double>(columns[stage])).n =
            columns[stage];
    }
}

/// How many of the projects begun a column says something of.
template <class Says>
void write_told(const Scope& scope, Results& results, const std::vector<std::uint32_t>& begun,
                std::string_view measure, std::string_view column, Says says) {
    const KeyParts key{{KeyName::measure, measure}};
    if (!scope.data.has_column(model::Table::experiments, column)) {
        results.without_value(id, key, Status::no_data, "column_absent");
        return;
    }
    const auto told = std::ranges::count_if(begun, says);
    results.value(id, key, static_cast<double>(told)).n = static_cast<std::int64_t>(begun.size());
}

std::int64_t planned(const Scope& scope) {
    std::int64_t count = 0;
    for (const std::uint32_t experiment : scope.view.experiments.relations) {
        const model::Date& start = scope.data.experiments.rows[experiment].start;
        if (start.known() && scope.study.as_of && start.first() > *scope.study.as_of) ++count;
    }
    return count;
}

void compute_count(const Scope& scope, Results& results) {
    const std::vector<std::uint32_t> begun = begun_experiments(scope);
    Columns columns{};
    for (const std::uint32_t experiment : begun) {
        const auto stage = current_stage(scope.data, experiment, scope.last_day);
        ++columns[stage ? static_cast<std::size_t>(*stage) : model::stages.size()];
    }
    const auto total = static_cast<std::int64_t>(begun.size());
    Estimate& row = results.value(id, {}, static_cast<double>(total));
    row.n = total;
    if (total > 0)
        row.coverage = static_cast<double>(total - columns.back()) / static_cast<double>(total);
    if (total > 0) write_stages(scope, results, columns);
    const auto& table = scope.data.experiments;
    write_told(scope, results, begun, "accompanied", "accompanied_by",
               [&](std::uint32_t i) { return !table.accompanied_by[i].empty(); });
    write_told(scope, results, begun, "taken_up", "taken_up_as",
               [&](std::uint32_t i) { return table.rows[i].taken_up_as.has_value(); });
    results.value(id, {{KeyName::measure, "planned"}}, static_cast<double>(planned(scope)));
}

}  // namespace

extern const Entry experiments_count;
const Entry experiments_count{"X0", metrics_of_entry, tables, compute_count};

}  // namespace maillage::metrics
