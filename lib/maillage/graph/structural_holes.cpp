#include <algorithm>
#include <cmath>

#include <maillage/base/threads.hpp>
#include <maillage/graph/structural_holes.hpp>

namespace maillage::graph {

namespace {

/// Memory for one ego after the other.
class Egos {
  public:
    explicit Egos(const CompressedGraph& graph)
        : graph_(graph), rank_(graph.vertices(), stranger) {}

    EgoNetwork of(Vertex ego) {
        EgoNetwork network;
        const auto contacts = graph_.neighbours(ego);
        network.degree = static_cast<std::uint32_t>(contacts.size());
        if (contacts.empty()) return network;
        // Through q goes p_iq p_qj = 1 / (d_i d_q): the 1 / d_i common to all comes at the end.
        share_.assign(contacts.size(), 1);
        for (std::uint32_t i = 0; i < contacts.size(); ++i) rank_[contacts[i]] = i;
        for (const Vertex contact : contacts) {
            const double through = 1 / static_cast<double>(graph_.degree(contact));
            for (const Vertex next : graph_.neighbours(contact)) {
                if (rank_[next] == stranger) continue;
                share_[rank_[next]] += through;
                ++network.ties;
            }
        }
        for (const Vertex contact : contacts) rank_[contact] = stranger;
        network.ties /= 2;
        measure(network);
        return network;
    }

  private:
    static constexpr std::uint32_t stranger = ~std::uint32_t{0};
    const CompressedGraph& graph_;
    std::vector<std::uint32_t> rank_;  ///< Among the contacts of the ego at hand.
    std::vector<double> share_;

    void measure(EgoNetwork& network) {
        double sum = 0;
        for (double& share : share_) {
            share = share / network.degree * (share / network.degree);
            sum += share;
        }
        network.constraint = sum;
        if (network.degree < 2) return;
        double uneven = 0;
        for (const double share : share_) {
            const double ratio = share / (sum / network.degree);
            uneven += ratio * std::log(ratio);
        }
        network.hierarchy =
            std::clamp(uneven / (network.degree * std::log(network.degree)), 0.0, 1.0);
    }
};

}  // namespace

std::vector<EgoNetwork> ego_networks(const CompressedGraph& graph, unsigned threads) {
    constexpr std::size_t egos_at_once = 1 << 14;
    std::vector<EgoNetwork> networks(graph.vertices());
    const std::size_t shares = (graph.vertices() + egos_at_once - 1) / egos_at_once;
    base::parallel_for(shares, threads, [&](std::size_t share) {
        Egos egos(graph);
        const std::size_t end = std::min(graph.vertices(), (share + 1) * egos_at_once);
        for (std::size_t i = share * egos_at_once; i < end; ++i)
            networks[i] = egos.of(static_cast<Vertex>(i));
    });
    return networks;
}

}  // namespace maillage::graph
