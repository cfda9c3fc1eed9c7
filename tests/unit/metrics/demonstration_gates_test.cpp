// Three steps of a demonstration: what is yes, what is no, and what is not known.

#include <maillage/formats/load.hpp>

#include "support/answers.hpp"
#include "support/catch.hpp"
#include "support/oracle.hpp"
#include "support/sketch.hpp"

using namespace maillage;
using test::find;
using test::value;

TEST_CASE("steps of a demonstration: yes, no, and not known") {
    const auto values = metrics::compute(
        test::sketch("public a\ncompany b\nassociation c\nassociation d\n"
                     "lever a rooms 3 0\nlever b rooms 0 2\nlever c rooms 0 1\n"
                     "stake a skills\nstake b skills\nstake c water\n"
                     "alliance p1 2020-01-01: a b\n"  // yes, yes, written too late
                     "alliance p2 2020-01-01: b c\n"  // two needs and no offer; other stakes
                     "alliance p3 2020-01-01: c d\n"  // d said nothing
                     "impact p1 performance 2022-01-01\nimpact p2 performance 2021-01-01\n"
                     "impact p3 trust 2021-01-01\nas_of 2021-12-31\n"),
        {});
    const auto at = [&](const char* measure) {
        return value(values, "demonstration_gates", std::string("measure=") + measure);
    };
    CHECK(value(values, "demonstration_gates") == 0);
    CHECK(at("complementary") == 1.0 / 3);
    CHECK(at("shared_stake") == 1.0 / 3);
    CHECK(at("performance_written") == 1.0 / 3);
    CHECK(at("unknown_complementarity") == 1);
    CHECK(at("unknown_stakes") == 1);
    CHECK(*find(values, "demonstration_gates", "measure=complementary")->coverage ==
          Approx(2.0 / 3));
}

TEST_CASE("a step whose table is absent is not known of any alliance") {
    const auto values = metrics::compute(
        test::sketch("public a\ncompany b\nalliance p 2020-01-01: a b\nempty impacts\n"), {});
    CHECK(find(values, "demonstration_gates")->reason == "table_absent");
    CHECK(find(values, "demonstration_gates", "measure=complementary")->reason == "table_absent");
    CHECK(value(values, "demonstration_gates", "measure=performance_written") == 0);
}

TEST_CASE("fixture G: one alliance of five shows the three steps", "[oracle]") {
    const auto folder = test::reference_folder("oracle/fixture_g");
    if (!folder) return;
    const auto data = formats::load(*folder).data;
    const auto values = metrics::compute(data, {});
    const auto* gates = find(values, "demonstration_gates");
    CHECK(gates->numerator == 1);
    CHECK(gates->denominator == 5);
    CHECK(value(values, "demonstration_gates", "measure=complementary") == 0.2);
    CHECK(value(values, "demonstration_gates", "measure=shared_stake") == 0.2);
    CHECK(value(values, "demonstration_gates", "measure=performance_written") == 0.2);
    CHECK(value(values, "demonstration_gates", "measure=unknown_complementarity") == 4);
    CHECK(value(values, "demonstration_gates", "measure=unknown_stakes") == 4);
}
