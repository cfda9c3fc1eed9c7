#pragma once

#include "reference/reference.hpp"

namespace maillage::reference {

/// The events of the window with those present who belong to V.
[[nodiscard]] inline std::map<std::uint32_t, Members> meetings_of(const Question& q) {
    std::map<std::uint32_t, Members> meetings;
    for (const std::uint32_t event : q.events) {
        if (!q.in_window(q.data.events.rows[event].start)) continue;
        Members& present = meetings[event];
        for (const std::uint32_t actor : q.attendees(event))
            if (q.dialogue_actors.contains(actor)) present.insert(actor);
    }
    return meetings;
}

using Pair = std::pair<std::uint32_t, std::uint32_t>;

/// The pairs that met, smaller number first, with the meetings they shared.
[[nodiscard]] inline std::map<Pair, Members> meetings_of_pairs(
    const std::map<std::uint32_t, Members>& meetings) {
    std::map<Pair, Members> pairs;
    for (const auto& [event, present] : meetings)
        for (const std::uint32_t a : present)
            for (const std::uint32_t b : present)
                if (a < b) pairs[{a, b}].insert(event);
    return pairs;
}

}  // namespace maillage::reference
