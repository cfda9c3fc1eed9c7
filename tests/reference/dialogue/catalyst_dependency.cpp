#include <algorithm>

#include "reference/meetings.hpp"

namespace maillage::reference {

Answers dialogue_catalyst_dependency(const Question& q) {
    const auto meetings = meetings_of(q);
    std::map<std::uint32_t, Members> convened;
    for (const auto& [event, present] : meetings) {
        const auto convenor = q.data.events.rows[event].convenor;
        if (convenor.known()) convened[convenor.index].insert(event);
        for (const auto& row : q.data.events.members[event])
            if (row.roles.has(model::AttendanceRole::convenor))
                convened[row.actor.index].insert(event);
    }
    Answers answers;
    auto& of_pairs = answers[{"dialogue_catalyst_dependency", ""}];
    auto& of_people = answers[{"dialogue_catalyst_reach_dependency", ""}];
    // No data, or no meeting.
    if (convened.empty() && !meetings.empty()) return {};
    std::map<std::uint32_t, Members> people;
    for (const auto& [event, present] : meetings)
        for (const std::uint32_t actor : present) people[actor].insert(event);
    const auto pairs = meetings_of_pairs(meetings);
    for (const auto& [convenor, events] : convened) {
        const auto hangs = [&](const auto& unit) {
            return std::ranges::includes(events, unit.second);
        };
        const double hanging_pairs = static_cast<double>(std::ranges::count_if(pairs, hangs));
        const double hanging_people = static_cast<double>(std::ranges::count_if(people, hangs));
        if (!pairs.empty())
            of_pairs =
                std::max(of_pairs.value_or(0), hanging_pairs / static_cast<double>(pairs.size()));
        if (!people.empty())
            of_people = std::max(of_people.value_or(0),
                                 hanging_people / static_cast<double>(people.size()));
    }
    return answers;
}

}  // namespace maillage::reference
