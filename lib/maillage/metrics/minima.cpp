#include <maillage/metrics/metric.hpp>
#include <maillage/metrics/minima.hpp>

namespace maillage::metrics {

namespace {

void withdraw_value(Estimate& row) {
    row.value = row.numerator = row.denominator = std::nullopt;
    row.range_low = row.range_high = row.ci_low = row.ci_high = std::nullopt;
    row.null_mean = row.null_sd = row.z = row.p = row.adjusted_p = std::nullopt;
    row.ci_method = row.null_model = {};
}

}  // namespace

Values with_minima(Values values, Detail detail) {
    for (Estimate& row : values.rows) {
        const Metric* metric = find_metric(row.metric);
        const bool enough =
            metric == nullptr || row.n_effective.value_or(metric->minimum) >= metric->minimum;
        if (row.status != Status::ok || enough) continue;
        row.status = Status::too_few;
        row.reason = "below_minimum";
        if (detail == Detail::summary) withdraw_value(row);
    }
    return values;
}

}  // namespace maillage::metrics
