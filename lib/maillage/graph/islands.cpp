// Vertices and relations are the nodes of one graph, walked depth first from a vertex. Below a
// relation, a branch from which nothing reaches above it is cut off without it; what is not cut
// off stays with the root.

#include <algorithm>
#include <limits>

#include <maillage/graph/islands.hpp>

namespace maillage::graph {

namespace {

constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

void add(Island& to, const Island& island) {
    to.members += island.members;
    to.marked += island.marked;
}

}  // namespace

class Islands::Search {
  public:
    Search(const Incidence& network, std::span<const std::uint8_t> marked, Islands& found)
        : network_(network),
          marked_(marked),
          found_(found),
          vertices_(static_cast<std::uint32_t>(network.vertices())),
          order_(vertices_ + network.relations(), none),
          lowest_(order_.size()),
          below_(order_.size()),
          cut_off_(network.relations()) {}

    void run() {
        for (Vertex root = 0; root < vertices_; ++root)
            if (order_[root] == none) walk(root);
    }

  private:
    struct Frame {
        std::uint32_t node, parent;
        std::size_t next = 0;
    };
    const Incidence& network_;
    std::span<const std::uint8_t> marked_;
    Islands& found_;
    std::uint32_t vertices_, clock_ = 0;
    std::vector<std::uint32_t> order_, lowest_;
    std::vector<Island> below_;    ///< Of each node, itself included.
    std::vector<Island> cut_off_;  ///< Of each relation.
    std::vector<Frame> stack_;
    std::vector<std::uint32_t> relations_;  ///< Of the island.

    void walk(Vertex root) {
        relations_.clear();
        open(root, none);
        while (!stack_.empty()) {
            Frame& frame = stack_.back();
            const auto next = neighbour(frame.node, frame.next++);
            if (!next) {
                close();
            } else if (order_[*next] == none) {
                open(*next, frame.node);
            } else if (*next != frame.parent) {
                lowest_[frame.node] = std::min(lowest_[frame.node], order_[*next]);
            }
        }
        finish(root);
    }

    [[nodiscard]] std::optional<std::uint32_t> neighbour(std::uint32_t node, std::size_t i) const {
        const bool is_vertex = node < vertices_;
        const auto row =
            is_vertex ? network_.relations_of(node) : network_.members(node - vertices_);
        if (i == row.size()) return std::nullopt;
        return is_vertex ? row[i] + vertices_ : row[i];
    }

    void open(std::uint32_t node, std::uint32_t parent) {
        order_[node] = lowest_[node] = clock_++;
        if (node < vertices_)
            below_[node] = {1, marked_[node]};
        else
            relations_.push_back(node - vertices_);
        stack_.push_back({node, parent});
    }

    void close() {
        const auto [node, parent, next] = stack_.back();
        stack_.pop_back();
        if (parent == none) return;
        lowest_[parent] = std::min(lowest_[parent], lowest_[node]);
        add(below_[parent], below_[node]);
        if (parent < vertices_ || lowest_[node] < order_[parent]) return;
        add(cut_off_[parent - vertices_], below_[node]);
        keep(parent - vertices_, node, below_[node]);
    }

    /// A piece that holds `vertex`, unless it is alone and belongs to nothing else.
    void keep(std::uint32_t relation, Vertex vertex, const Island& piece) {
        if (piece.members > 1 || network_.relations_of(vertex).size() > 1)
            found_.pieces_.push_back({relation, piece});
    }

    void finish(Vertex root) {
        const Island whole = below_[root];
        for (const std::uint32_t relation : relations_) {
            found_.island_of_[relation] = static_cast<std::uint32_t>(found_.islands_.size());
            keep(relation, root,
                 {whole.members - cut_off_[relation].members,
                  whole.marked - cut_off_[relation].marked});
        }
        found_.islands_.push_back(whole);
    }
};

Islands::Islands(const Incidence& network, std::span<const std::uint8_t> marked)
    : island_of_(network.relations(), none) {
    Search(network, marked, *this).run();
    std::ranges::stable_sort(pieces_, {}, &Piece::relation);
}

std::optional<std::size_t> Islands::of(std::size_t relation) const {
    if (island_of_[relation] == none) return std::nullopt;
    return island_of_[relation];
}

std::span<const Islands::Piece> Islands::without(std::uint32_t relation) const {
    const auto first = std::ranges::lower_bound(pieces_, relation, {}, &Piece::relation);
    const auto last = std::ranges::upper_bound(pieces_, relation, {}, &Piece::relation);
    return {first, last};
}

}  // namespace maillage::graph
