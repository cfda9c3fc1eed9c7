#include <map>

#include "reference/ties.hpp"

namespace maillage::reference {

Answers emergence_coreness(const Question& q) {
    const auto pairs = tied_pairs(q);
    std::map<std::uint32_t, int> rank;
    int largest = 0;
    for (const std::uint32_t actor : q.emergence_actors) rank[actor] = 0;
    for (int k = 1; k < static_cast<int>(q.emergence_actors.size()); ++k) {
        Members group = q.emergence_actors;
        for (bool left = true; left;) {
            left = false;
            const Members before = group;
            for (const std::uint32_t actor : before) {
                int allies = 0;
                for (const auto& [a, b] : pairs)
                    if ((a == actor && group.contains(b)) || (b == actor && group.contains(a)))
                        ++allies;
                if (allies < k) left = group.erase(actor) > 0;
            }
            left = left || group != before;
        }
        for (const std::uint32_t actor : group) rank[actor] = largest = k;
    }
    Answers answers{{{"emergence_coreness", ""}, {}}};
    if (rank.empty()) return answers;
    double sum = 0, innermost = 0;
    for (const auto& [actor, k] : rank) {
        sum += k;
        innermost += largest > 0 && k == largest;
    }
    answers[{"emergence_coreness", ""}] = sum / static_cast<double>(rank.size());
    answers[{"emergence_coreness", "measure=largest"}] = largest;
    answers[{"emergence_coreness", "measure=innermost"}] = innermost;
    return answers;
}

}  // namespace maillage::reference
