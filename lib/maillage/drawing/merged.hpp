#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include <maillage/drawing/scene.hpp>

namespace maillage::drawing {

/// The actors of a territory, when they are too many to be drawn one by one.
struct Card {
    std::string name;
    std::array<std::int64_t, model::kinds.size()> kinds{};
    std::int64_t isolated = 0;  ///< Among them, without a known alliance.
    std::int64_t inside = 0;    ///< Running alliances of which every party is here.
};

/// The running alliances that join the same territories.
struct Bundle {
    State state = State::active;  ///< Silent when all of them are.
    std::int64_t count = 0;
    std::vector<std::uint32_t> cards;  ///< Two or more, sorted.
};

struct MergedScene {
    std::vector<Card> cards;
    std::vector<Bundle> bundles;  ///< The largest first.
    bool by_territory = true;     ///< Else by kind: the list knows one seat at most.
    std::int64_t inside = 0, between = 0, not_drawn = 0;  ///< Running alliances.
};

/// Groups the actors shown by territory: by seat, then by the parents of the deepest seats while
/// there are more than `most_cards`; the smallest groups are joined when there are no more parents.
/// No more than `most_bundles` are kept.
///
/// Cost     O(actors + memberships log memberships).
[[nodiscard]] MergedScene merge(const metrics::Scope& scope, const Reading& reading,
                                base::Language language, std::size_t most_cards,
                                std::size_t most_bundles);

}  // namespace maillage::drawing
