#include <algorithm>
#include <array>

#include <maillage/metrics/projects.hpp>
#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr std::array metrics_of_entry{Metric{
    .id = "evaluation_mode_share",
    .dynamic = Dynamic::impacts,
    .tier = 1,
    .nature = FigureNature::counted,
    .unit = "share",
    .title = {"Alliances évaluées", "Alliances evaluated"},
    .question = {"Qu’avons-nous évalué, et comment ?", "What did we evaluate, and how?"},
    .definition = {"Alliances de la période avec au moins une évaluation de chaque mode (mode=), "
                   "datée au plus tard de son dernier jour ou sans date, sur toutes ; "
                   "measure=two_modes : avec deux modes ou plus. Indéfini sans alliance.",
                   "Alliances of the window with at least one evaluation of each mode (mode=), "
                   "dated on or before its last day or undated, over all; measure=two_modes: with "
                   "two modes or more. Undefined without alliance."},
    .reading = {"{0} des alliances ont été évaluées de deux façons au moins.",
                "{0} of the alliances were evaluated in two ways at least."},
    .limits = {"Une évaluation compte, quel que soit son résultat.",
               "An evaluation counts, whatever its result."},
    .source = "ours"}};

constexpr std::array tables{model::Table::evaluations};

constexpr std::string_view id = "evaluation_mode_share";

using Modes = std::array<std::int64_t, model::evaluation_modes.size()>;

/// Of each mode, 1 when the alliance has an evaluation of it by the last day.
Modes modes_of(const Scope& scope, std::uint32_t alliance) {
    Modes modes{};
    for (const model::Evaluation& row : scope.data.partnership_evaluations[alliance])
        if (is_past(row.date, scope.last_day)) modes[static_cast<std::size_t>(row.mode)] = 1;
    return modes;
}

void compute_modes(const Scope& scope, Results& results) {
    Modes count{};
    std::int64_t two_modes = 0;
    for (const std::uint32_t alliance : scope.running_partnerships) {
        const Modes modes = modes_of(scope, alliance);
        for (std::size_t i = 0; i < modes.size(); ++i) count[i] += modes[i];
        two_modes += std::ranges::count(modes, 1) >= 2 ? 1 : 0;
    }
    const auto n = static_cast<std::int64_t>(scope.running_partnerships.size());
    for (std::size_t i = 0; i < count.size(); ++i)
        results.share(id, {{KeyName::mode, model::evaluation_modes[i].code}}, count[i], n,
                      "no_relation");
    results.share(id, {{KeyName::measure, "two_modes"}}, two_modes, n, "no_relation");
}

}  // namespace

extern const Entry impacts_evaluations;
const Entry impacts_evaluations{"I3", metrics_of_entry, tables, compute_modes};

}  // namespace maillage::metrics
