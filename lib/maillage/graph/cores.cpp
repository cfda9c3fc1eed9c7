// Takes out the vertex of smallest degree again and again. Vertices stand sorted by what is left of
// their degree; one that loses a neighbour moves to the front of its bin, which then ends one
// earlier: a swap, no sorting.

#include <algorithm>

#include <maillage/graph/cores.hpp>

namespace maillage::graph {

namespace {

class Peeling {
  public:
    explicit Peeling(const CompressedGraph& graph)
        : graph_(graph),
          left_(graph.vertices()),
          order_(graph.vertices()),
          place_(graph.vertices()) {
        for (Vertex v = 0; v < graph.vertices(); ++v) {
            left_[v] = static_cast<std::uint32_t>(graph.degree(v));
            if (left_[v] + 2 > bin_.size()) bin_.resize(left_[v] + 2, 0);
            ++bin_[left_[v] + 1];
        }
        for (std::size_t degree = 1; degree < bin_.size(); ++degree)
            bin_[degree] += bin_[degree - 1];
        std::vector<std::uint32_t> next = bin_;
        for (Vertex v = 0; v < graph.vertices(); ++v) {
            place_[v] = next[left_[v]]++;
            order_[place_[v]] = v;
        }
    }

    std::vector<std::uint32_t> run() {
        for (std::size_t i = 0; i < order_.size(); ++i) {
            const Vertex taken = order_[i];
            for (const Vertex neighbour : graph_.neighbours(taken))
                if (left_[neighbour] > left_[taken]) lower(neighbour);
        }
        return std::move(left_);
    }

  private:
    const CompressedGraph& graph_;
    std::vector<std::uint32_t> left_;  ///< Degree among those not yet taken, then the coreness.
    std::vector<std::uint32_t> bin_;   ///< First place of each degree in `order_`.
    std::vector<Vertex> order_;
    std::vector<std::uint32_t> place_;

    void lower(Vertex vertex) {
        const std::uint32_t first = bin_[left_[vertex]]++;
        const Vertex other = order_[first];
        std::swap(order_[first], order_[place_[vertex]]);
        std::swap(place_[other], place_[vertex]);
        --left_[vertex];
    }
};

}  // namespace

std::vector<std::uint32_t> coreness(const CompressedGraph& graph) {
    return Peeling(graph).run();
}

}  // namespace maillage::graph
