#include <algorithm>

#include "reference/reference.hpp"

namespace maillage::reference {

Answers dialogue_robins_alexander(const Question& q) {
    std::vector<Members> meetings;
    for (const std::uint32_t event : q.events) {
        if (!q.in_window(q.data.events.rows[event].start)) continue;
        Members here = q.attendees(event);
        std::erase_if(here, [&](std::uint32_t a) { return !q.dialogue_actors.contains(a); });
        meetings.push_back(here);
    }
    // Paths actor, meeting, other actor, other meeting; closed when the first actor is there too.
    double paths = 0, closed = 0;
    for (const Members& one : meetings)
        for (const Members& other : meetings)
            for (const std::uint32_t i : one)
                for (const std::uint32_t j : one)
                    if (&one != &other && i != j && other.contains(j)) {
                        ++paths;
                        closed += other.contains(i) ? 1 : 0;
                    }
    std::optional<double> value;
    if (paths > 0) value = closed / paths;
    return {{{"dialogue_robins_alexander", ""}, value}};
}

}  // namespace maillage::reference
