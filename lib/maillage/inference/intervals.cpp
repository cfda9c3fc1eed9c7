#include <algorithm>
#include <cmath>

#include <maillage/inference/intervals.hpp>

namespace maillage::inference {

double percentile(std::span<const double> sorted, double share) {
    const auto rank =
        static_cast<std::size_t>(std::ceil(share * static_cast<double>(sorted.size()) - 1e-9));
    return sorted[std::max<std::size_t>(rank, 1) - 1];
}

std::optional<Interval> wilson(std::int64_t count, std::int64_t trials) {
    if (trials <= 0) return std::nullopt;
    const auto n = static_cast<double>(trials);
    const double p = static_cast<double>(count) / n;
    const double z2 = z_95 * z_95;
    const double centre = p + z2 / (2 * n);
    const double half = z_95 * std::sqrt(p * (1 - p) / n + z2 / (4 * n * n));
    const double scale = 1 + z2 / n;
    // Exact at both ends, where rounding would leave the last digit.
    const double low = count == 0 ? 0 : (centre - half) / scale;
    const double high = count == trials ? 1 : (centre + half) / scale;
    return Interval{low, high};
}

std::optional<Interval> loglog_limits(double survival, double standard_error) {
    if (survival <= 0 || survival >= 1) return std::nullopt;
    const double log_survival = std::log(survival);
    const double width = z_95 * standard_error / (survival * -log_survival);
    return Interval{std::exp(log_survival * std::exp(width)),
                    std::exp(log_survival * std::exp(-width))};
}

}  // namespace maillage::inference
