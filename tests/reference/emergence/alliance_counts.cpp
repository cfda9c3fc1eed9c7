#include <algorithm>

#include "reference/life.hpp"

namespace maillage::reference {

namespace {

bool has_known_start(const Question& q, std::uint32_t i) {
    return q.data.partnerships.rows[i].start.known();
}

double years_of(const Question& q) {
    const std::string from = base::iso(*q.first), to = base::iso(*q.last);
    if (from.ends_with("-01-01") && to.ends_with("-12-31"))
        return std::stoi(to.substr(0, 4)) - std::stoi(from.substr(0, 4)) + 1;
    return (*q.last - *q.first + 1) / 365.25;
}

std::vector<std::uint32_t> running(const Question& q,
                                   const std::vector<std::uint32_t>& partnerships) {
    std::vector<std::uint32_t> found;
    for (const std::uint32_t i : partnerships) {
        const auto& row = q.data.partnerships.rows[i];
        if (!q.last || runs_on(row.start, row.end, *q.last)) found.push_back(i);
    }
    return found;
}

}  // namespace

Answers emergence_alliance_counts(const Question& q) {
    std::vector<std::uint32_t> helped;
    for (const std::uint32_t i : q.partnerships)
        if (!q.data.partnerships.accompanied_by[i].empty()) helped.push_back(i);
    const bool dated = q.partnerships.empty() || std::ranges::any_of(q.partnerships, [&](auto i) {
                           return has_known_start(q, i);
                       });
    const auto count = [](const auto& list) { return static_cast<double>(list.size()); };
    std::optional<double> born, born_helped, rate;
    if (dated) born = count(started(q, q.partnerships));
    if (dated) born_helped = count(started(q, helped));
    double actors = 0;
    for (const std::uint32_t actor : q.emergence_actors) actors += q.active(actor) ? 1 : 0;
    if (dated && actors > 0 && q.first && q.last && *q.first <= *q.last)
        rate = *born / years_of(q) / actors * 100;
    Answers answers{{{"emergence_new_count", ""}, born},
                    {{"emergence_new_count", "measure=accompanied"}, born_helped},
                    {{"emergence_new_rate", ""}, rate},
                    {{"emergence_active_count", ""}, count(running(q, q.partnerships))},
                    {{"emergence_active_count", "measure=accompanied"}, count(running(q, helped))}};
    if (q.as_of)
        answers[{"emergence_active_count", "measure=planned"}] = static_cast<double>(
            std::ranges::count_if(q.partnerships, [&](auto i) { return signs_of(q, i).planned; }));
    double perhaps = 0;
    for (const std::uint32_t i : q.partnerships) {
        const Date& start = q.data.partnerships.rows[i].start;
        if (!q.first || !start.known() || q.in_window(start)) continue;
        perhaps += start.first() <= *q.last && start.last() >= *q.first ? 1 : 0;
    }
    if (perhaps > 0) answers[{"emergence_new_count", "measure=undetermined"}] = perhaps;
    return answers;
}

}  // namespace maillage::reference
