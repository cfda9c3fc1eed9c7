#include <algorithm>

#include "reference/meetings.hpp"

namespace maillage::reference {

Answers dialogue_two_mode(const Question& q) {
    const auto meetings = meetings_of(q);
    std::map<std::uint32_t, double> times;
    for (const auto& [event, present] : meetings)
        for (const std::uint32_t actor : present) ++times[actor];
    Answers answers;
    auto& density = answers[{"dialogue_two_mode_density", ""}];
    auto& mean = answers[{"dialogue_two_mode_centrality", ""}];
    auto& largest = answers[{"dialogue_two_mode_centrality", "measure=largest"}];
    const double m = static_cast<double>(meetings.size()), n = static_cast<double>(times.size());
    for (const auto& [actor, count] : times) {
        mean = mean.value_or(0) + count / m / n;
        largest = std::max(largest.value_or(0), count / m);
    }
    if (m > 0 && n > 0) {
        double present = 0;
        for (const auto& [event, people] : meetings) present += static_cast<double>(people.size());
        density = present / (m * n);
    }
    return answers;
}

}  // namespace maillage::reference
