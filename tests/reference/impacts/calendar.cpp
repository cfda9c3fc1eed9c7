#include "reference/reference.hpp"

namespace maillage::reference {

namespace {

/// Months that have passed in full from one day to a later one; a day that a month does not have
/// is its last.
int whole_months(Day from, Day to) {
    const std::string a = base::iso(from), b = base::iso(to);
    const int months = 12 * (std::stoi(b.substr(0, 4)) - std::stoi(a.substr(0, 4))) +
                       std::stoi(b.substr(5, 2)) - std::stoi(a.substr(5, 2));
    return a.substr(8) <= b.substr(8) ? months : months - 1;
}

}  // namespace

Answers impacts_calendar(const Question& q) {
    Answers answers;
    for (const int horizon : {18, 84, 336}) {
        std::map<std::string, double> count{
            {"observable", 0}, {"too_early", 0}, {"undetermined", 0}};
        for (const std::uint32_t i : q.partnerships) {
            if (!q.runs_in_window(i) || !q.last) continue;
            const Date& start = q.data.partnerships.rows[i].start;
            std::string judged = "undetermined";
            if (start.known() && whole_months(start.last(), *q.last) >= horizon)
                judged = "observable";
            else if (start.known() && whole_months(start.first(), *q.last) < horizon)
                judged = "too_early";
            ++count[judged];
        }
        for (const auto& [measure, number] : count)
            answers[{"impact_calendar",
                     "measure=" + measure + ";horizon_months=" + std::to_string(horizon)}] =
                q.last ? std::optional(number) : std::nullopt;
    }
    return answers;
}

}  // namespace maillage::reference
