// Closed forms, and values of R survival.

#include <cmath>

#include <maillage/base/random.hpp>
#include <maillage/inference/competing_risks.hpp>
#include <maillage/inference/intervals.hpp>

#include "support/catch.hpp"

using namespace maillage::inference;

namespace {

constexpr auto event = Outcome::event;
constexpr auto competing = Outcome::competing;
constexpr auto censored = Outcome::censored;

/// The derivative of the incidence in the weight of one unit, by repeating everybody many times and
/// that unit once more.
double derivative(const std::vector<Spell>& spells, std::size_t which, double time) {
    constexpr int times = 2000;
    std::vector<Spell> many;
    for (int i = 0; i < times; ++i) many.insert(many.end(), spells.begin(), spells.end());
    const double before = CumulativeIncidence(many).event(time);
    many.push_back(spells[which]);
    return (CumulativeIncidence(many).event(time) - before) * times;
}

}  // namespace

TEST_CASE("Wilson limits of a share equal those of R prop.test", "[inference]") {
    const auto near = [](std::int64_t count, std::int64_t n, double low, double high) {
        const auto limits = wilson(count, n);
        return limits && limits->low == Approx(low).epsilon(1e-12).margin(0) &&
               limits->high == Approx(high).epsilon(1e-12);
    };
    CHECK(near(8, 10, 0.490162471536642, 0.943317848545625));
    CHECK(near(1, 5, 0.0362241086324301, 0.624465370237475));
    CHECK(near(0, 5, 0, 0.434482464783175));
    CHECK(near(2, 2, 0.342380227506653, 1));
    CHECK_FALSE(wilson(0, 0).has_value());
}

TEST_CASE("without censoring survival is the share still there", "[inference]") {
    const std::vector<Spell> spells{{0, 3, event}, {0, 1, event}, {0, 4, event}, {0, 3, event}};
    const SurvivalCurve curve(spells);
    CHECK(curve.survival(0.5) == 1);
    CHECK(curve.survival(1) == Approx(3.0 / 4));
    CHECK(curve.survival(2.9) == Approx(3.0 / 4));
    CHECK(curve.survival(3) == Approx(1.0 / 4));
    CHECK(curve.survival(4) == 0);
    CHECK(curve.median() == 3);
    // Binomial error, and the mean of the four durations.
    CHECK(*curve.standard_error(1) == Approx(std::sqrt(3.0 / 4 * 1 / 4 / 4)));
    CHECK_FALSE(curve.standard_error(4).has_value());
    CHECK_FALSE(curve.limits(4).has_value());
    CHECK(curve.restricted_mean(4)->value == Approx(11.0 / 4));
    // All have ended: nothing is unknown later.
    CHECK(curve.is_known(1000));
    CHECK(curve.restricted_mean(1000)->value == Approx(11.0 / 4));
}

TEST_CASE("survival is not known beyond the last follow-up", "[inference]") {
    const SurvivalCurve curve(std::vector<Spell>{{0, 2, event}, {0, 5, censored}});
    CHECK(curve.is_known(5));
    CHECK_FALSE(curve.is_known(5.5));
    CHECK_FALSE(curve.restricted_mean(6).has_value());
    CHECK_FALSE(SurvivalCurve(std::vector<Spell>{}).is_known(1));
    CHECK_FALSE(SurvivalCurve(std::vector<Spell>{{0, 5, censored}}).limits(2).has_value());
}

TEST_CASE("a unit observed late counts from then on only", "[inference]") {
    const std::vector<Spell> spells{{0, 4, event}, {3, 6, event}, {5, 5, event}, {5, 8, censored}};
    const SurvivalCurve curve(spells);
    REQUIRE(curve.steps().size() == 2);
    CHECK(curve.steps()[0].at_risk == 2);
    CHECK(curve.steps()[1].at_risk == 2);
    CHECK(curve.survival(6) == Approx(1.0 / 4));
    CHECK(curve.risk().units() == 3);
}

TEST_CASE("shares of event, of exit and of neither add up to one", "[inference]") {
    const std::vector<Spell> spells{{0, 2, event},    {0, 3, competing}, {0, 3, censored},
                                    {0, 4, event},    {1, 4, event},     {0, 6, competing},
                                    {2, 7, censored}, {0, 9, event}};
    const CumulativeIncidence incidence(spells);
    std::vector<Spell> any = spells;
    for (Spell& spell : any)
        if (spell.outcome == competing) spell.outcome = event;
    const SurvivalCurve free(any);
    for (int time = 0; time < 10; ++time)
        CHECK(incidence.event(time) + incidence.competing(time) + free.survival(time) == Approx(1));
    CHECK(incidence.is_known(20));
}

TEST_CASE("with nothing that competes incidence is one minus survival", "[inference]") {
    const std::vector<Spell> spells{
        {0, 2, event}, {0, 3, censored}, {0, 4, event}, {1, 4, event}, {0, 9, censored}};
    const CumulativeIncidence incidence(spells);
    const SurvivalCurve curve(spells);
    for (int time = 0; time < 10; ++time)
        CHECK(incidence.event(time) == Approx(1 - curve.survival(time)));
}

TEST_CASE("the influence of a unit is the derivative in its weight", "[inference]") {
    const std::vector<Spell> spells{{0, 2, event},    {0, 3, competing}, {0, 3, censored},
                                    {0, 4, event},    {1, 4, event},     {0, 6, competing},
                                    {2, 7, censored}, {3, 8, event},     {0, 9, censored}};
    const CumulativeIncidence incidence(spells);
    for (const double time : {2.0, 4.0, 6.5, 9.0})
        for (std::size_t i = 0; i < spells.size(); ++i) {
            INFO("unit " << i << " by " << time);
            CHECK(incidence.influence(spells[i], time) ==
                  Approx(derivative(spells, i, time)).epsilon(1e-3).margin(1e-5));
        }
}

