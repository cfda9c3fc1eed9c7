#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include <maillage/atlas/atlas.hpp>
#include <maillage/graph/ranges.hpp>
#include <maillage/metrics/study.hpp>

namespace maillage::atlas {

enum class Family : std::uint8_t { meeting, alliance, project };
inline constexpr std::size_t family_count = 3;

/// One actor, or natural persons of one kind and seat merged.
struct Symbol {
    model::Kind kind = model::Kind::other;
    model::TerritoryId seat;
    std::uint32_t persons = 0;  ///< Natural persons merged; 0: one actor.
    bool catalyst = false;
    bool listed = true;  ///< Else a party from elsewhere.
    bool is_person = false;
    std::string name;  ///< Empty for merged persons: the viewer says how many they are.
    std::vector<std::uint32_t> actors;
};

struct Member {
    std::uint32_t symbol = 0;
    std::uint16_t roles = 0;  ///< Bits of model::Role, of meetings those of model::AttendanceRole.
};

/// A meeting, an alliance or a project with its parties: the unit, never a pair.
struct Relation {
    Family family = Family::alliance;
    std::uint32_t row = 0;  ///< In its table.
    std::uint8_t type = 0;  ///< model::PartnershipType.
    std::string name;
    base::Date start, end;
    std::optional<base::Day> silent_since;  ///< Of an alliance or a project without news.
    std::vector<Member> members;            ///< By symbol, each once.
    std::vector<std::uint32_t> themes;
};

/// What a page shows of a dataset: who is tied to whom by what, and when.
struct Network {
    std::vector<Symbol> symbols;      ///< By name, then as in the dataset.
    std::vector<Relation> relations;  ///< Meetings, alliances, projects; each by start, then row.
    std::vector<std::uint32_t> symbol_of;  ///< Per actor of the dataset; none: not shown.
    static constexpr std::uint32_t none = 0xFFFFFFFF;
    bool merges_persons = true;
    std::uint64_t persons = 0;                          ///< Natural persons among those shown.
    std::array<std::uint64_t, family_count> planned{};  ///< After the date of the data: not shown.
    std::uint64_t lone = 0;   ///< Alliances with fewer than two known parties: not shown.
    std::uint64_t legal = 0;  ///< Grants and contracts, left out by the rule on legal ties.
};

/// The actors of the territories of the request with every relation of theirs that may run in its
/// window, and the other parties to these.
///
/// Cost     O(n log n + memberships log memberships).
[[nodiscard]] Network make_network(const metrics::Study& study, const privacy::Naming& naming,
                                   const metrics::Calendar::Window& window,
                                   drawing::Citizens citizens);

}  // namespace maillage::atlas
