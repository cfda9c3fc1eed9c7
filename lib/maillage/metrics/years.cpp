#include <maillage/metrics/years.hpp>

namespace maillage::metrics {

bool meets_window(const Scope& scope, int year) {
    const base::Date days = base::Date::year(year);
    return (!scope.window.first || days.last() >= *scope.window.first) &&
           (!scope.last_day || days.first() <= *scope.last_day);
}

}  // namespace maillage::metrics
