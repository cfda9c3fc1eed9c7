#include "reference/projects.hpp"

namespace maillage::reference {

Answers experiments_stage_consistency(const Question& q) {
    const std::string id = "experiments_stage_consistency";
    double judged = 0, sound = 0, few_sites = 0, alone = 0;
    for (const std::uint32_t i : projects_of_window(q)) {
        std::string_view stage;
        for (const auto& entry : q.data.stages[i])
            if (past(q, entry.date)) stage = code_of(model::stages, entry.stage);
        if (stage != "spreading" && stage != "industrialisation") continue;
        std::size_t sites = 0;
        Members operators;
        for (const auto& site : q.data.sites[i]) {
            if (!past(q, site.date)) continue;
            ++sites;
            if (site.run_by.known()) operators.insert(site.run_by.index);
        }
        const model::ActorId inventor = q.data.experiments.rows[i].inventor;
        if (inventor.known()) operators.erase(inventor.index);
        ++judged;
        if (stage == "spreading" && sites <= 1)
            ++few_sites;
        else if (stage == "industrialisation" && operators.empty())
            ++alone;
        else
            ++sound;
    }
    return {{{id, ""}, judged > 0 ? std::optional(sound / judged) : std::nullopt},
            {{id, "measure=few_sites"}, few_sites},
            {{id, "measure=inventor_alone"}, alone}};
}

}  // namespace maillage::reference
