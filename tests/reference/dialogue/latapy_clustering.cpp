#include <algorithm>

#include "reference/meetings.hpp"

namespace maillage::reference {

Answers dialogue_latapy_clustering(const Question& q) {
    std::map<std::uint32_t, Members> events_of;
    for (const auto& [event, present] : meetings_of(q))
        for (const std::uint32_t actor : present) events_of[actor].insert(event);
    Answers answers;
    for (const std::string variant : {"", "min", "max"}) {
        double sum = 0, people = 0;
        for (const auto& [u, of_u] : events_of) {
            double total = 0, others = 0;
            for (const auto& [v, of_v] : events_of) {
                Members shared, either;
                for (const std::uint32_t event : of_u)
                    if (of_v.contains(event)) shared.insert(event);
                if (u == v || shared.empty()) continue;
                either = of_u;
                either.insert(of_v.begin(), of_v.end());
                std::size_t divisor = either.size();
                if (variant == "min") divisor = std::min(of_u.size(), of_v.size());
                if (variant == "max") divisor = std::max(of_u.size(), of_v.size());
                total += static_cast<double>(shared.size()) / static_cast<double>(divisor);
                ++others;
            }
            if (others == 0) continue;
            sum += total / others;
            ++people;
        }
        const std::string key = variant.empty() ? "" : "measure=" + variant;
        auto& answer = answers[{"dialogue_latapy_clustering", key}];
        if (people > 0) answer = sum / people;
    }
    return answers;
}

}  // namespace maillage::reference
