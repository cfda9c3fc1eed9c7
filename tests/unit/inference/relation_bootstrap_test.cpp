#include <algorithm>
#include <numeric>

#include <maillage/base/random.hpp>
#include <maillage/inference/relation_bootstrap.hpp>

#include "support/catch.hpp"

using namespace maillage;
using inference::Interval;

namespace {

/// Limits of the mean of some values.
std::vector<Interval> limits_of_mean(const std::vector<double>& values,
                                     const std::vector<std::uint32_t>& blocks,
                                     std::uint64_t seed = 1) {
    return inference::relation_limits(
        blocks, 1,
        [&](std::span<const std::uint32_t> drawn, std::span<double> figures) {
            REQUIRE(drawn.size() == values.size());
            double sum = 0;
            for (const std::uint32_t i : drawn) sum += values[i];
            figures[0] = sum / static_cast<double>(drawn.size());
        },
        999, seed, "test");
}

}  // namespace

TEST_CASE("a percentile is the least value that a share does not exceed") {
    std::vector<double> values(1000);
    std::iota(values.begin(), values.end(), 1.0);
    CHECK(inference::percentile(values, 0.025) == 25);
    CHECK(inference::percentile(values, 0.975) == 975);
    CHECK(inference::percentile(std::vector<double>{4}, 0.025) == 4);
}

TEST_CASE("no limits under eight relations") {
    CHECK(limits_of_mean(std::vector<double>(7, 1), std::vector<std::uint32_t>(7, 0)).empty());
    CHECK(limits_of_mean(std::vector<double>(8, 1), std::vector<std::uint32_t>(8, 0)).size() == 1);
}

TEST_CASE("relations are drawn inside their block") {
    // What lies between blocks does not move: each block holds one value only.
    std::vector<double> values;
    std::vector<std::uint32_t> blocks;
    for (std::uint32_t i = 0; i < 40; ++i) {
        blocks.push_back(i % 3);
        values.push_back(blocks.back());
    }
    const auto limits = limits_of_mean(values, blocks);
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / 40;
    CHECK(limits[0].low == Approx(mean));
    CHECK(limits[0].high == Approx(mean));
}

TEST_CASE("limits of a mean are as wide as theory says") {
    // 100 zeros and ones, half each: 0.5 -+ 1.96 * 0.05. An end of 999 draws errs by 0.004 or so.
    std::vector<double> values(100);
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = i % 2 == 0 ? 1 : 0;
    const auto limits = limits_of_mean(values, std::vector<std::uint32_t>(100, 0));
    CHECK(limits[0].low == Approx(0.402).margin(0.02));
    CHECK(limits[0].high == Approx(0.598).margin(0.02));
}

TEST_CASE("95 limits in 100 hold the mean they estimate", "[slow]") {
    int held = 0;
    constexpr int worlds = 2'000;
    for (int world = 0; world < worlds; ++world) {
        base::RandomStream random(5, "worlds", static_cast<std::uint64_t>(world));
        std::vector<double> values(60);
        for (double& value : values) value = random.uniform();
        const auto limits = limits_of_mean(values, std::vector<std::uint32_t>(60, 0),
                                           static_cast<std::uint64_t>(world));
        held += limits[0].low <= 0.5 && 0.5 <= limits[0].high ? 1 : 0;
    }
    CHECK(held > 0.93 * worlds);
    CHECK(held < 0.97 * worlds);
}
