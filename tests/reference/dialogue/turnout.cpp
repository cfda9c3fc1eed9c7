#include "reference/reference.hpp"

namespace maillage::reference {

Answers dialogue_turnout(const Question& q) {
    double came = 0, invited = 0;
    for (const std::uint32_t event : q.events) {
        if (!q.in_window(q.data.events.rows[event].start)) continue;
        const double present = static_cast<double>(q.attendees(event).size());
        Members everyone;
        for (const auto& row : q.data.events.members[event]) everyone.insert(row.actor.index);
        const double listed = static_cast<double>(everyone.size());
        if (listed == present) continue;
        came += present;
        invited += listed;
    }
    std::optional<double> value;
    if (invited > 0) value = came / invited;
    return {{{"dialogue_turnout", ""}, value}};
}

}  // namespace maillage::reference
