// The examples of the method pages of emergence, and the bounds that an open end asks for.

#include <cmath>

#include <maillage/metrics/run.hpp>

#include "support/answers.hpp"
#include "support/catch.hpp"
#include "support/sketch.hpp"

using namespace maillage;
using test::find;
using test::sketch;
using test::value;

namespace {

metrics::Request years(int from, int to) {
    metrics::Request request;
    request.from = base::day_of(from, 1, 1);
    request.to = base::day_of(to, 12, 31);
    return request;
}

constexpr auto births = R"(
    public a
    company b
    association c
    citizen d
    academic e
    alliance p1 2019-05-02..2021-01-01: a b
    alliance p2 2020-03-05: a c
    alliance p3 2022-06-01: d e
    alliance p4 2023-05-01: a e
    as_of 2022-12-31
)";

}  // namespace

TEST_CASE("alliances are born, run and are planned") {
    const auto data = sketch(births);
    const auto values = metrics::compute(data, years(2019, 2022));
    CHECK(value(values, "emergence_new_count") == 3);
    CHECK(value(values, "emergence_new_rate") == 15);
    CHECK(value(values, "emergence_active_count", "measure=planned") == 1);
    CHECK(find(values, "emergence_new_count", "measure=accompanied") == nullptr);
    const auto in_2020 = metrics::compute(data, years(2020, 2020));
    CHECK(value(in_2020, "emergence_new_count") == 1);
    CHECK(value(in_2020, "emergence_active_count") == 2);
}

TEST_CASE("a silent alliance gives a running count two bounds and makes it an estimate") {
    const auto data = sketch(births);
    const auto values = metrics::compute(data, years(2019, 2022));
    const auto* running = find(values, "emergence_active_count");
    CHECK(running->value == 2);
    CHECK(running->range_low == 1);
    CHECK(running->range_high == 2);
    CHECK(running->nature == metrics::FigureNature::estimated);
    metrics::Request patient = years(2019, 2022);
    patient.silent_months = 60;
    const auto told = metrics::compute(data, patient);
    CHECK(find(told, "emergence_active_count")->nature == metrics::FigureNature::counted);
    CHECK_FALSE(find(told, "emergence_active_count")->range_low.has_value());
}

TEST_CASE("silent alliances are counted among those not ended") {
    const auto data = sketch(R"(
        public a
        company b
        company c
        alliance seen 2019-01-01 seen 2022-06-15: a b
        alliance met 2019-01-01: a c
        alliance old1 2019-01-01: b c
        alliance old2 2019-03-01: b c
        alliance over 2019-01-01..2020-01-01: a b
        meeting m 2022-05-01: a c
        as_of 2022-12-31
    )");
    const auto values = metrics::compute(data, {});
    const auto* silent = find(values, "emergence_silent");
    CHECK(silent->numerator == 2);
    CHECK(silent->denominator == 4);
    CHECK(silent->value == 0.5);
}

TEST_CASE("alliances without any known start are counted, but none is new") {
    const auto data = sketch("public a\ncompany b\nalliance p ?: a b\n");
    const auto values = metrics::compute(data, {});
    CHECK(find(values, "emergence_new_count")->reason == "unknown_dates");
    CHECK(find(values, "emergence_new_rate")->reason == "unknown_dates");
    CHECK(find(values, "emergence_silent")->reason == "unknown_dates");
    CHECK(find(values, "emergence_repeat_pair_share")->reason == "unknown_dates");
    CHECK(value(values, "emergence_active_count") == 1);
    CHECK(value(values, "emergence_density") == 1);
}

TEST_CASE("sizes of alliances, those of one known party apart") {
    const auto data = sketch(R"(
        public a
        company b
        association c
        citizen d
        alliance p1 2020-01-01: a b
        alliance p2 2020-01-01: a c
        alliance p3 2020-01-01: a d
        alliance p4 2020-01-01: a b c
        alliance p5 2020-01-01: a b c d
        alliance p6 2020-01-01: a
    )");
    const auto values = metrics::compute(data, {});
    CHECK(value(values, "emergence_party_sizes", "size=1") == 1);
    CHECK(value(values, "emergence_party_sizes", "size=2") == 3);
    CHECK(value(values, "emergence_party_sizes", "size=3") == 1);
    CHECK(value(values, "emergence_party_sizes", "size=4") == 1);
    CHECK(value(values, "emergence_party_sizes") == 2.6);
}

