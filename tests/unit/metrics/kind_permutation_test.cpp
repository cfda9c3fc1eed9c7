#include <algorithm>

#include <maillage/metrics/kind_permutation.hpp>

#include "support/catch.hpp"

using namespace maillage;
using graph::Pair;
using metrics::Moments;

namespace {

/// Moments over every labelling, one by one.
template <class Count>
Moments enumerated(std::vector<std::size_t> kinds, Count count) {
    std::ranges::sort(kinds);
    double labellings = 0, sum = 0, squares = 0;
    do {
        const double found = count(kinds);
        ++labellings;
        sum += found;
        squares += found * found;
    } while (std::ranges::next_permutation(kinds).found);
    const double mean = sum / labellings;
    return {mean, squares / labellings - mean * mean};
}

void check(const Moments& found, const Moments& expected) {
    CHECK(found.mean == Approx(expected.mean).margin(1e-12));
    CHECK(found.variance == Approx(expected.variance).margin(1e-11));
}

}  // namespace

TEST_CASE("the moments of a kind permutation are those of every labelling") {
    const std::vector<Pair> pairs{{0, 1}, {0, 2}, {1, 2}, {2, 3}, {4, 5}, {5, 6}};
    const std::vector<std::size_t> kinds{0, 0, 0, 1, 1, 2, 2};
    const std::vector<std::int64_t> counts{3, 2, 2};
    const auto sums = metrics::sums_of(graph::CompressedGraph(7, pairs));
    CHECK(sums.weights == 6);
    CHECK(sums.common_end == 6);  // degrees 2, 2, 3, 1, 1, 2, 1
    check(metrics::ties_inside_kinds(sums, counts), enumerated(kinds, [&](const auto& kind) {
              return static_cast<double>(std::ranges::count_if(
                  pairs, [&](const Pair& p) { return kind[p.first] == kind[p.second]; }));
          }));
    for (std::size_t a = 0; a < 3; ++a)
        for (std::size_t b = a; b < 3; ++b)
            check(metrics::ties_between(sums, counts, a, b),
                  enumerated(kinds, [&](const auto& kind) {
                      return static_cast<double>(std::ranges::count_if(pairs, [&](const Pair& p) {
                          return std::minmax(kind[p.first], kind[p.second]) == std::minmax(a, b);
                      }));
                  }));
}

TEST_CASE("three actors and two ties: no four actors to choose") {
    const auto sums =
        metrics::sums_of(graph::CompressedGraph(3, std::vector<Pair>{{0, 1}, {0, 2}}));
    // Two of one kind, one of another: the two are tied unless the third is in the middle.
    const auto inside = metrics::ties_inside_kinds(sums, std::vector<std::int64_t>{2, 1});
    CHECK(inside.mean == Approx(2.0 / 3));
    CHECK(inside.variance == Approx(2.0 / 9));
}

TEST_CASE("one kind, or everybody tied to everybody: no variance") {
    const graph::CompressedGraph all(
        4, std::vector<Pair>{{0, 1}, {0, 2}, {0, 3}, {1, 2}, {1, 3}, {2, 3}});
    const auto sums = metrics::sums_of(all);
    CHECK(metrics::ties_inside_kinds(sums, std::vector<std::int64_t>{4}).variance == 0);
    CHECK(metrics::ties_inside_kinds(sums, std::vector<std::int64_t>{2, 2}).variance == 0);
    CHECK(metrics::ties_between(sums, std::vector<std::int64_t>{2, 2}, 0, 1).mean == Approx(4));
}
