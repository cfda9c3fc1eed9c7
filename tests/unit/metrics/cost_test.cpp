#include <algorithm>

#include <maillage/metrics/cost.hpp>
#include <maillage/metrics/metric.hpp>

#include "support/catch.hpp"
#include "support/sketch.hpp"

using namespace maillage;

TEST_CASE("every entry that is not linear says how its time grows") {
    std::size_t found = 0;
    for (const metrics::Entry* entry : metrics::catalogue()) {
        if (entry->cost == metrics::Cost::linear) continue;
        INFO(entry->metrics.front().id);
        CHECK(std::ranges::count(metrics::growths(), entry->metrics.front().id,
                                 &metrics::Growth::metric) == 1);
        ++found;
    }
    CHECK(found == metrics::growths().size());
}

TEST_CASE("time is foreseen from actors and pairs") {
    // Three alliances: pairs 1 + 3 + 1, counted once for each.
    const auto data = test::sketch(R"(
        public a
        public b
        public c
        public d
        public e
        alliance p1 2021-01-01: a b
        alliance p2 2021-01-01: b c d
        alliance p3 2021-01-01: d e)");
    metrics::Request request;
    request.metrics = {"fragility_distance_fragmentation", "emergence_density"};
    const auto figures = metrics::long_figures(data, request, 0);
    REQUIRE(figures.size() == 1);
    CHECK(figures[0].actors == 5);
    CHECK(figures[0].pairs == 5);
    CHECK(figures[0].seconds == Approx(25 * 1.2e-9));
    CHECK(metrics::long_figures(data, request, 1).empty());
    request.metrics.clear();
    CHECK(metrics::long_figures(data, request, 0).empty());
}
