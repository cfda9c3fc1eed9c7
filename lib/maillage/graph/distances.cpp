#include <algorithm>

#include <maillage/base/threads.hpp>
#include <maillage/graph/distances.hpp>

namespace maillage::graph {

namespace {

/// Breadth first from one vertex after the other, with the same scratch.
class Walk {
  public:
    explicit Walk(const CompressedGraph& graph) : graph_(graph), reached_(graph.vertices(), 0) {}

    /// Adds the vertices at each distance from `start`.
    void count(Vertex start, std::vector<std::uint64_t>& counts) {
        ++mark_;
        front_.assign(1, start);
        reached_[start] = mark_;
        for (std::size_t distance = 1; !front_.empty(); ++distance) {
            advance();
            if (front_.empty()) return;
            if (counts.size() <= distance) counts.resize(distance + 1, 0);
            counts[distance] += front_.size();
        }
    }

  private:
    const CompressedGraph& graph_;
    std::vector<std::uint32_t> reached_;
    std::vector<Vertex> front_, next_;
    std::uint32_t mark_ = 0;

    void advance() {
        next_.clear();
        for (const Vertex vertex : front_)
            for (const Vertex neighbour : graph_.neighbours(vertex))
                if (reached_[neighbour] != mark_) {
                    reached_[neighbour] = mark_;
                    next_.push_back(neighbour);
                }
        front_.swap(next_);
    }
};

}  // namespace

std::vector<std::uint64_t> distance_counts(const CompressedGraph& graph, unsigned threads) {
    constexpr std::size_t sources_of_a_task = 1024;
    const std::size_t n = graph.vertices();
    std::vector<std::vector<std::uint64_t>> parts((n + sources_of_a_task - 1) / sources_of_a_task);
    base::parallel_for(parts.size(), threads, [&](std::size_t task) {
        Walk walk(graph);
        const std::size_t end = std::min(n, (task + 1) * sources_of_a_task);
        for (std::size_t start = task * sources_of_a_task; start < end; ++start)
            walk.count(static_cast<Vertex>(start), parts[task]);
    });
    std::vector<std::uint64_t> counts;
    for (const auto& part : parts) {
        counts.resize(std::max(counts.size(), part.size()), 0);
        for (std::size_t distance = 0; distance < part.size(); ++distance)
            counts[distance] += part[distance];
    }
    return counts;
}

}  // namespace maillage::graph
