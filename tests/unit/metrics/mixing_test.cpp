#include <cmath>

#include <maillage/inference/nulls.hpp>
#include <maillage/metrics/mixing.hpp>
#include <maillage/metrics/run.hpp>

#include "support/answers.hpp"
#include "support/catch.hpp"
#include "support/sketch.hpp"

using namespace maillage;
using graph::Pair;
using metrics::assortativity;
using model::Kind;
using test::find;

namespace {

metrics::Mixing mixing(std::size_t vertices, const std::vector<Pair>& pairs,
                       const std::vector<Kind>& kinds) {
    return metrics::mixing_of(graph::CompressedGraph(vertices, pairs), kinds);
}

constexpr Kind town = Kind::public_body, firm = Kind::company;

/// Every actor of one side tied to every actor of the other.
metrics::Mixing bipartite(std::uint32_t a, std::uint32_t b) {
    std::vector<Pair> pairs;
    for (std::uint32_t i = 0; i < a; ++i)
        for (std::uint32_t j = 0; j < b; ++j) pairs.emplace_back(i, a + j);
    std::vector<Kind> kinds(a, town);
    kinds.resize(a + b, firm);
    return mixing(a + b, pairs, kinds);
}

}  // namespace

TEST_CASE("a star across kinds, and two sides tied throughout: r is -1", "[metrics]") {
    for (std::uint32_t leaves = 2; leaves < 12; ++leaves)
        CHECK(assortativity(bipartite(1, leaves)).value() == Approx(-1));
    for (std::uint32_t a = 2; a < 6; ++a)
        for (std::uint32_t b = 2; b < 6; ++b)
            CHECK(assortativity(bipartite(a, b)).value() == Approx(-1));
}

TEST_CASE("each kind among its own: r is 1, and one pair less does not change it", "[metrics]") {
    const auto apart =
        mixing(6, {{0, 1}, {1, 2}, {3, 4}, {4, 5}}, {town, town, town, firm, firm, firm});
    CHECK(assortativity(apart).value() == Approx(1));
    CHECK(metrics::jackknife_of_assortativity(apart).value() == Approx(0).margin(1e-12));
}

TEST_CASE("no r without pairs or with ends of one kind, no jackknife if a pair less undoes it",
          "[metrics]") {
    CHECK_FALSE(assortativity(mixing(2, {}, {town, firm})).has_value());
    CHECK_FALSE(assortativity(mixing(3, {{0, 1}}, {town, town, firm})).has_value());
    const auto fragile = mixing(4, {{0, 1}, {0, 2}}, {town, town, firm, firm});
    CHECK(assortativity(fragile).has_value());
    CHECK_FALSE(metrics::jackknife_of_assortativity(fragile).has_value());
}

TEST_CASE("three pairs by hand: r and what each of them changes", "[metrics]") {
    // Pairs town-town, town-firm, firm-firm: half the ends each. r = (2/3 - 1/2) / (1/2) = 1/3.
    const auto three = mixing(6, {{0, 1}, {2, 3}, {4, 5}}, {town, town, town, firm, firm, firm});
    CHECK(assortativity(three).value() == Approx(1.0 / 3));
    // Without the pair inside a kind: one of two inside, ends 1 and 3 of 4: (1/2 - 5/8) / (3/8) =
    // -1/3. Without the pair across: 1.
    CHECK(metrics::jackknife_of_assortativity(three).value() == Approx(std::sqrt(3 * 4.0 / 9)));
}

TEST_CASE("beside every table seen once, p and spread are exact", "[inference]") {
    const auto all = inference::summary_of_all(3, {1, 2, 3, 4});
    CHECK(all.mean == Approx(2.5));
    CHECK(all.sd == Approx(std::sqrt(1.25)));
    CHECK(all.p == Approx(1));  // two of four as high
    CHECK(all.monte_carlo_error == 0);
    CHECK(inference::summary_of_all(4, {1, 2, 3, 4}).p == Approx(0.5));
}

TEST_CASE("kinds that ally among themselves stand out, judged together", "[metrics]") {
    // Twelve towns and twelve firms; each allies with the next of its own kind, in rings.
    std::string actors, alliances;
    for (const std::string kind : {"public", "company"})
        for (int i = 0; i < 12; ++i) {
            const std::string self = kind.substr(0, 1) + std::to_string(i);
            const std::string next = kind.substr(0, 1) + std::to_string((i + 1) % 12);
            actors += kind + " " + self + "\n";
            alliances += "alliance " + self + "x 2020-01-01: " + self + " " + next + "\n";
        }
    const auto data = test::sketch(actors + alliances);
    metrics::Request request;
    request.detail = metrics::Detail::rows;
    const auto values = metrics::compute(data, request);
    const auto* across = find(values, "emergence_kind_mixing", "kinds=company|public");
    CHECK(across->value == 0);
    CHECK(across->nature == metrics::FigureNature::compared);
    CHECK(across->null_model == "curveball");
    CHECK(across->p == Approx(0.002));
    // Three pairs of kinds, all of them at the least p: none is made larger.
    CHECK(across->adjusted_p == Approx(0.002));
    CHECK(test::value(values, "emergence_kind_mixing", "measure=adjusted_p;kinds=company|public") ==
          Approx(0.002));
    const auto* r = find(values, "emergence_assortativity");
    CHECK(r->value == Approx(1));
    CHECK(r->p == Approx(0.002));
    CHECK(r->ci_low == Approx(1));
    const auto* composition = find(values, "emergence_assortativity", "measure=composition");
    CHECK(composition->null_model == "null_kind_permutation");
    CHECK(composition->p == Approx(0.002));
    request.replicates = 0;
    const auto none = metrics::compute(data, request);
    CHECK(find(none, "emergence_kind_mixing", "kinds=company|public")->nature ==
          metrics::FigureNature::counted);
    CHECK(find(none, "emergence_assortativity", "measure=composition") == nullptr);
}
