#include <algorithm>

#include "reference/reference.hpp"

namespace maillage::reference {

Answers dialogue_attendance_gini(const Question& q) {
    std::map<std::uint32_t, int> times;
    for (const std::uint32_t event : q.events)
        if (q.in_window(q.data.events.rows[event].start))
            for (const std::uint32_t actor : q.attendees(event)) ++times[actor];
    std::vector<int> x;
    for (const auto& [actor, count] : times) x.push_back(count);
    std::ranges::sort(x);
    const double n = static_cast<double>(x.size());
    double total = 0, weighted = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        total += x[i];
        weighted += (2 * (static_cast<double>(i) + 1) - n - 1) * x[i];
    }
    std::optional<double> value;
    if (total > 0) value = weighted / (n * total);
    return {{{"dialogue_attendance_gini", ""}, value}};
}

}  // namespace maillage::reference
