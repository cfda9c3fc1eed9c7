#include <algorithm>
#include <vector>

#include "reference/ties.hpp"

namespace maillage::reference {

namespace {

/// Distances and numbers of shortest paths between all pairs, by ways of 1, 2, 3... ties.
struct Ways {
    std::vector<std::vector<int>> distance;  ///< -1: no way.
    std::vector<std::vector<double>> paths;
};

Ways all_ways(std::size_t n, const std::vector<std::vector<bool>>& tied) {
    Ways ways{std::vector(n, std::vector<int>(n, -1)), std::vector(n, std::vector<double>(n, 0))};
    for (std::size_t i = 0; i < n; ++i) {
        ways.distance[i][i] = 0;
        ways.paths[i][i] = 1;
        for (int length = 1; length < static_cast<int>(n); ++length)
            for (std::size_t j = 0; j < n; ++j) {
                if (ways.distance[i][j] >= 0) continue;
                double paths = 0;
                for (std::size_t k = 0; k < n; ++k)
                    if (tied[k][j] && ways.distance[i][k] == length - 1) paths += ways.paths[i][k];
                if (paths > 0) {
                    ways.distance[i][j] = length;
                    ways.paths[i][j] = paths;
                }
            }
    }
    return ways;
}

}  // namespace

Answers emergence_centralization(const Question& q) {
    const std::vector<std::uint32_t> actors(q.emergence_actors.begin(), q.emergence_actors.end());
    const std::size_t n = actors.size();
    const auto pairs = tied_pairs(q);
    std::vector tied(n, std::vector<bool>(n, false));
    std::vector<double> degree(n, 0), between(n, 0);
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < n; ++j) {
            tied[i][j] = pairs.contains(std::minmax(actors[i], actors[j]));
            degree[i] += tied[i][j];
        }
    Answers answers{{{"emergence_degree_centralization", ""}, {}},
                    {{"emergence_betweenness", ""}, {}},
                    {{"emergence_betweenness_centralization", ""}, {}}};
    if (n < 3) return answers;
    const Ways ways = all_ways(n, tied);
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = i + 1; j < n; ++j)
            for (std::size_t k = 0; k < n; ++k)
                if (k != i && k != j && ways.distance[i][j] > 0 && ways.distance[i][k] > 0 &&
                    ways.distance[k][j] > 0 &&
                    ways.distance[i][k] + ways.distance[k][j] == ways.distance[i][j])
                    between[k] += ways.paths[i][k] * ways.paths[k][j] / ways.paths[i][j];
    const double d_max = *std::ranges::max_element(degree);
    const double b_max = *std::ranges::max_element(between);
    double d_gaps = 0, b_gaps = 0, sum = 0;
    for (std::size_t i = 0; i < n; ++i) {
        d_gaps += d_max - degree[i];
        b_gaps += b_max - between[i];
        sum += between[i];
    }
    const auto m = static_cast<double>(n);
    answers[{"emergence_degree_centralization", ""}] = d_gaps / ((m - 1) * (m - 2));
    answers[{"emergence_betweenness", ""}] = sum / m;
    answers[{"emergence_betweenness", "measure=largest"}] = b_max;
    answers[{"emergence_betweenness_centralization", ""}] =
        b_gaps / ((m - 1) * (m - 1) * (m - 2) / 2);
    return answers;
}

}  // namespace maillage::reference
