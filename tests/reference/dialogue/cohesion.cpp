#include <algorithm>

#include "reference/reference.hpp"

namespace maillage::reference {

Answers dialogue_cohesion(const Question& q) {
    // Everyone alone, then islands that share a meeting are merged until none do.
    std::vector<Members> islands;
    double n = 0;
    Members people;
    for (const std::uint32_t event : q.events)
        if (q.in_window(q.data.events.rows[event].start))
            for (const std::uint32_t actor : q.attendees(event))
                if (q.dialogue_actors.contains(actor)) people.insert(actor);
    for (const std::uint32_t actor : people) islands.push_back({actor});
    n = static_cast<double>(people.size());
    for (const std::uint32_t event : q.events) {
        if (!q.in_window(q.data.events.rows[event].start)) continue;
        Members merged;
        const Members here = q.attendees(event);
        std::erase_if(islands, [&](const Members& island) {
            const bool meets = std::ranges::any_of(
                island, [&](std::uint32_t actor) { return here.contains(actor); });
            if (meets) merged.insert(island.begin(), island.end());
            return meets;
        });
        if (!merged.empty()) islands.push_back(merged);
    }
    double linked = 0, giant = 0, eligible = 0, most = 0;
    const auto is_eligible = [&](std::uint32_t actor) {
        return q.seats.contains(actor) && q.active(actor);
    };
    for (const Members& island : islands) {
        const double s = static_cast<double>(island.size());
        linked += s * (s - 1);
        giant = std::max(giant, s);
        most = std::max(most, static_cast<double>(std::ranges::count_if(island, is_eligible)));
    }
    for (const std::uint32_t actor : q.seats) eligible += is_eligible(actor) ? 1 : 0;
    Answers answers;
    auto& connectedness = answers[{"dialogue_cohesion", ""}];
    auto& giant_share = answers[{"dialogue_cohesion", "measure=giant_share"}];
    auto& of_eligible = answers[{"dialogue_cohesion", "measure=giant_share_of_eligible"}];
    if (n > 1) connectedness = linked / (n * (n - 1));
    if (n > 1) giant_share = giant / n;
    if (eligible > 0) of_eligible = most / eligible;
    answers[{"dialogue_cohesion", "measure=components"}] = static_cast<double>(islands.size());
    return answers;
}

}  // namespace maillage::reference
