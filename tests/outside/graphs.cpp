// Simple graphs: the kernels that the figures of positions and fragility rest on. A figure is one
// function here and one of the same name on the other side.

#include "support/graphs.hpp"

#include <map>

#include <maillage/graph/betweenness.hpp>
#include <maillage/graph/block_cut_tree.hpp>
#include <maillage/graph/cores.hpp>
#include <maillage/graph/structural_holes.hpp>

#include "cases.hpp"

namespace maillage::outside {

namespace {

using graph::CompressedGraph;
using graph::Vertex;

template <class Of>
Values of_each_vertex(const CompressedGraph& graph, Of of) {
    Values values;
    for (Vertex vertex = 0; vertex < graph.vertices(); ++vertex) values.push_back(of(vertex));
    return values;
}

template <class Of>
Values of_each_ego(const CompressedGraph& graph, Of of) {
    const auto egos = graph::ego_networks(graph, 1);
    return of_each_vertex(graph, [&](Vertex vertex) { return of(egos[vertex]); });
}

Values degree(const CompressedGraph& graph) {
    return of_each_vertex(graph,
                          [&](Vertex vertex) { return static_cast<double>(graph.degree(vertex)); });
}

Values betweenness(const CompressedGraph& graph) {
    const auto found = graph::betweenness(graph, {.threads = 1}).values;
    return {found.begin(), found.end()};
}

Values coreness(const CompressedGraph& graph) {
    const auto found = graph::coreness(graph);
    return {found.begin(), found.end()};
}

Values constraint(const CompressedGraph& graph) {
    return of_each_ego(graph, [](const graph::EgoNetwork& ego) { return ego.constraint; });
}

Values effective_size(const CompressedGraph& graph) {
    return of_each_ego(graph, [](const graph::EgoNetwork& ego) { return ego.effective_size(); });
}

Values hierarchy(const CompressedGraph& graph) {
    return of_each_ego(graph, [](const graph::EgoNetwork& ego) { return ego.hierarchy; });
}

Values articulation(const CompressedGraph& graph) {
    const graph::BlockCutTree tree(graph);
    return of_each_vertex(graph, [&](Vertex vertex) { return tree.is_cut(vertex) ? 1.0 : 0.0; });
}

Values bridges(const CompressedGraph& graph) {
    const graph::BlockCutTree tree(graph);
    double count = 0;
    for (std::size_t block = 0; block < tree.blocks(); ++block) count += tree.is_bridge(block);
    return {count};
}

const std::map<std::string_view, Values (*)(const CompressedGraph&)> figures{
    {"degree", degree},
    {"betweenness", betweenness},
    {"coreness", coreness},
    {"constraint", constraint},
    {"effective_size", effective_size},
    {"hierarchy", hierarchy},
    {"articulation", articulation},
    {"bridges", bridges}};

}  // namespace

void write_graph(Random& random, Case& one) {
    const CompressedGraph graph = test::random_graph(random.next());
    std::vector<Vertex> from, to;
    for (const auto& [a, b] : test::pairs_of(graph)) {
        from.push_back(a);
        to.push_back(b);
    }
    one.given("vertices", std::vector<std::size_t>{graph.vertices()});
    one.given("from", from);
    one.given("to", to);
    for (const auto& [name, of] : figures) one.found(name, of(graph));
}

}  // namespace maillage::outside