TEST_CASE("worlds in an alliance") {
    const auto data = sketch(R"(
        public town
        association club
        company firm1
        company firm2
        alliance p1 2020-01-01: town club
        alliance p2 2020-01-01: town club firm1 firm2
    )");
    const auto values = metrics::compute(data, {});
    constexpr std::string_view id = "emergence_cross_kind_share";
    CHECK(value(values, id, "kinds_at_least=2") == 1);
    CHECK(value(values, id, "kinds_at_least=3") == 0.5);
    CHECK(find(values, id, "kinds_at_least=3")->range_low == 0);
    CHECK(find(values, id, "kinds_at_least=3")->range_high == 1);
    CHECK(value(values, id, "kinds_at_least=4") == 0);
    // e^(1/4 ln 4 + 1/4 ln 4 + 1/2 ln 2) = 4^(1/2) 2^(1/2)
    CHECK(value(values, id, "measure=hill1").value() == Approx((2 + 2 * std::sqrt(2.0)) / 2));
}

TEST_CASE("one alliance of three among four actors") {
    const auto data = sketch(
        "public a\ncompany b\nassociation c\ncitizen d\nalliance p 2020-01-01: a b c\n"
        "alliance q 2020-01-01: a b\n");
    metrics::Request request;
    request.detail = metrics::Detail::rows;
    const auto values = metrics::compute(data, request);
    CHECK(value(values, "emergence_density") == 0.5);
    CHECK(find(values, "emergence_density")->numerator == 3);
    CHECK(value(values, "emergence_degree") == 1.5);
    CHECK(value(values, "emergence_degree", "actor=a") == 2);
    CHECK(value(values, "emergence_degree", "actor=d") == 0);
    CHECK(value(values, "emergence_cohesion") == 0.5);
    CHECK(value(values, "emergence_cohesion", "measure=components") == 2);
    CHECK(value(values, "emergence_cohesion", "measure=giant_share") == 0.75);
}

TEST_CASE("only actors of the territory are tied, alliances are described whole") {
    const auto data = sketch(R"(
        territory north
        territory south
        public n1 /north
        company n2 /north
        association s1 /south
        citizen s2 /south
        alliance p 2020-01-01: n1 s1 s2
        alliance q 2020-01-01: n1 n2
    )");
    metrics::Request request;
    request.territories = {data.find_territory("north")};
    const auto values = metrics::compute(data, request);
    CHECK(value(values, "emergence_new_count", "", "north") == 2);
    CHECK(value(values, "emergence_party_sizes", "size=3", "north") == 1);
    CHECK(value(values, "emergence_cross_kind_share", "kinds_at_least=3", "north") == 0.5);
    CHECK(value(values, "emergence_density", "", "north") == 1);
    CHECK(value(values, "emergence_kind_mixing", "kinds=company|public", "north") == 1);
}

TEST_CASE("kinds that ally") {
    const auto data = sketch(R"(
        public town
        association club1
        association club2
        company firm
        alliance p1 2020-01-01: town club1
        alliance p2 2020-01-01: club1 club2
        alliance p3 2020-01-01: club2 firm
    )");
    metrics::Request request;
    request.detail = metrics::Detail::rows;
    const auto values = metrics::compute(data, request);
    CHECK(value(values, "emergence_ei_index").value() == Approx(1.0 / 3));
    CHECK(value(values, "emergence_kind_mixing") == 3);
    CHECK(value(values, "emergence_kind_mixing", "kinds=association|association") == 1);
    CHECK(value(values, "emergence_kind_mixing", "kinds=association|public") == 1);
    CHECK(value(values, "emergence_kind_mixing", "kinds=company|public") == 0);
    const auto* composition =
        find(values, "emergence_kind_mixing", "measure=composition;kinds=association|association");
    REQUIRE(composition != nullptr);
    CHECK(composition->null_mean.value() == Approx(0.5));
    CHECK(composition->nature == metrics::FigureNature::compared);
    // The pair of clubs is tied in three of the six ways to place it.
    CHECK(composition->null_sd.value() == Approx(0.5));
}

