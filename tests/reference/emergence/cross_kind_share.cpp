#include <cmath>

#include "reference/reference.hpp"

namespace maillage::reference {

Answers emergence_cross_kind_share(const Question& q) {
    double alliances = 0, worlds = 0;
    std::map<std::size_t, double> at_least{{2, 0}, {3, 0}, {4, 0}};
    for (const std::uint32_t i : q.partnerships) {
        if (!q.runs_in_window(i)) continue;
        std::map<std::string_view, double> kinds;
        for (const std::uint32_t actor : q.parties(i)) ++kinds[q.kind(actor)];
        double entropy = 0;
        for (const auto& [kind, count] : kinds) {
            const double p = count / static_cast<double>(q.parties(i).size());
            entropy -= p * std::log(p);
        }
        ++alliances;
        worlds += std::exp(entropy);
        for (auto& [least, count] : at_least) count += kinds.size() >= least ? 1 : 0;
    }
    const auto mean = [&](double sum) {
        return alliances > 0 ? std::optional(sum / alliances) : std::nullopt;
    };
    Answers answers{{{"emergence_cross_kind_share", "measure=hill1"}, mean(worlds)}};
    for (const auto& [least, count] : at_least)
        answers[{"emergence_cross_kind_share", "kinds_at_least=" + std::to_string(least)}] =
            mean(count);
    return answers;
}

}  // namespace maillage::reference
