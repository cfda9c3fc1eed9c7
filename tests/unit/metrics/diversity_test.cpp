#include <cmath>

#include <maillage/metrics/diversity.hpp>

#include "support/catch.hpp"

using maillage::metrics::diversity_of;

using Counts = std::vector<std::int64_t>;

TEST_CASE("diversity of four kinds, by exact fractions") {
    const auto d = diversity_of(Counts{4, 0, 3, 2, 1}, 4);
    REQUIRE(d.has_value());
    CHECK(d->blau == Approx(7.0 / 10).epsilon(1e-14));
    CHECK(d->blau_unbiased.value() == Approx(7.0 / 9).epsilon(1e-14));
    CHECK(d->iqv.value() == Approx(14.0 / 15).epsilon(1e-14));
    CHECK(d->hill2 == Approx(10.0 / 3).epsilon(1e-14));
    const double h =
        -(0.4 * std::log(0.4) + 0.3 * std::log(0.3) + 0.2 * std::log(0.2) + 0.1 * std::log(0.1));
    CHECK(d->shannon == Approx(h).epsilon(1e-14));
    CHECK(d->hill1 == Approx(std::exp(h)).epsilon(1e-14));
    CHECK(d->evenness.value() == Approx(h / std::log(4.0)).epsilon(1e-14));
}

TEST_CASE("equal shares count as many worlds as there are kinds") {
    const auto d = diversity_of(Counts{5, 5, 5}, 3);
    CHECK(d->hill1 == Approx(3));
    CHECK(d->hill2 == Approx(3));
    CHECK(d->evenness.value() == Approx(1));
    CHECK(d->iqv.value() == Approx(1));
}

TEST_CASE("one kind is one world exactly, and has no evenness") {
    const auto d = diversity_of(Counts{0, 16601}, 1);
    CHECK(d->blau == 0.0);
    CHECK(d->hill1 == 1.0);
    CHECK(d->hill2 == 1.0);
    CHECK_FALSE(d->iqv.has_value());
    CHECK_FALSE(d->evenness.has_value());
    CHECK_FALSE(diversity_of(Counts{1}, 1)->blau_unbiased.has_value());
}

TEST_CASE("nobody has no diversity") {
    CHECK_FALSE(diversity_of(Counts{0, 0}, 0).has_value());
}
