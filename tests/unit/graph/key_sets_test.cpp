// Sets without which a graph is most broken up, against trying every set naively.

#include <algorithm>
#include <functional>
#include <map>

#include <maillage/graph/components.hpp>
#include <maillage/graph/key_sets.hpp>
#include <maillage/graph/remainder.hpp>

#include "support/catch.hpp"
#include "support/graphs.hpp"

namespace {

using namespace maillage;
using graph::Vertex;
using Set = std::vector<Vertex>;

std::uint64_t squares_without(const graph::CompressedGraph& graph, const Set& gone) {
    const auto is_gone = [&](Vertex v) { return std::ranges::find(gone, v) != gone.end(); };
    graph::DisjointSets pieces(graph.vertices());
    for (const auto& [a, b] : test::pairs_of(graph))
        if (!is_gone(a) && !is_gone(b)) pieces.unite(a, b);
    std::map<Vertex, std::uint64_t> sizes;
    for (Vertex v = 0; v < graph.vertices(); ++v)
        if (!is_gone(v)) ++sizes[pieces.find(v)];
    std::uint64_t sum = 0;
    for (const auto& [root, size] : sizes) sum += size * size;
    return sum;
}

/// How many pieces those left make.
std::size_t pieces_without(const graph::CompressedGraph& graph, const Set& gone) {
    graph::DisjointSets pieces(graph.vertices());
    std::size_t count = graph.vertices() - gone.size();
    for (const auto& [a, b] : test::pairs_of(graph)) {
        if (std::ranges::find(gone, a) != gone.end() || std::ranges::find(gone, b) != gone.end())
            continue;
        if (pieces.find(a) != pieces.find(b)) --count;
        pieces.unite(a, b);
    }
    return count;
}

/// Each, brought back alone, joins two pieces or more.
bool holds_together(const graph::CompressedGraph& graph, const Set& set) {
    return std::ranges::all_of(set, [&](Vertex vertex) {
        Set others = set;
        std::erase(others, vertex);
        return pieces_without(graph, set) > pieces_without(graph, others);
    });
}

std::map<Set, std::uint64_t> every_set(const graph::CompressedGraph& graph, std::size_t size) {
    std::map<Set, std::uint64_t> squares;
    Set chosen;
    const std::function<void(Vertex)> extend = [&](Vertex from) {
        if (chosen.size() == size) {
            squares[chosen] = squares_without(graph, chosen);
            return;
        }
        for (Vertex v = from; v < graph.vertices(); ++v) {
            chosen.push_back(v);
            extend(v + 1);
            chosen.pop_back();
        }
    };
    extend(0);
    return squares;
}

}  // namespace

TEST_CASE("key sets: least squares, ties and sets that hold, as by trying every set", "[graph]") {
    for (std::uint32_t seed = 0; seed < 300; ++seed) {
        const auto graph = test::random_graph(seed);
        for (const std::size_t size : {1U, 2U, 3U}) {
            if (graph.vertices() <= size || (size == 3 && graph.vertices() > 16)) continue;
            INFO("seed " << seed << " size " << size);
            const auto all = every_set(graph, size);
            std::uint64_t least = all.begin()->second, tied = 0;
            for (const auto& [set, squares] : all) least = std::min(least, squares);
            std::vector<Set> holding;
            for (const auto& [set, squares] : all) {
                if (squares != least) continue;
                ++tied;
                if (holds_together(graph, set)) holding.push_back(set);
            }
            const auto best = graph::key_sets(graph, size, 1e9);
            CHECK(best.exhaustive);
            CHECK(best.squares == least);
            CHECK(best.tied == tied);
            if (tied <= graph::most_listed) CHECK(best.sets == holding);
        }
    }
}

TEST_CASE("key sets: step by step never does better, and is near", "[graph]") {
    std::size_t same = 0, graphs = 0;
    for (std::uint32_t seed = 0; seed < 300; ++seed) {
        const auto graph = test::random_graph(seed);
        if (graph.vertices() <= 3) continue;
        const auto best = graph::key_sets(graph, 3, 1e9), found = graph::key_sets(graph, 3, 0);
        CHECK_FALSE(found.exhaustive);
        CHECK(found.squares >= best.squares);
        ++graphs;
        same += found.squares == best.squares ? 1 : 0;
    }
    CHECK(10 * same >= 9 * graphs);
}

TEST_CASE("key sets: in a ring of diamonds two opposite cuts hold it", "[graph]") {
    // Four diamonds: cuts 0, 3, 6 and 9. Two opposite ones leave 5 and 5, squares 50; two next to
    // each other 2 and 8.
    const auto best = graph::key_sets(test::diamond_chain(4, test::Ends::ring), 2, 1e9);
    CHECK(best.squares == 50);
    CHECK(best.sets == std::vector<Set>{{0, 6}, {3, 9}});
}

TEST_CASE("key sets: in a clique all do as much, and none holds anything", "[graph]") {
    test::Pairs pairs;
    for (Vertex a = 0; a < 6; ++a)
        for (Vertex b = a + 1; b < 6; ++b) pairs.emplace_back(a, b);
    const auto best = graph::key_sets(test::graph_of(6, pairs), 2, 1e9);
    CHECK(best.squares == 16);
    CHECK(best.tied == 15);
    CHECK(best.sets.empty());
}
