#include "reference/reference.hpp"

namespace maillage::reference {

Answers dialogue_sample_coverage(const Question& q) {
    std::map<std::uint32_t, int> times;
    double attendances = 0, meetings = 0, once = 0, twice = 0;
    for (const std::uint32_t event : q.events) {
        if (!q.in_window(q.data.events.rows[event].start)) continue;
        ++meetings;
        for (const std::uint32_t actor : q.attendees(event)) {
            ++times[actor];
            ++attendances;
        }
    }
    for (const auto& [actor, count] : times) {
        if (count == 1) ++once;
        if (count == 2) ++twice;
    }
    Answers answers;
    auto& coverage = answers[{"dialogue_sample_coverage", ""}];
    auto& chao1 = answers[{"dialogue_chao1", ""}];
    auto& chao2 = answers[{"dialogue_chao2", ""}];
    if (times.empty()) return answers;
    const double seen = static_cast<double>(times.size());
    const double unseen = once * (once - 1) / (2 * (twice + 1));
    coverage = 1 - once / attendances;
    chao1 = seen + unseen;
    chao2 = seen + (meetings - 1) / meetings * unseen;
    return answers;
}

}  // namespace maillage::reference
