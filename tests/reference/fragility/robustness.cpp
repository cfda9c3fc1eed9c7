#include "reference/pieces.hpp"

namespace maillage::reference {

Answers fragility_robustness(const Question& q) {
    const auto pairs = tied_pairs(q);
    Members left = q.emergence_actors;
    const auto n = static_cast<double>(left.size());
    if (n < 2) return {{{"fragility_robustness", ""}, {}}};
    double sum = 0;
    while (!left.empty()) {
        const auto allies = [&](std::uint32_t actor) {
            return std::count_if(pairs.begin(), pairs.end(), [&](const auto& pair) {
                return left.contains(pair.first) && left.contains(pair.second) &&
                       (pair.first == actor || pair.second == actor);
            });
        };
        left.erase(*std::min_element(left.begin(), left.end(), [&](auto a, auto b) {
            const auto of_a = allies(a), of_b = allies(b);
            return of_a != of_b ? of_a > of_b : q.data.actors[a].id < q.data.actors[b].id;
        }));
        std::size_t largest = 0;
        for (const Members& piece : pieces(left, pairs)) largest = std::max(largest, piece.size());
        sum += static_cast<double>(largest) / n;
    }
    return {{{"fragility_robustness", ""}, sum / n}};
}

}  // namespace maillage::reference
