// Do the limits of the stages of projects hold what they promise? Many sets of 20 to 60 projects
// are drawn from a law whose shares are known, some lost from sight. The limits of the engine are
// set beside those of projects resampled inside territory and year. The figures stand in
// docs/decisions/0007-stages-keep-the-jackknife.md.

#include <algorithm>
#include <cmath>
#include <iostream>
#include <map>
#include <numeric>

#include <maillage/base/random.hpp>
#include <maillage/inference/competing_risks.hpp>
#include <maillage/inference/state_occupation.hpp>

#include "support/catch.hpp"

using namespace maillage;
using base::RandomStream;
using inference::CumulativeIncidence;
using inference::Interval;
using inference::Outcome;
using inference::Spell;

namespace {

constexpr int spreading = 3, modelling = 2, abandoned = 5, states = 6;
constexpr double horizon = 36 * 30.4375;
constexpr int years = 6, territories = 3, year = 365;
constexpr std::uint64_t worlds = 2000, draws = 199;

struct Project {
    std::vector<std::pair<int, std::uint8_t>> entries;  ///< Day and state, in order.
    int last = 0;                                       ///< Last day of observation.
    bool stopped = false;
    std::uint32_t stratum = 0;  ///< Territory and year of the first stage.
};

/// One project, followed to the eighth year or lost before; `endless`, followed until it stops.
enum class Followed : std::uint8_t { endless, cut };
Project draw_project(RandomStream& random, Followed followed) {
    constexpr std::array<double, 5> mean_days{200, 420, 470, 630, 900};
    Project project;
    const int origin = static_cast<int>(random.uniform() * years * year);
    project.stratum = random.below(territories) * years + static_cast<std::uint32_t>(origin / year);
    project.last = followed == Followed::cut ? (years + 2) * year - origin : 100'000;
    if (followed == Followed::cut && random.below(4) == 0)
        project.last = std::min(project.last, 1 + static_cast<int>(random.below(1500)));
    int day = 0;
    for (std::uint8_t stage = 0; stage < mean_days.size() && day <= project.last; ++stage) {
        project.entries.emplace_back(day, stage);
        day += 60 - static_cast<int>((mean_days[stage] - 60) * std::log(1 - random.uniform()));
        if (stage == mean_days.size() - 1 || random.uniform() >= 0.12) continue;
        project.stopped = day <= project.last;
        if (project.stopped) project.entries.emplace_back(project.last = day, abandoned);
        break;
    }
    return project;
}

std::vector<Project> draw_projects(std::uint64_t world, std::size_t size) {
    RandomStream random(1, "project coverage", world * 1000 + size);
    std::vector<Project> projects(size);
    for (Project& project : projects) project = draw_project(random, Followed::cut);
    return projects;
}

Spell spell_to(const Project& project, int stage) {
    for (const auto& [day, state] : project.entries)
        if (state >= stage && state != abandoned) return {0, day, Outcome::event};
    return {0, project.last, project.stopped ? Outcome::competing : Outcome::censored};
}

std::vector<Spell> spells_to(const std::vector<Project>& projects, int stage) {
    std::vector<Spell> spells;
    for (const Project& project : projects) spells.push_back(spell_to(project, stage));
    return spells;
}

std::vector<inference::Sojourn> sojourns_of(const std::vector<Project>& projects) {
    std::vector<inference::Sojourn> sojourns;
    for (std::uint32_t unit = 0; unit < projects.size(); ++unit) {
        const auto& entries = projects[unit].entries;
        for (std::size_t i = 0; i < entries.size() && entries[i].second != abandoned; ++i) {
            const bool moves = i + 1 < entries.size();
            inference::Sojourn sojourn{unit,
                                       entries[i].first,
                                       moves ? entries[i + 1].first : projects[unit].last,
                                       entries[i].second,
                                       {}};
            if (moves) sojourn.next = entries[i + 1].second;
            if (sojourn.entry < sojourn.exit) sojourns.push_back(sojourn);
        }
    }
    return sojourns;
}

/// What is true of the law: counted on many projects that nobody loses from sight.
struct Truth {
    double share = 0, median = 0;
    std::array<double, states> standing{};
};
Truth truth() {
    constexpr std::size_t many = 200'000;
    RandomStream random(1, "project truth");
    std::vector<int> days;
    Truth found;
    for (std::size_t i = 0; i < many; ++i) {
        const Project project = draw_project(random, Followed::endless);
        const Spell spread = spell_to(project, spreading), modelled = spell_to(project, modelling);
        if (spread.outcome == Outcome::event && spread.time <= horizon) found.share += 1.0 / many;
        days.push_back(modelled.outcome == Outcome::event ? modelled.time : 1'000'000);
        std::uint8_t state = 0;
        for (const auto& [day, entered] : project.entries)
            if (day <= horizon) state = entered;
        found.standing[state] += 1.0 / many;
    }
    std::ranges::nth_element(days, days.begin() + many / 2);
    found.median = days[many / 2];
    return found;
}

/// The incidence of weighted spells, from the formula.
double weighted_incidence(const std::vector<Spell>& spells, const std::vector<double>& weights,
                          const std::vector<std::size_t>& by_time) {
    double at_risk = std::accumulate(weights.begin(), weights.end(), 0.0), free = 1, arrived = 0;
    for (std::size_t i = 0; i < by_time.size();) {
        const std::int32_t time = spells[by_time[i]].time;
        if (time > horizon) break;
        double events = 0, all = 0, gone = 0;
        for (; i < by_time.size() && spells[by_time[i]].time == time; ++i) {
            const double weight = weights[by_time[i]];
            const Outcome outcome = spells[by_time[i]].outcome;
            gone += weight;
            all += outcome == Outcome::censored ? 0 : weight;
            events += outcome == Outcome::event ? weight : 0;
        }
        if (all > 0) arrived += free * events / at_risk;
        if (all > 0) free *= 1 - all / at_risk;
        at_risk -= gone;
    }
    return arrived;
}

/// 2.5 and 97.5 % points of the incidence when projects are drawn again inside their stratum.
Interval resampled(const std::vector<Project>& projects, const std::vector<Spell>& spells,
                   std::uint64_t world, bool by_stratum) {
    std::map<std::uint32_t, std::vector<std::size_t>> strata;
    for (std::size_t i = 0; i < projects.size(); ++i)
        strata[by_stratum ? projects[i].stratum : 0].push_back(i);
    std::vector<std::size_t> by_time(spells.size());
    std::iota(by_time.begin(), by_time.end(), 0);
    std::ranges::stable_sort(by_time, {}, [&](std::size_t i) { return spells[i].time; });
    std::vector<double> values;
    for (std::uint64_t r = 0; r < draws; ++r) {
        RandomStream random(1, "project bootstrap", world * draws + r);
        std::vector<double> weights(projects.size(), 0);
        for (const auto& [stratum, members] : strata)
            for (std::size_t i = 0; i < members.size(); ++i)
                ++weights[members[random.below(static_cast<std::uint32_t>(members.size()))]];
        values.push_back(weighted_incidence(spells, weights, by_time));
    }
    std::ranges::sort(values);
    return {values[4], values[draws - 5]};
}

/// How often limits held what is true.
struct Held {
    double held = 0, all = 0;
    void see(const Interval& limits, double true_value) {
        ++all;
        if (limits.low <= true_value && true_value <= limits.high) ++held;
    }
    [[nodiscard]] double share() const { return held / all; }
};

struct Coverage {
    Held jackknife, strata, unstratified, median, standing;
};

void see_world(const std::vector<Project>& projects, std::uint64_t world, const Truth& known,
               Coverage& coverage) {
    const auto spells = spells_to(projects, spreading), earlier = spells_to(projects, modelling);
    const CumulativeIncidence incidence(spells), modelled(earlier);
    const auto limits = incidence.limits(spells, horizon);
    if (limits && incidence.is_known(horizon)) {
        coverage.jackknife.see(*limits, known.share);
        coverage.strata.see(resampled(projects, spells, world, true), known.share);
        coverage.unstratified.see(resampled(projects, spells, world, false), known.share);
    }
    if (const auto median = modelled.median(earlier))
        coverage.median.see({static_cast<double>(median->low),
                             static_cast<double>(median->high.value_or(1'000'000))},
                            known.median);
    const inference::StateOccupation occupation(sojourns_of(projects), states);
    if (!incidence.is_known(horizon)) return;
    if (occupation.emptied() && *occupation.emptied() <= horizon) return;
    for (std::size_t state = 1; state < states; ++state) {
        const auto& step = occupation.at(horizon);
        const auto around = inference::loglog_limits(step.shares[state], step.errors[state]);
        if (around) coverage.standing.see(*around, known.standing[state]);
    }
}

}  // namespace

TEST_CASE("limits of stages hold the truth as often as they say", "[slow]") {
    const Truth known = truth();
    for (const std::size_t size : {20U, 40U, 60U}) {
        Coverage coverage;
        for (std::uint64_t world = 0; world < worlds; ++world)
            see_world(draw_projects(world, size), world, known, coverage);
        std::cout << size << " projects: jackknife " << coverage.jackknife.share()
                  << ", resampled inside territory and year " << coverage.strata.share()
                  << ", resampled together " << coverage.unstratified.share() << ", median "
                  << coverage.median.share() << ", stages " << coverage.standing.share() << "\n";
        INFO(size << " projects");
        CHECK(coverage.jackknife.share() >= 0.93);
        CHECK(coverage.jackknife.share() <= 0.97);
        CHECK(coverage.median.share() >= 0.93);
        CHECK(coverage.median.share() <= 0.975);
        CHECK(coverage.standing.share() >= 0.93);
        CHECK(coverage.standing.share() <= 0.98);
        // Why the engine does not resample.
        CHECK(coverage.strata.share() < 0.93);
    }
}
