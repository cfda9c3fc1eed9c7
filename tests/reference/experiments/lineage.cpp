#include "reference/reference.hpp"

namespace maillage::reference {

namespace {

/// Last day of the earliest relation of known date that two actors shared.
template <class MembersOf, class Rows>
std::optional<Day> shared_by(std::uint32_t a, std::uint32_t b,
                             const std::vector<std::uint32_t>& relations, MembersOf members_of,
                             const Rows& rows) {
    std::optional<Day> day;
    for (const std::uint32_t i : relations) {
        const Members members = members_of(i);
        if (!members.contains(a) || !members.contains(b) || !rows[i].start.known()) continue;
        if (!day || rows[i].start.last() < *day) day = rows[i].start.last();
    }
    return day;
}

struct Mean {
    double sum = 0, count = 0;
    void see(double value) {
        sum += value;
        ++count;
    }
    [[nodiscard]] std::optional<double> value() const {
        return count > 0 ? std::optional(sum / count) : std::nullopt;
    }
};

}  // namespace

Answers experiments_lineage(const Question& q) {
    const auto attendees = [&](std::uint32_t i) { return q.attendees(i); };
    const auto parties = [&](std::uint32_t i) { return q.parties(i); };
    Mean allied, met, to_partnership, to_start;
    for (const std::uint32_t i : q.experiments) {
        const Date& start = q.data.experiments.rows[i].start;
        if (!q.first || !start.known() || !q.in_window(start)) continue;
        double pairs = 0, allied_before = 0, met_before = 0;
        for (const std::uint32_t a : q.members(i))
            for (const std::uint32_t b : q.members(i)) {
                if (a >= b || !q.experiment_actors.contains(a) || !q.experiment_actors.contains(b))
                    continue;
                const auto meeting = shared_by(a, b, q.all_events, attendees, q.data.events.rows);
                const auto alliance =
                    shared_by(a, b, q.all_partnerships, parties, q.data.partnerships.rows);
                ++pairs;
                if (meeting && *meeting < start.first()) ++met_before;
                if (!alliance || *alliance >= start.first()) continue;
                ++allied_before;
                if (!meeting || *meeting >= *alliance) continue;
                to_partnership.see(*alliance - *meeting);
                to_start.see(start.first() - *alliance);
            }
        if (pairs == 0) continue;
        allied.see(allied_before / pairs);
        met.see(met_before / pairs);
    }
    const std::string id = "experiments_lineage";
    const bool partnerships = q.data.has(model::Table::partnerships);
    const bool events = q.data.has(model::Table::events);
    Answers answers{{{id, ""}, partnerships ? allied.value() : std::nullopt}};
    if (events) answers[{id, "measure=prior_dialogue"}] = met.value();
    if (!to_start.value()) return answers;
    answers[{id, "measure=days_meeting_to_partnership"}] = to_partnership.value();
    answers[{id, "measure=days_partnership_to_start"}] = to_start.value();
    return answers;
}

}  // namespace maillage::reference
