#include <algorithm>
#include <tuple>

#include "reference/followed.hpp"

namespace maillage::reference {

namespace {

using Pair = Followed;

struct Cohort {
    std::vector<Pair> pairs;
    double confirmed = 0, washed_out = 0, undetermined = 0;
};

/// The earliest of some dates, unknown ones first; nothing without date.
std::optional<Date> earliest(const std::vector<Date>& dates) {
    std::optional<Date> first;
    const auto key = [](const Date& d) {
        return d.known() ? std::tuple(true, middle(d), d.first()) : std::tuple(false, 0, 0);
    };
    for (const Date& date : dates)
        if (!first || key(date) < key(*first)) first = date;
    return first;
}

template <class Rows, class MembersOf>
std::optional<Date> first_together(const Question& q, const std::vector<std::uint32_t>& relations,
                                   const Rows& rows, MembersOf members, std::uint32_t a,
                                   std::uint32_t b) {
    std::vector<Date> dates;
    for (const std::uint32_t i : relations) {
        const Date& date = rows[i].start;
        const bool plan = date.known() && date.last() > *q.as_of;
        if (!plan && members[i].contains(a) && members[i].contains(b)) dates.push_back(date);
    }
    return earliest(dates);
}

std::optional<int> leaving(const Question& q, std::uint32_t actor) {
    const Date& closed = q.data.actors[actor].closed;
    if (!closed.known() || closed.last() > *q.as_of) return std::nullopt;
    return middle(closed);
}

/// The first day of the records, and as many months later.
std::optional<Day> opening(const Question& q) {
    std::optional<Day> day = q.request.observed_from;
    if (!day)
        for (const std::uint32_t i : q.all_events) {
            const Date& date = q.data.events.rows[i].start;
            if (date.known() && date.last() <= *q.as_of)
                day = std::min(day.value_or(date.last()), date.last());
        }
    if (!day) return day;
    const std::string text = base::iso(*day);
    const int month = std::stoi(text.substr(0, 4)) * 12 + std::stoi(text.substr(5, 2)) - 1 +
                      q.request.washout_months;
    for (unsigned d = static_cast<unsigned>(std::stoi(text.substr(8, 2)));; --d)
        if (const auto found = base::day_of(month / 12, static_cast<unsigned>(month % 12) + 1, d))
            return *found;
}

void add(Cohort& cohort, const Question& q, std::uint32_t a, std::uint32_t b, const Date& meeting,
         const std::optional<Date>& alliance) {
    const bool before = alliance && (!alliance->known() || alliance->last() < meeting.first());
    const bool same = alliance && *alliance == meeting && meeting.exact();
    const bool after = alliance && alliance->known() && alliance->first() > meeting.last();
    if (before || same) ++cohort.confirmed;
    if (alliance && !before && !same && !after) ++cohort.undetermined;
    if (alliance && !after) return;
    Pair pair{*q.as_of - middle(meeting), false, false};
    for (const std::uint32_t actor : {a, b})
        if (const auto day = leaving(q, actor)) {
            pair.time = std::min(pair.time, *day - middle(meeting));
            pair.left = true;
        }
    if (after && (!pair.left || middle(*alliance) - middle(meeting) <= pair.time))
        pair = {middle(*alliance) - middle(meeting), true, false};
    if (pair.time > 0) cohort.pairs.push_back(pair);
}

Cohort cohort_of(const Question& q) {
    Cohort cohort;
    if (!q.as_of || !q.first) return cohort;
    std::vector<Members> attendees(q.data.events.size()), parties(q.data.partnerships.size());
    for (std::uint32_t i = 0; i < attendees.size(); ++i) attendees[i] = q.attendees(i);
    for (std::uint32_t i = 0; i < parties.size(); ++i) parties[i] = q.parties(i);
    const auto open = opening(q);
    for (const std::uint32_t a : q.emergence_actors) {
        for (const std::uint32_t b : q.emergence_actors) {
            if (b <= a) continue;
            const auto meeting =
                first_together(q, q.all_events, q.data.events.rows, attendees, a, b);
            if (!meeting || !meeting->known() || !q.in_window(*meeting)) continue;
            if (open && meeting->first() < *open) {
                ++cohort.washed_out;
                continue;
            }
            add(cohort, q, a, b, *meeting,
                first_together(q, q.all_partnerships, q.data.partnerships.rows, parties, a, b));
        }
    }
    return cohort;
}

}  // namespace

Answers emergence_conversion(const Question& q) {
    Answers answers;
    const Cohort cohort = cohort_of(q);
    int follow_up = 0;
    for (const Pair& pair : cohort.pairs) follow_up = std::max(follow_up, pair.time);
    for (const int months : {6, 12, 24, 36}) {
        const std::string key = "horizon_months=" + std::to_string(months);
        const double days = months * 30.4375;
        std::optional<double> allied, left;
        const Shares s = shares(cohort.pairs, days);
        if (!cohort.pairs.empty() && (days <= follow_up || s.neither < 1e-12)) {
            allied = s.allied;
            left = s.left;
        }
        answers[{"emergence_conversion", key}] = allied;
        answers[{"emergence_conversion", "measure=exit;" + key}] = left;
    }
    answers[{"emergence_conversion", "measure=pairs"}] = static_cast<double>(cohort.pairs.size());
    answers[{"emergence_conversion", "measure=confirmed"}] = cohort.confirmed;
    answers[{"emergence_conversion", "measure=washed_out"}] = cohort.washed_out;
    if (cohort.undetermined > 0)
        answers[{"emergence_conversion", "measure=undetermined"}] = cohort.undetermined;
    return answers;
}

}  // namespace maillage::reference
