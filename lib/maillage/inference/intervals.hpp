#pragma once

#include <cstdint>
#include <optional>
#include <span>

namespace maillage::inference {

struct Interval {
    double low, high;
};

/// Quantile of the standard normal law for limits at 95 %.
inline constexpr double z_95 = 1.959963984540054;

/// The least value that a share of them does not exceed; one value or more, sorted.
[[nodiscard]] double percentile(std::span<const double> sorted, double share);

/// Limits at 95 % of a share, count out of trials.
///
/// Undefined  Without trial.
/// Source     Wilson 1927, 10.1080/01621459.1927.10502953.
[[nodiscard]] std::optional<Interval> wilson(std::int64_t count, std::int64_t trials);

/// Limits at 95 % of a survival, symmetric on the scale log(-log), so they stay within 0 and 1.
///
/// Undefined  At 0 and at 1, where that scale has no value.
[[nodiscard]] std::optional<Interval> loglog_limits(double survival, double standard_error);

}  // namespace maillage::inference
