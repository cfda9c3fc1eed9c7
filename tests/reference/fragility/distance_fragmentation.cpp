#include "reference/ties.hpp"

namespace maillage::reference {

Answers fragility_distance_fragmentation(const Question& q) {
    const auto pairs = tied_pairs(q);
    const auto n = static_cast<double>(q.emergence_actors.size());
    if (n < 2) return {{{"fragility_distance_fragmentation", ""}, {}}};
    double nearness = 0;
    for (const std::uint32_t from : q.emergence_actors) {
        Members reached{from};
        for (double distance = 1;; ++distance) {
            Members next = reached;
            for (const auto& [a, b] : pairs) {
                if (reached.contains(a)) next.insert(b);
                if (reached.contains(b)) next.insert(a);
            }
            if (next.size() == reached.size()) break;
            nearness += static_cast<double>(next.size() - reached.size()) / distance;
            reached = next;
        }
    }
    return {{{"fragility_distance_fragmentation", ""}, 1 - nearness / (n * (n - 1))}};
}

}  // namespace maillage::reference
