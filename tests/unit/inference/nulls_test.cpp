#include <cmath>
#include <numeric>

#include <maillage/inference/nulls.hpp>

#include "support/catch.hpp"

using namespace maillage::inference;

TEST_CASE("a figure beside its draws: mean, spread, z, p, points", "[inference]") {
    // Draws 1 to 99, observed 97: three draws as far above.
    std::vector<double> draws(99);
    std::iota(draws.begin(), draws.end(), 1.0);
    const NullSummary found = summary(97, draws);
    CHECK(found.draws == 99);
    CHECK(found.mean == 50);
    CHECK(found.sd == Approx(std::sqrt(99.0 * 100 / 12)));
    CHECK(found.z.value() == Approx(47 / std::sqrt(825.0)));
    CHECK(found.p == Approx(2 * 4.0 / 100));
    CHECK(found.monte_carlo_error == Approx(std::sqrt(0.08 * 0.92 / 99)));
    CHECK(found.low == 3);
    CHECK(found.high == 97);
    CHECK(summary(50, draws).p == 1);
    CHECK(summary(-5, draws).p == Approx(0.02));
}

TEST_CASE("draws that are all alike have no z, and p 1 when they equal the figure", "[inference]") {
    const double third = 0.1 + 0.2;
    const NullSummary same = summary(0.3, {third, third, third, third});
    CHECK_FALSE(same.z.has_value());
    CHECK(same.sd == 0);
    CHECK(same.p == 1);
    CHECK(summary(1, {third, third, third, third}).p == Approx(2.0 / 5));
    CHECK(summary(2, {1}).low == 1);
}

TEST_CASE("999 draws: 24 lie below the low point and 24 above the high one", "[inference]") {
    std::vector<double> draws(999);
    std::iota(draws.begin(), draws.end(), 1.0);
    CHECK(summary(0, draws).low == 25);
    CHECK(summary(0, draws).high == 975);
}

TEST_CASE("the verdict compares with the range, unless the range fills what is possible",
          "[inference]") {
    CHECK(verdict(9, 4, 8, 0, 9) == Verdict::more);
    CHECK(verdict(8, 4, 8, 0, 9) == Verdict::cannot_say);
    CHECK(verdict(3, 4, 8, 0, 9) == Verdict::less);
    CHECK(verdict(5, 1, 5, 0, 5) == Verdict::too_few);
    CHECK(verdict(0.3, 0.1 + 0.2, 0.4, 0, 1) == Verdict::cannot_say);
}
