#pragma once

#include <cstdint>
#include <limits>

namespace maillage::model {

/// A dense identifier of its own type: an actor is never passed for a territory.
template <class Tag>
struct Id {
    static constexpr std::uint32_t nothing = std::numeric_limits<std::uint32_t>::max();
    std::uint32_t index = nothing;

    [[nodiscard]] constexpr bool known() const { return index != nothing; }
    friend constexpr auto operator<=>(const Id&, const Id&) = default;
};

using TerritoryId = Id<struct TerritoryTag>;
using ActorId = Id<struct ActorTag>;
using ThemeId = Id<struct ThemeTag>;
using SourceId = Id<struct SourceTag>;
using EventId = Id<struct EventTag>;
using PartnershipId = Id<struct PartnershipTag>;
using ExperimentId = Id<struct ExperimentTag>;

}  // namespace maillage::model
