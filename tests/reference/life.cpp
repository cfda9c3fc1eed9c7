#include "reference/life.hpp"

#include <algorithm>

namespace maillage::reference {

namespace {

/// The same day of the month, `months` earlier, or the last day of that month.
Day earlier(Day day, int months) {
    const std::string text = base::iso(day);
    const int month = std::stoi(text.substr(5, 2)) - 1 + 12 * std::stoi(text.substr(0, 4)) - months;
    for (unsigned d = static_cast<unsigned>(std::stoi(text.substr(8, 2)));; --d)
        if (const auto found = base::day_of(month / 12, static_cast<unsigned>(month % 12) + 1, d))
            return *found;
}

std::vector<Date> joint_events(const Question& q, const Members& parties) {
    std::vector<Date> days;
    for (const std::uint32_t event : q.all_events) {
        const Members present = q.attendees(event);
        const auto both =
            std::ranges::count_if(parties, [&](auto actor) { return present.contains(actor); });
        if (both >= 2) days.push_back(q.data.events.rows[event].start);
    }
    return days;
}

Signs judged(const Question& q, const model::Relation& row, const std::vector<Date>& dates,
             model::Table table) {
    const Day as_of = *q.as_of;
    Signs signs;
    signs.planned = row.start.known() && row.start.first() > as_of;
    signs.ended = !signs.planned && row.end.known() && row.end.last() <= as_of;
    for (const Date& date : dates)
        if (date.known() && date.first() <= as_of)
            signs.last = std::max(signs.last.value_or(date.first()), std::min(date.last(), as_of));
    const auto& complete = q.data.settings.complete;
    const bool declared = std::ranges::find(complete, table) != complete.end();
    const bool seen_later = row.last_seen.known() && row.last_seen.first() > as_of;
    const bool recent = signs.last && *signs.last >= earlier(as_of, q.request.silent_months);
    signs.silent = !signs.planned && !row.end.known() && !declared && !seen_later && !recent;
    return signs;
}

}  // namespace

Signs signs_of(const Question& q, std::uint32_t partnership) {
    const auto& row = q.data.partnerships.rows[partnership];
    std::vector<Date> signs = joint_events(q, q.parties(partnership));
    signs.insert(signs.end(), {row.start, row.last_seen});
    for (const auto& party : q.data.partnerships.members[partnership])
        signs.push_back(party.joined);
    for (const auto& sign : q.data.partnership_impacts[partnership]) signs.push_back(sign.date);
    for (const auto& seen : q.data.partnership_evaluations[partnership]) signs.push_back(seen.date);
    return judged(q, row, signs, model::Table::partnerships);
}

Signs signs_of_project(const Question& q, std::uint32_t project) {
    const auto& row = q.data.experiments.rows[project];
    std::vector<Date> signs = joint_events(q, q.members(project));
    signs.insert(signs.end(), {row.start, row.last_seen});
    for (const auto& member : q.data.experiments.members[project]) signs.push_back(member.joined);
    for (const auto& entry : q.data.stages[project]) signs.push_back(entry.date);
    for (const auto& support : q.data.supports[project]) signs.push_back(support.date);
    for (const auto& sign : q.data.experiment_impacts[project]) signs.push_back(sign.date);
    for (const auto& seen : q.data.experiment_evaluations[project]) signs.push_back(seen.date);
    Signs judgement = judged(q, row, signs, model::Table::experiments);
    for (const auto& entry : q.data.stages[project])
        if (entry.stage >= model::Stage::abandoned && entry.date.last() <= *q.as_of)
            judgement.silent = false;
    return judgement;
}

bool runs_on(const Date& start, const Date& end, Day day) {
    if (start.known() && start.last() > day) return false;
    return !end.known() || end.last() > day || (start == end && end.last() == day);
}

std::vector<std::uint32_t> started(const Question& q,
                                   const std::vector<std::uint32_t>& partnerships) {
    std::vector<std::uint32_t> found;
    for (const std::uint32_t i : partnerships) {
        const Date& start = q.data.partnerships.rows[i].start;
        if (start.known() && q.in_window(start)) found.push_back(i);
    }
    return found;
}

}  // namespace maillage::reference
