#include <algorithm>

#include "reference/reference.hpp"

namespace maillage::reference {

namespace {

/// Some known or unknown date of a meeting the actor came to lies before the day.
bool came_before(const Question& q, std::uint32_t actor, Day day) {
    return std::ranges::any_of(q.all_events, [&](std::uint32_t event) {
        const Date& date = q.data.events.rows[event].start;
        return q.attendees(event).contains(actor) && (!date.known() || date.last() < day);
    });
}

bool anything_before(const Question& q, Day day) {
    return std::ranges::any_of(q.all_events, [&](std::uint32_t event) {
        const Date& date = q.data.events.rows[event].start;
        return date.known() && date.last() < day;
    });
}

bool made_of_attendees(const Question& q) {
    Members ever;
    for (const std::uint32_t event : q.all_events) {
        const Date& date = q.data.events.rows[event].start;
        if (date.known() && q.as_of && date.last() > *q.as_of) continue;
        for (const std::uint32_t actor : q.attendees(event)) ever.insert(actor);
    }
    const double share =
        static_cast<double>(ever.size()) / static_cast<double>(q.data.actors.size());
    return !q.data.settings.perimeter && share >= 0.95;
}

}  // namespace

Answers dialogue_reach(const Question& q) {
    Members came;
    for (const std::uint32_t event : q.events)
        if (q.in_window(q.data.events.rows[event].start))
            for (const std::uint32_t actor : q.attendees(event)) came.insert(actor);
    std::map<std::string, double> eligible{{"", 0}}, reached;
    double outside = 0, fresh = 0;
    for (const std::uint32_t actor : q.seats) {
        if (!q.active(actor)) continue;
        const std::string key = "kind=" + std::string(q.kind(actor));
        ++eligible[""];
        ++eligible[key];
        if (!came.contains(actor)) continue;
        ++reached[""];
        ++reached[key];
        if (q.first && !came_before(q, actor, *q.first)) ++fresh;
    }
    for (const std::uint32_t actor : came)
        if (!q.seats.contains(actor)) ++outside;
    Answers answers;
    for (const auto& [key, count] : eligible) {
        auto& value = answers[{"dialogue_reach", key}];
        if (count > 0 && !made_of_attendees(q)) value = reached[key] / count;
    }
    auto& newcomers = answers[{"dialogue_reach", "measure=new"}];
    if (q.first && anything_before(q, *q.first)) newcomers = fresh;
    answers[{"dialogue_reach", "measure=outside"}] = outside;
    return answers;
}

}  // namespace maillage::reference
