#pragma once

#include <maillage/metrics/run.hpp>

namespace maillage::metrics {

/// What a report says of values that rest on too little: a value on fewer independent units
/// (`n_effective`) than the minimum of its metric becomes `too_few`, `below_minimum`. The value and
/// its limits are kept only where rows in detail are wanted; the numbers of units always.
[[nodiscard]] Values with_minima(Values values, Detail detail);

}  // namespace maillage::metrics
