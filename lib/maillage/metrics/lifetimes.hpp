#pragma once

#include <cstdint>
#include <vector>

#include <maillage/inference/survival.hpp>
#include <maillage/metrics/scope.hpp>

namespace maillage::metrics {

inline constexpr double days_per_month = 30.4375;

/// The day that stands for a date in durations: the middle of what is known of it.
[[nodiscard]] inline base::Day middle(const model::Date& date) {
    return date.first() + (date.last() - date.first()) / 2;
}

/// As `months_before`, forward.
[[nodiscard]] inline base::Day months_after(base::Day day, int months) {
    return months_before(day, -months);
}

/// What a silent alliance is taken to be: still running, or ended at its last sign of life.
enum class SilentAs : std::uint8_t { running, ended };

/// The end of a partnership as one of the two readings of silence has it; unknown while it runs.
[[nodiscard]] model::Date end_of(const Study& study, std::uint32_t partnership, SilentAs silent);

/// How long the alliances that start in the window last, in days, followed to the date of the data.
struct Lifetimes {
    std::vector<inference::Spell> spells;
    std::int64_t over_before = 0;  ///< Ended before they were observed (`observed_from`).
    std::int64_t imprecise = 0;    ///< Start or end known to the month or year.
    bool any_silent = false;
};
[[nodiscard]] Lifetimes lifetimes(const Scope& scope, SilentAs silent);

}  // namespace maillage::metrics
