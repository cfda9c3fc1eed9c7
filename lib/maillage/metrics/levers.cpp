#include <algorithm>
#include <map>

#include <maillage/metrics/levers.hpp>

namespace maillage::metrics {

namespace {

void add(LeverRows& lever, std::uint32_t vertex, const model::LeverLevel& level) {
    if (lever.rows.empty() || lever.rows.back().vertex != vertex)
        lever.rows.push_back({vertex, 0, 0});
    LeverRows::Row& row = lever.rows.back();
    row.offer = std::max(row.offer, level.offer);
    row.need = std::max(row.need, level.need);
}

}  // namespace

std::vector<LeverRows> levers_of(const model::Dataset& data, const graph::Ranges& actors) {
    std::map<std::string_view, LeverRows> levers;
    const auto actor_of = [](const model::LeverLevel& level) { return level.actor.index; };
    for (const auto& piece : actors.pieces()) {
        auto level = std::ranges::lower_bound(data.levers, piece.first, {}, actor_of);
        for (; level != data.levers.end() && level->actor.index < piece.last; ++level)
            add(levers[level->key], piece.rank + level->actor.index - piece.first, *level);
    }
    std::vector<LeverRows> all;
    for (auto& [key, lever] : levers) {
        lever.key = key;
        all.push_back(std::move(lever));
    }
    return all;
}

double most_served(const LeverRows& lever) {
    double offers = 0, needs = 0, largest = 0;
    for (const LeverRows::Row& row : lever.rows) {
        offers += row.offer;
        needs += row.need;
        largest = std::max(largest, row.offer + row.need);
    }
    return std::min({offers, needs, offers + needs - largest});
}

}  // namespace maillage::metrics
