// Units followed in time: survival, competing exits, states.

#include <cmath>

#include <maillage/inference/competing_risks.hpp>
#include <maillage/inference/state_occupation.hpp>

#include "cases.hpp"

namespace maillage::outside {

namespace {

using namespace inference;

/// Few distinct days, so that most times are tied; or many.
std::vector<Spell> random_spells(Random& random) {
    const std::uint32_t days = random.below(2) == 0 ? 6 : 400;
    const bool late = random.below(2) == 0, competing = random.below(3) != 0;
    std::vector<Spell> spells(1 + random.below(random.below(2) == 0 ? 5 : 40));
    for (Spell& spell : spells) {
        spell.time = static_cast<std::int32_t>(1 + random.below(days));
        if (late && random.below(2) == 0)
            spell.entry = static_cast<std::int32_t>(random.below(days));
        const std::uint32_t outcome = random.below(4);
        if (outcome == 1 || outcome == 3) spell.outcome = Outcome::event;
        if (outcome == 2 && competing) spell.outcome = Outcome::competing;
    }
    // One at least is observed.
    spells.front().entry = 0;
    return spells;
}

void write_survival(const std::vector<Spell>& spells, const std::vector<double>& times, Case& one) {
    const SurvivalCurve curve(spells);
    Values survival, error, low, high, mean, mean_error;
    for (const double time : times) {
        const bool known = curve.is_known(time);
        survival.push_back(known ? std::optional(curve.survival(time)) : std::nullopt);
        error.push_back(known ? curve.standard_error(time) : std::nullopt);
        const auto limits = known ? curve.limits(time) : std::nullopt;
        low.push_back(limits ? std::optional(limits->low) : std::nullopt);
        high.push_back(limits ? std::optional(limits->high) : std::nullopt);
        const auto restricted = curve.restricted_mean(time);
        mean.push_back(restricted ? std::optional(restricted->value) : std::nullopt);
        mean_error.push_back(restricted ? std::optional(restricted->standard_error) : std::nullopt);
    }
    one.found("survival", survival);
    one.found("survival_error", error);
    one.found("survival_low", low);
    one.found("survival_high", high);
    one.found("restricted_mean", mean);
    one.found("restricted_mean_error", mean_error);
    one.found("median", {curve.median()});
}

void write_incidence(const std::vector<Spell>& spells, const std::vector<double>& times,
                     Case& one) {
    const CumulativeIncidence incidence(spells);
    Values event, competing, error;
    for (const double time : times) {
        const bool known = incidence.is_known(time);
        double variance = 0;
        for (const Spell& spell : spells) {
            const double influence =
                spell.time > spell.entry && known ? incidence.influence(spell, time) : 0;
            variance += influence * influence;
        }
        event.push_back(known ? std::optional(incidence.event(time)) : std::nullopt);
        competing.push_back(known ? std::optional(incidence.competing(time)) : std::nullopt);
        error.push_back(known ? std::optional(std::sqrt(variance)) : std::nullopt);
    }
    one.found("incidence", event);
    one.found("incidence_competing", competing);
    one.found("incidence_error", error);
}

/// A walk of one unit through states 0, 1 and 2 and, for ever, 3.
void add_walk(Random& random, std::uint32_t unit, std::uint32_t days, bool late,
              std::vector<Sojourn>& sojourns) {
    const auto stay = [&] { return static_cast<std::int32_t>(1 + random.below(days)); };
    std::uint8_t state = 0;
    std::int32_t entry = 0;
    if (late && random.below(3) == 0) {
        entry = stay();
        state = static_cast<std::uint8_t>(random.below(3));
    }
    for (std::uint32_t moves = 0; state != 3; ++moves) {
        Sojourn sojourn{unit, entry, entry + stay(), state, {}};
        if (moves < 6 && random.below(4) != 0) {
            const auto next = static_cast<std::uint8_t>((state + 1 + random.below(3)) % 4);
            sojourn.next = next;
        }
        sojourns.push_back(sojourn);
        if (!sojourn.next) return;
        state = *sojourn.next;
        entry = sojourn.exit;
    }
}

template <class Row, class Of>
std::vector<double> column(const std::vector<Row>& rows, Of of) {
    std::vector<double> numbers;
    for (const Row& row : rows) numbers.push_back(static_cast<double>(of(row)));
    return numbers;
}

}  // namespace

void write_spells(Random& random, Case& one) {
    const std::vector<Spell> spells = random_spells(random);
    one.given("entry", column(spells, [](const Spell& spell) { return spell.entry; }));
    one.given("time", column(spells, [](const Spell& spell) { return spell.time; }));
    one.given("outcome",
              column(spells, [](const Spell& spell) { return static_cast<int>(spell.outcome); }));
    std::vector<double> times;
    for (int i = 0; i < 4; ++i) {
        const double time = spells[random.below(static_cast<std::uint32_t>(spells.size()))].time;
        times.push_back(random.below(2) == 0 ? time : time + 0.5);
    }
    one.given("at", times);
    write_survival(spells, times, one);
    write_incidence(spells, times, one);
}

void write_sojourns(Random& random, Case& one) {
    const std::uint32_t days = random.below(2) == 0 ? 3 : 100;
    const bool late = random.below(2) == 0;
    const std::uint32_t units = 1 + random.below(20);
    std::vector<Sojourn> sojourns;
    for (std::uint32_t unit = 0; unit < units; ++unit)
        add_walk(random, unit, days, late && unit > 0, sojourns);
    one.given("unit", column(sojourns, [](const Sojourn& row) { return row.unit; }));
    one.given("entry", column(sojourns, [](const Sojourn& row) { return row.entry; }));
    one.given("exit", column(sojourns, [](const Sojourn& row) { return row.exit; }));
    one.given("state", column(sojourns, [](const Sojourn& row) { return row.state; }));
    one.given("next", column(sojourns, [](const Sojourn& row) {
                  return row.next ? static_cast<int>(*row.next) : -1;
              }));
    const StateOccupation occupation(sojourns, 4);
    std::vector<double> times;
    for (int i = 0; i < 3; ++i)
        times.push_back(sojourns[random.below(static_cast<std::uint32_t>(sojourns.size()))].exit);
    one.given("at", times);
    Values shares, errors;
    for (const double time : times)
        for (std::size_t state = 0; state < 4; ++state) {
            const bool known = !occupation.emptied() || time < *occupation.emptied();
            const auto& step = occupation.at(time);
            shares.push_back(known ? std::optional(step.shares[state]) : std::nullopt);
            errors.push_back(known ? std::optional(step.errors[state]) : std::nullopt);
        }
    one.found("occupation", shares);
    one.found("occupation_error", errors);
}

}  // namespace maillage::outside
