#include <algorithm>

#include <maillage/metrics/pair_history.hpp>

namespace maillage::metrics {

using graph::Vertex;

PairHistory::PairHistory(const graph::Incidence& network, const graph::Ranges& actors,
                         const graph::Incidence& history,
                         const std::function<const model::Date&(std::uint32_t)>& date_of) {
    std::vector<base::Day> earliest(network.vertices(), never);
    std::vector<Vertex> found;
    const auto see = [&](Vertex other, base::Day day) {
        if (earliest[other] == never) found.push_back(other);
        earliest[other] = std::min(earliest[other], day);
    };
    Vertex vertex = 0;
    actors.for_each([&](std::uint32_t actor) {
        const Vertex self = vertex++;
        const bool concerned = !network.relations_of(self).empty();
        for (const std::uint32_t relation : history.relations_of(actor)) {
            const model::Date& date = date_of(relation);
            if (!concerned || !date.known()) continue;
            for (const Vertex member : history.members(relation))
                if (const auto other = actors.rank(member);
                    other && *other > self && !network.relations_of(*other).empty())
                    see(*other, date.last());
        }
        std::ranges::sort(found);
        for (const Vertex other : found) {
            later_.push_back(other);
            days_.push_back(earliest[other]);
            earliest[other] = never;
        }
        found.clear();
        offsets_.push_back(later_.size());
    });
}

base::Day PairHistory::shared_by(Vertex a, Vertex b) const {
    const auto [first, second] = std::minmax(a, b);
    const auto begin = later_.begin() + static_cast<std::ptrdiff_t>(offsets_[first]);
    const auto end = later_.begin() + static_cast<std::ptrdiff_t>(offsets_[first + 1]);
    const auto at = std::lower_bound(begin, end, second);
    return at == end || *at != second ? never
                                      : days_[static_cast<std::size_t>(at - later_.begin())];
}

PairHistory::Count PairHistory::count(std::span<const Vertex> members,
                                      const model::Date& date) const {
    Count count;
    for (std::size_t i = 0; i < members.size(); ++i)
        for (std::size_t j = i + 1; j < members.size(); ++j) {
            ++count.pairs;
            if (shared_by(members[i], members[j]) < date.first()) ++count.before;
        }
    return count;
}

}  // namespace maillage::metrics
