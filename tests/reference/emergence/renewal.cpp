#include <algorithm>

#include "reference/life.hpp"

namespace maillage::reference {

namespace {

Day a_year_after(Day day) {
    const std::string text = base::iso(day);
    for (unsigned d = static_cast<unsigned>(std::stoi(text.substr(8, 2)));; --d)
        if (const auto found = base::day_of(std::stoi(text.substr(0, 4)) + 1,
                                            static_cast<unsigned>(std::stoi(text.substr(5, 2))), d))
            return *found;
}

bool share_two(const Question& q, std::uint32_t a, std::uint32_t b) {
    const Members first = q.parties(a), second = q.parties(b);
    return std::ranges::count_if(first, [&](auto actor) { return second.contains(actor); }) >= 2;
}

bool certainly(const Question& q, std::uint32_t other, std::uint32_t self) {
    const Date& start = q.data.partnerships.rows[other].start;
    const Date& begun = q.data.partnerships.rows[self].start;
    const Date& end = q.data.partnerships.rows[self].end;
    return start.known() && start.first() >= end.last() &&
           start.last() <= a_year_after(end.first()) &&
           (!begun.known() || start.first() > begun.last());
}

/// Some days of the two dates, taken one by one, are in the right order.
bool perhaps(const Question& q, std::uint32_t other, std::uint32_t self) {
    const Date& start = q.data.partnerships.rows[other].start;
    const Date& begun = q.data.partnerships.rows[self].start;
    const Date& end = q.data.partnerships.rows[self].end;
    if (!start.known() || (begun.exact() && start == begun)) return false;
    for (Day s = start.first(); s <= start.last(); ++s)
        for (Day e = end.first(); e <= end.last(); ++e)
            if (s >= e && s <= a_year_after(e)) return true;
    return false;
}

}  // namespace

Answers emergence_renewal(const Question& q) {
    double ended = 0, again = 0, unclear = 0;
    for (const std::uint32_t i : q.partnerships) {
        const Date& end = q.data.partnerships.rows[i].end;
        if (!q.as_of || !q.first || !end.known() || !q.in_window(end)) continue;
        if (a_year_after(end.last()) > *q.as_of) continue;
        ++ended;
        bool yes = false, may_be = false;
        for (const std::uint32_t other : q.all_partnerships) {
            if (other == i || !share_two(q, i, other)) continue;
            yes = yes || certainly(q, other, i);
            may_be = may_be || perhaps(q, other, i);
        }
        if (yes) ++again;
        if (!yes && may_be) ++unclear;
    }
    std::optional<double> value;
    if (ended > 0) value = again / ended;
    Answers answers{{{"emergence_renewal", ""}, value}};
    if (unclear > 0) answers[{"emergence_renewal", "measure=undetermined"}] = unclear;
    return answers;
}

}  // namespace maillage::reference
