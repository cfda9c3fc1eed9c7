#include <maillage/inference/benjamini_hochberg.hpp>

#include "support/catch.hpp"

using maillage::inference::benjamini_hochberg;

namespace {

void check(const std::vector<double>& p, const std::vector<double>& expected) {
    const auto adjusted = benjamini_hochberg(p);
    REQUIRE(adjusted.size() == expected.size());
    for (std::size_t i = 0; i < p.size(); ++i) CHECK(adjusted[i] == Approx(expected[i]));
}

}  // namespace

TEST_CASE("a smaller p is never adjusted above a larger one", "[inference]") {
    // 0.04, 0.04, 0.04, 0.5: shared/oracle/closed_forms.md.
    check({0.01, 0.02, 0.03, 0.5}, {0.04, 0.04, 0.04, 0.5});
    // Sorted, 5 p / rank: 0.05, 0.075, 0.0667, 0.0625, 0.2; the third and the second come down.
    check({0.01, 0.04, 0.03, 0.05, 0.2}, {0.05, 0.0625, 0.0625, 0.0625, 0.2});
}

TEST_CASE("adjusted p stand in the order given, and are equal for equal p", "[inference]") {
    // Sorted 0.01, 0.02, 0.02, 0.8: times 4 over rank 0.04, 0.04, 0.02667, 0.8.
    check({0.02, 0.8, 0.01, 0.02}, {0.08 / 3, 0.8, 0.08 / 3, 0.08 / 3});
    check({0.3, 0.3, 0.3}, {0.3, 0.3, 0.3});
}

TEST_CASE("a family of one keeps its p, none exceeds 1, and none gives none", "[inference]") {
    check({0.04}, {0.04});
    check({1, 0.9}, {1, 1});
    check({}, {});
}

TEST_CASE("the example of Benjamini and Hochberg: four of fifteen at 5 %", "[inference]") {
    const std::vector<double> p{0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344,
                                0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000};
    const auto adjusted = benjamini_hochberg(p);
    for (std::size_t i = 0; i < p.size(); ++i) CHECK((adjusted[i] <= 0.05) == (i < 4));
    CHECK(adjusted[3] == Approx(0.0095 * 15 / 4));
}
