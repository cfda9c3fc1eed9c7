#include "reference/pieces.hpp"

namespace maillage::reference {

Answers fragility_funder_dependency(const Question& q) {
    std::map<std::uint32_t, double> all, sole, given;
    double alliances = 0, total = 0;
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
            std::vector<double> values;
            for (const auto& pledge : q.data.pledges[i])
                if (pledge.actor.index == funder && pledge.value &&
                    (pledge.brings == model::WordSet<model::Contribution>() ||
                     pledge.brings.has(model::Contribution::money)))
                    values.push_back(*pledge.value);
            const auto whole = q.data.partnerships.rows[i].amount;
            if (values.empty() && funders.size() == 1 && whole) values.push_back(*whole);
            for (const double value : values) {
                given[funder] += value;
                total += value;
            }
        }
    }
    const std::string id = "fragility_funder_dependency";
    if (alliances == 0) return {{{id, ""}, {}}};
    if (!any_role) return {};
    double most = 0, most_alone = 0;
    for (const auto& [funder, count] : all) most = std::max(most, count);
    for (const auto& [funder, count] : sole) most_alone = std::max(most_alone, count);
    double most_given = 0;
    for (const auto& [funder, amount] : given) most_given = std::max(most_given, amount);
    Answers answers{
        {{id, ""}, most / alliances},
        {{id, "measure=sole"}, most_alone / alliances},
        {{id, "measure=amounts"}, total > 0 ? std::optional(most_given / total) : std::nullopt}};
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
