#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <maillage/metrics/scope.hpp>

namespace maillage::metrics {

/// True when a date lies on or before a day for certain. What has no date is older than any date;
/// without a day, everything is past.
[[nodiscard]] bool is_past(const model::Date& date, std::optional<base::Day> day);

/// True when an experiment has begun by that day: its start, else its first stage.
[[nodiscard]] bool has_begun(const model::Dataset& data, std::uint32_t experiment,
                             std::optional<base::Day> day);

/// Its last stage dated on or before that day; nothing when no stage is known.
[[nodiscard]] std::optional<model::Stage> current_stage(const model::Dataset& data,
                                                        std::uint32_t experiment,
                                                        std::optional<base::Day> day);

/// True when it is ended, abandoned or merged on that day.
[[nodiscard]] bool has_stopped(const model::Dataset& data, std::uint32_t experiment,
                               std::optional<base::Day> day);

/// The experiments of the territory that have begun by the last day of the window, those left out
/// that were ended, abandoned or merged before its first day was over.
[[nodiscard]] std::vector<std::uint32_t> running_experiments(const Scope& scope);

/// The experiments of the territory that have begun by the last day of the window.
[[nodiscard]] std::vector<std::uint32_t> begun_experiments(const Scope& scope);

/// Those that began in the window: by their start, else by their first stage.
[[nodiscard]] std::vector<std::uint32_t> experiments_begun_in_window(const Scope& scope);

}  // namespace maillage::metrics
