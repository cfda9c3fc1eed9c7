// Closed forms; R etm and survival on fixture D.

#include <numeric>

#include <maillage/formats/load.hpp>
#include <maillage/inference/competing_risks.hpp>
#include <maillage/inference/state_occupation.hpp>

#include "support/catch.hpp"
#include "support/oracle.hpp"

using namespace maillage;
using namespace maillage::inference;

namespace {

/// What the stages of fixture D say, by day since conception; `states` in the order of R.
std::vector<Sojourn> sojourns_of(const model::Dataset& data, base::Day as_of) {
    const auto state_of = [](model::Stage stage) {
        return static_cast<std::uint8_t>(
            stage == model::Stage::abandoned ? 3 : static_cast<std::uint8_t>(stage));
    };
    std::vector<Sojourn> sojourns;
    for (std::uint32_t unit = 0; unit < data.experiments.size(); ++unit) {
        const auto stages = data.stages[unit];
        const base::Day origin = stages[0].date.first();
        const auto& end = data.experiments.rows[unit].end;
        const base::Day last = end.known() ? end.first() : as_of;
        for (std::size_t i = 0; i < stages.size(); ++i) {
            if (stages[i].stage == model::Stage::abandoned) continue;
            Sojourn sojourn{unit,
                            stages[i].date.first() - origin,
                            last - origin,
                            state_of(stages[i].stage),
                            {}};
            if (i + 1 < stages.size()) {
                sojourn.exit = stages[i + 1].date.first() - origin;
                sojourn.next = state_of(stages[i + 1].stage);
            }
            sojourns.push_back(sojourn);
        }
    }
    return sojourns;
}

}  // namespace

TEST_CASE("fixture D: where five projects stand, as R etm found it", "[oracle]") {
    const auto folder = test::reference_folder("oracle/fixture_d");
    if (!folder) return;
    const auto data = formats::load(*folder).data;
    const auto record =
        test::read_json(*folder / "expected.json").at("metrics").at("experiments_stage_occupation");
    const StateOccupation occupation(sojourns_of(data, base::read_date("2020-01-11").date.first()),
                                     4);
    CHECK(occupation.steps().size() == record.at("value").size() + 1);
    for (const auto& [day, shares] : record.at("value").items()) {
        const auto& step = occupation.at(std::stoi(day));
        for (std::size_t state = 0; state < 4; ++state) {
            INFO("day " << day << ", state " << state);
            CHECK(step.shares[state] == Approx(shares[state].get<double>()).margin(1e-12));
            CHECK(step.errors[state] ==
                  Approx(record.at("standard_error").at(day)[state].get<double>()).margin(1e-9));
        }
    }
    // The last project in conception leaves observation on day 7: 40 % stay there, unseen.
    CHECK(occupation.emptied() == 8);
}

TEST_CASE("with one way out, occupation is cumulative incidence", "[inference]") {
    const std::vector<Spell> spells{{0, 2, Outcome::event},    {0, 3, Outcome::competing},
                                    {0, 3, Outcome::censored}, {0, 4, Outcome::event},
                                    {1, 4, Outcome::event},    {0, 6, Outcome::competing},
                                    {2, 7, Outcome::censored}};
    std::vector<Sojourn> sojourns;
    for (const Spell& spell : spells) {
        Sojourn sojourn{
            static_cast<std::uint32_t>(sojourns.size()), spell.entry, spell.time, 0, {}};
        if (spell.outcome == Outcome::event) sojourn.next = 1;
        if (spell.outcome == Outcome::competing) sojourn.next = 2;
        sojourns.push_back(sojourn);
    }
    const CumulativeIncidence incidence(spells);
    const StateOccupation occupation(sojourns, 3);
    for (int day = 0; day < 9; ++day) {
        const auto& shares = occupation.at(day).shares;
        CHECK(shares[1] == Approx(incidence.event(day)));
        CHECK(shares[2] == Approx(incidence.competing(day)));
        CHECK(std::accumulate(shares.begin(), shares.end(), 0.0) == Approx(1));
    }
}

TEST_CASE("units may move back, and shares add up to one", "[inference]") {
    const std::vector<Sojourn> sojourns{
        {0, 0, 2, 0, 1}, {0, 2, 5, 1, 0}, {0, 5, 9, 0, {}}, {1, 0, 4, 0, 1}, {1, 4, 9, 1, {}}};
    const StateOccupation occupation(sojourns, 2);
    CHECK(occupation.at(2).shares[1] == Approx(1.0 / 2));
    CHECK(occupation.at(4).shares[1] == Approx(1));
    CHECK(occupation.at(5).shares[0] == Approx(1.0 / 2));
    CHECK_FALSE(occupation.emptied().has_value());
}
