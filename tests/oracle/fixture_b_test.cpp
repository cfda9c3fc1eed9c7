// Fixture B of the oracle (5 meetings, 8 attendees of 10 actors), values by hand and by R.

#include <maillage/metrics/run.hpp>

#include "support/answers.hpp"
#include "support/catch.hpp"
#include "support/sketch.hpp"

using namespace maillage;
using test::find;
using test::value;

namespace {

model::Dataset fixture_b() {
    auto data = test::sketch(
        "territory T1\n"
        "public P1 /T1\npublic P2 /T1\ncompany E1 /T1\ncompany E2 /T1\ncompany E3 /T1\n"
        "association A1 /T1\nassociation A2 /T1\nassociation A3 /T1\ncitizen C1 /T1\n"
        "company X /T1\n"
        "meeting d1 2021-01-10 /T1 by P1: P1 A1 E1 P1\n"
        "meeting d2 2021-03-10 /T1 by P1: P1 A1 A2 E2\n"
        "meeting d3 2021-05-10 /T1 by P2: P2 E2 A3\n"
        "meeting d4 2021-09-10 /T1 by A3: A3 C1 P2 !E3\n"
        "meeting d5 2021-11-10 /T1 by P1: P1\n"
        "as_of 2021-12-31\n");
    data.territories[0].population = 10000;
    return data;
}

metrics::Values answers(const model::Dataset& data, metrics::Request request = {}) {
    request.territories = {data.find_territory("T1")};
    return metrics::compute(data, request);
}

metrics::Request second_half() {
    metrics::Request request;
    request.from = *base::day_of(2021, 7, 1);
    request.to = *base::day_of(2021, 12, 31);
    return request;
}

}  // namespace

TEST_CASE("fixture B: meetings and their rate", "[oracle]") {
    const auto data = fixture_b();
    const auto values = answers(data);
    CHECK(value(values, "dialogue_event_count", "", "T1") == 5);
    CHECK(value(values, "dialogue_event_rate", "", "T1").value() == Approx(5));
    CHECK(value(values, "dialogue_event_count", "measure=planned", "T1") == 0);
    CHECK(value(answers(data, second_half()), "dialogue_event_count", "", "T1") == 2);
}

TEST_CASE("fixture B: reach, in all and by kind, with what any one meeting changes", "[oracle]") {
    const auto data = fixture_b();
    const auto values = answers(data);
    const auto* all = find(values, "dialogue_reach", "", "T1");
    REQUIRE(all != nullptr);
    CHECK(all->value == 0.8);
    CHECK(all->numerator == 8);
    CHECK(all->denominator == 10);
    // Only d1 saw E1, only d2 saw A2, only d4 saw C1; nobody came to d3 or d5 alone.
    CHECK(all->range_low == 0.7);
    CHECK(all->range_high == 0.8);
    CHECK(value(values, "dialogue_reach", "kind=public", "T1") == 1);
    CHECK(value(values, "dialogue_reach", "kind=company", "T1") == 0.5);
    CHECK(value(values, "dialogue_reach", "kind=association", "T1") == 1);
    CHECK(value(values, "dialogue_reach", "kind=citizen", "T1") == 1);
    CHECK(value(values, "dialogue_reach", "measure=outside", "T1") == 0);
    const auto* fresh = find(values, "dialogue_reach", "measure=new", "T1");
    CHECK(fresh->reason == "beyond_follow_up");
    CHECK(value(answers(data, second_half()), "dialogue_reach", "measure=new", "T1") == 1);
}

TEST_CASE("a list made of those who came is no denominator", "[metrics]") {
    const auto* world = "public a\ncompany b\nmeeting m 2021-01-10: a b\n";
    auto data = test::sketch(world);
    const auto values = metrics::compute(data, {});
    const auto* row = find(values, "dialogue_reach");
    CHECK(row->reason == "no_registry");
    CHECK(row->n == 2);
    CHECK_FALSE(row->denominator.has_value());
    data.settings.perimeter = model::Perimeter{"registry", "2021", "the town"};
    CHECK(value(metrics::compute(data, {}), "dialogue_reach") == 1);
}

TEST_CASE("fixture B: newcomers and regulars of the second half-year", "[oracle]") {
    const auto data = fixture_b();
    const auto values = answers(data, second_half());
    const auto* renewal = find(values, "dialogue_renewal", "", "T1");
    CHECK(renewal->value == 0.25);
    // Without d4 only P1 is left; without d5, A3 C1 P2.
    CHECK(renewal->range_low == 0);
    CHECK(renewal->range_high == Approx(1.0 / 3));
    const auto* retention = find(values, "dialogue_retention", "", "T1");
    CHECK(retention->value == 0.375);
    CHECK(retention->numerator == 3);
    CHECK(retention->denominator == 8);
    CHECK(find(answers(data), "dialogue_renewal", "", "T1")->reason == "beyond_follow_up");
}
