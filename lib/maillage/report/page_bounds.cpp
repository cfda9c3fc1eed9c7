// Shares that page one tells as whole numbers: "Sur 10 alliances nées, de 6 à 8...".

#include <algorithm>
#include <cmath>

#include <maillage/metrics/metric.hpp>
#include <maillage/report/page_lists.hpp>

namespace maillage::report {

namespace {

using metrics::Estimate;

constexpr double ten = 10;

struct Bounds {
    double low, high;
};

/// The limits of an estimate that rests on enough units.
std::optional<Bounds> bounds_of(const Estimate* record) {
    if (record == nullptr || record->status != metrics::Status::ok) return std::nullopt;
    const metrics::Metric* metric = metrics::find_metric(record->metric);
    if (record->n_effective.value_or(0) < metric->minimum) return std::nullopt;
    if (!record->ci_low || !record->ci_high) return std::nullopt;
    return Bounds{*record->ci_low, *record->ci_high};
}

/// Whole numbers of so many units, never narrower than the bounds.
void add_bounds(Facts& facts, std::string_view low, std::string_view high, const Bounds& bounds,
                double units) {
    const double slack = 1e-9;  // a bound that is whole stays so
    facts.numbers[std::string(low)] = std::floor(bounds.low * units + slack);
    facts.numbers[std::string(high)] = std::ceil(bounds.high * units - slack);
}

/// Bounds that hold nearly everything say nothing.
bool is_telling(const Bounds& bounds) {
    return bounds.high - bounds.low < 0.8;
}

void add_conversion(Facts& facts) {
    const auto bounds = bounds_of(facts.record("emergence_conversion", "horizon_months=24"));
    if (!bounds || !is_telling(*bounds)) return;
    // Under three in a hundred, whole numbers of a hundred would be too coarse.
    const double units = bounds->high < 0.03 ? 1000 : 100;
    facts.numbers["met_of"] = units;
    add_bounds(facts, "allied_low", "allied_high", *bounds, units);
}

/// From the limits when silent alliances have ended to those when they still run.
void add_survival(Facts& facts) {
    auto bounds = bounds_of(facts.record("emergence_survival", "horizon_months=36"));
    if (!bounds) return;
    const auto ended =
        bounds_of(facts.record("emergence_survival", "measure=silent_ended;horizon_months=36"));
    if (ended) *bounds = {std::min(bounds->low, ended->low), std::max(bounds->high, ended->high)};
    if (is_telling(*bounds)) add_bounds(facts, "lasting_low", "lasting_high", *bounds, ten);
}

void add_spreading(Facts& facts) {
    const auto bounds = bounds_of(facts.record("experiments_reach_spreading", "horizon_months=36"));
    if (bounds && is_telling(*bounds)) add_bounds(facts, "spread_low", "spread_high", *bounds, ten);
}

/// Ties that hang on one convenor, and what one meeting less would change.
void add_convened(Facts& facts) {
    const Estimate* record = facts.record("dialogue_catalyst_dependency");
    if (record == nullptr || !record->value) return;
    facts.numbers["only_convened"] = std::round(ten * *record->value);
    if (!record->range_low || !record->range_high) return;
    const double low = std::round(ten * *record->range_low);
    const double high = std::round(ten * *record->range_high);
    if (low == high) return;
    facts.numbers["only_convened_low"] = low;
    facts.numbers["only_convened_high"] = high;
}

}  // namespace

void add_shares(Facts& facts) {
    facts.numbers["tenths"] = ten;
    add_conversion(facts);
    add_survival(facts);
    add_spreading(facts);
    add_convened(facts);
}

}  // namespace maillage::report
