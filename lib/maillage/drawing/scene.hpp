#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include <maillage/drawing/stand.hpp>
#include <maillage/metrics/scope.hpp>

namespace maillage::drawing {

/// What is known of an alliance on the last day of the window.
enum class State : std::uint8_t { active, silent, ended };
inline constexpr std::size_t state_count = 3;

/// How the actor, or actors, of a symbol are tied.
enum class Tie : std::uint8_t {
    current,  ///< At least one alliance that has not ended.
    past,     ///< Only alliances that ended in the window.
    none      ///< No alliance known: hollow, on the rim.
};

/// Where the actors of a symbol stand.
enum class Membership : std::uint8_t {
    listed,    ///< Counted by `actor_count` of the territory.
    elsewhere  ///< A party seated elsewhere, or closed before the window.
};

/// What a view says of an actor beside kind and ties.
struct Marks {
    bool bold = false;    ///< A thick rim.
    bool grey = false;    ///< No colour: the shape still says the kind.
    bool ringed = false;  ///< A circle around the symbol.
    int percent = 0;      ///< Written before the name; 0: not written.

    auto operator<=>(const Marks&) const = default;
};

/// How an alliance is joined to its parties.
enum class Stroking : std::uint8_t { single, bold, twofold };

/// The scope as a map reads it, actor by actor and alliance by alliance.
struct Reading {
    std::vector<std::uint8_t> listed;      ///< Per actor of the dataset.
    std::vector<std::uint32_t> alliances;  ///< Rows of the partnerships that are shown.
    std::vector<State> states;             ///< Beside `alliances`.
    std::vector<std::uint8_t> born;        ///< Beside `alliances`: with a bold rim.
    std::vector<Stroking> strokes;         ///< Beside `alliances`; empty: all single.
    std::vector<std::string> labels;       ///< Beside `alliances`; empty: none.
    std::vector<Tie> ties;                 ///< Per actor of the dataset.
    std::vector<Marks> marks;              ///< Per actor of the dataset; empty: none.

    /// Adds an alliance, its parties being tied by it.
    void add(const metrics::Scope& scope, std::uint32_t partnership, State state, bool is_born);
};

struct Symbol {
    model::Kind kind = model::Kind::other;
    Tie tie = Tie::none;
    Membership membership = Membership::listed;
    std::string name;
    std::uint32_t persons = 0;  ///< Natural persons merged in this symbol; 0: one actor.
    Marks marks{};
    std::uint32_t actor = 0;  ///< Of the dataset; of those merged, the first.
    std::string label{};      ///< On the symbol, which is then neither named nor numbered.
    std::uint32_t times = 0;  ///< Meetings it came to, where that matters.
};

/// Alliances of the same parties in the same state; or what else joins symbols.
struct Alliance {
    State state = State::active;
    bool born = false;  ///< With a bold rim.
    Stroking stroking = Stroking::single;
    std::uint32_t count = 1;
    std::string name, id;                ///< Of the first by id.
    std::vector<std::uint32_t> parties;  ///< Symbols, sorted.
    std::string label{};                 ///< On its symbol; empty: its letter, or its count.
};

/// The numbers of the title and the legend.
struct Counts {
    std::int64_t actors = 0, linked = 0, past = 0, isolated = 0, elsewhere = 0;
    std::array<std::int64_t, model::kinds.size()> kinds{};
    std::array<std::int64_t, state_count> alliances{};
    std::int64_t born = 0, planned = 0, lone = 0, legal = 0, met = 0;
    std::int64_t persons = 0;  ///< Natural persons among the listed.

    [[nodiscard]] std::int64_t running() const { return alliances[0] + alliances[1]; }
};

/// What a map shows and what it leaves out, before anybody thinks of a sheet.
struct Scene {
    std::vector<Symbol> symbols;  ///< Listed first, by kind, then by name.
    std::vector<Alliance> alliances;
    bool merges_persons = true;  ///< Else they stand single, under pseudonyms.
    std::int64_t person_symbols = 0;
    Stand stand{};  ///< Of the symbols.
};

/// True when an alliance is without news on the last day, as the lower bound of
/// `emergence_active_count` has it.
[[nodiscard]] bool is_silent(const metrics::Scope& scope, std::uint32_t partnership);

/// Judges actors and alliances for the network view: listed is what `actor_count` counts, born is
/// what certainly started in the year of the last day.
///
/// Cost     O(actors + memberships).
[[nodiscard]] Reading read(const metrics::Scope& scope);

/// Counts what is shown and what is not.
///
/// Cost     O(actors + memberships), and the pairs met at events to count those not allied.
[[nodiscard]] Counts count(const metrics::Scope& scope, const Reading& reading);

/// "3 habitants (Saint-Amand)".
[[nodiscard]] std::string name_of_persons(const model::Dataset& data, const Symbol& merged,
                                          model::TerritoryId seat, base::Language language);

/// Makes symbols and alliances, natural persons merged as `options` say.
///
/// Cost     O(n log n + memberships).
[[nodiscard]] Scene make_scene(const metrics::Scope& scope, const Reading& reading,
                               const privacy::Naming& naming, const MapOptions& options);

}  // namespace maillage::drawing
