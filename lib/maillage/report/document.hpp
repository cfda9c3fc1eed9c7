#pragma once

#include <cstdint>

#include <maillage/base/language.hpp>
#include <maillage/metrics/run.hpp>
#include <maillage/model/dataset.hpp>

namespace maillage::report {

/// Everything a report is written from: a dataset, what was asked, and the values that came of it.
/// Writers read and never compute a figure, so page, table, CSV and JSON say the same numbers.
struct Document {
    const model::Dataset& data;
    const metrics::Request& request;
    const metrics::Values& values;
    metrics::Calendar calendar;
    base::Language language = base::Language::english;
    std::uint64_t errors = 0;  ///< Issues of loading; with `--lenient` there may be errors.
    std::uint64_t warnings = 0;
};

}  // namespace maillage::report
