#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <numeric>
#include <vector>

#include <maillage/base/random.hpp>

#include "support/catch.hpp"

using namespace maillage::base;

TEST_CASE("Philox gives the known answers of its authors") {
    using Block = std::array<std::uint32_t, 4>;
    constexpr std::uint32_t ones = 0xffffffffU;
    CHECK(philox({0, 0, 0, 0}, {0, 0}) ==
          Block{0x6627e8d5U, 0xe169c58dU, 0xbc57ac4cU, 0x9b00dbd8U});
    CHECK(philox({ones, ones, ones, ones}, {ones, ones}) ==
          Block{0x408f276dU, 0x41c83b0eU, 0xa20bc7c6U, 0x6d5451fdU});
}

TEST_CASE("a stream depends on its seed, its purpose and its replicate, and on nothing else") {
    const auto first = [](RandomStream stream) { return stream.next(); };
    const auto value = first({1, "layout", 0});
    CHECK(value == first({1, "layout", 0}));
    CHECK(value != first({2, "layout", 0}));
    CHECK(value != first({1, "layouts", 0}));
    CHECK(value != first({1, "layout", 1}));
}

TEST_CASE("below stays below, and every value comes up about as often") {
    RandomStream stream(7, "test");
    std::array<int, 6> seen{};
    for (int i = 0; i < 60'000; ++i) ++seen[stream.below(6)];
    // Standard deviation of each count: 91. Five of them on either side.
    for (const int count : seen) CHECK(std::abs(count - 10'000) < 456);
    CHECK(stream.below(1) == 0);
}

TEST_CASE("uniform stays between 0 and 1 and has its mean in the middle") {
    RandomStream stream(7, "test");
    double sum = 0;
    for (int i = 0; i < 100'000; ++i) {
        const double value = stream.uniform();
        REQUIRE((value >= 0 && value < 1));
        sum += value;
    }
    CHECK(sum / 100'000 == Approx(0.5).margin(5 * 0.2887 / 316.2));
}

TEST_CASE("shuffle keeps what there is") {
    RandomStream stream(7, "test");
    std::vector<int> cards(52);
    std::iota(cards.begin(), cards.end(), 0);
    auto shuffled = cards;
    stream.shuffle(shuffled);
    CHECK(shuffled != cards);
    std::sort(shuffled.begin(), shuffled.end());
    CHECK(shuffled == cards);
}
