#include "reference/projects.hpp"

namespace maillage::reference {

Answers experiments_readiness(const Question& q) {
    double dimensions = 0, purpose = 0, modes = 0, blank_dimensions = 0, blank_purpose = 0, n = 0;
    for (const std::uint32_t i : projects_of_window(q)) {
        const auto& row = q.data.experiments.rows[i];
        for (const auto& cell : {row.new_solution, row.new_process, row.new_model}) {
            if (cell == true) dimensions += 1.0 / 3;
            if (!cell.has_value()) ++blank_dimensions;
        }
        if (row.domains.bits != 0) purpose += 0.5;
        if (row.fragile_public == true) purpose += 0.5;
        blank_purpose += (row.domains.bits == 0 ? 1 : 0) + (row.fragile_public ? 0 : 1);
        std::set<model::EvaluationMode> seen;
        for (const auto& evaluation : q.data.experiment_evaluations[i])
            if (past(q, evaluation.date)) seen.insert(evaluation.mode);
        modes += static_cast<double>(seen.size()) / 3;
        ++n;
    }
    const auto mean = [&](double sum) { return n > 0 ? std::optional(sum / n) : std::nullopt; };
    const std::string id = "experiments_readiness";
    return {{{id, "measure=dimensions"}, mean(dimensions)},
            {{id, "measure=double_purpose"}, mean(purpose)},
            {{id, "measure=evaluation_modes"}, mean(modes)},
            {{id, "measure=unknown_dimensions"}, blank_dimensions},
            {{id, "measure=unknown_double_purpose"}, blank_purpose}};
}

}  // namespace maillage::reference
