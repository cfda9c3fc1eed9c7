#pragma once

#include <maillage/metrics/study.hpp>

namespace maillage::metrics {

/// True beyond the territories and windows for which nothing is done that grows faster than the
/// data, unless asked for.
[[nodiscard]] bool has_many_views(const Request& request, const Calendar& calendar);

/// True when the data are too many for figures that nobody asked for by name (`Cost::superlinear`).
[[nodiscard]] bool is_much(const Request& request, const Calendar& calendar, const Study& study);

}  // namespace maillage::metrics
