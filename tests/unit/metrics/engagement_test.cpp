// People engaged: values by hand.

#include <maillage/metrics/run.hpp>

#include "support/answers.hpp"
#include "support/catch.hpp"
#include "support/sketch.hpp"

using namespace maillage;
using test::value;

TEST_CASE("engagement: people per actor and year, and how many return") {
    const auto data = test::sketch(
        "association club\nacademic school\n"
        "engagement club 2020 inside people 10 common_good\n"
        "engagement club 2021 inside people 9 returning 7 fulfilment\n"
        "engagement club 2021 outside people 5 returning 0 hours 20\n"
        "engagement school 2021 awareness people 6\nas_of 2021-12-31\n");
    metrics::Request request;
    request.from = *base::day_of(2020, 1, 1);
    const auto values = metrics::compute(data, request);
    const auto of = [&](const char* key) { return value(values, "engagement_participation", key); };
    CHECK(of("") == Approx(30 / 3.0));
    CHECK(of("measure=hours") == 20);
    CHECK(of("mode=inside") == Approx(19 / 2.0));
    CHECK(of("mode=outside") == 5);
    CHECK(of("measure=hours;mode=outside") == 20);
    CHECK(of("measure=common_good") == Approx(10 / 19.0));
    CHECK(of("measure=fulfilment") == Approx(9 / 19.0));
    CHECK(of("measure=returning") == Approx(0.5));
    CHECK(of("year=2021") == 10);
    CHECK(of("measure=change;year=2021") == 4);  // of the club, the only one noted twice
}

TEST_CASE("engagement: the change of the first year of a window looks before it") {
    const auto data = test::sketch(
        "association club\nengagement club 2020 inside people 10\n"
        "engagement club 2021 inside people 4\nas_of 2021-12-31\n");
    metrics::Request request;
    request.from = *base::day_of(2021, 1, 1);
    const auto values = metrics::compute(data, request);
    CHECK(value(values, "engagement_participation") == 4);
    CHECK(value(values, "engagement_participation", "measure=change;year=2021") == -6);
}
