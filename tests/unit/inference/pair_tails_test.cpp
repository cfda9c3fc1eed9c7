#include <cmath>

#include <maillage/inference/curveball.hpp>
#include <maillage/inference/pair_tails.hpp>

#include "support/catch.hpp"

using namespace maillage;
using graph::Incidence;
using inference::PairTails;

namespace {

Incidence incidence(const std::vector<std::vector<graph::Vertex>>& rows, std::size_t vertices) {
    Incidence::Builder builder(vertices);
    for (const auto& row : rows) {
        for (const graph::Vertex v : row) builder.push(v);
        builder.close_row();
    }
    return std::move(builder).finish();
}

/// Fixture B of the oracle: P1 P2 E1 E2 A1 A2 A3 C1 at five meetings.
Incidence fixture_b() {
    return incidence({{0, 2, 4}, {0, 3, 4, 5}, {1, 3, 6}, {1, 6, 7}, {0}}, 8);
}

PairTails::Tail tail_of(const PairTails& seen, graph::Vertex a, graph::Vertex b) {
    for (const auto& tail : seen.tails())
        if (tail.a == a && tail.b == b) return tail;
    FAIL("no such pair");
    return {};
}

}  // namespace

TEST_CASE("pairs beside draws: how many share as much, their mean and spread", "[inference]") {
    PairTails seen(incidence({{0, 1}, {0, 1, 2}, {3}}, 4));
    // 0 and 1 share 2 relations; in the draws 2, 0 and 1. 0 and 2 share 1; in the draws 1, 0, 1.
    seen.see(incidence({{0, 1}, {0, 1, 2}, {3}}, 4));
    seen.see(incidence({{0, 3}, {0}, {1, 2}}, 4));
    seen.see(incidence({{0, 1}, {0, 2, 3}, {1}}, 4));
    REQUIRE(seen.tails().size() == 3);
    const auto both = tail_of(seen, 0, 1);
    CHECK(both.shared == 2);
    CHECK(both.mean == Approx(1));
    CHECK(both.sd == Approx(1));
    CHECK(both.p == Approx(2.0 / 4));
    const auto once = tail_of(seen, 0, 2);
    CHECK(once.mean == Approx(2.0 / 3));
    CHECK(once.sd == Approx(std::sqrt(1.0 / 3)));
    CHECK(once.p == Approx(3.0 / 4));
}

TEST_CASE("a pair whose margins leave no choice has p 1 and no spread", "[inference]") {
    const Incidence observed = incidence({{0, 1}, {0, 1}, {0, 1, 2}}, 3);
    const inference::Draws draws(observed, {}, 99, 1, "test", 1);
    PairTails seen(observed);
    draws.for_each_table([&](std::size_t, const Incidence& drawn) { seen.see(drawn); }, 1);
    CHECK(tail_of(seen, 0, 1).p == 1);
    CHECK(tail_of(seen, 0, 1).sd == 0);
}

TEST_CASE("fixture B: pairs beside the 47,472 tables of the same margins", "[inference][oracle]") {
    // oracle/fixture_b, by enumeration: A3|P2, A1|P1, C1|P2, E2|P1.
    struct Exact {
        graph::Vertex a, b;
        std::uint32_t shared;
        double mean, p;
    };
    const std::size_t count = 10000;
    const inference::Draws draws(fixture_b(), {}, count, 1, "test", 2);
    PairTails seen(fixture_b());
    draws.for_each_table([&](std::size_t, const Incidence& drawn) { seen.see(drawn); }, 2);
    CHECK(seen.tails().size() == 13);
    for (const Exact& exact : {Exact{1, 6, 2, 0.7158746208291203, 0.07191607684529829},
                               Exact{0, 4, 2, 1.1388397371081902, 0.25575075834175937},
                               Exact{1, 7, 1, 0.33645096056622853, 0.33645096056622853},
                               Exact{0, 3, 1, 1.1388397371081902, 0.8830889787664308}}) {
        const auto tail = tail_of(seen, exact.a, exact.b);
        CHECK(tail.shared == exact.shared);
        CHECK(std::abs(tail.p - exact.p) < 4 * std::sqrt(exact.p * (1 - exact.p) / double(count)));
        CHECK(std::abs(tail.mean - exact.mean) < 4 * tail.sd / std::sqrt(double(count)));
    }
}
