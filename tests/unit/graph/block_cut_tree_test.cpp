#include <algorithm>
#include <map>
#include <numeric>
#include <random>
#include <set>

#include <maillage/graph/block_cut_tree.hpp>
#include <maillage/graph/components.hpp>

#include "support/catch.hpp"
#include "support/graphs.hpp"

namespace {

using namespace maillage;
using graph::BlockCutTree;
using graph::Pair;
using graph::Vertex;

/// Sizes of the pieces of the component of `vertex` once it is taken out, largest first.
std::vector<std::uint32_t> pieces_without(const graph::CompressedGraph& graph, Vertex vertex) {
    graph::DisjointSets sets(graph.vertices());
    for (const auto& [a, b] : test::pairs_of(graph))
        if (a != vertex && b != vertex) sets.unite(a, b);
    std::map<Vertex, std::set<Vertex>> pieces;
    for (const Vertex neighbour : graph.neighbours(vertex))
        for (Vertex other = 0; other < graph.vertices(); ++other)
            if (sets.find(other) == sets.find(neighbour))
                pieces[sets.find(neighbour)].insert(other);
    std::vector<std::uint32_t> sizes;
    for (const auto& [root, piece] : pieces)
        sizes.push_back(static_cast<std::uint32_t>(piece.size()));
    return sizes;
}

}  // namespace

TEST_CASE("two triangles that share an actor are two blocks", "[graph]") {
    const auto graph = test::graph_of(5, {{0, 1}, {0, 2}, {1, 2}, {2, 3}, {2, 4}, {3, 4}});
    const BlockCutTree tree(graph);
    REQUIRE(tree.blocks() == 2);
    CHECK(tree.is_cut(2));
    CHECK(std::ranges::count_if(std::vector<Vertex>{0, 1, 3, 4},
                                [&](Vertex v) { return tree.is_cut(v); }) == 0);
    CHECK(tree.branches(2) == 2);
    CHECK(tree.branch_squares(2) == 8);
    CHECK(tree.branch_squares(0) == 16);
    for (std::size_t block = 0; block < 2; ++block) {
        const auto members = tree.members(block);
        CHECK(members.size() == 3);
        for (std::size_t i = 0; i < 3; ++i)
            CHECK(tree.weights(block)[i] == (members[i] == 2 ? 3U : 1U));
    }
}

TEST_CASE("in a star and in a path every edge is a bridge", "[graph]") {
    const BlockCutTree star(test::graph_of(5, {{0, 1}, {0, 2}, {0, 3}, {0, 4}}));
    REQUIRE(star.blocks() == 4);
    CHECK(star.branches(0) == 4);
    CHECK(star.branch_squares(0) == 4);
    CHECK_FALSE(star.is_cut(1));
    const BlockCutTree path(test::graph_of(4, {{0, 1}, {1, 2}, {2, 3}}));
    REQUIRE(path.blocks() == 3);
    for (std::size_t block = 0; block < 3; ++block) CHECK(path.is_bridge(block));
    CHECK(path.is_cut(1));
    CHECK(path.branch_squares(1) == 1 + 4);
    const BlockCutTree lone(test::graph_of(1, {}));
    CHECK(lone.blocks() == 0);
    CHECK(lone.branches(0) == 0);
    CHECK(lone.component_size(0) == 1);
}

TEST_CASE("on random graphs cuts, bridges and weights are those of the definition", "[graph]") {
    const auto seed = GENERATE(range(0U, 60U));
    const auto graph = test::random_graph(seed);
    const BlockCutTree tree(graph);
    std::size_t edges = 0;
    for (std::size_t block = 0; block < tree.blocks(); ++block) {
        edges += tree.edges(block).size();
        const auto weights = tree.weights(block);
        CHECK(std::accumulate(weights.begin(), weights.end(), 0U) ==
              tree.component_size(tree.members(block)[0]));
        std::set<Vertex> ends;
        for (const auto& [a, b] : tree.edges(block)) ends.insert({a, b});
        const auto members = tree.members(block);
        CHECK(ends == std::set<Vertex>(members.begin(), members.end()));
        CHECK(ends.size() == members.size());
    }
    CHECK(edges == graph.edges());
    for (Vertex vertex = 0; vertex < graph.vertices(); ++vertex) {
        const auto pieces = pieces_without(graph, vertex);
        CHECK(tree.branches(vertex) == pieces.size());
        std::uint64_t squares = 0;
        for (const std::uint64_t size : pieces) squares += size * size;
        CHECK(tree.branch_squares(vertex) == squares);
    }
    graph::DisjointSets whole(graph.vertices());
    for (const auto& [a, b] : test::pairs_of(graph)) whole.unite(a, b);
    std::set<Pair> bridges;
    for (std::size_t block = 0; block < tree.blocks(); ++block)
        if (tree.is_bridge(block))
            bridges.insert(std::minmax(tree.edges(block)[0].first, tree.edges(block)[0].second));
    for (const Pair& edge : test::pairs_of(graph)) {
        graph::DisjointSets sets(graph.vertices());
        for (const Pair& other : test::pairs_of(graph))
            if (other != edge) sets.unite(other.first, other.second);
        CHECK(bridges.contains(edge) == (sets.sizes().size() > whole.sizes().size()));
    }
}

TEST_CASE("a path of a million actors needs no million calls", "[graph]") {
    std::vector<Pair> pairs;
    for (Vertex i = 0; i + 1 < 1'000'000; ++i) pairs.emplace_back(i, i + 1);
    const BlockCutTree tree(graph::CompressedGraph(1'000'000, pairs));
    CHECK(tree.blocks() == 999'999);
    CHECK(tree.branch_squares(1) == 1 + 999'998ULL * 999'998ULL);
}
