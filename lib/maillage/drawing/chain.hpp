#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <maillage/drawing/map.hpp>
#include <maillage/drawing/scene.hpp>
#include <maillage/metrics/stake_chains.hpp>

namespace maillage::drawing {

/// The three links of the chain of a stake, in the order of metrics::StakePlace.
inline constexpr std::size_t chain_links = 3;

/// One meeting, alliance or project, named in the cell of a stake.
struct ChainItem {
    std::string date, name;      ///< The date as a month, or the year; empty: not known.
    std::optional<State> state;  ///< Of an alliance.
    std::string stage;           ///< Of a project.
};

/// What a stake has of one link.
struct ChainCell {
    std::int64_t count = 0;        ///< As in `stake_chain`.
    bool known = true;             ///< False: the tables do not say it.
    std::vector<ChainItem> items;  ///< As many as `count`, the latest first.
    std::string remark;            ///< Why there is none, in words.
    bool is_hole = false;          ///< The chain stops here.
};

struct ChainRow {
    std::string stake;
    std::vector<std::string> facts;  ///< Who decided it, how many cite it.
    std::uint8_t kinds = 0;          ///< Bits of the kinds that take part in its relations.
    std::array<ChainCell, chain_links> cells;
};

/// The stakes of a scope, the most important first: those the territory decided on, then those
/// that most actors cite, then those with most meetings, alliances and projects.
struct ChainScene {
    std::vector<ChainRow> rows;
    std::array<bool, chain_links> known{};  ///< False: the tables do not say it, of any stake.
    std::uint8_t registry = 0;              ///< Bits of the kinds of the territory.
    std::array<std::int64_t, state_count> alliances{};      ///< Named at least once, by state.
    std::array<std::int64_t, chain_links> named{};          ///< Relations of some stake.
    std::array<std::int64_t, chain_links> without_stake{};  ///< Of the window, of no stake.
};

/// Cost     O(m log m) in the mentions of stakes.
[[nodiscard]] ChainScene chain_scene(const metrics::Scope& scope, const metrics::Request& request,
                                     base::Language language);

}  // namespace maillage::drawing
