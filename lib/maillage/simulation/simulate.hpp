#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace maillage::simulation {

/// What to invent.
struct Recipe {
    static constexpr std::uint32_t fewest_actors = 20;
    static constexpr int last_year = 2025;
    static constexpr std::uint64_t usual_memberships(std::uint32_t actors) { return 5ULL * actors; }

    std::uint32_t actors = 400;
    std::uint64_t memberships = 0;  ///< Rows of attendance and parties, about; 0: the usual.
    int years = 10;                 ///< Up to the end of `last_year`.
    std::uint64_t seed = 1;
    double meeting_factor = 3;  ///< The planted effect; 1 plants none.
};

struct TextFile {
    std::string name;
    std::string bytes;
};

/// Invents a territory: its actors, ten years of meetings, alliances and projects, and writes them
/// as the files of a dataset. Every name ends in « Fable »: none can be taken for a real body.
///
/// The planted effect: two actors who have met ally at `meeting_factor` times the rate at which
/// they would have allied otherwise, from the day after their first meeting. It acts on the two
/// founders of an alliance, and on each further party through its tie with the first founder.
/// Activity is log-normal, and the active both meet and ally more: a raw comparison of pairs that
/// met with pairs that did not finds more than the factor.
///
/// What else is planted, and the holes left on purpose, stand in the README of the dataset.
///
/// Random   streams `simulation.*` of `seed`; same recipe, same bytes.
/// Errors   UsageError for fewer than `fewest_actors` actors, no year, more than 200 years, or a
///          factor below 1.
/// Cost     10^6 memberships in a few seconds.
[[nodiscard]] std::vector<TextFile> simulate(const Recipe& recipe);

}  // namespace maillage::simulation
