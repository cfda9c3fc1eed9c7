// Three signs that a project may spread, told apart on purpose: their sum would mean nothing.

#include <algorithm>
#include <array>

#include <maillage/metrics/projects.hpp>
#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr std::array metrics_of_entry{Metric{
    .id = "experiments_readiness",
    .dynamic = Dynamic::experiments,
    .tier = 1,
    .nature = FigureNature::counted,
    .unit = "share",
    .title = {"Signes que les projets peuvent essaimer", "Signs that projects may spread"},
    .question = {"Prêt à essaimer ?", "Ready to spread?"},
    .definition =
        {"Moyennes sur les projets de la période. measure=dimensions : part de solution nouvelle, "
         "processus nouveau, modèle nouveau (sur 3) ; measure=double_purpose : la moitié si des "
         "domaines sont donnés, la moitié si le public est fragile ; measure=evaluation_modes : "
         "modes d’évaluation distincts sur 3. Jamais additionnées. Une case vide compte comme "
         "non, et à part : measure=unknown_dimensions, unknown_double_purpose. Indéfini sans "
         "projet.",
         "Means over the projects of the window. measure=dimensions: share of new solution, new "
         "process, new model (of 3); measure=double_purpose: one half if domains are given, one "
         "half if the public is fragile; measure=evaluation_modes: distinct modes of evaluation "
         "over 3. Never summed. An empty cell counts as no, and apart: "
         "measure=unknown_dimensions, unknown_double_purpose. Undefined without project."},
    .reading = {"En moyenne, un projet réunit {0} des trois nouveautés.",
                "On average, a project has {0} of the three novelties."},
    .limits = {"Ce sont des déclarations. Une case vide n’est pas un non : regarder combien il y "
               "en a.",
               "These are declarations. An empty cell is no refusal: look how many there are."},
    .source = "ours"}};

constexpr std::array tables{model::Table::experiments};

constexpr std::string_view id = "experiments_readiness";

/// Steps taken out of those there are, and cells that say nothing.
struct Sign {
    std::int64_t taken = 0, unknown = 0;

    void add(const std::optional<bool>& cell) {
        taken += cell.value_or(false) ? 1 : 0;
        unknown += cell ? 0 : 1;
    }
};

struct Measure {
    std::string_view name, unknown;  ///< Without `unknown`, an absent row is a plain no.
    std::int64_t steps;
    Sign (*of)(const Scope& scope, std::uint32_t experiment);
};

Sign dimensions(const Scope& scope, std::uint32_t experiment) {
    const model::Experiment& row = scope.data.experiments.rows[experiment];
    Sign sign;
    for (const auto& cell : {row.new_solution, row.new_process, row.new_model}) sign.add(cell);
    return sign;
}

Sign double_purpose(const Scope& scope, std::uint32_t experiment) {
    const model::Experiment& row = scope.data.experiments.rows[experiment];
    Sign sign;
    sign.add(row.domains.empty() ? std::nullopt : std::optional(true));
    sign.add(row.fragile_public);
    return sign;
}

Sign evaluation_modes(const Scope& scope, std::uint32_t experiment) {
    std::array<bool, model::evaluation_modes.size()> used{};
    for (const model::Evaluation& row : scope.data.experiment_evaluations[experiment])
        if (is_past(row.date, scope.last_day)) used[static_cast<std::size_t>(row.mode)] = true;
    return {std::ranges::count(used, true), 0};
}

constexpr std::array measures{
    Measure{"dimensions", "unknown_dimensions", 3, dimensions},
    Measure{"double_purpose", "unknown_double_purpose", 2, double_purpose},
    Measure{"evaluation_modes", {}, model::evaluation_modes.size(), evaluation_modes}};

/// Why a measure cannot be known at all; empty when it can.
std::string_view lack(const Scope& scope, const Measure& measure) {
    const auto has = [&](std::string_view column) {
        return scope.data.has_column(model::Table::experiments, column);
    };
    if (measure.of == evaluation_modes)
        return scope.data.has(model::Table::evaluations) ? "" : "table_absent";
    const bool told = measure.of == dimensions
                          ? has("new_solution") || has("new_process") || has("new_model")
                          : has("domains") || has("fragile_public");
    return told ? "" : "column_absent";
}

void write_unknown(Results& results, KeyParts key, std::int64_t unknown, std::int64_t asked) {
    Estimate& row = results.value(id, key, static_cast<double>(unknown));
    row.unit = "count";
    row.n = asked;
}

void write_project(const Scope& scope, Results& results, const Measure& measure,
                   std::uint32_t experiment, const Sign& sign) {
    const std::string_view project = scope.data.experiments.rows[experiment].id;
    results.share(id, {{KeyName::measure, measure.name}, {KeyName::experiment, project}},
                  sign.taken, measure.steps, {});
    if (sign.unknown > 0)
        write_unknown(results,
                      {{KeyName::measure, measure.unknown}, {KeyName::experiment, project}},
                      sign.unknown, measure.steps);
}

void compute_readiness(const Scope& scope, Results& results) {
    const std::vector<std::uint32_t> running = running_experiments(scope);
    const auto n = static_cast<std::int64_t>(running.size());
    for (const Measure& measure : measures) {
        const KeyParts key{{KeyName::measure, measure.name}};
        if (const std::string_view reason = lack(scope, measure); !reason.empty()) {
            results.without_value(id, key, Status::no_data, reason);
            continue;
        }
        Sign sum;
        for (const std::uint32_t experiment : running) {
            const Sign sign = measure.of(scope, experiment);
            sum.taken += sign.taken;
            sum.unknown += sign.unknown;
            if (results.wants_rows()) write_project(scope, results, measure, experiment, sign);
        }
        const std::int64_t asked = n * measure.steps;
        Estimate& row = results.share(id, key, sum.taken, asked, "no_relation");
        row.n = n;
        if (asked > 0)
            row.coverage = static_cast<double>(asked - sum.unknown) / static_cast<double>(asked);
        if (!measure.unknown.empty())
            write_unknown(results, {{KeyName::measure, measure.unknown}}, sum.unknown, asked);
    }
}

}  // namespace

extern const Entry experiments_readiness;
const Entry experiments_readiness{"X6", metrics_of_entry, tables, compute_readiness};

}  // namespace maillage::metrics
