#include <algorithm>

#include "reference/reference.hpp"

namespace maillage::reference {

Answers dialogue_ei_index(const Question& q) {
    std::map<std::pair<std::uint32_t, std::uint32_t>, double> weights;
    for (const std::uint32_t event : q.events) {
        if (!q.in_window(q.data.events.rows[event].start)) continue;
        Members here = q.attendees(event);
        std::erase_if(here, [&](std::uint32_t a) { return !q.dialogue_actors.contains(a); });
        for (const std::uint32_t a : here)
            for (const std::uint32_t b : here)
                if (a < b) weights[{a, b}] += 1.0 / static_cast<double>(here.size() - 1);
    }
    double across = 0, inside = 0, heavy_across = 0, heavy_inside = 0;
    for (const auto& [pair, weight] : weights) {
        const bool same = q.kind(pair.first) == q.kind(pair.second);
        ++(same ? inside : across);
        (same ? heavy_inside : heavy_across) += weight;
    }
    std::optional<double> simple, weighted;
    if (across + inside > 0) {
        simple = (across - inside) / (across + inside);
        weighted = (heavy_across - heavy_inside) / (heavy_across + heavy_inside);
    }
    return {{{"dialogue_ei_index", ""}, simple}, {{"dialogue_ei_index_weighted", ""}, weighted}};
}

}  // namespace maillage::reference
