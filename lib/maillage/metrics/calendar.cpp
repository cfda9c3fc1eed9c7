#include <algorithm>

#include <maillage/base/error.hpp>
#include <maillage/metrics/run.hpp>

namespace maillage::metrics {

namespace {

using base::Day;
using model::Date;

/// Visits the dates that the default date of the data and the default window rest on; never ends,
/// departures or last signs, which may be plans or late notes.
template <class Visit>
void for_each_date(const model::Dataset& data, Visit visit) {
    for (const auto& event : data.events.rows) visit(event.start, true);
    for (const auto& partnership : data.partnerships.rows) visit(partnership.start, true);
    for (const auto& experiment : data.experiments.rows) visit(experiment.start, false);
    for (std::size_t i = 0; i < data.experiments.size(); ++i) {
        for (const auto& entry : data.stages[i]) visit(entry.date, true);
        for (const auto& support : data.supports[i]) visit(support.date, false);
        for (const auto& sign : data.experiment_impacts[i]) visit(sign.date, false);
        for (const auto& seen : data.experiment_evaluations[i]) visit(seen.date, false);
    }
    for (std::size_t i = 0; i < data.partnerships.size(); ++i) {
        for (const auto& sign : data.partnership_impacts[i]) visit(sign.date, false);
        for (const auto& seen : data.partnership_evaluations[i]) visit(seen.date, false);
    }
}

std::string period_of(Day first, Day last) {
    if (Date(first, last) == Date::year(base::year_of(first)))
        return std::to_string(base::year_of(first));
    return base::iso(first) + "/" + base::iso(last);
}

void add_window(Calendar& calendar, Day first, Day last) {
    calendar.windows.push_back({first, last, period_of(first, last)});
}

}  // namespace

Calendar calendar(const model::Dataset& data, const Request& request) {
    Calendar calendar;
    std::optional<Day> earliest, latest;
    for_each_date(data, [&](const Date& date, bool opens_window) {
        if (!date.known()) return;
        latest = latest ? std::max(*latest, date.last()) : date.last();
        if (opens_window) earliest = earliest ? std::min(*earliest, date.first()) : date.first();
    });
    calendar.as_of =
        request.as_of ? request.as_of : (data.settings.as_of ? data.settings.as_of : latest);
    if (request.from && request.to && *request.from > *request.to)
        throw base::UsageError({"U020", {base::iso(*request.from), base::iso(*request.to)}, {}});
    const std::optional<Day> last = request.to ? request.to : calendar.as_of;
    std::optional<Day> first = request.from;
    if (!first && earliest) first = Date::year(base::year_of(*earliest)).first();
    if (!first && last) first = Date::year(base::year_of(*last)).first();
    if (!first || !last) {
        calendar.windows.push_back({std::nullopt, std::nullopt, "*"});
        return calendar;
    }
    if (*first > *last) first = Date::year(base::year_of(*last)).first();
    if (request.breakdown == Breakdown::none) {
        add_window(calendar, *first, *last);
        return calendar;
    }
    // Whole calendar years, cut only where the user cut them.
    for (int year = base::year_of(*first); year <= base::year_of(*last); ++year) {
        const Date whole = Date::year(year);
        add_window(calendar, request.from ? std::max(*first, whole.first()) : whole.first(),
                   request.to ? std::min(*last, whole.last()) : whole.last());
    }
    return calendar;
}

}  // namespace maillage::metrics
