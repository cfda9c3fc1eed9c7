#include <algorithm>
#include <cmath>
#include <queue>

#include <maillage/graph/betweenness.hpp>

#include "support/catch.hpp"
#include "support/graphs.hpp"

namespace {

using namespace maillage;
using graph::Vertex;
using Numbers = std::vector<double>;

struct Paths {
    std::vector<int> distance;  ///< -1: unreached.
    Numbers count;
};

Paths paths_from(const graph::CompressedGraph& graph, Vertex source) {
    Paths paths{std::vector<int>(graph.vertices(), -1), Numbers(graph.vertices(), 0)};
    paths.distance[source] = 0;
    paths.count[source] = 1;
    std::queue<Vertex> next;
    for (next.push(source); !next.empty(); next.pop())
        for (const Vertex to : graph.neighbours(next.front())) {
            if (paths.distance[to] < 0) {
                paths.distance[to] = paths.distance[next.front()] + 1;
                next.push(to);
            }
            if (paths.distance[to] == paths.distance[next.front()] + 1)
                paths.count[to] += paths.count[next.front()];
        }
    return paths;
}

/// From the definition: for each pair of ends, the share of their shortest paths through v.
Numbers by_definition(const graph::CompressedGraph& graph) {
    std::vector<Paths> from;
    for (Vertex v = 0; v < graph.vertices(); ++v) from.push_back(paths_from(graph, v));
    Numbers between(graph.vertices(), 0);
    for (Vertex s = 0; s < graph.vertices(); ++s)
        for (Vertex t = s + 1; t < graph.vertices(); ++t)
            for (Vertex v = 0; v < graph.vertices(); ++v)
                if (v != s && v != t && from[s].distance[t] > 0 && from[s].distance[v] > 0 &&
                    from[v].distance[t] > 0 &&
                    from[s].distance[v] + from[v].distance[t] == from[s].distance[t])
                    between[v] += from[s].count[v] * from[v].count[t] / from[s].count[t];
    return between;
}

double cut_of_chain(double i, double diamonds) {
    const double n = 3 * diamonds + 1;
    return 3 * i * (n - 1 - 3 * i) + (i == 0 || i == diamonds ? 0.5 : 1);
}

double side_of_chain(double i, double diamonds) {
    const double n = 3 * diamonds + 1;
    return (3 * i + 1) * (n - 3 * i - 3) / 2;
}

}  // namespace

TEST_CASE("betweenness of stars, paths, circles and complete bipartite graphs", "[graph]") {
    CHECK(graph::betweenness(test::graph_of(5, {{0, 1}, {0, 2}, {0, 3}, {0, 4}})).values ==
          Numbers{6, 0, 0, 0, 0});
    CHECK(graph::betweenness(test::graph_of(5, {{0, 1}, {1, 2}, {2, 3}, {3, 4}})).values ==
          Numbers{0, 3, 4, 3, 0});
    CHECK(graph::betweenness(test::graph_of(6, {{0, 1}, {1, 2}, {2, 3}, {3, 4}, {4, 5}, {5, 0}}))
              .values == Numbers(6, 2));
    // K_{2,3}: side of two, b(b-1)/(2a) = 3/2; side of three, a(a-1)/(2b) = 1/3.
    const auto bipartite =
        graph::betweenness(test::graph_of(5, {{0, 2}, {0, 3}, {0, 4}, {1, 2}, {1, 3}, {1, 4}}));
    CHECK(bipartite.values[0] == Approx(1.5));
    CHECK(bipartite.values[2] == Approx(1.0 / 3));
    CHECK_FALSE(bipartite.error_bound.has_value());
    CHECK(graph::betweenness(test::graph_of(0, {})).values.empty());
}

TEST_CASE("betweenness of random graphs is that of the definition", "[graph]") {
    const auto seed = GENERATE(range(0U, 100U));
    const auto graph = test::random_graph(seed);
    const Numbers expected = by_definition(graph);
    const Numbers found = graph::betweenness(graph).values;
    for (Vertex v = 0; v < graph.vertices(); ++v)
        CHECK(found[v] == Approx(expected[v]).margin(1e-9));
}

TEST_CASE("betweenness of a chain of diamonds is the closed form at any length", "[graph]") {
    const auto diamonds = GENERATE(1U, 2U, 10U, 63U, 64U, 65U, 1023U, 1024U, 1100U, 100'000U);
    const auto found = graph::betweenness(test::diamond_chain(diamonds)).values;
    double worst = 0;
    const auto compare = [&](double value, double expected) {
        worst = std::max(worst, std::abs(value - expected) / std::max(expected, 1.0));
    };
    for (std::uint32_t i = 0; i <= diamonds; ++i) compare(found[3 * i], cut_of_chain(i, diamonds));
    for (std::uint32_t i = 0; i < diamonds; ++i) {
        compare(found[3 * i + 1], side_of_chain(i, diamonds));
        compare(found[3 * i + 2], side_of_chain(i, diamonds));
    }
    CHECK(worst < 1e-12);
}

TEST_CASE("path counts beyond the largest double are right in one block", "[graph]") {
    // A ring is a single block; between opposite cuts run 2 * 2^1100 shortest paths.
    constexpr std::uint32_t diamonds = 2200;
    const auto graph = test::diamond_chain(diamonds, test::Ends::ring);
    const auto found = graph::betweenness(graph).values;
    double cuts_differ = 0, sides_differ = 0, sum = 0;
    for (std::uint32_t i = 0; i < diamonds; ++i) {
        cuts_differ = std::max(cuts_differ, std::abs(found[3 * i] - found[0]));
        for (const std::uint32_t side : {3 * i + 1, 3 * i + 2})
            sides_differ = std::max(sides_differ, std::abs(found[side] - found[1]));
        sum += found[3 * i] + found[3 * i + 1] + found[3 * i + 2];
    }
    CHECK(cuts_differ < 1e-6 * found[0]);
    CHECK(sides_differ < 1e-6 * found[1]);
    // Sum of betweenness = sum over pairs of (distance - 1).
    double steps = 0;
    for (const Vertex source : {0U, 1U}) {
        double from_here = 0;
        for (const int distance : paths_from(graph, source).distance)
            if (distance > 0) from_here += distance - 1;
        steps += from_here * (source == 0 ? diamonds : 2 * diamonds) / 2;
    }
    CHECK(sum == Approx(steps).epsilon(1e-12));
}

TEST_CASE("sampled betweenness stays within its bound, on any number of threads", "[graph]") {
    const auto graph = test::diamond_chain(400, test::Ends::ring);
    const auto exact = graph::betweenness(graph);
    graph::BetweennessOptions options;
    options.exact_up_to = 100;
    options.sources = 300;
    options.threads = 1;
    const auto one = graph::betweenness(graph, options);
    options.threads = 2;
    const auto two = graph::betweenness(graph, options);
    CHECK(one.values == two.values);
    REQUIRE(one.error_bound.has_value());
    double worst = 0;
    for (std::size_t v = 0; v < exact.values.size(); ++v)
        worst = std::max(worst, std::abs(one.values[v] - exact.values[v]));
    CHECK(worst > 0);
    CHECK(worst < *one.error_bound);
    // All sources drawn: nothing left to chance.
    options.sources = 1200;
    const auto all = graph::betweenness(graph, options);
    CHECK_FALSE(all.error_bound.has_value());
    CHECK(all.values == exact.values);
}
