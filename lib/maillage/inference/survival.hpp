#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include <maillage/inference/intervals.hpp>

namespace maillage::inference {

/// How the observation of a unit stops: nothing more is known, what is studied happens, or
/// something that makes it impossible.
enum class Outcome : std::uint8_t { censored, event, competing };

/// One unit observed in (entry, time], in days since its own origin; an entry after the origin is
/// left truncation. A unit whose time does not exceed its entry was never observed.
struct Spell {
    std::int32_t entry = 0, time = 0;
    Outcome outcome = Outcome::censored;
};

/// Who was at risk at every time where something happened. Events come before censorings of the
/// same day.
///
/// Cost     O(n log n) time, O(n) memory.
class RiskSets {
  public:
    struct Step {
        std::int32_t time;
        std::int64_t at_risk, events, competing;
    };
    explicit RiskSets(std::span<const Spell> spells);

    [[nodiscard]] const std::vector<Step>& steps() const { return steps_; }
    /// Number of steps not after a time.
    [[nodiscard]] std::size_t steps_until(double time) const;
    /// Units with entry < time <= their own time.
    [[nodiscard]] std::int64_t at_risk(double time) const;
    /// Last day on which a unit was observed; 0 without unit.
    [[nodiscard]] std::int32_t follow_up() const { return times_.empty() ? 0 : times_.back(); }
    [[nodiscard]] std::size_t units() const { return times_.size(); }

  private:
    std::vector<std::int32_t> entries_, times_;  ///< Sorted.
    std::vector<Step> steps_;
};

/// Product-limit estimate of the share of units to which nothing has happened yet; what competes
/// is taken as a censoring.
///
/// Undefined  Beyond the last follow-up, unless the curve has reached 0; standard error and limits
///            at 0, limits at 1; the median when the curve stays above one half.
/// Source     Kaplan & Meier 1958, 10.1080/01621459.1958.10501452; Greenwood 1926.
class SurvivalCurve {
  public:
    struct Step {
        std::int32_t time;
        std::int64_t at_risk, events;
        double survival;
        double variance_of_log;  ///< Greenwood's sum of d / (n (n - d)); 0 once all have ended.
    };
    explicit SurvivalCurve(std::span<const Spell> spells);

    [[nodiscard]] const RiskSets& risk() const { return risk_; }
    [[nodiscard]] const std::vector<Step>& steps() const { return steps_; }
    [[nodiscard]] bool is_known(double time) const;
    [[nodiscard]] double survival(double time) const;
    [[nodiscard]] std::optional<double> standard_error(double time) const;
    /// On the scale log(-log), at 95 %.
    [[nodiscard]] std::optional<Interval> limits(double time) const;
    [[nodiscard]] std::optional<std::int32_t> median() const;

    /// Mean time spent, out of the first `horizon` days.
    ///
    /// Source   Royston & Parmar 2013, 10.1186/1471-2288-13-152.
    struct Mean {
        double value, standard_error;
    };
    [[nodiscard]] std::optional<Mean> restricted_mean(double horizon) const;

  private:
    RiskSets risk_;
    std::vector<Step> steps_;

    [[nodiscard]] const Step* last_before(double time) const;
};

}  // namespace maillage::inference
