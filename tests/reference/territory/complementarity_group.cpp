#include "reference/levers.hpp"

namespace maillage::reference {

namespace {

/// Ford and Fulkerson on a network with an edge for each pair of an offer and another's need.
class Network {
  public:
    void add(int from, int to, double capacity) {
        left_[from][to] += capacity;
        left_[to][from] += 0;
    }
    double flow(int source, int sink) {
        double total = 0;
        for (;;) {
            std::set<int> seen;
            const double more = push(source, sink, 1e9, seen);
            if (more == 0) return total;
            total += more;
        }
    }

  private:
    std::map<int, std::map<int, double>> left_;

    double push(int from, int sink, double most, std::set<int>& seen) {
        if (from == sink) return most;
        seen.insert(from);
        for (auto& [to, capacity] : left_[from]) {
            if (capacity == 0 || seen.contains(to)) continue;
            const double more = push(to, sink, std::min(most, capacity), seen);
            if (more == 0) continue;
            capacity -= more;
            left_[to][from] += more;
            return more;
        }
        return 0;
    }
};

double most_met(const std::map<std::uint32_t, Level>& by_actor) {
    constexpr int source = -1, sink = -2;
    Network network;
    for (const auto& [i, giver] : by_actor) {
        const int offer = 2 * static_cast<int>(i);
        network.add(source, offer, giver.offer);
        network.add(offer + 1, sink, giver.need);
        for (const auto& [j, taker] : by_actor)
            if (i != j) network.add(offer, 2 * static_cast<int>(j) + 1, 1e6);
    }
    return network.flow(source, sink);
}

}  // namespace

Answers territory_complementarity_group(const Question& q) {
    Answers answers;
    double met = 0, needs = 0;
    for (const auto& [lever, by_actor] : levels_of(q, q.emergence_actors)) {
        double needed = 0;
        for (const auto& [actor, level] : by_actor) needed += level.need;
        const double flow = most_met(by_actor);
        answers[{"complementarity_group", "lever=" + lever}] =
            needed > 0 ? std::optional(flow / needed) : std::nullopt;
        met += flow;
        needs += needed;
    }
    answers[{"complementarity_group", ""}] = needs > 0 ? std::optional(met / needs) : std::nullopt;
    return answers;
}

}  // namespace maillage::reference
