// What actors think of each other: values by hand, and what must never be told.

#include <algorithm>

#include <maillage/metrics/run.hpp>

#include "support/answers.hpp"
#include "support/catch.hpp"
#include "support/sketch.hpp"

using namespace maillage;
using metrics::Status;
using test::find;
using test::value;

namespace {

/// Three rate the town on three items: sums 12, 9, 5 (means 4, 3, 5/3). Two rate the club.
const char* const rated =
    "public town\ncompany a\ncompany b\nassociation club\n"
    "rating a town reliability 4\nrating a town mission 4\nrating a town openness 4\n"
    "rating b town reliability 3\nrating b town mission 3\nrating b town openness 3\n"
    "rating club town reliability 2\nrating club town mission 1\nrating club town openness 2\n"
    "rating a club openness 4\nrating b club openness 3\n"
    "rating town town reliability 4\n";

metrics::Values values_of(const std::string& text) {
    metrics::Request request;
    request.detail = metrics::Detail::rows;
    return metrics::compute(test::sketch(text), request);
}

}  // namespace

TEST_CASE("trust: a received score is the mean over three raters or more") {
    const auto values = values_of(rated);
    CHECK(value(values, "emergence_trust") == Approx((4 + 3 + 5.0 / 3) / 3));
    CHECK(value(values, "emergence_trust", "actor=town") == Approx((4 + 3 + 5.0 / 3) / 3));
    CHECK(find(values, "emergence_trust")->coverage == 0.5);  // the town, not the club
    CHECK(find(values, "emergence_trust")->n_effective == 3);
    // Under 8 raters nothing is resampled.
    CHECK_FALSE(find(values, "emergence_trust")->ci_low.has_value());
}

TEST_CASE("trust: two raters are kept to themselves") {
    const auto values = values_of(rated);
    const auto* club = find(values, "emergence_trust", "actor=club");
    REQUIRE(club != nullptr);
    CHECK(club->status == Status::suppressed);
    CHECK(club->reason == "small_cell");
    CHECK_FALSE(club->value.has_value());
    // One pair could be told apart by whoever is in it.
    const auto with_pair = values_of(std::string(rated) + "rating town a mission 2\n");
    CHECK(find(with_pair, "emergence_trust", "measure=reciprocity_gap")->status ==
          Status::suppressed);
}

TEST_CASE("trust: no record says who rates") {
    for (const auto& row : values_of(rated).rows) {
        const bool about_rating =
            row.metric == "emergence_trust" || row.metric == "emergence_value";
        if (!about_rating) continue;
        INFO(row.key);
        CHECK(row.key.find("actor=a") == std::string::npos);
        CHECK(row.key.find("actor=b") == std::string::npos);
    }
}

TEST_CASE("trust: Cronbach's alpha by its formula") {
    // Items (4,3,2), (4,3,1), (4,3,2): sums of squares 2, 14/3, 2; of the sums (12,9,5): 74/3.
    const auto values = values_of(rated);
    CHECK(value(values, "emergence_trust", "measure=cronbach_alpha") ==
          Approx(1.5 * (1 - (2 + 14.0 / 3 + 2) / (74.0 / 3))));
    CHECK(find(values, "emergence_value", "measure=cronbach_alpha")->status == Status::undefined);
}

TEST_CASE("trust: who rates among those that rate or are rated") {
    // a, b and the club rate; the town is rated only: nobody rates itself.
    CHECK(value(values_of(rated), "emergence_trust", "measure=response_rate") == 0.75);
}

TEST_CASE("value: the gap of three pairs that rate each other") {
    const auto values = values_of(
        "public a\ncompany b\nassociation c\n"
        "rating a b influence 4\nrating b a influence 2\nrating a c resources 3\n"
        "rating c a resources 3\nrating b c involvement 1\nrating c b involvement 2\n");
    CHECK(value(values, "emergence_value", "measure=reciprocity_gap") == 1);
    CHECK(value(values, "emergence_value", "measure=response_rate") == 1);
    CHECK(find(values, "emergence_value")->status == Status::suppressed);
}

TEST_CASE("trust: the last score of a rater stands, scores without date being oldest") {
    const auto values = values_of(
        "public town\ncompany a\ncompany b\ncompany c\n"
        "rating a town openness 1\nrating a town openness 2 2020-01-01\n"
        "rating a town openness 4 2021-01-01\nrating b town openness 4\n"
        "rating c town openness 1 2021-02-01\nrating c town openness 3 2021-02-01\n"
        "as_of 2022-12-31\n");
    CHECK(value(values, "emergence_trust") == Approx((4 + 4 + 2) / 3.0));
}

TEST_CASE("trust: limits come from drawing raters again") {
    std::string text = "public town\n";
    for (int i = 0; i < 10; ++i) {
        const std::string name = "c" + std::to_string(i);
        text += "company " + name + "\n";
        text += "rating " + name + " town openness " + (i < 5 ? "2" : "4") + "\n";
    }
    const auto data = test::sketch(text);
    metrics::Request request;
    const auto values = metrics::compute(data, request);
    const auto* row = find(values, "emergence_trust");
    CHECK(row->value == 3.0);
    // Of 10 raters drawn, 2 to 8 gave a 4, but for 1.07 % of each tail: binomial (10, 1/2).
    CHECK(row->ci_low == Approx(2.4));
    CHECK(row->ci_high == Approx(3.6));
    CHECK(row->ci_method == "bootstrap_raters");
    request.replicates = 0;
    CHECK_FALSE(find(metrics::compute(data, request), "emergence_trust")->ci_low.has_value());
}
