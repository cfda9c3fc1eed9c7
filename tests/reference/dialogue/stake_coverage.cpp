#include <cmath>

#include "reference/reference.hpp"

namespace maillage::reference {

Answers dialogue_stake_coverage(const Question& q) {
    std::set<std::uint32_t> themes;
    std::set<std::string_view> kinds;
    std::map<std::pair<std::uint32_t, std::string_view>, double> cells;
    for (const std::uint32_t actor : q.seats)
        if (q.active(actor)) kinds.insert(q.kind(actor));
    for (const std::uint32_t event : q.events) {
        const bool counts = q.in_window(q.data.events.rows[event].start);
        for (const auto theme : q.data.events.themes[event]) themes.insert(theme.index);
        for (const std::uint32_t actor : q.attendees(event)) {
            if (!counts) continue;
            kinds.insert(q.kind(actor));
            for (const auto theme : q.data.events.themes[event])
                ++cells[{theme.index, q.kind(actor)}];
        }
    }
    Answers answers;
    auto& share = answers[{"dialogue_stake_coverage", ""}];
    auto& evenness = answers[{"dialogue_stake_coverage", "measure=evenness"}];
    const double all = static_cast<double>(themes.size() * kinds.size());
    double total = 0, entropy = 0;
    for (const auto& [cell, count] : cells) total += count;
    for (const auto& [cell, count] : cells) entropy -= count / total * std::log(count / total);
    if (all > 0) share = static_cast<double>(cells.size()) / all;
    if (all > 1 && total > 0) evenness = entropy / std::log(all);
    for (const auto& [cell, count] : cells) themes.erase(cell.first);
    answers[{"dialogue_stake_coverage", "measure=without_anyone"}] =
        static_cast<double>(themes.size());
    return answers;
}

}  // namespace maillage::reference
