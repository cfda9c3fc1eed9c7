// Neighbours gained by an alliance: values by hand.

#include <maillage/metrics/run.hpp>

#include "support/answers.hpp"
#include "support/catch.hpp"
#include "support/sketch.hpp"

using namespace maillage;
using test::find;
using test::value;

TEST_CASE("access gain: whom a new alliance brings within two steps") {
    const auto data = test::sketch(
        "public a\ncompany b\nassociation c\nalliance p 2020-01-01: a b\n"
        "alliance q 2021-01-01: b c\nas_of 2021-12-31\n");
    metrics::Request request;
    request.from = *base::day_of(2021, 1, 1);
    request.detail = metrics::Detail::rows;
    const auto values = metrics::compute(data, request);
    CHECK(value(values, "emergence_access_gain") == 1.5);
    CHECK(value(values, "emergence_access_gain", "actor=b") == 1);
    CHECK(value(values, "emergence_access_gain", "actor=c") == 2);
    CHECK(find(values, "emergence_access_gain", "actor=a") == nullptr);
}

TEST_CASE("access gain: an alliance that is over brings nobody") {
    const auto data = test::sketch(
        "public a\ncompany b\nassociation c\nalliance p 2020-01-01..2021-01-01: a b\n"
        "alliance q 2021-01-01: b c\nas_of 2021-12-31\n");
    metrics::Request request;
    request.from = *base::day_of(2021, 1, 1);
    CHECK(value(metrics::compute(data, request), "emergence_access_gain") == 1);
}

TEST_CASE("fixture G: five alliances gain five neighbours for ten parties", "[oracle]") {
    // By start: p4 1 + 1, p1 0, p2 1 (g2) + 2 (g5), p3 and p5 0: all were two steps apart.
    const auto data = test::sketch(
        "association g2\ncompany g3\nassociation g5\n"
        "alliance p1 2020-10-15..2022-10-15: g2 g3\nalliance p2 2021-03-15..2021-12-31: g2 g5\n"
        "alliance p3 2021-09-15: g3 g5\nalliance p4 2019-06-15..2021-06-15: g2 g3\n"
        "alliance p5 2022-02-15: g3 g5\ncomplete partnerships\nas_of 2022-12-31\n");
    CHECK(value(metrics::compute(data, {}), "emergence_access_gain") == 0.5);
}
