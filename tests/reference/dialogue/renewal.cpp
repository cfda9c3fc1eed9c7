#include <algorithm>

#include "reference/reference.hpp"

namespace maillage::reference {

namespace {

/// First day of the window before this one, by walking back month by month, else day by day.
Day previous_start(Day first, Day last) {
    const std::string from = base::iso(first), after = base::iso(last + 1);
    Day start = first;
    if (!from.ends_with("-01") || !after.ends_with("-01")) return first - (last + 1 - first);
    for (Day day = first; day <= last; ++day)
        if (base::iso(day).ends_with("-01")) do
                --start;
            while (!base::iso(start).ends_with("-01"));
    return start;
}

Members people(const Question& q, Day from, Day to) {
    Members found;
    for (const std::uint32_t event : q.events) {
        const Date& date = q.data.events.rows[event].start;
        if (date.known() && date.first() >= from && date.last() <= to &&
            (!q.as_of || date.last() <= *q.as_of))
            for (const std::uint32_t actor : q.attendees(event)) found.insert(actor);
    }
    return found;
}

}  // namespace

Answers dialogue_renewal(const Question& q) {
    std::optional<double> renewal, retention;
    Members past;
    bool something_before = false;
    for (const std::uint32_t event : q.all_events) {
        const Date& date = q.data.events.rows[event].start;
        if (!q.first || (date.known() && date.last() >= *q.first)) continue;
        something_before = something_before || date.known();
        for (const std::uint32_t actor : q.attendees(event)) past.insert(actor);
    }
    if (something_before) {
        const Members now = people(q, *q.first, *q.last);
        const auto is_new = [&](std::uint32_t actor) { return !past.contains(actor); };
        if (!now.empty())
            renewal = static_cast<double>(std::ranges::count_if(now, is_new)) /
                      static_cast<double>(now.size());
        const Members before = people(q, previous_start(*q.first, *q.uncut_last), *q.first - 1);
        Members either = now;
        either.insert(before.begin(), before.end());
        if (!either.empty())
            retention = static_cast<double>(now.size() + before.size() - either.size()) /
                        static_cast<double>(either.size());
    }
    return {{{"dialogue_renewal", ""}, renewal}, {{"dialogue_retention", ""}, retention}};
}

}  // namespace maillage::reference
