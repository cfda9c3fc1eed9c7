#include <algorithm>

#include "reference/reference.hpp"

namespace maillage::reference {

namespace {

/// It has begun on that day for certain, and not ended for certain.
bool runs(const Question& q, std::uint32_t i, Day day) {
    const auto& row = q.data.partnerships.rows[i];
    if (row.start.known() && row.start.last() > day) return false;
    if (!row.end.known()) return true;
    return row.start == row.end ? row.end.last() >= day : row.end.last() > day;
}

Members in_territory(const Question& q, std::uint32_t alliance) {
    Members members;
    for (const std::uint32_t party : q.parties(alliance))
        if (q.emergence_actors.contains(party)) members.insert(party);
    return members;
}

/// Those that share one of these alliances with somebody of the set, and the set.
Members one_step(const Question& q, const Members& from, const std::set<std::uint32_t>& alliances) {
    Members reached = from;
    for (const std::uint32_t i : alliances) {
        const Members members = in_territory(q, i);
        if (std::any_of(members.begin(), members.end(),
                        [&](std::uint32_t m) { return from.contains(m); }))
            reached.insert(members.begin(), members.end());
    }
    return reached;
}

double within_two(const Question& q, std::uint32_t actor, const std::set<std::uint32_t>& by) {
    return static_cast<double>(one_step(q, one_step(q, {actor}, by), by).size());
}

}  // namespace

Answers emergence_access_gain(const Question& q) {
    double sum = 0, parties = 0;
    for (const std::uint32_t i : q.partnerships) {
        const auto& start = q.data.partnerships.rows[i].start;
        if (!q.first || !start.known() || !q.in_window(start)) continue;
        std::set<std::uint32_t> without;
        for (const std::uint32_t other : q.partnerships)
            if (other != i && runs(q, other, start.last())) without.insert(other);
        std::set<std::uint32_t> with = without;
        with.insert(i);
        for (const std::uint32_t actor : in_territory(q, i)) {
            sum += within_two(q, actor, with) - within_two(q, actor, without);
            ++parties;
        }
    }
    return {
        {{"emergence_access_gain", ""}, parties > 0 ? std::optional(sum / parties) : std::nullopt}};
}

}  // namespace maillage::reference
