#include <random>
#include <set>

#include <maillage/graph/projection.hpp>

#include "support/catch.hpp"

using namespace maillage::graph;

namespace {

Incidence network_of(std::size_t vertices, const std::vector<std::vector<Vertex>>& rows) {
    Incidence::Builder builder(vertices);
    for (const auto& row : rows) {
        for (const Vertex member : row) builder.push(member);
        builder.close_row();
    }
    return std::move(builder).finish();
}

std::vector<Vertex> neighbours(const CompressedGraph& graph, Vertex vertex) {
    const auto row = graph.neighbours(vertex);
    return {row.begin(), row.end()};
}

using Row = std::vector<Vertex>;

}  // namespace

TEST_CASE("two vertices that share several relations are tied once") {
    const auto graph = projected(network_of(5, {{0, 3}, {0, 1, 3}, {}, {2}, {1, 3}}));
    CHECK(graph.vertices() == 5);
    CHECK(graph.edges() == 3);
    CHECK(neighbours(graph, 3) == Row{0, 1});
    CHECK(neighbours(graph, 0) == Row{1, 3});
    CHECK(graph.degree(2) == 0);
    CHECK(graph.degree(4) == 0);
}

TEST_CASE("a relation of p parties gives p (p - 1) / 2 pairs") {
    CHECK(projected(network_of(6, {{0, 1, 2, 3, 4, 5}})).edges() == 15);
    CHECK(projected(network_of(0, {})).edges() == 0);
}

TEST_CASE("a projection holds the pairs of its relations and no other") {
    std::mt19937 random(7);
    for (int world = 0; world < 50; ++world) {
        std::vector<Row> rows(random() % 12);
        std::set<Pair> expected;
        for (Row& row : rows) {
            for (Vertex v = 0; v < 9; ++v)
                if (random() % 3 == 0) row.push_back(v);
            for (const Vertex a : row)
                for (const Vertex b : row)
                    if (a < b) expected.emplace(a, b);
        }
        const auto graph = projected(network_of(9, rows));
        std::set<Pair> found;
        for (Vertex a = 0; a < 9; ++a) {
            const auto row = neighbours(graph, a);
            CHECK(std::ranges::is_sorted(row));
            for (const Vertex b : row) found.emplace(std::min(a, b), std::max(a, b));
        }
        CHECK(found == expected);
        CHECK(graph.edges() == expected.size());
    }
}

TEST_CASE("a restricted network keeps the relations asked, and their members by rank in the set") {
    const auto network = network_of(10, {{1, 2, 8}, {2, 3}, {3, 8, 9}});
    const std::vector<std::uint32_t> relations{0, 2};
    const auto part = restricted(network, relations, Ranges({{2, 4}, {8, 9}}));
    CHECK(part.relations() == 2);
    CHECK(part.vertices() == 3);
    const auto members = [&](std::size_t i) {
        return Row(part.members(i).begin(), part.members(i).end());
    };
    CHECK(members(0) == Row{0, 2});
    CHECK(members(1) == Row{1, 2});
}
