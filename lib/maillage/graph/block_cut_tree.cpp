#include <algorithm>

#include <maillage/graph/block_cut_tree.hpp>

namespace maillage::graph {

/// Depth-first search that keeps its own stack: a path of a million actors must not need a million
/// calls. Edges not yet in a block wait on a second stack.
class BlockCutTree::Search {
  public:
    Search(const CompressedGraph& graph, BlockCutTree& tree)
        : graph_(graph), tree_(tree), order_(graph.vertices(), 0), low_(graph.vertices(), 0) {}

    [[nodiscard]] bool has_seen(Vertex vertex) const { return order_[vertex] != 0; }

    /// Closes all blocks of the component of `start` and gives its vertices.
    const std::vector<Vertex>& run(Vertex start) {
        component_.clear();
        enter(start, start);
        while (!path_.empty()) step();
        return component_;
    }

  private:
    struct Visit {
        Vertex vertex, parent;
        std::size_t next = 0;  ///< Neighbour to look at.
    };
    const CompressedGraph& graph_;
    BlockCutTree& tree_;
    std::vector<std::uint32_t> order_, low_;  ///< Rank of arrival from 1; lowest rank reached.
    std::vector<Visit> path_;
    std::vector<Pair> waiting_;
    std::vector<Vertex> component_;
    std::uint32_t ranks_ = 0;

    void enter(Vertex vertex, Vertex parent) {
        order_[vertex] = low_[vertex] = ++ranks_;
        component_.push_back(vertex);
        path_.push_back({vertex, parent});
    }

    void step() {
        Visit& visit = path_.back();
        const Vertex vertex = visit.vertex;
        if (visit.next == graph_.degree(vertex)) return leave();
        const Vertex neighbour = graph_.neighbours(vertex)[visit.next++];
        if (neighbour == visit.parent || order_[neighbour] > order_[vertex]) return;
        waiting_.emplace_back(vertex, neighbour);
        if (has_seen(neighbour))
            low_[vertex] = std::min(low_[vertex], order_[neighbour]);
        else
            enter(neighbour, vertex);
    }

    void leave() {
        const Visit left = path_.back();
        path_.pop_back();
        if (path_.empty()) return;
        const Vertex parent = path_.back().vertex;
        low_[parent] = std::min(low_[parent], low_[left.vertex]);
        if (low_[left.vertex] < order_[parent]) return;
        // Nothing below reaches above the parent: the edges since parent-vertex are a block.
        Pair edge;
        do {
            edge = waiting_.back();
            waiting_.pop_back();
            tree_.edges_.push_back(edge);
        } while (edge != Pair(parent, left.vertex));
        tree_.close_block(parent);
    }
};

BlockCutTree::BlockCutTree(const CompressedGraph& graph)
    : branches_(graph.vertices(), 0),
      component_sizes_(graph.vertices(), 1),
      squares_(graph.vertices(), 0) {
    edges_.reserve(graph.edges());
    Search search(graph, *this);
    std::vector<std::uint32_t> below(graph.vertices(), 0);
    for (Vertex start = 0; start < graph.vertices(); ++start) {
        if (search.has_seen(start)) continue;
        const std::size_t first_block = blocks();
        const auto& component = search.run(start);
        const auto size = static_cast<std::uint32_t>(component.size());
        for (const Vertex vertex : component) component_sizes_[vertex] = size;
        weigh(first_block, size, below);
    }
}

void BlockCutTree::close_block(Vertex root) {
    const auto first = static_cast<std::ptrdiff_t>(members_.size());
    members_.push_back(root);
    for (std::size_t i = edge_offsets_.back(); i < edges_.size(); ++i)
        for (const Vertex end : {edges_[i].first, edges_[i].second})
            if (end != root) members_.push_back(end);
    // Every member but the root ends an edge; each must stand once.
    std::sort(members_.begin() + first + 1, members_.end());
    members_.erase(std::unique(members_.begin() + first + 1, members_.end()), members_.end());
    edge_offsets_.push_back(edges_.size());
    member_offsets_.push_back(members_.size());
}

/// Children come first: what hangs below a member is known when its block is weighed.
void BlockCutTree::weigh(std::size_t first_block, std::uint32_t component,
                         std::vector<std::uint32_t>& below) {
    const auto branch = [this](Vertex vertex, std::uint64_t size) {
        ++branches_[vertex];
        squares_[vertex] += size * size;
    };
    weights_.resize(members_.size());
    for (std::size_t block = first_block; block < blocks(); ++block) {
        const Vertex root = members_[member_offsets_[block]];
        std::uint32_t under_root = 0;
        for (std::size_t i = member_offsets_[block] + 1; i < member_offsets_[block + 1]; ++i) {
            weights_[i] = 1 + below[members_[i]];
            under_root += weights_[i];
            branch(members_[i], component - weights_[i]);
        }
        weights_[member_offsets_[block]] = component - under_root;
        below[root] += under_root;
        branch(root, under_root);
    }
}

}  // namespace maillage::graph