TEST_CASE("alliances of those who had met: strictly before, wherever it was") {
    const auto data = sketch(R"(
        territory here
        territory elsewhere
        public a /here
        company b /here
        association c /here
        citizen d /here
        meeting m 2020-01-15 /elsewhere: a b c
        alliance p1 2020-03-01 /here: a b
        alliance p2 2020-06-01 /here: a c d
        alliance p3 2020-01-15 /here: b c
    )");
    metrics::Request request;
    request.territories = {data.find_territory("here")};
    const auto values = metrics::compute(data, request);
    CHECK(value(values, "emergence_seededness", "", "here").value() == Approx(4.0 / 9));
    const auto* seeded = find(values, "emergence_seededness", "measure=relations", "here");
    CHECK(seeded->numerator == 2);
    CHECK(seeded->denominator == 3);
    CHECK(find(values, "emergence_seededness", "measure=undetermined", "here") == nullptr);
}

TEST_CASE("a meeting of some day of the year is not certainly before an alliance of that year") {
    const auto data =
        sketch("public a\ncompany b\nmeeting m 2020: a b\nalliance p 2020-06-01: a b\n");
    const auto values = metrics::compute(data, {});
    CHECK(value(values, "emergence_seededness") == 0);
    CHECK(value(values, "emergence_seededness", "measure=undetermined") == 1);
}

TEST_CASE("pairs that ally again: on one day, the first id is the first") {
    const auto data = sketch(R"(
        public a
        company b
        association c
        alliance p1 2018-03: a b
        alliance p2 2019-06-01: a b c
        alliance p3 2019-06-01: b c
    )");
    const auto values = metrics::compute(data, years(2019, 2019));
    const auto* again = find(values, "emergence_repeat_pair_share");
    CHECK(again->numerator == 2);
    CHECK(again->denominator == 4);
    CHECK(value(metrics::compute(data, years(2018, 2018)), "emergence_repeat_pair_share") == 0);
}

TEST_CASE("an alliance of three is a triangle by itself, and can be left out") {
    const auto values = metrics::compute(sketch(R"(
        public a
        company b
        association c
        citizen d
        alliance p 2020-01-01: a b c
        alliance q 2020-01-01: c d
        alliance r 2020-01-01: a d
    )"),
                                         {});
    const auto* closed = find(values, "emergence_transitivity");
    CHECK(closed->numerator == 6);
    CHECK(closed->denominator == 8);
    CHECK(*value(values, "emergence_transitivity", "measure=across_relations") == Approx(3.0 / 5));
    CHECK(*value(values, "emergence_local_clustering") == Approx(5.0 / 6));
    CHECK(find(values, "emergence_local_clustering")->n == 4);
}

TEST_CASE("a star closes nothing, and one alliance of three leaves nothing across") {
    const auto star = metrics::compute(sketch(R"(
        public a
        company b
        association c
        alliance p 2020-01-01: a b
        alliance q 2020-01-01: a c
    )"),
                                       {});
    CHECK(value(star, "emergence_transitivity") == 0);
    CHECK(find(star, "emergence_local_clustering")->n == 1);
    const auto three = metrics::compute(sketch(R"(
        public a
        company b
        association c
        alliance p 2020-01-01: a b c
    )"),
                                        {});
    CHECK(value(three, "emergence_transitivity") == 1);
    CHECK(find(three, "emergence_transitivity", "measure=across_relations")->reason == "no_2path");
}

TEST_CASE("the role an actor mostly has is tried without a tenth of the alliances", "[metrics]") {
    // A town that joins twenty firms joins pairs of firms in every draw.
    std::string star = "public town\n";
    for (int firm = 10; firm < 30; ++firm) {
        const std::string id = "f" + std::to_string(firm);
        star += "company " + id + "\nalliance p" + id + " 2020-01-01: town " + id + "\n";
    }
    metrics::Request request;
    request.detail = metrics::Detail::rows;
    const auto firms = metrics::compute(sketch(star), request);
    CHECK(value(firms, "emergence_brokerage_roles", "measure=kept;actor=town") == 1);
    CHECK(find(firms, "emergence_brokerage_roles", "measure=kept;actor=f10") == nullptr);
    // Three pairs of firms, three of a firm and the club: neither is more than half.
    const auto even = metrics::compute(sketch(R"(
        public town
        company a
        company b
        company c
        association club
        alliance p 2020-01-01: town a
        alliance q 2020-01-01: town b
        alliance r 2020-01-01: town c
        alliance s 2020-01-01: town club
    )"),
                                       request);
    CHECK(value(even, "emergence_brokerage_roles", "measure=itinerant;actor=town") == 3);
    CHECK(value(even, "emergence_brokerage_roles", "measure=liaison;actor=town") == 3);
    CHECK(find(even, "emergence_brokerage_roles", "measure=kept;actor=town") == nullptr);
}
