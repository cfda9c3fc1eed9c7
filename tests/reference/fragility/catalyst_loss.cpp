#include "reference/meetings.hpp"
#include "reference/pieces.hpp"

namespace maillage::reference {

Answers fragility_catalyst_loss(const Question& q) {
    Members others;
    for (const std::uint32_t actor : q.emergence_actors)
        if (!q.data.actors[actor].catalyst) others.insert(actor);
    if (others.size() == q.emergence_actors.size()) return {};
    auto pairs = tied_pairs(q);
    for (const std::uint32_t event : q.events)
        if (q.in_window(q.data.events.rows[event].start))
            for (const std::uint32_t a : q.attendees(event))
                for (const std::uint32_t b : q.attendees(event))
                    if (a < b) pairs.emplace(a, b);
    return {
        {{"fragility_catalyst_loss", ""}, fragmentation(others, pairs)},
        {{"fragility_catalyst_loss", "measure=everyone"}, fragmentation(q.emergence_actors, pairs)},
        {{"fragility_catalyst_loss", "measure=catalysts"},
         static_cast<double>(q.emergence_actors.size() - others.size())}};
}

}  // namespace maillage::reference
