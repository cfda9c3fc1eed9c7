#include <algorithm>
#include <numeric>

#include <maillage/metrics/kind_permutation.hpp>

namespace maillage::metrics {

namespace {

/// x (x - 1) ... (x - r + 1)
double falling(double x, int r) {
    double product = 1;
    for (int i = 0; i < r; ++i) product *= x - i;
    return product;
}

/// Numerators of q2, q3, q4: ordered ways to choose 2, 3, 4 actors of the kinds asked.
struct Ways {
    double two = 0, three = 0, four = 0;
};

double chance(double ways, double actors, int r) {
    // Fewer than r actors: no r of them to choose, and no such pair of ties.
    return actors < r ? 0 : ways / falling(actors, r);
}

Moments moments(const TieSums& sums, const Ways& ways, std::span<const std::int64_t> counts) {
    const auto n =
        static_cast<double>(std::accumulate(counts.begin(), counts.end(), std::int64_t{0}));
    const double q2 = chance(ways.two, n, 2);
    const double apart = sums.weights * sums.weights - sums.squares - 2 * sums.common_end;
    Moments found;
    found.mean = sums.weights * q2;
    found.variance = sums.squares * q2 + 2 * sums.common_end * chance(ways.three, n, 3) +
                     apart * chance(ways.four, n, 4) - found.mean * found.mean;
    // A complete network, or one kind, has no variance but for the rounding of large squares.
    const double rounding = 1e-12 * std::max(1.0, sums.weights * sums.weights * q2);
    if (found.variance < rounding) found.variance = 0;
    return found;
}

}  // namespace

TieSums sums_of(const graph::CompressedGraph& ties) {
    TieSums sums;
    sums.weights = sums.squares = static_cast<double>(ties.edges());
    for (graph::Vertex v = 0; v < ties.vertices(); ++v)
        sums.common_end += falling(static_cast<double>(ties.degree(v)), 2) / 2;
    return sums;
}

Moments ties_inside_kinds(const TieSums& sums, std::span<const std::int64_t> counts) {
    Ways ways;
    double all_twos = 0;
    for (const std::int64_t count : counts) all_twos += falling(static_cast<double>(count), 2);
    for (const std::int64_t count : counts) {
        const auto n = static_cast<double>(count);
        ways.two += falling(n, 2);
        ways.three += falling(n, 3);
        ways.four += falling(n, 4) + falling(n, 2) * (all_twos - falling(n, 2));
    }
    return moments(sums, ways, counts);
}

Moments ties_between(const TieSums& sums, std::span<const std::int64_t> counts, std::size_t a,
                     std::size_t b) {
    const auto na = static_cast<double>(counts[a]);
    const auto nb = static_cast<double>(counts[b]);
    Ways ways;
    if (a == b)
        ways = {falling(na, 2), falling(na, 3), falling(na, 4)};
    else
        ways = {2 * na * nb, na * falling(nb, 2) + nb * falling(na, 2),
                4 * falling(na, 2) * falling(nb, 2)};
    return moments(sums, ways, counts);
}

}  // namespace maillage::metrics