TEST_CASE("the median lies between the times at which the limits come to one half", "[inference]") {
    // Ten units, one event a day: the error of the share t / 10 is that of ten trials.
    std::vector<Spell> spells;
    for (std::int32_t day = 1; day <= 10; ++day) spells.push_back({0, day, event});
    const CumulativeIncidence incidence(spells);
    // By hand: 1 - 0.8^exp(-+1.96 * 0.7087).
    CHECK(incidence.limits(spells, 2)->low == Approx(0.0541).epsilon(1e-2));
    CHECK(incidence.limits(spells, 2)->high == Approx(0.5913).epsilon(1e-2));
    const auto median = incidence.median(spells);
    REQUIRE(median);
    CHECK(median->time == 5);
    CHECK(median->low == 1);
    CHECK(median->high == 8);

    for (std::size_t i = 6; i < spells.size(); ++i) spells[i] = {0, 6, Outcome::censored};
    const auto open = CumulativeIncidence(spells).median(spells);
    REQUIRE(open);
    CHECK(open->time == 5);
    CHECK(!open->high);
    CHECK(!CumulativeIncidence(std::span(spells).last(4)).median(std::span(spells).last(4)));
}

TEST_CASE("the variance of pairs adds the products of those that share something", "[inference]") {
    // Pairs 0-1, 1-2, 3-4, 5-6; the last two from the same alliance. Of four pairs three remain
    // without an actor, two without actor 1.
    const std::vector<Dyad> dyads{{0, 1}, {1, 2}, {3, 4, 7}, {5, 6, 7}};
    const std::vector<double> influences{1, 2, 3, 4};
    const double ends = 16.0 / 9 * (1 + 4 + 9 + 9 + 16 + 16) + 4 * (1 + 2) * (1 + 2);
    CHECK(*dyadic_variance(dyads, influences) == Approx(ends - (1 + 4 + 9 + 16) + 2 * (3 * 4)));
    // Sharing an actor and an alliance counts once.
    const std::vector<Dyad> triangle{{0, 1, 7}, {0, 2, 7}, {1, 2, 7}};
    CHECK(*dyadic_variance(triangle, std::vector<double>{1, 2, 3}) ==
          Approx(9 * (3 * 3 + 4 * 4 + 5 * 5) - (1 + 4 + 9)));
    // Opposite influences: the variance of independent pairs is the least.
    const std::vector<Dyad> square{{0, 1}, {1, 2}, {2, 3}, {3, 0}};
    CHECK(*dyadic_variance(square, std::vector<double>{1, -1, 1, -1}) == Approx(4));
    // Without actor 1 nothing remains.
    CHECK_FALSE(dyadic_variance(std::vector<Dyad>{{0, 1}, {1, 2}}, std::vector<double>{1, -1}));
    CHECK_FALSE(dyadic_variance({}, {}));
}

TEST_CASE("the variance of a mean over pairs leaves each actor out in turn", "[inference]") {
    const std::vector<Dyad> dyads{{0, 1}, {0, 2}, {0, 3}, {1, 2}, {2, 4}, {3, 4}};
    const std::vector<double> values{1, 0, 1, 1, 0, 0};
    const auto mean_without = [&](std::uint32_t actor) {
        double sum = 0, pairs = 0;
        for (std::size_t i = 0; i < dyads.size(); ++i) {
            if (dyads[i].first == actor || dyads[i].second == actor) continue;
            sum += values[i];
            ++pairs;
        }
        return sum / pairs;
    };
    const double mean = mean_without(99);
    double moves = 0, squares = 0;
    for (const std::uint32_t actor : {0U, 1U, 2U, 3U, 4U})
        moves += std::pow(mean_without(actor) - mean, 2);
    std::vector<double> influences;
    for (const double value : values) {
        influences.push_back((value - mean) / 6);
        squares += std::pow(influences.back(), 2);
    }
    CHECK(*dyadic_variance(dyads, influences) == Approx(moves - squares));
}

TEST_CASE("the variance of pairs is its sum over pairs of pairs", "[inference]") {
    constexpr std::uint32_t actors = 12;
    maillage::base::RandomStream random(1, "pairs of pairs");
    std::vector<Dyad> dyads;
    std::vector<double> influences, left(actors, 0);
    for (std::uint32_t a = 0; a < actors; ++a)
        for (std::uint32_t b = a + 1; b < actors; ++b) {
            if (random.below(2) == 0) continue;
            dyads.push_back({a, b, random.below(2) == 0 ? Dyad::no_cluster : random.below(5)});
            influences.push_back(random.uniform());
        }
    for (std::uint32_t a = 0; a < actors; ++a)
        for (const Dyad& dyad : dyads)
            if (dyad.first != a && dyad.second != a) left[a] += 1 / double(dyads.size());
    double sum = 0;
    for (std::size_t i = 0; i < dyads.size(); ++i)
        for (std::size_t j = 0; j < dyads.size(); ++j) {
            double weight = i == j ? -1 : 0, shared = 0;
            for (const std::uint32_t a : {dyads[i].first, dyads[i].second})
                if (a == dyads[j].first || a == dyads[j].second) {
                    weight += 1 / (left[a] * left[a]);
                    ++shared;
                }
            if (shared == 0 && dyads[i].cluster != Dyad::no_cluster &&
                dyads[i].cluster == dyads[j].cluster)
                weight = 1;
            sum += weight * influences[i] * influences[j];
        }
    CHECK(*dyadic_variance(dyads, influences) == Approx(sum));
}
