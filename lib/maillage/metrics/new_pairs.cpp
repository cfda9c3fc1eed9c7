#include <algorithm>

#include <maillage/graph/projection.hpp>
#include <maillage/metrics/new_pairs.hpp>

namespace maillage::metrics {

namespace {

using graph::Vertex;

/// What one actor shares with the others it starts a partnership with.
class SharedRelations {
  public:
    SharedRelations(const graph::Incidence& history, const graph::Ranges& actors)
        : history_(history), actors_(actors), wanted_(actors.size(), 0) {}

    void want(Vertex partner) { wanted_[partner] = 1; }

    /// Gathers what the actor shares with the partners wanted, and wants nobody any more.
    void gather(std::uint32_t actor) {
        found_.clear();
        for (const std::uint32_t relation : history_.relations_of(actor))
            for (const Vertex member : history_.members(relation))
                if (const auto rank = actors_.rank(member); rank && wanted_[*rank] != 0)
                    found_.emplace_back(*rank, relation);
        std::ranges::sort(found_);
        relations_.clear();
        for (const auto& [partner, relation] : found_) {
            relations_.push_back(relation);
            wanted_[partner] = 0;
        }
    }

    [[nodiscard]] std::span<const std::uint32_t> with(Vertex partner) const {
        const auto by = &std::pair<Vertex, std::uint32_t>::first;
        const auto first = std::ranges::lower_bound(found_, partner, {}, by) - found_.begin();
        const auto last = std::ranges::upper_bound(found_, partner, {}, by) - found_.begin();
        return {relations_.data() + first, relations_.data() + last};
    }

  private:
    const graph::Incidence& history_;
    const graph::Ranges& actors_;
    std::vector<std::uint8_t> wanted_;
    std::vector<std::pair<Vertex, std::uint32_t>> found_;  ///< Sorted by partner.
    std::vector<std::uint32_t> relations_;                 ///< Beside `found_`.
};

/// Members of a sorted row that come after a vertex.
std::span<const Vertex> after(std::span<const Vertex> members, Vertex vertex) {
    return members.subspan(
        static_cast<std::size_t>(std::ranges::upper_bound(members, vertex) - members.begin()));
}

}  // namespace

std::vector<std::uint32_t> started_partnerships(const Scope& scope) {
    // Without dates the window holds everything, and nothing is known to have started in it.
    if (!scope.window.first) return {};
    return scope.new_partnerships.relations;
}

std::string_view reason_of_no_start(const Scope& scope) {
    const auto& relations = scope.view.partnerships.relations;
    const bool undated = !relations.empty() && scope.new_partnerships.undated == relations.size();
    return undated ? "unknown_dates" : "no_relation";
}

void for_each_new_pair(const Scope& scope, std::span<const std::uint32_t> started,
                       const graph::Incidence& history,
                       const std::function<void(const NewPair&)>& visit) {
    const graph::Ranges& actors = scope.view.partnerships.actors;
    const graph::Incidence network =
        graph::restricted(scope.study.partnerships.incidence, started, actors);
    SharedRelations shared(history, actors);
    Vertex vertex = 0;
    actors.for_each([&](std::uint32_t actor) {
        const Vertex self = vertex++;
        const auto partnerships = network.relations_of(self);
        if (partnerships.empty()) return;
        for (const std::uint32_t position : partnerships)
            for (const Vertex partner : after(network.members(position), self))
                shared.want(partner);
        shared.gather(actor);
        for (const std::uint32_t position : partnerships)
            for (const Vertex partner : after(network.members(position), self))
                visit({position, shared.with(partner)});
    });
}

}  // namespace maillage::metrics
