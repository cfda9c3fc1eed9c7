#include <algorithm>

#include "reference/reference.hpp"

namespace maillage::reference {

namespace {

/// Everything a stake touches: who and what, by place of the chain.
struct Stake {
    std::map<std::string, Members> places;
    std::set<std::string> kinds;
};

bool begun_in_window(const Question& q, std::uint32_t experiment) {
    const Date& start = q.data.experiments.rows[experiment].start;
    if (start.known() || !q.first || q.data.stages[experiment].empty()) return q.in_window(start);
    return q.in_window(q.data.stages[experiment][0].date);
}

/// The territory or one above it, by any parent.
bool lies_in(const Question& q, model::TerritoryId t) {
    if (!q.territory.known() || t == q.territory) return true;
    return std::ranges::any_of(q.data.parents[t.index],
                               [&](auto parent) { return lies_in(q, parent); });
}

}  // namespace

Answers territory_stake_chain(const Question& q) {
    std::map<std::uint32_t, Stake> stakes;
    const auto see = [&](const auto& table, const char* place, std::uint32_t i,
                         const Members& members) {
        for (const auto theme : table.themes[i]) {
            stakes[theme.index].places[place].insert(i);
            for (const std::uint32_t actor : members)
                stakes[theme.index].kinds.insert(std::string(q.kind(actor)));
        }
    };
    for (const std::uint32_t i : q.events)
        if (q.in_window(q.data.events.rows[i].start))
            see(q.data.events, "events", i, q.attendees(i));
    for (const std::uint32_t i : q.partnerships)
        if (q.in_window(q.data.partnerships.rows[i].start))
            see(q.data.partnerships, "partnerships", i, q.parties(i));
    for (const std::uint32_t i : q.experiments)
        if (begun_in_window(q, i)) see(q.data.experiments, "experiments", i, q.members(i));
    for (const auto& row : q.data.actor_stakes)
        if (q.seats.contains(row.owner.index) && q.active(row.owner.index))
            stakes[row.stake.index].places["citing"].insert(row.owner.index);
    for (const auto& row : q.data.territory_stakes)
        if (lies_in(q, row.owner))
            stakes[row.stake.index].places["decided"].insert(row.owner.index);

    std::set<std::string> registry;
    for (const std::uint32_t actor : q.seats)
        if (q.active(actor)) registry.insert(std::string(q.kind(actor)));
    Answers answers;
    const auto write = [&](const std::string& key, std::size_t count) {
        answers[{"stake_chain", key}] = static_cast<double>(count);
    };
    // Asked by place of tables that do not say places, relations cannot be counted.
    const bool answerable = !q.territory.known() ||
                            q.request.attribution != metrics::Attribution::place ||
                            q.data.has_column(model::Table::events, "territory");
    std::size_t never_met = 0, no_alliance = 0, no_experiment = 0;
    for (auto& [theme, stake] : stakes) {
        const std::string suffix = ";stake=" + std::string(q.data.themes[theme].key);
        for (const char* place : {"events", "partnerships", "experiments", "citing"})
            if (answerable || std::string(place) == "citing")
                write(std::string("measure=") + place + suffix, stake.places[place].size());
        std::size_t present = 0;
        for (const std::string& kind : registry) present += stake.kinds.contains(kind) ? 1 : 0;
        write("measure=kinds_present" + suffix, present);
        write("measure=kinds_absent" + suffix, registry.size() - present);
        const bool met = !stake.places["events"].empty();
        const bool allied = !stake.places["partnerships"].empty();
        const bool cited = !stake.places["citing"].empty() || !stake.places["decided"].empty();
        never_met += cited && !met ? 1 : 0;
        no_alliance += met && !allied ? 1 : 0;
        no_experiment += allied && stake.places["experiments"].empty() ? 1 : 0;
    }
    write("", stakes.size());
    if (!answerable) return answers;
    write("measure=cited_never_met", never_met);
    write("measure=met_no_alliance", no_alliance);
    write("measure=alliance_no_experiment", no_experiment);
    return answers;
}

}  // namespace maillage::reference
