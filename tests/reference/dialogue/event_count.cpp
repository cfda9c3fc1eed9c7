#include "reference/reference.hpp"

namespace maillage::reference {

Answers dialogue_event_count(const Question& q) {
    double count = 0, planned = 0;
    for (const std::uint32_t event : q.events) {
        const Date& date = q.data.events.rows[event].start;
        if (q.in_window(date)) ++count;
        if (q.as_of && date.known() && date.first() > *q.as_of) ++planned;
    }
    std::optional<double> rate;
    if (q.territory.known() && q.first && *q.last >= *q.first) {
        double years = (*q.last - *q.first + 1) / 365.25;
        const std::string from = base::iso(*q.first), to = base::iso(*q.last);
        if (from.ends_with("-01-01") && to.ends_with("-12-31"))
            years = std::stoi(to) - std::stoi(from) + 1;
        const auto population = q.data[q.territory].population;
        if (population && *population > 0) rate = count / (*population * years) * 10000;
    }
    return {{{"dialogue_event_count", ""}, count},
            {{"dialogue_event_count", "measure=planned"}, planned},
            {{"dialogue_event_rate", ""}, rate}};
}

}  // namespace maillage::reference
