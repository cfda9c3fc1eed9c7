#include "reference/meetings.hpp"

namespace maillage::reference {

namespace {

/// Mean, over the sets of two members or more, of the share of their pairs found in another set.
std::optional<double> mean_redundancy(const std::map<std::uint32_t, Members>& sets) {
    double sum = 0, count = 0;
    for (const auto& [name, members] : sets) {
        double pairs = 0, redundant = 0;
        for (const std::uint32_t a : members)
            for (const std::uint32_t b : members) {
                if (a >= b) continue;
                ++pairs;
                for (const auto& [other, others] : sets)
                    if (other != name && others.contains(a) && others.contains(b)) {
                        ++redundant;
                        break;
                    }
            }
        if (pairs == 0) continue;
        sum += redundant / pairs;
        ++count;
    }
    return count == 0 ? std::nullopt : std::optional(sum / count);
}

}  // namespace

Answers dialogue_redundancy(const Question& q) {
    const auto meetings = meetings_of(q);
    std::map<std::uint32_t, Members> actors;
    for (const auto& [event, present] : meetings)
        for (const std::uint32_t actor : present) actors[actor].insert(event);
    return {{{"dialogue_redundancy", ""}, mean_redundancy(meetings)},
            {{"dialogue_redundancy", "measure=actors"}, mean_redundancy(actors)}};
}

}  // namespace maillage::reference
