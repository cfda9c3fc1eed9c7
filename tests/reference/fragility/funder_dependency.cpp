#include "reference/pieces.hpp"

namespace maillage::reference {

Answers fragility_funder_dependency(const Question& q) {
    std::map<std::uint32_t, double> all, sole;
    double alliances = 0;
    bool any_role = false;
    for (const std::uint32_t i : q.partnerships) {
        if (!q.runs_in_window(i)) continue;
        ++alliances;
        Members funders;
        for (const auto& party : q.data.partnerships.members[i]) {
            if (!party.roles.empty()) any_role = true;
            if (party.roles.has(model::Role::funder)) funders.insert(party.actor.index);
        }
        for (const std::uint32_t funder : funders) {
            ++all[funder];
            if (funders.size() == 1) ++sole[funder];
        }
    }
    const std::string id = "fragility_funder_dependency";
    if (alliances == 0) return {{{id, ""}, {}}};
    if (!any_role) return {};
    double most = 0, most_alone = 0;
    for (const auto& [funder, count] : all) most = std::max(most, count);
    for (const auto& [funder, count] : sole) most_alone = std::max(most_alone, count);
    Answers answers{{{id, ""}, most / alliances}, {{id, "measure=sole"}, most_alone / alliances}};
    for (const auto& [funder, count] : all) {
        if (count < most) continue;
        Members left = q.emergence_actors;
        left.erase(funder);
        auto& worst = answers[{id, "measure=fragmentation"}];
        const auto broken = fragmentation(left, tied_pairs(q));
        if (broken) worst = std::max(worst.value_or(0), *broken);
    }
    return answers;
}

}  // namespace maillage::reference
