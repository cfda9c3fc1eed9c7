#include "reference/reference.hpp"

namespace maillage::reference {

namespace {

/// Same day of the month some months earlier, or the last of a month that is too short.
Day earlier(Day day, int months) {
    const std::string text = base::iso(day);
    int year = std::stoi(text.substr(0, 4)), month = std::stoi(text.substr(5, 2)) - months;
    auto date = static_cast<unsigned>(std::stoi(text.substr(8, 2)));
    for (; month < 1; month += 12) --year;
    while (!base::day_of(year, static_cast<unsigned>(month), date)) --date;
    return *base::day_of(year, static_cast<unsigned>(month), date);
}

}  // namespace

Answers dialogue_lapsed(const Question& q) {
    std::map<std::uint32_t, int> times;
    Members recent;
    for (const std::uint32_t event : q.events) {
        const Date& date = q.data.events.rows[event].start;
        if (date.known() && q.last && date.last() > *q.last) continue;
        for (const std::uint32_t actor : q.attendees(event)) {
            ++times[actor];
            if (date.known() && q.last && date.last() > earlier(*q.last, q.request.lapsed_months))
                recent.insert(actor);
        }
    }
    double people = 0, lapsed = 0, once = 0;
    for (const auto& [actor, count] : times) {
        ++people;
        if (!recent.contains(actor)) ++lapsed;
        if (count == 1) ++once;
    }
    Answers answers{{{"dialogue_lapsed", ""}, {}}, {{"dialogue_lapsed", "measure=once"}, {}}};
    if (people > 0 && q.last) answers[{"dialogue_lapsed", ""}] = lapsed / people;
    if (people > 0) answers[{"dialogue_lapsed", "measure=once"}] = once / people;
    return answers;
}

}  // namespace maillage::reference
