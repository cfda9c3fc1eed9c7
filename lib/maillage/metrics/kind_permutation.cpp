#include <algorithm>
#include <cmath>
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

TieSums newman_sums_of(const graph::Incidence& network) {
    TieSums sums;
    std::vector<double> weight(network.vertices(), 0);
    std::vector<graph::Vertex> found;
    for (graph::Vertex self = 0; self < network.vertices(); ++self) {
        double strength = 0;
        for (const std::uint32_t relation : network.relations_of(self)) {
            const auto members = network.members(relation);
            if (members.size() < 2) continue;
            ++strength;
            for (auto other = std::ranges::upper_bound(members, self); other != members.end();
                 ++other) {
                if (weight[*other] == 0) found.push_back(*other);
                weight[*other] += 1 / static_cast<double>(members.size() - 1);
            }
        }
        for (const graph::Vertex other : found) {
            sums.squares += weight[other] * weight[other];
            weight[other] = 0;
        }
        found.clear();
        sums.weights += strength / 2;
        sums.common_end += strength * strength / 2;
    }
    sums.common_end -= sums.squares;
    return sums;
}

void compare_with_composition(Estimate& row, const Moments& moments) {
    row.nature = FigureNature::compared;
    row.null_model = "null_kind_permutation_exact";
    row.null_mean = moments.mean;
    row.null_sd = std::sqrt(moments.variance);
    if (moments.variance > 0) row.z = (*row.value - moments.mean) / *row.null_sd;
}

std::int64_t ties_inside(const graph::CompressedGraph& ties, std::span<const model::Kind> kinds) {
    std::int64_t inside = 0;
    for (graph::Vertex a = 0; a < ties.vertices(); ++a)
        for (const graph::Vertex b : ties.neighbours(a)) inside += a < b && kinds[a] == kinds[b];
    return inside;
}

double ei_index(const graph::CompressedGraph& ties, std::span<const model::Kind> kinds) {
    const auto all = static_cast<double>(ties.edges());
    return all > 0 ? 1 - 2 * static_cast<double>(ties_inside(ties, kinds)) / all : 0;
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
