#include "reference/projects.hpp"

namespace maillage::reference {

namespace {

/// The stage on the last day of a year, or on the last day of the window when it comes before.
std::optional<model::Stage> stage_in(const Question& q, std::uint32_t project, int year) {
    Day day = *base::day_of(year, 12, 31);
    if (q.last && *q.last < *base::day_of(year, 1, 1)) return std::nullopt;
    if (q.last && *q.last < day) day = *q.last;
    std::optional<model::Stage> stage;
    for (const auto& entry : q.data.stages[project])
        if (!entry.date.known() || entry.date.last() <= day) stage = entry.stage;
    return stage;
}

}  // namespace

Answers experiments_subsidy_shift(const Question& q) {
    double shifts = 0, both = 0, valley = 0;
    double sums[2] = {0, 0}, numbers[2] = {0, 0};
    for (const std::uint32_t i : begun_projects(q)) {
        std::vector<model::Funding> rows(q.data.funding[i].begin(), q.data.funding[i].end());
        const auto inventor = q.data.experiments.rows[i].inventor;
        if (rows.empty() && inventor.known())
            rows.assign(q.data.actor_funding[inventor.index].begin(),
                        q.data.actor_funding[inventor.index].end());
        double all[2] = {0, 0}, of_public[2] = {0, 0};
        for (const auto& row : rows) {
            const auto stage = stage_in(q, i, row.year);
            int phase = -1;
            if (stage == model::Stage::conception || stage == model::Stage::experimentation)
                phase = 0;
            if (stage == model::Stage::spreading || stage == model::Stage::industrialisation)
                phase = 1;
            if (phase < 0) continue;
            all[phase] += row.amount;
            if (code_of(model::funding_sources, row.source) == "public")
                of_public[phase] += row.amount;
        }
        for (int phase = 0; phase < 2; ++phase)
            if (all[phase] > 0) {
                sums[phase] += of_public[phase] / all[phase];
                ++numbers[phase];
            }
        if (all[0] > 0 && all[1] > 0) {
            ++both;
            shifts += of_public[0] / all[0] - of_public[1] / all[1];
        }
        if (all[1] > 0 && of_public[1] / all[1] > q.request.valley_percent / 100.0) ++valley;
    }
    const auto mean = [](double sum, double n) {
        return n > 0 ? std::optional(sum / n) : std::nullopt;
    };
    const std::string id = "experiments_subsidy_shift";
    return {{{id, ""}, mean(shifts, both)},
            {{id, "phase=rnd"}, mean(sums[0], numbers[0])},
            {{id, "phase=deployment"}, mean(sums[1], numbers[1])},
            {{id, "measure=valley"}, valley}};
}

}  // namespace maillage::reference
