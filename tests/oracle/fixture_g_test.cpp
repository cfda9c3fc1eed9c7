// Fixture G of the oracle: two territories, meetings, alliances, projects; values by hand.

#include <maillage/metrics/run.hpp>

#include "support/answers.hpp"
#include "support/catch.hpp"
#include "support/sketch.hpp"

using namespace maillage;
using test::find;
using test::value;

namespace {

model::Dataset fixture_g() {
    return test::sketch(
        "territory R\nterritory T1 < R\nterritory T2 < R\n"
        "public g1 /T1\nassociation g2 /T1\ncompany g3 /T1\ncitizen g4 /T1\nassociation g5 /T2\n"
        "company g6 /T2\npublic g7 /T2\nacademic g8 /T2\ncompany g9 /T1 closed 2021-12-31\n"
        "association g10 /T1\n"
        "meeting e1 2020-01-15 /T1 by g2: g1 g2 g3 g4\n"
        "meeting e2 2020-07-15 /T1 by g2: g2 g3 g9\n"
        "meeting e3 2021-01-15 /T2 by g7: g5 g6 g7 g1\n"
        "meeting e4 2021-06-15 /T1 by g1: g1 g4 g10\n"
        "project x1 2021-01-01 /T1: g1 g2*lead g3\n"
        "project x2 2021-10-01 /T2: g5*lead g7 g8\n"
        "project x3 2020-06-01 /T1: g3*lead g9\n"
        "stage x1 conception 2021-01-01\nstage x1 experimentation 2021-07-01\n"
        "stage x1 modelling 2022-03-01\nstage x2 conception 2021-10-01\n"
        "stage x2 abandoned 2022-06-01\nstage x3 conception 2020-06-01\n"
        "stage x3 experimentation 2020-12-01\nstage x3 modelling 2021-06-01\n"
        "stage x3 spreading 2022-01-01\n"
        "support x1 funding g1 conception 2021-01-15\n"
        "support x1 advice_governance g7 experimentation 2021-09-01 days 5\n"
        "stake g1 skills\nstake g1 evaluation\nstake g3 skills\nstake g6 skills\n"
        "complete partnerships\ncomplete experiments\nas_of 2022-12-31\n");
}

metrics::Values details(const model::Dataset& data) {
    metrics::Request request;
    request.detail = metrics::Detail::rows;
    for (const char* id : {"R", "T1", "T2"}) request.territories.push_back(data.find_territory(id));
    return metrics::compute(data, request);
}

}  // namespace

TEST_CASE("fixture G: the three spheres meet at two meetings of four", "[oracle]") {
    const auto data = fixture_g();
    const auto values = metrics::compute(data, {});
    const auto* share = find(values, "dialogue_three_sphere_share");
    CHECK(share->value == 0.5);
    CHECK(share->denominator == 4);
}

TEST_CASE("fixture G: projects and their stages", "[oracle]") {
    const auto data = fixture_g();
    const auto values = details(data);
    CHECK(value(values, "experiments_count") == 3);
    CHECK(value(values, "experiments_count", "", "T1") == 2);
    CHECK(value(values, "experiments_count", "stage=modelling") == 1);
    CHECK(value(values, "experiments_count", "stage=spreading") == 1);
    CHECK(value(values, "experiments_count", "stage=abandoned") == 1);
    CHECK(value(values, "experiments_count", "stage=conception") == 0);
    CHECK(find(values, "experiments_count", "stage=unknown") == nullptr);
    metrics::Request request;
    request.to = *base::day_of(2021, 12, 31);
    const auto earlier = metrics::compute(data, request);
    CHECK(value(earlier, "experiments_count", "stage=experimentation") == 1);
    CHECK(value(earlier, "experiments_count", "stage=conception") == 1);
    CHECK(value(earlier, "experiments_count", "stage=modelling") == 1);
    CHECK(value(earlier, "experiments_count", "stage=abandoned") == 0);
}

TEST_CASE("fixture G: needs met by phase, and what each project lacks", "[oracle]") {
    const auto data = fixture_g();
    const auto values = details(data);
    const auto at = [&](const char* key) { return value(values, "experiments_support_fit", key); };
    CHECK(at("experiment=x1;phase=rnd") == 2.0 / 3);
    CHECK(at("experiment=x1;phase=proof") == 0);
    CHECK(at("experiment=x1;phase=deployment") == std::nullopt);
    CHECK(at("experiment=x2;phase=rnd") == 0);
    CHECK(at("experiment=x3;phase=rnd") == 0);
    CHECK(at("experiment=x3;phase=proof") == 0);
    CHECK(at("experiment=x3;phase=deployment") == 0);
    CHECK(at("measure=missing_people;experiment=x1") == 1);
    CHECK(at("measure=missing_time;experiment=x1") == 1);
    CHECK(at("measure=missing_money;experiment=x1") == std::nullopt);
    CHECK(at("measure=missing_opinions;experiment=x1") == std::nullopt);
    // x1 has 2 of 4, x3 none of 6; x2 is abandoned and left out of the sums.
    CHECK(at("") == 0.2);
    CHECK(at("phase=rnd") == 2.0 / 6);
    CHECK(at("measure=missing_time") == 2);
    CHECK(at("measure=missing_money") == 1);
    CHECK(at("measure=missing_take_up") == 1);
    CHECK(at("measure=without_deployment") == 2);
    CHECK(at("measure=supports;lever=funding;stage=conception") == 1);
    CHECK(at("measure=supports;lever=advice_governance") == 1);
}

