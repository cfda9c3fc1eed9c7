// Who can meet whose needs: fixture G, by hand.

#include <maillage/formats/load.hpp>

#include "support/answers.hpp"
#include "support/catch.hpp"
#include "support/oracle.hpp"

using namespace maillage;
using test::find;
using test::value;

TEST_CASE("fixture G: who can meet whose needs, and by which levers", "[oracle]") {
    const auto folder = test::reference_folder("oracle/fixture_g");
    if (!folder) return;
    const auto expected = test::read_json(*folder / "expected.json").at("metrics");
    const auto data = formats::load(*folder).data;
    metrics::Request request;
    request.detail = metrics::Detail::rows;
    const auto values = metrics::compute(data, request);
    for (const auto& [pair, share] : expected.at("complementarity_pair").at("value").items())
        CHECK(*value(values, "complementarity_pair", "actors=" + pair) ==
              Approx(share.get<double>()).epsilon(1e-12));
    const auto* strategy = find(values, "complementarity_pair", "actors=g1|g3;lever=strategy");
    REQUIRE(strategy != nullptr);
    CHECK(strategy->numerator == 3);
    CHECK(strategy->denominator == 4);
    const auto* production = find(values, "complementarity_pair", "actors=g1|g3;lever=production");
    REQUIRE(production != nullptr);
    CHECK(production->numerator == 1);
    CHECK(production->denominator == 2);
    // By hand: 2/3, 1/2 and 0 over the three pairs that said their levers.
    CHECK(*value(values, "complementarity_pair") == Approx(7.0 / 18));
    CHECK(value(values, "complementarity_pair", "measure=matched") == 2.0 / 3);
    const auto* group = find(values, "complementarity_group");
    CHECK(*group->value ==
          Approx(expected.at("complementarity_group").at("value").at("g1|g2|g3").get<double>())
              .epsilon(1e-12));
    CHECK(group->numerator == 5);
    CHECK(group->denominator == 6);
    CHECK(value(values, "complementarity_group", "lever=production") == 1);
    CHECK(value(values, "complementarity_group", "lever=strategy") == 0.75);
}
