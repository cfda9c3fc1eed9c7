#include "reference/ties.hpp"

namespace maillage::reference {

Answers emergence_brokering(const Question& q) {
    const auto ties = tied_pairs(q);
    const auto tied = [&](std::uint32_t a, std::uint32_t b) {
        return ties.contains({std::min(a, b), std::max(a, b)});
    };
    std::map<std::uint32_t, double> activity, exclusivity;
    for (const std::uint32_t a : q.emergence_actors)
        for (const std::uint32_t b : q.emergence_actors) {
            if (a >= b || tied(a, b) || q.kind(a) == q.kind(b)) continue;
            Members common;
            for (const std::uint32_t middle : q.emergence_actors)
                if (tied(a, middle) && tied(b, middle)) common.insert(middle);
            for (const std::uint32_t middle : common) ++activity[middle];
            if (common.size() == 1) ++exclusivity[*common.begin()];
        }
    Answers answers{{{"emergence_brokering_activity", ""}, {}},
                    {{"emergence_brokering_exclusivity", ""}, {}}};
    if (q.emergence_actors.empty()) return answers;
    const auto n = static_cast<double>(q.emergence_actors.size());
    double active = 0, exclusive = 0;
    for (const auto& [actor, pairs] : activity) active += pairs;
    for (const auto& [actor, pairs] : exclusivity) exclusive += pairs;
    answers[{"emergence_brokering_activity", ""}] = active / n;
    answers[{"emergence_brokering_exclusivity", ""}] = exclusive / n;
    std::map<std::string, double> sizes{
        {"powerhouse", 0}, {"connector", 0}, {"linchpin", 0}, {"sideliner", 0}};
    for (const std::uint32_t actor : q.emergence_actors) {
        const bool high_activity = activity[actor] * n > active;
        const bool high_exclusivity = exclusivity[actor] * n > exclusive;
        if (high_activity)
            ++sizes[high_exclusivity ? "powerhouse" : "connector"];
        else
            ++sizes[high_exclusivity ? "linchpin" : "sideliner"];
    }
    for (const auto& [name, size] : sizes)
        answers[{"emergence_brokering_activity", "measure=" + name}] = size;
    return answers;
}

}  // namespace maillage::reference
