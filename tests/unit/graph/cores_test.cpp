#include <algorithm>

#include <maillage/graph/cores.hpp>

#include "support/catch.hpp"
#include "support/graphs.hpp"

namespace {

using namespace maillage;
using graph::Vertex;
using Cores = std::vector<std::uint32_t>;

/// From the definition: for each k, take out whoever has fewer than k neighbours until nobody has.
Cores by_definition(const graph::CompressedGraph& graph) {
    Cores cores(graph.vertices(), 0);
    for (std::uint32_t k = 1; k <= graph.vertices(); ++k) {
        std::vector<bool> in(graph.vertices(), true);
        for (bool changed = true; changed;) {
            changed = false;
            for (Vertex v = 0; v < graph.vertices(); ++v) {
                const auto inside =
                    std::ranges::count_if(graph.neighbours(v), [&](Vertex n) { return in[n]; });
                if (in[v] && inside < static_cast<std::ptrdiff_t>(k)) {
                    in[v] = false;
                    changed = true;
                }
            }
        }
        for (Vertex v = 0; v < graph.vertices(); ++v)
            if (in[v]) cores[v] = k;
    }
    return cores;
}

}  // namespace

TEST_CASE("coreness of a clique with a tail, a circle and an isolate", "[graph]") {
    const auto graph = test::graph_of(
        9, {{0, 1}, {0, 2}, {0, 3}, {1, 2}, {1, 3}, {2, 3}, {3, 4}, {5, 6}, {6, 7}, {7, 5}});
    CHECK(graph::coreness(graph) == Cores{3, 3, 3, 3, 1, 2, 2, 2, 0});
    CHECK(graph::coreness(test::graph_of(0, {})).empty());
}

TEST_CASE("coreness of random graphs is that of the definition", "[graph]") {
    const auto seed = GENERATE(range(0U, 100U));
    const auto graph = test::random_graph(seed);
    CHECK(graph::coreness(graph) == by_definition(graph));
}
