#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace maillage::inference {

/// One unit observed in one state in (entry, exit], in days since its origin, and the state it
/// moves to at the exit; without it the observation stops there. What passes through several states
/// on one day is one move to the last of them.
struct Sojourn {
    std::uint32_t unit;
    std::int32_t entry, exit;
    std::uint8_t state;
    std::optional<std::uint8_t> next;
};

/// Aalen-Johansen estimate of the share of units in each state, all being in the first one at the
/// origin: the product over times of I + dA, where dA_hj is the moves from h to j over those at
/// risk in h just before. Moves back and late entries are allowed; states without sojourn are never
/// left.
///
/// Shapes     Shares and errors by state; errors are those of the infinitesimal jackknife by unit.
/// Undefined  Nothing is known of a state from the day on which it holds a share and nobody is
///            observed in it: `emptied` says which day comes first; later shares rest on moves
///            between the other states.
/// Cost       O(times x (units + sojourns)) time for a handful of states.
/// Source     Aalen & Johansen 1978; Andersen et al. 1993.
class StateOccupation {
  public:
    struct Step {
        std::int32_t time;
        std::vector<double> shares, errors;
    };
    StateOccupation(std::span<const Sojourn> sojourns, std::size_t states);

    /// At the origin and at every time of a move.
    [[nodiscard]] const std::vector<Step>& steps() const { return steps_; }
    [[nodiscard]] const Step& at(double time) const;
    [[nodiscard]] std::optional<std::int32_t> emptied() const { return emptied_; }

  private:
    std::vector<Step> steps_;
    std::optional<std::int32_t> emptied_;
};

}  // namespace maillage::inference
