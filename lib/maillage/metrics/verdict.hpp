#pragma once

#include <optional>

#include <maillage/inference/nulls.hpp>
#include <maillage/metrics/estimate.hpp>

namespace maillage::metrics {

/// What may be said of a compared figure, by its value and the range of its draws; shares lie
/// between 0 and 1, indices between -1 and 1, and nothing bounds the rest. Of one
/// that belongs to a family of comparisons, the adjusted p decides.
///
/// Undefined  Nothing when the record is not set beside draws.
[[nodiscard]] std::optional<inference::Verdict> verdict_of(const Estimate& record);

}  // namespace maillage::metrics
