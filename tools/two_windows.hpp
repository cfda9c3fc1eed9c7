#pragma once

#include <optional>

#include <maillage/metrics/change.hpp>

#include "tools/arguments.hpp"

namespace maillage::tools {

/// The two periods of `--before` and `--after` as they were typed; nothing when neither was.
///
/// Errors   UsageError: no date, one without the other, periods that overlap.
[[nodiscard]] std::optional<metrics::TwoWindows> windows_asked(const Arguments& arguments);

/// Of a period that lies beyond the data nothing is known.
///
/// Errors   UsageError.
void check_observed(const metrics::TwoWindows& windows, const model::Dataset& data,
                    const metrics::Request& request);

}  // namespace maillage::tools
