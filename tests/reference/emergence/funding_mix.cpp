#include "reference/reference.hpp"

namespace maillage::reference {

Answers emergence_funding_mix(const Question& q) {
    std::map<std::pair<std::uint32_t, int>, std::map<std::string_view, double>> purses;
    for (const std::uint32_t actor : q.emergence_actors)
        for (const auto& row : q.data.actor_funding[actor]) {
            const auto first = *base::day_of(row.year, 1, 1),
                       last = *base::day_of(row.year, 12, 31);
            if ((q.first && last < *q.first) || (q.last && first > *q.last)) continue;
            purses[{actor, row.year}][code_of(model::funding_sources, row.source)] += row.amount;
        }
    std::map<std::string, double> sums{{"", 0},
                                       {"measure=top_source_share", 0},
                                       {"measure=earned_share", 0},
                                       {"measure=earned_majority", 0}};
    double purses_filled = 0;
    for (const auto& [owner, sources] : purses) {
        double total = 0, concentration = 0, top = 0, earned = 0;
        for (const auto& [source, amount] : sources) total += amount;
        if (total <= 0) continue;
        for (const auto& [source, amount] : sources) {
            const double share = amount / total;
            concentration += share * share;
            top = std::max(top, share);
            if (source == "earned") earned = share;
        }
        ++purses_filled;
        sums[""] += 1 / concentration;
        sums["measure=top_source_share"] += top;
        sums["measure=earned_share"] += earned;
        sums["measure=earned_majority"] += earned > 0.5 ? 1 : 0;
    }
    Answers answers;
    for (const auto& [key, sum] : sums)
        answers[{"emergence_funding_mix", key}] =
            purses_filled > 0 ? std::optional(sum / purses_filled) : std::nullopt;
    return answers;
}

}  // namespace maillage::reference
