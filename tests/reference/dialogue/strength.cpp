#include "reference/meetings.hpp"

namespace maillage::reference {

Answers dialogue_strength(const Question& q) {
    const auto meetings = meetings_of(q);
    std::map<std::pair<std::uint32_t, std::uint32_t>, double> ties;
    std::map<std::uint32_t, double> actors;
    for (const auto& [event, present] : meetings)
        for (const std::uint32_t a : present) {
            actors[a] += 0;
            for (const std::uint32_t b : present) {
                if (a == b) continue;
                const double weight = 1 / (static_cast<double>(present.size()) - 1);
                actors[a] += weight;
                if (a < b) ties[{a, b}] += weight;
            }
        }
    Answers answers;
    auto& tie = answers[{"dialogue_tie_strength", ""}];
    auto& actor = answers[{"dialogue_actor_strength", ""}];
    for (const auto& [pair, weight] : ties)
        tie = tie.value_or(0) + weight / static_cast<double>(ties.size());
    for (const auto& [who, strength] : actors)
        actor = actor.value_or(0) + strength / static_cast<double>(actors.size());
    return answers;
}

}  // namespace maillage::reference
