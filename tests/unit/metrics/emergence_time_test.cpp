// The examples of the method pages on the time of alliances, and the minima of a report.

#include <maillage/metrics/minima.hpp>

#include "support/answers.hpp"
#include "support/catch.hpp"
#include "support/sketch.hpp"

using namespace maillage;
using test::find;
using test::sketch;
using test::value;

namespace {

constexpr auto durations = R"(
    public a
    company b
    association c
    alliance p1 2015-01-01..2015-07-01: a b
    alliance p2 2015-01-01..2017-01-01: b c
    alliance p3 2018-01-01 seen 2019-12-01: a c
    alliance p4 2018-01-01: a b c
    as_of 2019-12-31
)";

constexpr auto ends = R"(
    public a
    company b
    association c
    citizen d
    academic e
    alliance q1 2018-01-01..2019-01-01: a b
    alliance q2 2019-06-01: a b c
    alliance q3 2018-01-01..2019-03-01: c d
    alliance q4 2018-01-01..2020-02-01: d e
    as_of 2020-06-30
)";

constexpr auto meetings = R"(
    public a
    company b
    association c closed 2022-03-01
    citizen d
    academic e
    public x
    company y
    meeting m0 2020-01-10: x y
    meeting m1 2021-03-01: a b c
    meeting m2 2021-06-01: a d
    meeting m3 2021-08-01: d e
    alliance p 2021-09-01: a b
    alliance q 2021-01-01: d e
    as_of 2023-12-31
)";

metrics::Request year(int year) {
    metrics::Request request;
    request.from = base::day_of(year, 1, 1);
    request.to = base::day_of(year, 12, 31);
    return request;
}

std::string by(const char* months) {
    return std::string("horizon_months=") + months;
}

}  // namespace

TEST_CASE("alliances that still run count until the date of the data") {
    const auto values = metrics::compute(sketch(durations), {});
    const auto* one_year = find(values, "emergence_survival", by("12"));
    CHECK(*one_year->value == Approx(3.0 / 4));
    CHECK(*one_year->range_low == Approx(1.0 / 2));
    CHECK(*one_year->range_high == Approx(3.0 / 4));
    CHECK(one_year->n == 3);
    CHECK(one_year->n_effective == 2);
    CHECK(value(values, "emergence_survival", "measure=silent_ended;" + by("12")) == Approx(0.5));
    CHECK(find(values, "emergence_survival", by("24"))->n == 1);
    CHECK(value(values, "emergence_survival", by("36")) == 0.0);
    CHECK_FALSE(find(values, "emergence_survival", by("36"))->ci_low.has_value());
    CHECK(*value(values, "emergence_survival", "measure=median") == Approx(731 / 30.4375));
    CHECK(*value(values, "emergence_rmst", by("12")) == Approx(319.1875 / 30.4375));
    CHECK(value(values, "emergence_survival", "measure=relations") == 4);
}

TEST_CASE("alliances end, are renewed, and their pairs stay") {
    const auto data = sketch(ends);
    const auto* renewed_row = "emergence_renewal";
    const auto all = metrics::compute(data, {});
    const auto* renewal = find(all, renewed_row);
    CHECK(*renewal->value == Approx(1.0 / 2));
    CHECK(*renewal->range_low == Approx(1.0 / 3));
    CHECK(*renewal->range_high == Approx(1.0 / 2));
    // Wilson limits of 1 of 2, symmetric around one half.
    CHECK(*renewal->ci_low + *renewal->ci_high == Approx(1));
    const auto in_2019 = metrics::compute(data, year(2019));
    CHECK(*value(in_2019, "emergence_churn") == Approx(2.0 / 3));
    const auto* stay = find(in_2019, "emergence_jaccard");
    CHECK(*stay->value == Approx(2.0 / 5));
    CHECK(*stay->range_low == Approx(1.0 / 3));
    CHECK(stay->nature == metrics::FigureNature::estimated);
    CHECK(find(all, "emergence_churn")->reason == "zero_total");
    CHECK(find(metrics::compute(data, year(2020)), renewed_row)->reason == "beyond_follow_up");
    CHECK(find(metrics::compute(data, year(2021)), "emergence_churn")->reason ==
          "beyond_follow_up");
}

