#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include <maillage/drawing/scene.hpp>

namespace maillage::drawing {

/// What a merged map counts of alliances: those that run, or those that came and those that went.
enum class Counting : std::uint8_t { running, changes };
struct Tally {
    std::int64_t came = 0;  ///< Or running.
    std::int64_t went = 0;

    [[nodiscard]] std::int64_t all() const { return came + went; }
    Tally& operator+=(const Tally& other);
};

/// The actors of a territory, when they are too many to be drawn one by one.
struct Card {
    std::string name;
    model::TerritoryId territory;  ///< Unknown: no single one.
    std::array<std::int64_t, model::kinds.size()> kinds{};
    std::int64_t isolated = 0;  ///< Among them, without a known alliance.
    Tally inside;               ///< Alliances of which every party is here.
};

/// The alliances that join the same territories.
struct Bundle {
    State state = State::active;  ///< Silent when all that run are.
    Tally tally;
    std::vector<std::uint32_t> cards;  ///< Two or more, sorted.
};

struct MergedScene {
    std::vector<Card> cards;
    std::vector<Bundle> bundles;  ///< The largest first.
    Counting counting = Counting::running;
    bool by_territory = true;  ///< Else by kind: the list knows one seat at most.
    Tally inside, between;
    std::int64_t not_drawn = 0;  ///< Alliances.
    Stand stand{};               ///< Of the cards.
};

/// Groups the actors shown by territory, in `most_cards` at most. No more than `most_bundles` are
/// kept.
///
/// Cost     O(actors + memberships log memberships).
[[nodiscard]] MergedScene merge(const metrics::Scope& scope, const Reading& reading,
                                Counting counting, const MapOptions& options,
                                std::size_t most_cards, std::size_t most_bundles);

/// How many, as a map writes it: "3", or "+3 −1".
[[nodiscard]] std::string written(const Tally& tally, Counting counting, base::Language language);

}  // namespace maillage::drawing
