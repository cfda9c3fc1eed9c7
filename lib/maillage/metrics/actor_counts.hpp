#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include <maillage/metrics/scope.hpp>

namespace maillage::metrics {

/// What is simply counted of an actor, or of several taken as one, in a scope.
struct ActorCounts {
    std::int64_t meetings = 0;  ///< Of the territory in the window, to which one of them came.
    /// Others with whom one of them shares an alliance running in the window, wherever their seat.
    std::array<std::int64_t, model::kinds.size()> partners{};
    std::int64_t alliances = 0;  ///< Running on some day of the window.
    std::int64_t running = 0;    ///< Among them, not known to be over on the last day.
    std::int64_t silent = 0;     ///< Among these, without news at the date of the data.
    std::int64_t projects = 0;   ///< Running on some day of the window.
    /// Latest date, not after the last day of the window, of anything recorded of them, here or
    /// elsewhere: a meeting, what happened to an alliance or project, `last_seen`. As precise as it
    /// is known; of two dates, the one that ends later.
    model::Date last_seen;
};

/// Counts for one group of actors after the other.
///
/// Cost     O(actors + relations) to make; a group costs the members of the relations of its
///          actors.
class ActorCounter {
  public:
    explicit ActorCounter(const Scope& scope);

    /// `actors`: sorted, distinct.
    [[nodiscard]] ActorCounts of(std::span<const std::uint32_t> actors);

  private:
    const Scope& scope_;
    std::vector<std::uint8_t> meetings_, alliances_, projects_;  ///< Per relation: of the scope.
    std::vector<std::uint32_t> seen_;  ///< Per actor: the last group whose partner it was.
    std::uint32_t group_ = 0;

    void see_alliance(std::span<const std::uint32_t> actors, std::uint32_t alliance,
                      ActorCounts& counts);
};

/// Actors that have a row: those seated in the territory, active in the window or in one of its
/// meetings, alliances or projects; and those seated elsewhere who are in one of these. Sorted.
[[nodiscard]] std::vector<std::uint32_t> actors_of(const Scope& scope);

}  // namespace maillage::metrics
