#include <maillage/metrics/much.hpp>

namespace maillage::metrics {

bool has_many_views(const Request& request, const Calendar& calendar) {
    constexpr std::size_t most_views = 50;
    return request.territories.size() * calendar.windows.size() > most_views;
}

bool is_much(const Request& request, const Calendar& calendar, const Study& study) {
    constexpr std::size_t most_memberships = 100'000;
    return has_many_views(request, calendar) ||
           study.partnerships.incidence.memberships() + study.events.incidence.memberships() >
               most_memberships;
}

}  // namespace maillage::metrics