TEST_CASE("pairs that met are followed to their alliance, a departure or the date of the data") {
    const auto values = metrics::compute(sketch(meetings), {});
    constexpr auto id = "emergence_conversion";
    CHECK(value(values, id, by("6")) == 0.0);
    const auto* one_year = find(values, id, by("12"));
    CHECK(*one_year->value == Approx(1.0 / 4));
    CHECK(*value(values, id, "measure=exit;" + by("12")) == Approx(1.0 / 2));
    // Left out, a, b and c each move the share by 1/4 and d by 1/12; the squares of the influences
    // of the pairs, 3/16 and three times 1/16, go out: sqrt(3/16 + 1/144 - 12/256) on the scale
    // log(-log) of 3/4.
    CHECK(*one_year->ci_low == Approx(0.008740).epsilon(1e-4));
    CHECK(*one_year->ci_high == Approx(0.999920).epsilon(1e-6));
    CHECK(find(values, id, by("24"))->n == 1);
    CHECK(find(values, id, by("36"))->reason == "beyond_follow_up");
    CHECK(value(values, id, "measure=pairs") == 4);
    CHECK(value(values, id, "measure=confirmed") == 1);
    CHECK(value(values, id, "measure=washed_out") == 1);
}

TEST_CASE("a report withdraws what rests on too few units, and details keep it") {
    const auto values = metrics::compute(sketch(meetings), {});
    constexpr auto id = "emergence_conversion";
    const auto shown = metrics::with_minima(values, metrics::Detail::summary);
    const auto* row = find(shown, id, by("12"));
    CHECK(row->status == metrics::Status::too_few);
    CHECK(row->reason == "below_minimum");
    CHECK_FALSE(row->value.has_value());
    CHECK_FALSE(row->ci_low.has_value());
    CHECK(row->n_effective == 1);
    // Counts have no minimum; what is undefined stays so, for its own reason.
    CHECK(value(shown, id, "measure=pairs") == 4);
    CHECK(find(shown, id, by("36"))->reason == "beyond_follow_up");
    const auto detailed = metrics::with_minima(values, metrics::Detail::rows);
    CHECK(find(detailed, id, by("12"))->status == metrics::Status::too_few);
    CHECK(value(detailed, id, by("12")) == Approx(1.0 / 4));
}

TEST_CASE("pairs with an ally in common are followed until they ally") {
    const auto data = sketch(R"(
        public a
        company b
        public c
        citizen d closed 2022-01-01
        public e
        company f
        citizen g
        alliance p 2020-01-01: a b
        alliance q 2020-07-01: b c
        alliance r 2020-10-01: a c
        alliance s 2021-01-01: c d
        alliance t 2020-01-01: e f g
        as_of 2022-12-31
    )");
    const auto values = metrics::compute(data, {});
    const char* id = "emergence_closure_cif";
    CHECK(value(values, id, "measure=pairs") == 3);
    CHECK(*value(values, id, by("6")) == Approx(1.0 / 3));
    CHECK(*value(values, id, by("12")) == Approx(1.0 / 3));
    CHECK(*value(values, id, "measure=exit;" + by("12")) == Approx(2.0 / 3));
    CHECK(value(values, id, "measure=same_kind;" + by("6")) == 1.0);
    CHECK(value(values, id, "measure=cross_kind;" + by("6")) == 0.0);
    CHECK(find(values, id, by("6"))->n_effective == 1);
    CHECK(find(values, id, by("6"))->n == 2);
    metrics::Request late;
    late.observed_from = base::day_of(2021, 1, 1);
    // The first pair opened and closed before anything was observed.
    CHECK(value(metrics::compute(data, late), id, "measure=pairs") == 2);
}

TEST_CASE("alliances that never ran together open no pair") {
    const auto data = sketch(R"(
        public a
        company b
        public c
        alliance p 2018-01-01..2019-01-01: a b
        alliance q 2020-07-01: b c
        as_of 2022-12-31
    )");
    const auto values = metrics::compute(data, {});
    CHECK(value(values, "emergence_closure_cif", "measure=pairs") == 0);
    CHECK(find(values, "emergence_closure_cif", by("6"))->reason == "no_pair_at_risk");
}
