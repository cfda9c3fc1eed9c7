#include "reference/reference.hpp"

namespace maillage::reference {

namespace {

/// The territory and all that contain it, by any parent.
Members with_ancestors(const model::Dataset& data, std::uint32_t territory) {
    Members all{territory};
    for (std::size_t before = 0; before != all.size();) {
        before = all.size();
        const Members now = all;
        for (const std::uint32_t t : now)
            for (const model::TerritoryId parent : data.parents[t]) all.insert(parent.index);
    }
    return all;
}

}  // namespace

Answers territory_openness(const Question& q) {
    std::optional<double> openness, diversification, bridging;
    if (q.territory.known()) {
        const Members own = with_ancestors(q.data, q.territory.index);
        double relations = 0, open = 0, total = 0;
        std::map<std::uint32_t, double> with;
        for (const std::uint32_t i : q.partnerships) {
            if (!q.runs_in_window(i)) continue;
            bool inside = false, outside = false;
            Members others;
            for (const std::uint32_t actor : q.parties(i)) {
                const auto seat = q.data.actors[actor].seat;
                inside = inside || q.seats.contains(actor);
                if (q.seats.contains(actor) || !seat.known()) continue;
                outside = true;
                for (const std::uint32_t t : with_ancestors(q.data, seat.index))
                    if (q.data.territories[t].level == q.data[q.territory].level &&
                        !own.contains(t))
                        others.insert(t);
            }
            if (!inside) continue;
            relations += 1;
            open += outside;
            for (const std::uint32_t t : others) with[t] += 1;
        }
        if (relations > 0) openness = open / relations;
        for (const auto& [t, count] : with) total += count;
        if (total > 0) {
            double squares = 0;
            for (const auto& [t, count] : with) squares += count / total * (count / total);
            diversification = 1 - squares;
            bridging = total * (total / relations) * (1 - squares);
        }
    }
    return {{{"territory_openness", ""}, openness},
            {{"territory_diversification", ""}, diversification},
            {{"territory_bridging", ""}, bridging}};
}

}  // namespace maillage::reference
