#include <random>
#include <set>

#include <maillage/graph/triangles.hpp>

#include "support/catch.hpp"

using namespace maillage::graph;

namespace {

CompressedGraph graph_of(std::size_t vertices, std::vector<Pair> pairs) {
    make_distinct(pairs);
    return {vertices, pairs};
}

std::int64_t count(const CompressedGraph& graph) {
    std::int64_t triangles = 0;
    Triangles(graph).for_each([&](Vertex, Vertex, Vertex) { ++triangles; });
    return triangles;
}

std::vector<Pair> clique(Vertex size) {
    std::vector<Pair> pairs;
    for (Vertex a = 0; a < size; ++a)
        for (Vertex b = a + 1; b < size; ++b) pairs.emplace_back(a, b);
    return pairs;
}

}  // namespace

TEST_CASE("stars, paths and rings of four have no triangle") {
    CHECK(count(graph_of(0, {})) == 0);
    CHECK(count(graph_of(5, {{0, 1}, {0, 2}, {0, 3}, {0, 4}})) == 0);
    CHECK(count(graph_of(4, {{0, 1}, {1, 2}, {2, 3}})) == 0);
    CHECK(count(graph_of(4, {{0, 1}, {1, 2}, {2, 3}, {0, 3}})) == 0);
}

TEST_CASE("a clique of n has n (n - 1) (n - 2) / 6 triangles") {
    for (const Vertex n : {3U, 4U, 9U, 20U}) {
        const auto graph = graph_of(n, clique(n));
        CHECK(count(graph) == std::int64_t{n} * (n - 1) * (n - 2) / 6);
        CHECK(two_paths(graph) == 3 * count(graph));
    }
}

TEST_CASE("a star of r leaves has r (r - 1) / 2 two-paths") {
    for (const Vertex leaves : {1U, 2U, 7U}) {
        std::vector<Pair> pairs;
        for (Vertex leaf = 1; leaf <= leaves; ++leaf) pairs.emplace_back(0, leaf);
        CHECK(two_paths(graph_of(leaves + 1, pairs)) == std::int64_t{leaves} * (leaves - 1) / 2);
    }
}

TEST_CASE("triangles are those found by looking at every three vertices, each once") {
    std::mt19937 random(5);
    for (int world = 0; world < 50; ++world) {
        constexpr Vertex n = 12;
        std::set<Pair> tied;
        for (Vertex a = 0; a < n; ++a)
            for (Vertex b = a + 1; b < n; ++b)
                if (random() % 12 < a) tied.emplace(a, b);
        std::set<std::set<Vertex>> expected, found;
        for (const auto& [a, b] : tied)
            for (Vertex c = b + 1; c < n; ++c)
                if (tied.contains({a, c}) && tied.contains({b, c})) expected.insert({a, b, c});
        const auto graph = graph_of(n, {tied.begin(), tied.end()});
        std::size_t visits = 0;
        Triangles(graph).for_each([&](Vertex a, Vertex b, Vertex c) {
            ++visits;
            found.insert({a, b, c});
        });
        INFO("world " << world);
        CHECK(found == expected);
        CHECK(visits == expected.size());
    }
}
