// Fixture B of the oracle (5 meetings, 8 attendees of 10 actors), values by hand and by R.

#include <algorithm>

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
    CHECK(std::ranges::count(values.notes, "M421", &base::Message::code) == 1);
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

TEST_CASE("fixture B: who came and came no more", "[oracle]") {
    const auto data = fixture_b();
    metrics::Request request;
    request.detail = metrics::Detail::rows;
    const auto values = answers(data, request);
    const auto* lapsed = find(values, "dialogue_lapsed", "", "T1");
    // A1, E1, A2 and E2 were last seen by 10 May, more than six months before 31 December.
    CHECK(lapsed->numerator == 4);
    CHECK(lapsed->denominator == 8);
    // Without d1, E1 never came: 3 of 7; without d4, P2 and A3 are lapsed and C1 never came: 6
    // of 7.
    CHECK(lapsed->range_low == Approx(3.0 / 7));
    CHECK(lapsed->range_high == Approx(6.0 / 7));
    CHECK(value(values, "dialogue_lapsed", "measure=once", "T1") == 3.0 / 8);
    const auto* e2 = find(values, "dialogue_lapsed", "actor=E2", "T1");
    REQUIRE(e2 != nullptr);
    CHECK(e2->value == *base::day_of(2021, 12, 31) - *base::day_of(2021, 5, 10));
    CHECK(e2->n == 2);
    CHECK(e2->unit == "days");
    CHECK(find(values, "dialogue_lapsed", "actor=P2", "T1") == nullptr);
    request.lapsed_months = 1;
    CHECK(value(answers(data, request), "dialogue_lapsed", "", "T1") == 1);
}

TEST_CASE("fixture B: worlds in the room, meeting by meeting", "[oracle]") {
    const auto data = fixture_b();
    metrics::Request request;
    request.detail = metrics::Detail::rows;
    const auto values = answers(data, request);
    const auto at = [&](const char* key) {
        return value(values, "dialogue_kind_diversity", key, "T1").value();
    };
    CHECK(at("event=d1") == Approx(3));
    CHECK(at("event=d2") == Approx(2.82842712474619));
    CHECK(at("measure=blau;event=d2") == Approx(0.625));
    CHECK(at("measure=blau_unbiased;event=d2") == Approx(5.0 / 6));
    CHECK(at("measure=iqv;event=d2") == Approx(5.0 / 6));
    CHECK(at("measure=shannon;event=d2") == Approx(1.0397207708399179));
    CHECK(at("measure=hill2;event=d2") == Approx(8.0 / 3));
    CHECK(at("measure=evenness;event=d2") == Approx(0.75));
    CHECK(at("measure=evenness;event=d1") == Approx(0.792481250360578));
    CHECK(at("event=d5") == Approx(1));
    CHECK(at("measure=kinds_known") == 4);
    const auto* alone =
        find(values, "dialogue_kind_diversity", "measure=blau_unbiased;event=d5", "T1");
    CHECK(alone->reason == "single_attendee");
    const auto* mean = find(values, "dialogue_kind_diversity", "", "T1");
    CHECK(mean->value.value() == Approx((3 * 3 + 2.82842712474619 + 1) / 5));
    CHECK(mean->n == 5);
    const auto* unbiased = find(values, "dialogue_kind_diversity", "measure=blau_unbiased", "T1");
    CHECK(unbiased->n == 4);
    CHECK(unbiased->value.value() == Approx((3 + 5.0 / 6) / 4));
}

TEST_CASE("fixture B: the three spheres meet once", "[oracle]") {
    const auto data = fixture_b();
    const auto values = answers(data);
    const auto* share = find(values, "dialogue_three_sphere_share", "", "T1");
    CHECK(share->numerator == 1);
    CHECK(share->denominator == 5);
    CHECK(share->range_low == 0);
    CHECK(share->range_high == 0.25);
}

TEST_CASE("a sphere noted at the meeting wins over that of the actor", "[metrics]") {
    auto data = test::sketch(
        "public town\nassociation club\ncitizen jo\nmeeting m 2021-01-10: town club jo\n");
    CHECK(value(metrics::compute(data, {}), "dialogue_three_sphere_share") == 1);
    // The town sent an officer, not an elected member.
    for (auto& attendee : data.events.members.row(0))
        if (data[attendee.actor].id == "town") attendee.spheres = model::Sphere::organisation;
    CHECK(value(metrics::compute(data, {}), "dialogue_three_sphere_share") == 0);
}

TEST_CASE("what is assumed of spheres is counted and said", "[metrics]") {
    auto data = test::sketch("public town\ncitizen jo\nmeeting m 2021-01-10: town jo\n");
    data.actors[test::row_of(data, "town")].sphere_assumed = true;
    const auto values = metrics::compute(data, {});
    CHECK(value(values, "dialogue_three_sphere_share", "measure=sphere_assumed") == 1);
    CHECK(std::ranges::count(values.notes, "M420", &base::Message::code) == 1);
}

TEST_CASE("fixture B: one conversation over the year, two islands in its second half", "[oracle]") {
    const auto data = fixture_b();
    CHECK(value(answers(data), "dialogue_cohesion", "", "T1") == 1);
    const auto values = answers(data, second_half());
    CHECK(value(values, "dialogue_cohesion", "", "T1") == 0.5);
    CHECK(value(values, "dialogue_cohesion", "measure=components", "T1") == 2);
    CHECK(value(values, "dialogue_cohesion", "measure=giant_share", "T1") == 0.75);
    CHECK(value(values, "dialogue_cohesion", "measure=giant_share_of_eligible", "T1") == 0.3);
}

TEST_CASE("under seat attribution only the actors of the territory make islands", "[metrics]") {
    // a and b of T1 are linked through c of T2 only: two islands, not one.
    const auto data = test::sketch(
        "territory T1\nterritory T2\npublic a /T1\ncompany b /T1\ncompany c /T2\n"
        "meeting m1 2021-01-10 /T1: a c\nmeeting m2 2021-01-11 /T1: b c\n");
    metrics::Request request;
    request.attribution = metrics::Attribution::seat;
    const auto values = answers(data, request);
    CHECK(value(values, "dialogue_cohesion", "measure=components", "T1") == 2);
    CHECK(value(values, "dialogue_cohesion", "", "T1") == 0);
    request.attribution = metrics::Attribution::place;
    CHECK(value(answers(data, request), "dialogue_cohesion", "", "T1") == 1);
}

TEST_CASE("fixture B: pairs that meet again", "[oracle]") {
    const auto data = fixture_b();
    const auto values = answers(data);
    const auto* row = find(values, "dialogue_robins_alexander", "", "T1");
    // networkx: 2 cycles, 28 paths.
    CHECK(row->numerator == 8);
    CHECK(row->denominator == 28);
}
