#include <random>
#include <set>

#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/core_numbers.hpp>
#include <boost/graph/graph_concepts.hpp>

#include <maillage/graph/betweenness.hpp>
#include <maillage/graph/boost_graph.hpp>
#include <maillage/graph/components.hpp>
#include <maillage/graph/cores.hpp>

#include "support/catch.hpp"
#include "support/graphs.hpp"

using namespace maillage::graph;

namespace {

BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<CompressedGraph>));
BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<CompressedGraph>));
BOOST_CONCEPT_ASSERT((boost::AdjacencyGraphConcept<CompressedGraph>));
BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<CompressedGraph>));

std::vector<double> brandes(const CompressedGraph& graph) {
    std::vector<double> scores(graph.vertices());
    boost::brandes_betweenness_centrality(
        graph, boost::make_iterator_property_map(scores.begin(), get(boost::vertex_index, graph)));
    return scores;
}

CompressedGraph star(Vertex leaves) {
    std::vector<Pair> pairs;
    for (Vertex leaf = 1; leaf <= leaves; ++leaf) pairs.emplace_back(0, leaf);
    return {leaves + 1, pairs};
}

}  // namespace

TEST_CASE("Brandes betweenness of Boost.Graph runs on our rows: a star, a path") {
    const auto of_star = brandes(star(5));
    CHECK(of_star[0] == 10);  // r(r-1)/2 pairs of leaves, all through the centre
    CHECK(of_star[3] == 0);
    const std::vector<Pair> path{{0, 1}, {1, 2}, {2, 3}};
    CHECK(brandes(CompressedGraph(4, path)) == std::vector<double>{0, 2, 2, 0});
}

TEST_CASE("core numbers of Boost.Graph run on our rows: a triangle with a tail and an isolate") {
    //  0 - 1      4
    //   \ /
    //    2 - 3
    const std::vector<Pair> pairs{{0, 1}, {0, 2}, {1, 2}, {2, 3}};
    const CompressedGraph graph(5, pairs);
    std::vector<std::size_t> cores(5);
    boost::core_numbers(
        graph, boost::make_iterator_property_map(cores.begin(), get(boost::vertex_index, graph)));
    CHECK(cores == std::vector<std::size_t>{2, 2, 2, 1, 0});
}

TEST_CASE("components: ours and those of Boost.Graph agree on random graphs") {
    std::mt19937 generator(7);
    const auto below = [&](Vertex bound) { return static_cast<Vertex>(generator() % bound); };
    for (int round = 0; round < 50; ++round) {
        const Vertex n = 2 + below(40);
        std::vector<Pair> pairs;
        for (Vertex i = 0; i < n / 2; ++i) {
            const Vertex a = below(n), b = below(n);
            if (a != b) pairs.emplace_back(std::min(a, b), std::max(a, b));
        }
        make_distinct(pairs);
        const CompressedGraph graph(n, pairs);
        std::vector<Vertex> labels(n);
        const auto count = boost::connected_components(
            graph,
            boost::make_iterator_property_map(labels.begin(), get(boost::vertex_index, graph)));
        DisjointSets sets(n);
        for (const auto& [a, b] : pairs) sets.unite(a, b);
        CHECK(sets.sizes().size() == static_cast<std::size_t>(count));
        for (const auto& [a, b] : pairs) CHECK(labels[a] == labels[b]);
        std::size_t walked = 0;
        for (auto [edge, end] = edges(graph); edge != end; ++edge) ++walked;
        CHECK(walked == pairs.size());
    }
}

TEST_CASE("betweenness and cores: ours and those of Boost.Graph agree on random graphs") {
    for (std::uint32_t seed = 0; seed < 200; ++seed) {
        INFO(seed);
        const CompressedGraph graph = maillage::test::random_graph(seed);
        std::vector<std::uint32_t> cores(graph.vertices());
        boost::core_numbers(graph, boost::make_iterator_property_map(
                                       cores.begin(), get(boost::vertex_index, graph)));
        CHECK(coreness(graph) == cores);
        const auto ours = betweenness(graph, {.threads = 1}).values;
        const auto theirs = brandes(graph);
        for (Vertex v = 0; v < graph.vertices(); ++v)
            CHECK(ours[v] == Approx(theirs[v]).margin(1e-9));
    }
}
