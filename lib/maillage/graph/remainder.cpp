#include <algorithm>

#include <maillage/graph/remainder.hpp>

namespace maillage::graph {

Remainder::Remainder(const CompressedGraph& graph)
    : graph_(graph),
      places_(graph.vertices()),
      found_(graph.vertices(), 0),
      loss_(graph.vertices(), 0),
      component_size_(graph.vertices(), 0) {
    order_.reserve(graph.vertices());
}

void Remainder::take_out(std::span<const Vertex> gone) {
    std::ranges::fill(found_, 0);
    order_.clear();
    squares_ = 0;
    for (const Vertex vertex : gone) found_[vertex] = gone_mark;
    for (Vertex root = 0; root < graph_.vertices(); ++root) {
        if (found_[root] != 0) continue;
        const std::size_t first = order_.size();
        search(root);
        close_component(first);
    }
}

void Remainder::enter(Vertex vertex, Vertex parent) {
    order_.push_back(vertex);
    found_[vertex] = static_cast<std::uint32_t>(order_.size());
    places_[vertex] = {0, 0, 0, 1, found_[vertex], parent};
}

void Remainder::search(Vertex root) {
    Vertex at = root;
    enter(root, root);
    while (true) {
        Place& place = places_[at];
        const auto neighbours = graph_.neighbours(at);
        Vertex deeper = at;
        while (place.next < neighbours.size()) {
            const Vertex other = neighbours[place.next++];
            // Those gone were found last of all: they draw nothing down.
            if (found_[other] == 0) {
                deeper = other;
                break;
            }
            place.low = std::min(place.low, found_[other]);
        }
        if (deeper != at) {
            enter(deeper, at);
            at = deeper;
            continue;
        }
        if (at == root) return;
        leave(at);
        at = place.parent;
    }
}

void Remainder::leave(Vertex vertex) {
    const Place& place = places_[vertex];
    Place& parent = places_[place.parent];
    parent.size += place.size;
    parent.low = std::min(parent.low, place.low);
    if (place.low < found_[place.parent]) return;
    parent.branch_vertices += place.size;
    parent.branch_squares += std::uint64_t{place.size} * place.size;
}

void Remainder::close_component(std::size_t first) {
    const std::uint64_t size = order_.size() - first;
    squares_ += size * size;
    for (std::size_t i = first; i < order_.size(); ++i) {
        const Place& place = places_[order_[i]];
        // Beside the branches, what holds to the root; nothing when this is the root.
        const std::uint64_t rest = size - 1 - place.branch_vertices;
        loss_[order_[i]] = size * size - place.branch_squares - rest * rest;
        component_size_[order_[i]] = static_cast<std::uint32_t>(size);
    }
}

}  // namespace maillage::graph
