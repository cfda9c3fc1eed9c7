// What was written down of impacts, evaluations, contributions and money: values by hand of fixture
// G of the oracle and of its closed forms.

#include <string>

#include <maillage/metrics/run.hpp>

#include "support/answers.hpp"
#include "support/catch.hpp"
#include "support/sketch.hpp"

using namespace maillage;
using test::find;
using test::value;

namespace {

/// The five alliances of fixture G (legal ties left out) with what is written of them.
model::Dataset fixture_g() {
    return test::sketch(
        "association g2\ncompany g3\nassociation g5\n"
        "alliance p1 2020-10-15..2022-10-15: g2 g3\n"
        "alliance p2 2021-03-15..2021-12-31: g2 g5\n"
        "alliance p3 2021-09-15: g3 g5\n"
        "alliance p4 2019-06-15..2021-06-15: g2 g3\n"
        "alliance p5 2022-02-15: g3 g5\n"
        "impact p1 performance 2022-06-01\nimpact p1 trust 2022-06-01\n"
        "evaluation p1 performance 2021-12-01\nevaluation p1 partnership 2022-06-01\n"
        "funding g2 2021 public 600\nfunding g2 2021 private 300\nfunding g2 2021 earned 100\n"
        "funding g5 2021 earned 700\nfunding g5 2021 public 300\n"
        "complete partnerships\nas_of 2022-12-31\n");
}

}  // namespace

TEST_CASE("fixture G: impacts and evaluations written by one alliance of five", "[oracle]") {
    const auto data = fixture_g();
    const auto values = metrics::compute(data, {});
    CHECK(value(values, "impact_documented_share", "impact=performance") == Approx(0.2));
    CHECK(value(values, "impact_documented_share", "impact=innovation") == 0);
    CHECK(value(values, "impact_documented_share", "impact=trust") == Approx(0.2));
    CHECK(value(values, "impact_balance", "measure=common_good") == Approx(0.2));
    CHECK(value(values, "impact_balance", "measure=none") == 1);
    CHECK(value(values, "evaluation_mode_share", "mode=performance") == Approx(0.2));
    CHECK(value(values, "evaluation_mode_share", "mode=relevance") == 0);
    CHECK(value(values, "evaluation_mode_share", "mode=partnership") == Approx(0.2));
    CHECK(value(values, "evaluation_mode_share", "measure=two_modes") == Approx(0.2));
}

TEST_CASE("fixture G: sources of money of two actors", "[oracle]") {
    const auto data = fixture_g();
    metrics::Request request;
    request.detail = metrics::Detail::rows;
    const auto values = metrics::compute(data, request);
    const auto of = [&](const char* key) { return value(values, "emergence_funding_mix", key); };
    CHECK(of("actor=g2;year=2021") == Approx(50.0 / 23));
    CHECK(of("measure=earned_share;actor=g2;year=2021") == Approx(0.1));
    CHECK(of("measure=top_source_share;actor=g2;year=2021") == Approx(0.6));
    CHECK(of("actor=g5;year=2021") == Approx(50.0 / 29));
    CHECK(of("measure=earned_share;actor=g5;year=2021") == Approx(0.7));
    CHECK(of("measure=earned_majority") == 0.5);
}

TEST_CASE("closed form: shares of one half and twice one quarter", "[oracle]") {
    const auto data = test::sketch(
        "public a\ncompany b\nassociation c\nalliance p 2021-01-01: a b c\n"
        "pledge p a costs 200\npledge p b costs 100\npledge p c costs 100\n");
    const auto values = metrics::compute(data, {});
    CHECK(value(values, "emergence_contribution_balance") == Approx(0.946394630357186));
    CHECK(value(values, "emergence_contribution_balance", "measure=top_share") == Approx(0.5));
    CHECK(value(values, "emergence_objectives") == 1);
    CHECK(value(values, "emergence_objectives", "kind=public;objective=costs") == 1);
}

TEST_CASE("impact calendar: eighteen months to the day", "[oracle]") {
    const auto data = test::sketch(
        "public a\ncompany b\nalliance p 2021-06-30: a b\nalliance q 2021-07-01: a b\n"
        "alliance r 2021: a b\nas_of 2022-12-31\n");
    const auto values = metrics::compute(data, {});
    const auto of = [&](const char* measure) {
        return value(values, "impact_calendar", std::string(measure) + ";horizon_months=18");
    };
    CHECK(of("measure=observable") == 1);
    CHECK(of("measure=too_early") == 1);
    CHECK(of("measure=undetermined") == 1);
}
