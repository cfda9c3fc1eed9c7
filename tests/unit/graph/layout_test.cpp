#include <chrono>
#include <cmath>
#include <random>

#include <maillage/graph/layout.hpp>

#include "support/catch.hpp"
#include "support/graphs.hpp"

using namespace maillage;
using graph::CompressedGraph;
using graph::Point;
using test::graph_of;
using test::Pairs;

namespace {

double distance(const Point& p, const Point& q) {
    return std::hypot(p.x - q.x, p.y - q.y);
}

std::vector<Point> placed(const CompressedGraph& graph, std::span<const double> radii = {},
                          unsigned threads = 1, std::uint64_t seed = 1) {
    return graph::layout(graph, {seed, threads, radii});
}

CompressedGraph path(graph::Vertex vertices) {
    Pairs pairs;
    for (graph::Vertex i = 0; i + 1 < vertices; ++i) pairs.emplace_back(i, i + 1);
    return graph_of(vertices, pairs);
}

CompressedGraph grid(graph::Vertex side) {
    Pairs pairs;
    for (graph::Vertex row = 0; row < side; ++row)
        for (graph::Vertex column = 0; column < side; ++column) {
            const graph::Vertex v = row * side + column;
            if (column + 1 < side) pairs.emplace_back(v, v + 1);
            if (row + 1 < side) pairs.emplace_back(v, v + side);
        }
    return graph_of(side * side, pairs);
}

/// Ties at random between all, and `inside` as many within each of the groups of `size`.
CompressedGraph planted(graph::Vertex vertices, graph::Vertex size, std::size_t between,
                        std::size_t inside) {
    std::mt19937 random(5);
    Pairs pairs;
    const auto add = [&](graph::Vertex a, graph::Vertex b) {
        if (a != b) pairs.emplace_back(a, b);
    };
    for (std::size_t i = 0; i < between; ++i) {
        const auto a = static_cast<graph::Vertex>(random() % vertices);
        add(a, static_cast<graph::Vertex>(random() % vertices));
    }
    for (std::size_t i = 0; i < inside; ++i) {
        const auto a = static_cast<graph::Vertex>(random() % vertices);
        add(a, static_cast<graph::Vertex>(a / size * size + random() % size));
    }
    return graph_of(vertices, pairs);
}

/// Edges between two vertices, by breadth first search; 0 when no path joins them.
std::vector<std::uint32_t> steps_from(const CompressedGraph& graph, graph::Vertex start) {
    std::vector<std::uint32_t> steps(graph.vertices(), 0);
    std::vector<graph::Vertex> queue{start};
    for (std::size_t next = 0; next < queue.size(); ++next)
        for (const graph::Vertex other : graph.neighbours(queue[next]))
            if (other != start && steps[other] == 0) {
                steps[other] = steps[queue[next]] + 1;
                queue.push_back(other);
            }
    return steps;
}

/// Mean square of how far drawn distances are from the numbers of steps, relative to these, at the
/// best scale: 0 when a drawing says all of them.
double stress(const CompressedGraph& graph, const std::vector<Point>& points) {
    double sum = 0, squares = 0, pairs = 0;
    for (graph::Vertex a = 0; a < graph.vertices(); ++a) {
        const auto steps = steps_from(graph, a);
        for (graph::Vertex b = 0; b < graph.vertices(); ++b) {
            if (steps[b] == 0) continue;
            const double ratio = distance(points[a], points[b]) / steps[b];
            sum += ratio;
            squares += ratio * ratio;
            ++pairs;
        }
    }
    return 1 - sum * sum / (squares * pairs);
}

bool any_overlap(const std::vector<Point>& points, std::span<const double> radii) {
    for (std::size_t i = 0; i < points.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (distance(points[i], points[j]) < radii[i] + radii[j]) return true;
    return false;
}

bool same(const std::vector<Point>& a, const std::vector<Point>& b) {
    return std::ranges::equal(
        a, b, [](const Point& p, const Point& q) { return p.x == q.x && p.y == q.y; });
}

}  // namespace

TEST_CASE("nothing, one vertex and two are placed", "[layout]") {
    CHECK(placed(CompressedGraph()).empty());
    const auto one = placed(graph_of(1, {}));
    REQUIRE(one.size() == 1);
    CHECK(std::isfinite(one[0].x + one[0].y));
    const auto two = placed(path(2));
    CHECK(distance(two[0], two[1]) == Approx(1));
}

TEST_CASE("a path is drawn as a line and a grid as a grid", "[layout]") {
    // The stress of a straight line is 0, that of a square grid of 10 about 0.03: diagonals are
    // 1.41 long but 2 steps.
    CHECK(stress(path(60), placed(path(60))) < 0.02);
    std::vector<Point> exact;
    for (graph::Vertex v = 0; v < 100; ++v) exact.push_back({double(v % 10), double(v / 10)});
    CHECK(stress(grid(10), placed(grid(10))) < 1.5 * stress(grid(10), exact));
}

TEST_CASE("groups that are tied inside stay together", "[layout]") {
    const auto graph = planted(600, 50, 400, 4000);
    const auto points = placed(graph);
    double inside = 0, between = 0, pairs_inside = 0, pairs_between = 0;
    for (std::size_t a = 0; a < points.size(); ++a)
        for (std::size_t b = 0; b < a; ++b) {
            const double far = distance(points[a], points[b]);
            (a / 50 == b / 50 ? inside : between) += far;
            ++(a / 50 == b / 50 ? pairs_inside : pairs_between);
        }
    CHECK(2.5 * inside / pairs_inside < between / pairs_between);
}

TEST_CASE("circles do not overlap, whatever the graph", "[layout]") {
    const auto seed = GENERATE(range(1U, 40U));
    const CompressedGraph graph = test::random_graph(seed);
    std::mt19937 random(seed);
    std::vector<double> radii;
    for (std::size_t i = 0; i < graph.vertices(); ++i) radii.push_back(1 + double(random() % 5));
    CHECK_FALSE(any_overlap(placed(graph, radii), radii));
}

TEST_CASE("pieces stand beside one another", "[layout]") {
    Pairs pairs;
    for (graph::Vertex piece = 0; piece < 30; ++piece)
        for (graph::Vertex i = 0; i < 3 + piece % 5; ++i)
            pairs.emplace_back(10 * piece + i, 10 * piece + i + 1);
    const auto graph = graph_of(320, pairs);
    const auto points = placed(graph);
    // The boxes of pieces, vertices without tie being pieces, keep apart.
    for (graph::Vertex a = 0; a < graph.vertices(); ++a)
        for (graph::Vertex b = 0; b < a; ++b)
            if (a / 10 != b / 10 || graph.degree(a) == 0 || graph.degree(b) == 0)
                CHECK(std::max(std::abs(points[a].x - points[b].x),
                               std::abs(points[a].y - points[b].y)) >= 1);
}

TEST_CASE("a placement depends on the seed, not on threads", "[layout]") {
    const auto graph = planted(3000, 60, 3000, 6000);
    const std::vector<double> radii(graph.vertices(), 1);
    const auto alone = placed(graph, radii, 1);
    CHECK(same(alone, placed(graph, radii, 4)));
    CHECK_FALSE(same(alone, placed(graph, radii, 1, 2)));
}

TEST_CASE("ten thousand vertices are placed without overlap", "[layout]") {
    const auto graph = planted(10000, 100, 10000, 30000);
    const std::vector<double> radii(graph.vertices(), 1);
    const auto points = placed(graph, radii, 0);
    std::vector<Point> sorted = points;
    std::ranges::sort(sorted, {}, &Point::x);
    bool overlap = false;
    for (std::size_t i = 0; i < sorted.size(); ++i)
        for (std::size_t j = i + 1; j < sorted.size() && sorted[j].x - sorted[i].x < 2; ++j)
            overlap |= distance(sorted[i], sorted[j]) < 2;
    CHECK_FALSE(overlap);
}

TEST_CASE("a star and vertices at one place come apart", "[layout]") {
    Pairs pairs;
    for (graph::Vertex leaf = 1; leaf < 400; ++leaf) pairs.emplace_back(0, leaf);
    const auto star = graph_of(400, pairs);
    const std::vector<double> radii(400, 1);
    CHECK_FALSE(any_overlap(placed(star, radii), radii));
}
