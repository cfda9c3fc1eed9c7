#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include <maillage/inference/survival.hpp>

namespace maillage::inference {

/// Aalen-Johansen estimate of the share of units to which an event has happened by a time, when
/// something else may happen first and make it impossible.
///
/// Undefined  Beyond the last follow-up, unless something has happened to everybody.
/// Source     Aalen & Johansen 1978.
class CumulativeIncidence {
  public:
    explicit CumulativeIncidence(std::span<const Spell> spells);

    [[nodiscard]] const RiskSets& risk() const { return risk_; }
    [[nodiscard]] bool is_known(double time) const;
    [[nodiscard]] double event(double time) const { return at(time).event; }
    [[nodiscard]] double competing(double time) const { return at(time).competing; }

    /// First-order change of the incidence by a time when the weight of one unit grows: the
    /// infinitesimal jackknife. The squares add up to the variance of independent units.
    [[nodiscard]] double influence(const Spell& spell, double time) const;

    /// Limits at 95 % of the incidence by a time, from the influences of the spells it was made of,
    /// on the scale log(-log).
    ///
    /// Undefined  Where the incidence is 0 or 1.
    /// Cost       O(spells log steps).
    [[nodiscard]] std::optional<Interval> limits(std::span<const Spell> spells, double time) const;

    /// First time by which the event has happened to half of the units, between the first times at
    /// which the upper and the lower limit of the incidence come to one half.
    ///
    /// Undefined  While the incidence stays below one half; `high` while its lower limit does.
    /// Cost       O(steps spells log steps).
    struct Median {
        std::int32_t time, low;
        std::optional<std::int32_t> high;
    };
    [[nodiscard]] std::optional<Median> median(std::span<const Spell> spells) const;

  private:
    /// After a step; the sums are those of `influence`.
    struct State {
        double event = 0, competing = 0, free = 1;
        double at_risk = 0, hazard = 0;
        double free_before = 1;
        double from_events = 0, from_survival = 0, from_survival_weighted = 0;
    };
    RiskSets risk_;
    std::vector<State> states_;  ///< State 0 comes before any step.

    [[nodiscard]] const State& at(double time) const { return states_[risk_.steps_until(time)]; }
};

/// One pair of actors, and the relation in which it became what is studied.
struct Dyad {
    static constexpr std::uint32_t no_cluster = static_cast<std::uint32_t>(-1);
    std::uint32_t first, second;
    std::uint32_t cluster = no_cluster;
};

/// Variance of an estimate over pairs that are not independent: the products of the influences of
/// every two pairs that share an actor or a cluster, a pair and itself included. What the pairs of
/// one actor add up to is divided by the share of pairs that remain without it: the change of the
/// estimate when the actor is left out, where plain influences fall short for actors in many pairs.
/// Never below the variance of independent pairs, which the sum may miss when influences of
/// opposite signs meet.
///
/// Shapes     One influence per dyad; no two dyads of the same two actors.
/// Undefined  Without dyad, and when one actor is in all of them: nothing remains without it.
/// Cost       O(pairs), and O(c log c) for the c pairs with a cluster.
/// Source     Aronow, Samii & Assenova 2015, 10.1093/pan/mpv018; for leaving actors out, Snijders &
///            Borgatti 1999; docs/decisions/0006.
[[nodiscard]] std::optional<double> dyadic_variance(std::span<const Dyad> dyads,
                                                    std::span<const double> influences);

}  // namespace maillage::inference
