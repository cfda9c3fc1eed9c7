#include "reference/life.hpp"

namespace maillage::reference {

namespace {

enum class Met { no, perhaps, yes };

Met had_met(const Question& q, std::uint32_t a, std::uint32_t b, const Date& start) {
    Met met = Met::no;
    for (const std::uint32_t event : q.all_events) {
        const Members present = q.attendees(event);
        if (!present.contains(a) || !present.contains(b)) continue;
        const Date& date = q.data.events.rows[event].start;
        if (date.known() && date.last() < start.first()) return Met::yes;
        if (!date.known() || date.first() < start.last()) met = Met::perhaps;
    }
    return met;
}

}  // namespace

Answers emergence_seededness(const Question& q) {
    double alliances = 0, sigma = 0, seeded = 0, undetermined = 0;
    for (const std::uint32_t i : started(q, q.partnerships)) {
        double pairs = 0, yes = 0, perhaps = 0;
        for (const std::uint32_t a : q.parties(i))
            for (const std::uint32_t b : q.parties(i)) {
                if (a >= b || !q.emergence_actors.contains(a) || !q.emergence_actors.contains(b))
                    continue;
                const Met met = had_met(q, a, b, q.data.partnerships.rows[i].start);
                ++pairs;
                yes += met == Met::yes ? 1 : 0;
                perhaps += met == Met::perhaps ? 1 : 0;
            }
        if (pairs == 0) continue;
        ++alliances;
        sigma += yes / pairs;
        seeded += yes > 0 ? 1 : 0;
        undetermined += yes == 0 && perhaps > 0 ? 1 : 0;
    }
    std::optional<double> mean, share;
    if (alliances > 0) mean = sigma / alliances;
    if (alliances > 0) share = seeded / alliances;
    Answers answers{{{"emergence_seededness", ""}, mean},
                    {{"emergence_seededness", "measure=relations"}, share},
                    // No draws in the question: nothing to divide by.
                    {{"emergence_seededness_ratio", ""}, std::nullopt}};
    if (undetermined > 0) answers[{"emergence_seededness", "measure=undetermined"}] = undetermined;
    return answers;
}

}  // namespace maillage::reference