TEST_CASE("a company that deploys leaves a public partner to be found", "[metrics]") {
    const auto data = test::sketch(
        "public town\ncompany firm\nproject x 2021-01-01: firm*deployment town\n"
        "stage x modelling 2021-02-01\nempty supports\n");
    const auto values = metrics::compute(data, {});
    CHECK(value(values, "experiments_support_fit", "measure=without_deployment") == 0);
    CHECK(value(values, "experiments_support_fit", "measure=without_company_deployment") == 0);
    CHECK(value(values, "experiments_support_fit", "measure=without_public_deployment") == 1);
}

TEST_CASE("needs that people wrote replace those of the phases", "[metrics]") {
    const auto data = test::sketch(
        "public town\nproject x 2021-01-01: town\nstage x conception 2021-01-01\n"
        "need x people met 2021-02-01\nneed x a_room\nneed x money met 2023-01-01\n"
        "empty supports\nas_of 2022-12-31\n");
    const auto values = metrics::compute(data, {});
    const auto* fit = find(values, "experiments_support_fit");
    CHECK(fit->numerator == 1);
    CHECK(fit->denominator == 3);
    CHECK(value(values, "experiments_support_fit", "measure=missing_other") == 1);
    CHECK(value(values, "experiments_support_fit", "measure=missing_money") == 1);
    CHECK(value(values, "experiments_support_fit", "measure=missing_people") == 0);
    CHECK(find(values, "experiments_support_fit", "phase=rnd") == nullptr);
}

TEST_CASE("each stake stands where its relations and its actors say", "[metrics]") {
    const auto data = test::sketch(
        "territory T\nterritory V < T\nterritory U\n"
        "public town /V\nassociation club /T\ncompany firm /T\ncompany gone /T closed 2020-01-01\n"
        "citizen away /U\n"
        "meeting m1 2021-03-01 /T #mobility #food: town club away\n"
        "meeting m2 2019-03-01 /T #mobility: town\n"
        "alliance p1 2021-04-01 #food: club firm\n"
        "project x1 ? /T #food: town\nstage x1 conception 2021-05-01\n"
        "project x2 2019-01-01 /T #food: town\n"
        "stake town housing\nstake club housing\nstake gone housing\nstake away housing\n"
        "stake V energy\nas_of 2021-12-31\n");
    metrics::Request request;
    request.from = *base::day_of(2021, 1, 1);
    request.territories = {data.find_territory("T")};
    const auto values = metrics::compute(data, request);
    const auto at = [&](const char* key) { return value(values, "stake_chain", key, "T"); };
    CHECK(at("") == 4);
    CHECK(at("measure=events;stake=mobility") == 1);
    CHECK(at("measure=partnerships;stake=mobility") == 0);
    CHECK(at("measure=experiments;stake=food") == 1);
    CHECK(at("measure=partnerships;stake=food") == 1);
    CHECK(at("measure=citing;stake=housing") == 2);
    CHECK(at("measure=citing;stake=energy") == 0);
    CHECK(at("measure=kinds_present;stake=mobility") == 2);
    CHECK(at("measure=kinds_absent;stake=mobility") == 1);
    CHECK(at("measure=kinds_absent;stake=food") == 0);
    CHECK(at("measure=cited_never_met") == 2);
    CHECK(at("measure=met_no_alliance") == 1);
    CHECK(at("measure=alliance_no_experiment") == 0);
}

TEST_CASE("a link of the chain that no table tells has no value", "[metrics]") {
    const auto data = fixture_g();
    const auto values = metrics::compute(data, {});
    CHECK(value(values, "stake_chain", "measure=citing;stake=skills") == 3);
    const auto* events = find(values, "stake_chain", "measure=events;stake=skills");
    CHECK(events->reason == "column_absent");
    CHECK(find(values, "stake_chain", "measure=partnerships;stake=skills")->reason ==
          "table_absent");
    const auto silent = test::sketch("public town\nmeeting m 2021-03-01: town\n");
    const auto nothing = metrics::compute(silent, {});
    CHECK(find(nothing, "stake_chain")->reason == "column_absent");
}
