#include <algorithm>
#include <cmath>

#include <maillage/graph/structural_holes.hpp>

#include "support/catch.hpp"
#include "support/graphs.hpp"

namespace {

using namespace maillage;
using graph::Vertex;

bool tied(const graph::CompressedGraph& graph, Vertex a, Vertex b) {
    return std::ranges::count(graph.neighbours(a), b) == 1;
}

double share(const graph::CompressedGraph& graph, Vertex from, Vertex to) {
    return tied(graph, from, to) ? 1.0 / static_cast<double>(graph.degree(from)) : 0;
}

/// c_ij of Burt's formula, from the definition.
double contact_constraint(const graph::CompressedGraph& graph, Vertex i, Vertex j) {
    double through = share(graph, i, j);
    for (Vertex q = 0; q < graph.vertices(); ++q)
        if (q != i && q != j) through += share(graph, i, q) * share(graph, q, j);
    return through * through;
}

}  // namespace

TEST_CASE("constraint of cliques, stars and circles is the closed form", "[graph]") {
    const auto triangle = graph::ego_networks(test::graph_of(3, {{0, 1}, {0, 2}, {1, 2}}));
    CHECK(*triangle[0].constraint == Approx(1.125));
    const auto clique =
        graph::ego_networks(test::graph_of(4, {{0, 1}, {0, 2}, {0, 3}, {1, 2}, {1, 3}, {2, 3}}));
    CHECK(*clique[2].constraint == Approx(25.0 / 27));
    CHECK(*clique[2].effective_size() == Approx(1));
    CHECK(*clique[2].hierarchy == Approx(0).margin(1e-12));
    const auto star = graph::ego_networks(test::graph_of(5, {{0, 1}, {0, 2}, {0, 3}}));
    CHECK(*star[0].constraint == Approx(1.0 / 3));
    CHECK(*star[0].effective_size() == Approx(3));
    CHECK(*star[0].efficiency() == Approx(1));
    CHECK(*star[1].constraint == Approx(1));
    CHECK_FALSE(star[1].hierarchy.has_value());
    CHECK_FALSE(star[4].constraint.has_value());
    CHECK_FALSE(star[4].effective_size().has_value());
}

TEST_CASE("ego networks of random graphs are those of the definition", "[graph]") {
    const auto seed = GENERATE(range(0U, 100U));
    const auto graph = test::random_graph(seed);
    const auto found = graph::ego_networks(graph, 1 + seed % 2);
    for (Vertex i = 0; i < graph.vertices(); ++i) {
        const auto contacts = graph.neighbours(i);
        if (contacts.empty()) continue;
        double sum = 0;
        std::uint64_t ties = 0;
        for (const Vertex j : contacts) {
            sum += contact_constraint(graph, i, j);
            for (const Vertex other : contacts) ties += j < other && tied(graph, j, other);
        }
        CHECK(*found[i].constraint == Approx(sum));
        CHECK(found[i].ties == ties);
        if (contacts.size() < 2) continue;
        const auto n = static_cast<double>(contacts.size());
        double uneven = 0;
        for (const Vertex j : contacts) {
            const double ratio = contact_constraint(graph, i, j) / (sum / n);
            uneven += ratio * std::log(ratio) / (n * std::log(n));
        }
        CHECK(*found[i].hierarchy == Approx(uneven).margin(1e-12));
    }
}
