#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include <maillage/metrics/scope.hpp>

namespace maillage::metrics {

/// Where a stake is mentioned.
enum class StakePlace : std::uint8_t { events, partnerships, experiments, citing, decided };
inline constexpr std::size_t stake_place_count = 5;

/// One row that names a stake.
struct StakeMention {
    std::uint32_t stake;  ///< Row of `themes`.
    StakePlace place;
    std::uint8_t kinds;  ///< Bits of the kinds of the parties; 0 for what is no relation.
    std::uint32_t row;   ///< Of the relation, of the actor who cites, of the territory.
};

/// What is known of one stake in a scope, from words to deeds.
struct StakeChain {
    std::uint32_t stake = 0;  ///< Row of `themes`.
    std::array<std::int64_t, stake_place_count> counts{};
    std::uint8_t kinds = 0;  ///< Bits of the kinds of the parties of its relations.
    std::uint32_t first_mention = 0, last_mention = 0;  ///< Half-open, in `StakeChains::mentions`.

    [[nodiscard]] std::int64_t at(StakePlace place) const {
        return counts[static_cast<std::size_t>(place)];
    }
    [[nodiscard]] bool is_cited_never_met() const {
        return at(StakePlace::citing) + at(StakePlace::decided) > 0 && at(StakePlace::events) == 0;
    }
    [[nodiscard]] bool is_met_without_alliance() const {
        return at(StakePlace::events) > 0 && at(StakePlace::partnerships) == 0;
    }
    [[nodiscard]] bool is_allied_without_experiment() const {
        return at(StakePlace::partnerships) > 0 && at(StakePlace::experiments) == 0;
    }
};

/// The stakes of a scope: themes of its meetings of the window, of its alliances and experiments
/// begun in it, stakes that its actors cite and that its territories decided on.
struct StakeChains {
    using Silences = std::array<std::string_view, 4>;

    std::vector<StakeMention> mentions;  ///< By stake, place, row; each once.
    std::vector<StakeChain> chains;      ///< By stake.
    Silences silences;  ///< Why a place cannot be counted, by `StakePlace`; empty when it can.
    std::uint8_t registry = 0;  ///< Bits of the kinds that the territory has.

    [[nodiscard]] std::string_view silence(StakePlace place) const {
        return silences[static_cast<std::size_t>(place)];
    }
    [[nodiscard]] std::span<const StakeMention> mentions_of(const StakeChain& chain) const {
        return std::span(mentions).subspan(chain.first_mention,
                                           chain.last_mention - chain.first_mention);
    }
};

/// Cost     O(m log m) in the mentions: a commune with three stakes costs three stakes, whatever
///          the number of those of the country.
[[nodiscard]] StakeChains stake_chains(const Scope& scope);

}  // namespace maillage::metrics
