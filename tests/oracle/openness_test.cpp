// Openness and coverage on the fixtures that were worked by hand.

#include <maillage/formats/load.hpp>

#include "support/answers.hpp"
#include "support/catch.hpp"
#include "support/oracle.hpp"
#include "support/sketch.hpp"

using namespace maillage;
using test::find;
using test::value;

namespace {

metrics::Values of_all_territories(const model::Dataset& data, metrics::Detail detail = {}) {
    metrics::Request request;
    for (std::uint32_t i = 0; i < data.territories.size(); ++i) request.territories.push_back({i});
    request.detail = detail;
    return metrics::compute(data, request);
}

}  // namespace

TEST_CASE("fixture G: one alliance in three is open to the other territory", "[oracle]") {
    const auto folder = test::reference_folder("oracle/fixture_g");
    if (!folder) return;
    const auto expected = test::read_json(*folder / "expected.json").at("metrics");
    const auto loaded = formats::load(*folder);
    const auto values = of_all_territories(loaded.data);
    for (const auto& [territory, share] : expected.at("territory_openness").at("value").items()) {
        INFO(territory);
        CHECK(*value(values, "territory_openness", "", territory) ==
              Approx(share.get<double>()).epsilon(1e-12));
    }
}

TEST_CASE("fixture F: 61 alliances seen by two sources", "[oracle]") {
    const auto folder = test::reference_folder("oracle/fixture_f");
    if (!folder) return;
    const auto expected =
        test::read_json(*folder / "expected.json").at("metrics").at("est_chapman");
    const auto loaded = formats::load(*folder);
    const auto values = metrics::compute(loaded.data, {});
    const auto* row = find(values, "est_chapman");
    REQUIRE(row != nullptr);
    CHECK(*row->value == Approx(expected.at("value").get<double>()).epsilon(1e-12));
    CHECK(*row->ci_low == Approx(expected.at("ci")[0].get<double>()).epsilon(1e-9));
    CHECK(*row->ci_high == Approx(expected.at("ci")[1].get<double>()).epsilon(1e-9));
    CHECK(*value(values, "est_chapman", "measure=coverage") ==
          Approx(expected.at("coverage").get<double>()).epsilon(1e-12));
}

TEST_CASE("openness of a commune with two neighbours, by hand", "[oracle]") {
    const auto data = test::sketch(R"(
        territory A
        territory B
        territory C
        public a /A
        company b /B
        association c /C
        citizen lone
        alliance p1 2021-01-01: a b c
        alliance p2 2021-01-01: a b
        alliance p3 2021-01-01: a lone
        alliance p4 2021-01-01: b c)");
    const auto values = of_all_territories(data, metrics::Detail::rows);
    const auto* open = find(values, "territory_openness", "", "A");
    CHECK(open->numerator == 2);
    CHECK(open->denominator == 3);
    CHECK(*value(values, "territory_openness", "measure=shared;territory_to=B", "A") == 2);
    CHECK(*value(values, "territory_diversification", "", "A") == Approx(4.0 / 9));
    CHECK(*value(values, "territory_bridging", "", "A") == Approx(3 * (3.0 / 3) * 4 / 9));
    CHECK(find(values, "territory_openness")->reason == "not_comparable");
}

TEST_CASE("fixture G: two pairs share a stake without an alliance", "[oracle]") {
    const auto folder = test::reference_folder("oracle/fixture_g");
    if (!folder) return;
    const auto loaded = formats::load(*folder);
    const auto expected = test::read_json(*folder / "expected.json").at("metrics");
    metrics::Request request;
    request.from = *base::day_of(2019, 1, 1);
    request.to = request.as_of = *base::day_of(2022, 12, 31);
    const auto values = metrics::compute(loaded.data, request);
    const auto& apart = expected.at("stakes_without_tie").at("value").at("skills");
    CHECK(*value(values, "stakes_without_tie", "stake=skills") ==
          static_cast<double>(apart.size()));
    CHECK(find(values, "stakes_without_tie")->numerator == 2.0);
    CHECK(find(values, "stakes_without_tie")->denominator == 3.0);
}
