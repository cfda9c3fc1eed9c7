#pragma once

// The door to Boost.Graph: a CompressedGraph models VertexListGraph, BidirectionalGraph,
// AdjacencyGraph and EdgeListGraph, so that any algorithm of Boost.Graph runs on it without a copy.
// Include it only where such an algorithm is called: it is slow to compile.

#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/iterator/iterator_facade.hpp>
#include <boost/iterator/transform_iterator.hpp>
#include <boost/property_map/property_map.hpp>

#include <maillage/graph/compressed_graph.hpp>

namespace maillage::graph {

/// An edge as seen from one of its ends.
struct EdgeDescriptor {
    Vertex source = 0, target = 0;

    friend bool operator==(const EdgeDescriptor& a, const EdgeDescriptor& b) {
        return (a.source == b.source && a.target == b.target) ||
               (a.source == b.target && a.target == b.source);
    }
    friend bool operator!=(const EdgeDescriptor& a, const EdgeDescriptor& b) { return !(a == b); }
};

struct ToOutEdge {
    const CompressedGraph* graph = nullptr;
    Vertex source = 0;
    EdgeDescriptor operator()(std::uint64_t i) const {
        return {source, graph->neighbours(source)[i]};
    }
};

struct ToInEdge {
    ToOutEdge out;
    EdgeDescriptor operator()(std::uint64_t i) const {
        const EdgeDescriptor edge = out(i);
        return {edge.target, edge.source};
    }
};

/// Walks every edge once, from its smaller end.
class EdgeIterator : public boost::iterator_facade<EdgeIterator, EdgeDescriptor,
                                                   boost::forward_traversal_tag, EdgeDescriptor> {
  public:
    EdgeIterator() = default;
    EdgeIterator(const CompressedGraph& graph, Vertex vertex) : graph_(&graph), vertex_(vertex) {
        settle();
    }

  private:
    friend class boost::iterator_core_access;

    [[nodiscard]] EdgeDescriptor dereference() const { return ToOutEdge{graph_, vertex_}(at_); }
    [[nodiscard]] bool equal(const EdgeIterator& other) const {
        return vertex_ == other.vertex_ && at_ == other.at_;
    }
    void increment() {
        ++at_;
        settle();
    }
    void settle() {
        while (vertex_ < graph_->vertices()) {
            const auto row = graph_->neighbours(vertex_);
            while (at_ < row.size() && row[at_] < vertex_) ++at_;
            if (at_ < row.size()) return;
            ++vertex_;
            at_ = 0;
        }
    }

    const CompressedGraph* graph_ = nullptr;
    Vertex vertex_ = 0;
    std::uint64_t at_ = 0;
};

}  // namespace maillage::graph

namespace boost {

template <>
struct graph_traits<maillage::graph::CompressedGraph> {
    using vertex_descriptor = maillage::graph::Vertex;
    using edge_descriptor = maillage::graph::EdgeDescriptor;
    using directed_category = undirected_tag;
    using edge_parallel_category = disallow_parallel_edge_tag;
    struct traversal_category : bidirectional_graph_tag,
                                adjacency_graph_tag,
                                vertex_list_graph_tag,
                                edge_list_graph_tag {};
    using vertices_size_type = std::size_t;
    using edges_size_type = std::size_t;
    using degree_size_type = std::size_t;
    using vertex_iterator = counting_iterator<vertex_descriptor>;
    using adjacency_iterator = const maillage::graph::Vertex*;
    using out_edge_iterator =
        transform_iterator<maillage::graph::ToOutEdge, counting_iterator<std::uint64_t>>;
    using in_edge_iterator =
        transform_iterator<maillage::graph::ToInEdge, counting_iterator<std::uint64_t>>;
    using edge_iterator = maillage::graph::EdgeIterator;
    static vertex_descriptor null_vertex() { return ~vertex_descriptor{0}; }
};
// Some algorithms of Boost.Graph ask for the traits of the constant type.
template <>
struct graph_traits<const maillage::graph::CompressedGraph>
    : graph_traits<maillage::graph::CompressedGraph> {};

template <>
struct property_map<maillage::graph::CompressedGraph, vertex_index_t> {
    using type = typed_identity_property_map<maillage::graph::Vertex>;
    using const_type = type;
};

}  // namespace boost

namespace maillage::graph {

using Traits = boost::graph_traits<CompressedGraph>;

inline Vertex source(const EdgeDescriptor& edge, const CompressedGraph&) {
    return edge.source;
}
inline Vertex target(const EdgeDescriptor& edge, const CompressedGraph&) {
    return edge.target;
}
inline std::size_t num_vertices(const CompressedGraph& graph) {
    return graph.vertices();
}
inline std::size_t num_edges(const CompressedGraph& graph) {
    return graph.edges();
}
inline std::size_t out_degree(Vertex vertex, const CompressedGraph& graph) {
    return graph.degree(vertex);
}
inline std::size_t in_degree(Vertex vertex, const CompressedGraph& graph) {
    return graph.degree(vertex);
}
inline std::size_t degree(Vertex vertex, const CompressedGraph& graph) {
    return graph.degree(vertex);
}
inline std::pair<Traits::vertex_iterator, Traits::vertex_iterator> vertices(
    const CompressedGraph& graph) {
    return {Traits::vertex_iterator(0),
            Traits::vertex_iterator(static_cast<Vertex>(graph.vertices()))};
}
inline std::pair<Traits::adjacency_iterator, Traits::adjacency_iterator> adjacent_vertices(
    Vertex vertex, const CompressedGraph& graph) {
    const auto row = graph.neighbours(vertex);
    return {row.data(), row.data() + row.size()};
}
template <class Iterator, class ToEdge>
std::pair<Iterator, Iterator> edge_range(ToEdge to_edge, std::uint64_t count) {
    using Position = boost::counting_iterator<std::uint64_t>;
    return {Iterator(Position(0), to_edge), Iterator(Position(count), to_edge)};
}
inline std::pair<Traits::out_edge_iterator, Traits::out_edge_iterator> out_edges(
    Vertex vertex, const CompressedGraph& graph) {
    return edge_range<Traits::out_edge_iterator>(ToOutEdge{&graph, vertex}, graph.degree(vertex));
}
inline std::pair<Traits::in_edge_iterator, Traits::in_edge_iterator> in_edges(
    Vertex vertex, const CompressedGraph& graph) {
    return edge_range<Traits::in_edge_iterator>(ToInEdge{{&graph, vertex}}, graph.degree(vertex));
}
inline std::pair<EdgeIterator, EdgeIterator> edges(const CompressedGraph& graph) {
    return {EdgeIterator(graph, 0), EdgeIterator(graph, static_cast<Vertex>(graph.vertices()))};
}
inline boost::typed_identity_property_map<Vertex> get(boost::vertex_index_t,
                                                      const CompressedGraph&) {
    return {};
}
inline Vertex get(boost::vertex_index_t, const CompressedGraph&, Vertex vertex) {
    return vertex;
}

}  // namespace maillage::graph
