// Information between worlds: fixtures E, and tables worked by hand.

#include <array>
#include <cmath>

#include <maillage/base/random.hpp>
#include <maillage/formats/load.hpp>
#include <maillage/inference/relation_bootstrap.hpp>
#include <maillage/metrics/minima.hpp>

#include "support/answers.hpp"
#include "support/catch.hpp"
#include "support/oracle.hpp"
#include "support/sketch.hpp"

using namespace maillage;
using test::find;
using test::value;

namespace {

metrics::Values asked(const model::Dataset& data, std::vector<std::string> ids) {
    metrics::Request request;
    request.metrics = std::move(ids);
    request.detail = metrics::Detail::rows;
    return metrics::compute(data, request);
}

}  // namespace

TEST_CASE("fixtures E: copy, factorial, exclusive or, and parity of four", "[oracle]") {
    const auto* name = GENERATE("copy", "factorial", "xor", "parity4");
    const auto folder = test::reference_folder("oracle/fixture_e_" + std::string(name));
    if (!folder) return;
    INFO(name);
    const auto expected = test::read_json(*folder / "expected.json").at("metrics");
    const auto data = formats::load(*folder).data;
    const auto values = asked(data, {"helix_t3", "helix_t4"});
    for (const auto& [id, answer] : expected.items()) {
        const auto* row = find(values, id);
        REQUIRE(row != nullptr);
        CHECK(*row->value == Approx(answer.at("value").get<double>()).margin(1e-12));
        CHECK(row->n == answer.at("relations").get<std::int64_t>());
    }
    // A report gives no value on so few.
    const auto reported = metrics::with_minima(values, metrics::Detail::summary);
    for (const auto& row : reported.rows) {
        CHECK(row.status == metrics::Status::too_few);
        CHECK_FALSE(row.value);
    }
}

TEST_CASE("exclusive or, corrected for few: three halves less over eight ln 2", "[oracle]") {
    // Cells of one world 2, of two 4, of three 4: 3 - 9 + 3 over 2 N ln 2, N = 4.
    const auto data = test::sketch(
        "public t\ncompany f\nassociation a\nother o\nalliance p1 2020-01-01: o\n"
        "alliance p2 2020-01-01: t f\nalliance p3 2020-01-01: t a\nalliance p4 2020-01-01: f a\n");
    const auto values = asked(data, {"helix_t3"});
    CHECK(find(values, "helix_t3")->n == 4);  // an alliance of one known party is kept
    CHECK(*value(values, "helix_t3") == Approx(-1));
    CHECK(*value(values, "helix_t3", "measure=miller_madow") ==
          Approx(-1 - 3 / (8 * std::log(2.0))));
}

TEST_CASE("all that worlds tell may lie between territories", "[oracle]") {
    // A: public and company, always; B: associations, always. Inside each nothing varies.
    const auto data = test::sketch(
        "territory A\nterritory B\npublic t /A\ncompany f /A\nassociation a /B\ncitizen c /B\n"
        "alliance p1 2020-01-01: t f\nalliance p2 2020-01-01: t f\n"
        "alliance p3 2020-01-01: a c\nalliance p4 2020-01-01: a c\n");
    const auto values = asked(data, {"helix_t3"});
    CHECK(*value(values, "helix_t3") == Approx(1));
    CHECK(*value(values, "helix_t3", "measure=between_territories") == Approx(1));
    CHECK(*value(values, "helix_t3", "measure=within_territories;territory_to=A") ==
          Approx(0).margin(1e-12));
    CHECK(*value(values, "helix_t3", "measure=within_territories;territory_to=B") ==
          Approx(0).margin(1e-12));
}

TEST_CASE("helices and classes of brokers are given to who asks by name", "[metrics]") {
    std::string world;
    for (int i = 0; i < 12; ++i)
        world += std::string(i % 3 == 0   ? "public"
                             : i % 3 == 1 ? "company"
                                          : "association") +
                 " a" + std::to_string(i) + "\n";
    for (int i = 0; i < 36; ++i)
        world += "alliance p" + std::to_string(i) + " 2020-01-01: a" + std::to_string(i % 12) +
                 " a" + std::to_string((5 * i + i / 12 + 1) % 12) + "\n";
    const auto data = test::sketch(world);
    const auto all = metrics::compute(data, {});
    for (const char* id : {"helix_t3", "helix_t4", "emergence_brokering_activity",
                           "emergence_brokering_exclusivity"}) {
        INFO(id);
        CHECK(find(all, id) == nullptr);
        metrics::Request request;
        request.metrics = {id};
        CHECK(find(metrics::compute(data, request), id) != nullptr);
    }
    metrics::Request request;
    request.metrics = {"helix_t3"};
    const auto values = metrics::compute(data, request);
    const auto* helix = find(values, "helix_t3");
    CHECK(helix->nature == metrics::FigureNature::compared);
    CHECK(helix->null_model == "curveball");
    CHECK(helix->null_mean);
    CHECK(helix->ci_method == "ci_partnership_bootstrap");
    REQUIRE(helix->ci_low);
    CHECK(*helix->ci_low < *helix->ci_high);
}

namespace {

using Cells = std::array<double, 8>;  // by the set of worlds present, a bit for each

double entropy(const Cells& cells, unsigned axes) {
    Cells grouped{};
    double bits = 0;
    for (unsigned cell = 0; cell < cells.size(); ++cell) grouped[cell & axes] += cells[cell];
    for (const double p : grouped)
        if (p > 0) bits -= p * std::log2(p);
    return bits;
}

double t3(const Cells& cells) {
    return entropy(cells, 1) + entropy(cells, 2) + entropy(cells, 4) - entropy(cells, 3) -
           entropy(cells, 5) - entropy(cells, 6) + entropy(cells, 7);
}

/// In how many of 1,000 worlds of `alliances` the limits hold the T of the table.
int worlds_held(const Cells& table, std::size_t alliances) {
    int held = 0;
    for (std::uint64_t world = 0; world < 1'000; ++world) {
        base::RandomStream random(11, "helix", world);
        std::vector<unsigned> drawn(alliances);
        for (unsigned& cell : drawn) {
            double left = random.uniform();
            for (cell = 0; cell + 1 < table.size() && left >= table[cell]; ++cell)
                left -= table[cell];
        }
        const auto limits = inference::relation_limits(
            std::vector<std::uint32_t>(alliances, 0), 1,
            [&](std::span<const std::uint32_t> again, std::span<double> figures) {
                Cells cells{};
                for (const std::uint32_t i : again)
                    cells[drawn[i]] += 1.0 / static_cast<double>(again.size());
                figures[0] = t3(cells);
            },
            499, world, "worlds");
        held += limits[0].low <= t3(table) && t3(table) <= limits[0].high ? 1 : 0;
    }
    return held;
}

}  // namespace

TEST_CASE("limits of a helix hold the truth as often as its page says", "[slow]") {
    // Worlds on their own, but never none of them; then tied.
    const Cells apart{0,         .06 / .91, .09 / .91, .06 / .91,
                      .21 / .91, .14 / .91, .21 / .91, .14 / .91};
    const Cells tied{.02, .05, .05, .2, .08, .2, .25, .15};
    for (const Cells& table : {apart, tied}) {
        CHECK(worlds_held(table, 30) > 900);
        for (const std::size_t alliances : {60U, 200U}) {
            const int held = worlds_held(table, alliances);
            INFO(alliances << " alliances: " << held);
            CHECK(held > 920);
            CHECK(held < 980);
        }
    }
}
