// Roles between actors: what composition alone gives, drawn or enumerated, and spheres.

#include <algorithm>
#include <array>
#include <cmath>

#include <maillage/metrics/run.hpp>

#include "support/answers.hpp"
#include "support/catch.hpp"
#include "support/sketch.hpp"

using namespace maillage;
using test::find;
using test::value;

namespace {

constexpr const char* id = "emergence_brokerage_roles";
constexpr std::array<const char*, 4> roles{"coordinator", "itinerant", "gatekeeper_representative",
                                           "liaison"};

/// Fourteen actors on a ring with chords: 0 - 1 - ... - 13 - 0, and i - i + 5 for even i.
constexpr int actors = 14;
bool tied(int a, int b) {
    const int apart = (b - a + actors) % actors;
    return apart == 1 || apart == actors - 1 || (apart == 5 && a % 2 == 0) ||
           (apart == actors - 5 && b % 2 == 0);
}

std::string ring(const std::vector<int>& kinds) {
    constexpr std::array words{"public", "company", "citizen"};
    std::string text = "territory T\nas_of 2021-12-31\n";
    for (int a = 0; a < actors; ++a)
        text += std::string(words[kinds[a]]) + " a" + std::to_string(a) + " /T\n";
    for (int a = 0; a < actors; ++a)
        for (int b = a + 1; b < actors; ++b)
            if (tied(a, b))
                text += "alliance p" + std::to_string(a) + "-" + std::to_string(b) +
                        " 2021-02-01.. /T: a" + std::to_string(a) + " a" + std::to_string(b) + "\n";
    return text;
}

std::array<double, 4> counted(const std::vector<int>& kinds) {
    std::array<double, 4> found{};
    for (int middle = 0; middle < actors; ++middle)
        for (int a = 0; a < actors; ++a)
            for (int b = a + 1; b < actors; ++b) {
                if (!tied(a, middle) || !tied(b, middle) || tied(a, b)) continue;
                const bool first = kinds[a] == kinds[middle], second = kinds[b] == kinds[middle];
                if (first && second) ++found[0];
                if (!first && !second && kinds[a] == kinds[b]) ++found[1];
                if (first != second) ++found[2];
                if (!first && !second && kinds[a] != kinds[b]) ++found[3];
            }
    return found;
}

metrics::Values computed(const std::string& text, std::uint32_t replicates) {
    metrics::Request request;
    request.metrics = {id, "brokerage_sphere_liaison"};
    request.detail = metrics::Detail::rows;
    request.replicates = replicates;
    return metrics::compute(test::sketch(text), request);
}

const metrics::Estimate& composition(const metrics::Values& values, const char* role) {
    const auto* row = find(values, id, std::string("measure=") + role + "_composition");
    REQUIRE(row != nullptr);
    return *row;
}

}  // namespace

TEST_CASE("composition of roles: every labelling, or draws that come near", "[metrics]") {
    // 14! / (5! 5! 4!) = 252,252 labellings: seen one by one at 300 draws, too many at 200.
    std::vector<int> kinds{0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2};
    const auto observed = counted(kinds);
    const auto all = computed(ring(kinds), 300), drawn = computed(ring(kinds), 200);
    std::array<double, 4> sums{}, squares{};
    double labellings = 0;
    do {
        const auto found = counted(kinds);
        for (std::size_t r = 0; r < 4; ++r) {
            sums[r] += found[r];
            squares[r] += found[r] * found[r];
        }
        ++labellings;
    } while (std::ranges::next_permutation(kinds).found);
    CHECK(labellings == 252252);
    for (std::size_t r = 0; r < 4; ++r) {
        INFO(roles[r]);
        const double mean = sums[r] / labellings;
        const double sd = std::sqrt(squares[r] / labellings - mean * mean);
        const auto& exact = composition(all, roles[r]);
        CHECK(*exact.value == observed[r]);
        CHECK(*exact.null_mean == Approx(mean).epsilon(1e-10));
        CHECK(*exact.null_sd == Approx(sd).epsilon(1e-10));
        CHECK(*exact.z == Approx((observed[r] - mean) / sd).epsilon(1e-10));
        CHECK(exact.null_model == "null_kind_permutation");
        // The mean is exact in any case; the spread of 200 draws within five standard errors.
        const auto& near = composition(drawn, roles[r]);
        CHECK(*near.null_mean == Approx(mean).epsilon(1e-10));
        CHECK(*near.null_sd != *exact.null_sd);
        CHECK(std::abs(*near.null_sd - sd) < 5 * sd / std::sqrt(2.0 * 200));
    }
}

TEST_CASE("composition of roles without draws: the mean alone", "[metrics]") {
    const auto values = computed(ring({0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2}), 0);
    const auto& row = composition(values, "liaison");
    CHECK(row.null_mean.has_value());
    CHECK_FALSE(row.null_sd.has_value());
    CHECK_FALSE(row.z.has_value());
    CHECK(row.null_model == "null_kind_permutation_exact");
}

TEST_CASE("composition of roles: too many paths for so many draws, which is said", "[metrics]") {
    // 780 open paths, 137 billion labellings.
    std::string star = "territory T\nas_of 2021-12-31\npublic town /T\n", alliances;
    for (int leaf = 0; leaf < 40; ++leaf) {
        const std::string name = "leaf" + std::to_string(leaf);
        star += (leaf % 2 == 0 ? "company " : "citizen ") + name + " /T\n";
        alliances += "alliance p" + name + " 2021-02-01.. /T: town " + name + "\n";
    }
    const auto values = computed(star + alliances, 1'000'000);
    CHECK(value(values, id) == 780);
    CHECK_FALSE(composition(values, "liaison").null_sd.has_value());
    CHECK(std::ranges::any_of(values.notes, [](const auto& note) { return note.code == "M465"; }));
}

TEST_CASE("roles between spheres, and the sphere that has the middle", "[metrics]") {
    // An elected body and a citizen have a firm in common; the firm and a club, the elected body.
    const auto values = computed(
        "territory T\nas_of 2021-12-31\npublic town /T\ncitizen jo /T\ncompany firm /T\n"
        "association club /T\n"
        "alliance p 2021-02-01.. /T: town firm\nalliance q 2021-02-01.. /T: firm jo\n"
        "alliance r 2021-02-01.. /T: town club\n",
        0);
    const auto of = [&](const std::string& key) { return value(values, id, key); };
    CHECK(value(values, id) == 2);
    CHECK(of("measure=liaison_by_sphere") == 1);
    CHECK(of("measure=liaison_by_sphere;sphere=organisation") == 1);
    CHECK(of("measure=liaison_by_sphere;sphere=political") == 0);
    CHECK(value(values, "brokerage_sphere_liaison") == 1);
    // The club and the firm are of two kinds and of one sphere.
    CHECK(of("measure=liaison") == 2);
    CHECK(of("measure=itinerant_by_sphere") == 1);
    CHECK(of("measure=itinerant_by_sphere;sphere=political") == 1);
    CHECK(of("measure=coordinator_by_sphere") == 0);
}
