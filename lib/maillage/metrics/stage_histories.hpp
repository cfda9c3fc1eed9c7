#pragma once

#include <array>
#include <string_view>
#include <vector>

#include <maillage/metrics/lifetimes.hpp>

namespace maillage::metrics {

/// What was noted of the stages of one experiment until the date of the data, in days.
struct StageHistory {
    struct Entry {
        base::Day day;  ///< The middle of the date.
        model::Stage stage;
        bool in_window;  ///< The whole date lies in the window.
    };
    std::uint32_t experiment;
    std::vector<Entry> entries;  ///< By day, then in stage order; the stop, if any, is the last.
    base::Day last;        ///< Last day of observation: the stop, the end, or the date of the data.
    bool stopped = false;  ///< Abandoned or merged.
    bool imprecise = false;  ///< A date is known to the month or year.
    bool silent = false;     ///< Neither stopped nor ended, and without news (`Life::silent`).

    [[nodiscard]] base::Day origin() const { return entries.front().day; }
};

/// The experiments of the territory of which a stage is known by the date of the data. An end
/// without abandonment or merger ends the observation; what follows a stop is left out. A silent
/// project stands in its last stage to the date of the data or, as `SilentAs::ended`, was abandoned
/// at its last sign of life (the day after its last stage at the earliest).
[[nodiscard]] std::vector<StageHistory> stage_histories(const Scope& scope, SilentAs silent);
[[nodiscard]] bool any_silent(const std::vector<StageHistory>& histories);

/// The same history as a path: one stage a day, the last of the list, each different from the one
/// before.
[[nodiscard]] std::vector<StageHistory::Entry> path_of(const StageHistory& history);

[[nodiscard]] constexpr bool is_stop(model::Stage stage) {
    return stage == model::Stage::abandoned || stage == model::Stage::merged;
}

/// First day of observation since an origin, in days: 0, or later with `--observed-from`.
[[nodiscard]] std::int32_t observed_after(const Scope& scope, base::Day origin);

/// Why no history answers: no experiment, or none that enters in the window.
[[nodiscard]] std::string_view reason_of_no_history(const Scope& scope);

/// The horizons of the metrics of stages.
struct StageHorizon {
    std::string_view months;
    double days;
};
inline constexpr std::array stage_horizons{StageHorizon{"12", 12 * days_per_month},
                                           StageHorizon{"24", 24 * days_per_month},
                                           StageHorizon{"36", 36 * days_per_month}};

}  // namespace maillage::metrics
