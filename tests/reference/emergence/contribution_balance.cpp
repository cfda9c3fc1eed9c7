#include <cmath>

#include "reference/reference.hpp"

namespace maillage::reference {

Answers emergence_contribution_balance(const Question& q) {
    double alliances = 0, evenness = 0, top = 0;
    for (const std::uint32_t i : q.partnerships) {
        if (!q.runs_in_window(i)) continue;
        std::map<std::uint32_t, double> brought;
        double total = 0;
        for (const auto& pledge : q.data.pledges[i]) {
            if (!pledge.value || !q.parties(i).contains(pledge.actor.index)) continue;
            brought[pledge.actor.index] += *pledge.value;
            total += *pledge.value;
        }
        if (brought.size() < 2 || total <= 0) continue;
        ++alliances;
        double sum = 0, largest = 0;
        for (const auto& [actor, value] : brought) {
            const double share = value / total;
            if (value > 0) sum += share * std::log(1 / share);
            largest = std::max(largest, share);
        }
        evenness += sum / std::log(static_cast<double>(brought.size()));
        top += largest;
    }
    const auto mean = [&](double sum) {
        return alliances > 0 ? std::optional(sum / alliances) : std::nullopt;
    };
    return {{{"emergence_contribution_balance", ""}, mean(evenness)},
            {{"emergence_contribution_balance", "measure=top_share"}, mean(top)}};
}

}  // namespace maillage::reference
