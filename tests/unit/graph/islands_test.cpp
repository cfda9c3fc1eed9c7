#include <algorithm>
#include <map>
#include <random>

#include <maillage/graph/components.hpp>
#include <maillage/graph/islands.hpp>

#include "support/catch.hpp"

using namespace maillage::graph;

namespace {

using Row = std::vector<Vertex>;
using Sizes = std::vector<std::pair<std::int64_t, std::int64_t>>;

Incidence network_of(std::size_t vertices, const std::vector<Row>& rows) {
    Incidence::Builder builder(vertices);
    for (const Row& row : rows) {
        for (const Vertex member : row) builder.push(member);
        builder.close_row();
    }
    return std::move(builder).finish();
}

/// Members and marked members of each piece, sorted.
Sizes without(const Islands& islands, std::uint32_t relation) {
    Sizes sizes;
    for (const auto& piece : islands.without(relation))
        sizes.emplace_back(piece.island.members, piece.island.marked);
    std::ranges::sort(sizes);
    return sizes;
}

/// The islands of the rows but one, of vertices that are in some of them.
Sizes naively(std::size_t vertices, const std::vector<Row>& rows, std::size_t left_out,
              const std::vector<std::uint8_t>& marked) {
    DisjointSets sets(vertices);
    std::vector<bool> present(vertices, false);
    for (std::size_t i = 0; i < rows.size(); ++i)
        for (const Vertex member : rows[i]) {
            if (i == left_out) continue;
            sets.unite(rows[i].front(), member);
            present[member] = true;
        }
    std::map<Vertex, std::pair<std::int64_t, std::int64_t>> found;
    for (Vertex v = 0; v < vertices; ++v) {
        if (!present[v]) continue;
        ++found[sets.find(v)].first;
        found[sets.find(v)].second += marked[v];
    }
    Sizes sizes;
    for (const auto& [root, size] : found) sizes.push_back(size);
    std::ranges::sort(sizes);
    return sizes;
}

}  // namespace

TEST_CASE("an island falls apart without the relation that joins it") {
    const Islands islands(network_of(5, {{0, 1, 2}, {2, 3}, {3, 4}, {}}),
                          std::vector<std::uint8_t>{1, 0, 1, 0, 0});
    REQUIRE(islands.all().size() == 1);
    CHECK(islands.all().front().members == 5);
    CHECK(islands.all().front().marked == 2);
    CHECK(without(islands, 1) == Sizes{{2, 0}, {3, 2}});
    CHECK(without(islands, 0) == Sizes{{3, 1}});
    CHECK(without(islands, 2) == Sizes{{4, 2}});
    CHECK_FALSE(islands.of(3).has_value());
}

TEST_CASE("those who belong to nothing else are gone with their relation") {
    const Islands islands(network_of(2, {{0, 1}}), std::vector<std::uint8_t>{1, 1});
    CHECK(islands.of(0) == 0U);
    CHECK(islands.without(0).empty());
}

TEST_CASE("islands without one relation are those found again from the others") {
    std::mt19937 random(3);
    for (int world = 0; world < 200; ++world) {
        constexpr std::size_t n = 9;
        std::vector<Row> rows(1 + random() % 9);
        for (Row& row : rows)
            for (Vertex v = 0; v < n; ++v)
                if (random() % 4 == 0) row.push_back(v);
        std::vector<std::uint8_t> marked(n);
        for (auto& mark : marked) mark = random() % 2;
        const auto network = network_of(n, rows);
        const Islands islands(network, marked);
        for (std::uint32_t i = 0; i < rows.size(); ++i) {
            Sizes found = without(islands, i);
            for (std::size_t k = 0; k < islands.all().size(); ++k)
                if (islands.of(i) != k)
                    found.emplace_back(islands.all()[k].members, islands.all()[k].marked);
            // Vertices without any relation are islands of the network, not of the rows.
            for (Vertex v = 0; v < n; ++v)
                if (network.relations_of(v).empty())
                    found.erase(std::ranges::find(
                        found, std::pair<std::int64_t, std::int64_t>(1, marked[v])));
            std::ranges::sort(found);
            INFO("world " << world << ", without " << i);
            CHECK(found == naively(n, rows, i, marked));
        }
    }
}
