#include <limits>

#include <maillage/inference/benjamini_hochberg.hpp>
#include <maillage/metrics/verdict.hpp>

namespace maillage::metrics {

namespace {

inference::Verdict verdict_in_family(const Estimate& record) {
    if (*record.adjusted_p > inference::discovery_level) return inference::Verdict::cannot_say;
    return *record.value > *record.null_mean ? inference::Verdict::more : inference::Verdict::less;
}

}  // namespace

std::optional<inference::Verdict> verdict_of(const Estimate& record) {
    if (record.status != Status::ok || !record.value) return std::nullopt;
    if (record.adjusted_p) return verdict_in_family(record);
    const bool compared = record.nature == FigureNature::compared;
    if (!compared || !record.range_low || !record.range_high) return std::nullopt;
    constexpr double anything = std::numeric_limits<double>::infinity();
    const double least = record.unit == "share" ? 0 : record.unit == "index" ? -1 : -anything;
    const double most = record.unit == "share" || record.unit == "index" ? 1 : anything;
    return inference::verdict(*record.value, *record.range_low, *record.range_high, least, most);
}

}  // namespace maillage::metrics
