#pragma once

#include <maillage/metrics/scope.hpp>

namespace maillage::metrics {

/// True when some day of a calendar year lies in the window, and not after the date of the data.
[[nodiscard]] bool meets_window(const Scope& scope, int year);

}  // namespace maillage::metrics
