#include <algorithm>

#include "reference/ties.hpp"

namespace maillage::reference {

Answers emergence_cohesion(const Question& q) {
    const auto pairs = tied_pairs(q);
    std::vector<Members> islands;
    for (const std::uint32_t actor : q.emergence_actors) {
        if (std::ranges::any_of(islands, [&](const auto& set) { return set.contains(actor); }))
            continue;
        Members island{actor};
        for (bool grew = true; grew;) {
            grew = false;
            for (const auto& [a, b] : pairs)
                if (island.contains(a) != island.contains(b)) {
                    island.insert({a, b});
                    grew = true;
                }
        }
        islands.push_back(island);
    }
    const auto n = static_cast<double>(q.emergence_actors.size());
    double joined = 0, largest = 0;
    for (const Members& island : islands) {
        const auto size = static_cast<double>(island.size());
        joined += size * (size - 1);
        largest = std::max(largest, size);
    }
    std::optional<double> connectedness, giant;
    if (n > 1) connectedness = joined / (n * (n - 1));
    if (n > 1) giant = largest / n;
    return {{{"emergence_cohesion", ""}, connectedness},
            {{"emergence_cohesion", "measure=components"}, static_cast<double>(islands.size())},
            {{"emergence_cohesion", "measure=giant_share"}, giant}};
}

}  // namespace maillage::reference
