#include "reference/ties.hpp"

namespace maillage::reference {

Answers territory_stakes(const Question& q) {
    const auto tied = tied_pairs(q);
    const auto cites = [&](std::uint32_t actor, std::uint32_t stake) {
        for (const auto& row : q.data.actor_stakes)
            if (row.owner.index == actor && row.stake.index == stake) return true;
        return false;
    };
    Answers answers;
    std::set<std::pair<std::uint32_t, std::uint32_t>> sharing;
    double without_event = 0;
    for (std::uint32_t stake = 0; stake < q.data.themes.size(); ++stake) {
        Members by;
        for (const std::uint32_t actor : q.emergence_actors)
            if (cites(actor, stake)) by.insert(actor);
        if (by.empty()) continue;
        double apart = 0;
        for (const std::uint32_t a : by)
            for (const std::uint32_t b : by)
                if (a < b) {
                    sharing.emplace(a, b);
                    if (!tied.contains({a, b})) apart += 1;
                }
        answers[{"stakes_without_tie", "stake=" + std::string(q.data.themes[stake].key)}] = apart;
        bool discussed = false;
        for (const std::uint32_t event : q.events)
            if (q.in_window(q.data.events.rows[event].start))
                for (const auto theme : q.data.events.themes[event])
                    discussed = discussed || theme.index == stake;
        if (!discussed) without_event += 1;
    }
    double both = 0;
    for (const auto& pair : sharing) both += tied.contains(pair);
    const auto n = static_cast<double>(q.emergence_actors.size()),
               shared = static_cast<double>(sharing.size()), m = static_cast<double>(tied.size());
    answers[{"shared_stakes", ""}] = shared;
    answers[{"shared_stakes", "measure=lift"}] =
        shared > 0 && m > 0 ? std::optional((both / shared) / (m / (n * (n - 1) / 2)))
                            : std::nullopt;
    answers[{"stakes_without_tie", ""}] =
        shared > 0 ? std::optional(1 - both / shared) : std::nullopt;
    answers[{"stakes_without_tie", "measure=without_event"}] = without_event;
    return answers;
}

}  // namespace maillage::reference
