#include <cmath>

#include "reference/projects.hpp"

namespace maillage::reference {

namespace {

/// The dates of everything two actors did together, the project itself left out.
std::vector<Date> shared_dates(const Question& q, std::uint32_t project, std::uint32_t a,
                               std::uint32_t b) {
    std::vector<Date> dates;
    for (const std::uint32_t i : q.all_events)
        if (const Members m = q.attendees(i); m.contains(a) && m.contains(b))
            dates.push_back(q.data.events.rows[i].start);
    for (const std::uint32_t i : q.all_partnerships)
        if (const Members m = q.parties(i); m.contains(a) && m.contains(b))
            dates.push_back(q.data.partnerships.rows[i].start);
    for (const std::uint32_t i : q.all_experiments)
        if (const Members m = q.members(i); i != project && m.contains(a) && m.contains(b))
            dates.push_back(q.data.experiments.rows[i].start);
    return dates;
}

}  // namespace

Answers experiments_collectivity(const Question& q) {
    double projects = 0, parties = 0, worlds = 0, deployed = 0, without = 0, fresh = 0, judged = 0;
    for (const std::uint32_t i : projects_of_window(q)) {
        const Members members = q.members(i);
        if (members.empty()) continue;
        const auto size = static_cast<double>(members.size());
        ++projects;
        parties += size;
        std::map<std::string_view, double> kinds;
        for (const std::uint32_t member : members) ++kinds[q.kind(member)];
        double entropy = 0;
        for (const auto& [kind, count] : kinds) entropy -= count / size * std::log(count / size);
        worlds += std::exp(entropy);
        bool has_deployer = false, modelled = false;
        for (const auto& member : q.data.experiments.members[i])
            has_deployer = has_deployer || member.roles.has(model::Role::deployment);
        for (const auto& entry : q.data.stages[i])
            if (past(q, entry.date))
                for (const auto stage : {model::Stage::modelling, model::Stage::spreading,
                                         model::Stage::industrialisation})
                    modelled = modelled || entry.stage == stage;
        if (has_deployer) ++deployed;
        if (modelled && !has_deployer) ++without;
        const Date& start = q.data.experiments.rows[i].start;
        for (const std::uint32_t a : members)
            for (const std::uint32_t b : members) {
                if (a >= b || !start.known()) continue;
                if (!q.experiment_actors.contains(a) || !q.experiment_actors.contains(b)) continue;
                bool before = false, perhaps = false;
                for (const Date& date : shared_dates(q, i, a, b)) {
                    if (!date.known() || date.last() < start.first())
                        before = true;
                    else if (date.first() < start.last())
                        perhaps = true;
                }
                if (before || !perhaps) ++judged;
                if (!before && !perhaps) ++fresh;
            }
    }
    const std::string id = "experiments_collectivity";
    const auto over = [](double sum, double n) {
        return n > 0 ? std::optional(sum / n) : std::nullopt;
    };
    return {{{id, ""}, over(parties, projects)},
            {{id, "measure=worlds"}, over(worlds, projects)},
            {{id, "measure=deployment"}, over(deployed, projects)},
            {{id, "measure=without_deployment"}, without},
            {{id, "measure=new_pairs"}, over(fresh, judged)}};
}

}  // namespace maillage::reference
