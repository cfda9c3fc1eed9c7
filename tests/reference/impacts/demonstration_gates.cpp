#include "reference/levers.hpp"
#include "reference/projects.hpp"

namespace maillage::reference {

namespace {

using Answer = std::optional<bool>;  // nothing: not known

Answer complementary(const Question& q, const Members& parties) {
    const auto levels = levels_of(q, parties);
    Members said;
    bool needed = false, met = false;
    for (const auto& [lever, by_actor] : levels)
        for (const auto& [i, a] : by_actor) {
            said.insert(i);
            needed = needed || a.need > 0;
            for (const auto& [j, b] : by_actor)
                met = met || (i != j && std::min(a.need, b.offer) > 0);
        }
    return said.size() > 1 && needed ? Answer(met) : Answer();
}

Answer shared_stake(const Question& q, const Members& parties) {
    std::map<std::uint32_t, std::set<std::uint32_t>> cites;
    for (const auto& row : q.data.actor_stakes)
        if (parties.contains(row.owner.index)) cites[row.owner.index].insert(row.stake.index);
    if (cites.size() < 2) return {};
    for (const auto& [i, of_i] : cites)
        for (const auto& [j, of_j] : cites)
            for (const std::uint32_t stake : of_i)
                if (i != j && of_j.contains(stake)) return true;
    return false;
}

bool performance_written(const Question& q, std::uint32_t alliance) {
    for (const auto& row : q.data.partnership_impacts[alliance])
        if (row.impact == model::ImpactKind::performance && past(q, row.date)) return true;
    return false;
}

}  // namespace

Answers impacts_demonstration_gates(const Question& q) {
    double alliances = 0, all = 0, complementary_ones = 0, sharing = 0, written = 0, no_levers = 0,
           no_stakes = 0;
    for (const std::uint32_t i : q.partnerships) {
        if (!q.runs_in_window(i)) continue;
        const Answer first = complementary(q, q.parties(i)), second = shared_stake(q, q.parties(i));
        const bool third = performance_written(q, i);
        ++alliances;
        complementary_ones += first.value_or(false) ? 1 : 0;
        sharing += second.value_or(false) ? 1 : 0;
        written += third ? 1 : 0;
        no_levers += first ? 0 : 1;
        no_stakes += second ? 0 : 1;
        all += first.value_or(false) && second.value_or(false) && third ? 1 : 0;
    }
    const auto share = [&](double part) {
        return alliances > 0 ? std::optional(part / alliances) : std::nullopt;
    };
    const std::string id = "demonstration_gates";
    return {{{id, ""}, share(all)},
            {{id, "measure=complementary"}, share(complementary_ones)},
            {{id, "measure=shared_stake"}, share(sharing)},
            {{id, "measure=performance_written"}, share(written)},
            {{id, "measure=unknown_complementarity"}, no_levers},
            {{id, "measure=unknown_stakes"}, no_stakes}};
}

}  // namespace maillage::reference
