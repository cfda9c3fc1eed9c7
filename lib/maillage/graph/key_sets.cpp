#include <algorithm>
#include <limits>
#include <numeric>

#include <maillage/graph/key_sets.hpp>

namespace maillage::graph {

namespace {

/// The same vertices, those of a set without any edge.
CompressedGraph without(const CompressedGraph& graph, const std::vector<Vertex>& gone) {
    std::vector<std::uint8_t> is_gone(graph.vertices(), 0);
    for (const Vertex vertex : gone) is_gone[vertex] = 1;
    std::vector<Pair> pairs;
    for (Vertex a = 0; a < graph.vertices(); ++a)
        for (const Vertex b : graph.neighbours(a))
            if (a < b && is_gone[a] == 0 && is_gone[b] == 0) pairs.emplace_back(a, b);
    return {graph.vertices(), pairs};
}

/// Squares once each vertex joins those that are gone, which stay as isolates and count for 1.
std::vector<std::uint64_t> squares_beside(const CompressedGraph& graph,
                                          const std::vector<Vertex>& gone) {
    const CompressedGraph rest = without(graph, gone);
    auto squares = squares_without(BlockCutTree(rest), rest.vertices());
    for (std::uint64_t& square : squares) square -= gone.size();
    for (const Vertex vertex : gone) squares[vertex] = std::numeric_limits<std::uint64_t>::max();
    return squares;
}

class EverySet {
  public:
    EverySet(const CompressedGraph& graph, std::size_t size) : graph_(graph), size_(size) {
        best_.squares = std::numeric_limits<std::uint64_t>::max();
        extend(0);
    }
    [[nodiscard]] const KeySets& best() const { return best_; }

  private:
    const CompressedGraph& graph_;
    std::size_t size_;
    std::vector<Vertex> chosen_;
    KeySets best_;

    void extend(Vertex first) {
        if (chosen_.size() + 1 == size_) return finish(first);
        for (Vertex vertex = first; vertex < graph_.vertices(); ++vertex) {
            chosen_.push_back(vertex);
            extend(vertex + 1);
            chosen_.pop_back();
        }
    }

    void finish(Vertex first) {
        const auto squares = squares_beside(graph_, chosen_);
        for (Vertex vertex = first; vertex < graph_.vertices(); ++vertex) {
            if (squares[vertex] > best_.squares) continue;
            if (squares[vertex] < best_.squares) {
                best_ = {squares[vertex], chosen_, 0, true};
                best_.first.push_back(vertex);
            }
            ++best_.tied;
        }
    }
};

KeySets step_by_step(const CompressedGraph& graph, std::size_t size) {
    KeySets best{0, {}, 0, false};
    const auto take_best = [&] {
        const auto squares = squares_beside(graph, best.first);
        const auto least = std::ranges::min_element(squares);
        best.squares = *least;
        best.first.push_back(static_cast<Vertex>(least - squares.begin()));
    };
    while (best.first.size() < size) take_best();
    // Each takes its turn to leave; all having done so in vain, none can.
    for (std::size_t in_vain = 0; in_vain < size;) {
        const std::uint64_t before = best.squares;
        best.first.erase(best.first.begin());
        take_best();
        in_vain = best.squares < before ? 0 : in_vain + 1;
    }
    std::ranges::sort(best.first);
    return best;
}

bool can_try_every_set(const CompressedGraph& graph, std::size_t size) {
    constexpr std::size_t most_vertices = 2'000;
    constexpr double most_steps = 2e7;
    const auto n = static_cast<double>(graph.vertices());
    double steps = n + static_cast<double>(graph.edges());
    for (std::size_t i = 1; i < size; ++i) steps *= n / static_cast<double>(i);
    return size == 1 || (graph.vertices() < most_vertices && steps <= most_steps);
}

}  // namespace

std::vector<std::uint64_t> squares_without(const BlockCutTree& tree, std::size_t vertices) {
    std::uint64_t whole = 0;
    for (Vertex vertex = 0; vertex < vertices; ++vertex) whole += tree.component_size(vertex);
    std::vector<std::uint64_t> squares(vertices);
    for (Vertex vertex = 0; vertex < vertices; ++vertex) {
        const std::uint64_t size = tree.component_size(vertex);
        squares[vertex] = whole - size * size + tree.branch_squares(vertex);
    }
    return squares;
}

KeySets key_sets(const CompressedGraph& graph, std::size_t size) {
    return can_try_every_set(graph, size) ? EverySet(graph, size).best()
                                          : step_by_step(graph, size);
}

}  // namespace maillage::graph
