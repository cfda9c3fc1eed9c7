#include "reference/projects.hpp"

namespace maillage::reference {

Answers impacts_documented(const Question& q) {
    std::map<std::string, double> shares{
        {"", 0}, {"impact=performance", 0}, {"impact=innovation", 0}, {"impact=trust", 0}};
    std::map<std::string, double> balance{{"all", 0}, {"some", 0}, {"none", 0}, {"common_good", 0}};
    double alliances = 0, projects = 0, written = 0;
    for (const std::uint32_t i : q.partnerships) {
        if (!q.runs_in_window(i)) continue;
        ++alliances;
        std::set<std::string> kinds;
        std::set<std::uint32_t> served;
        bool common = false;
        for (const auto& row : q.data.partnership_impacts[i]) {
            if (!past(q, row.date)) continue;
            kinds.insert("");
            kinds.insert("impact=" + std::string(code_of(model::impact_kinds, row.impact)));
            if (!row.actor.known())
                common = true;
            else if (q.parties(i).contains(row.actor.index))
                served.insert(row.actor.index);
        }
        for (const std::string& kind : kinds) ++shares[kind];
        if (common) ++balance["common_good"];
        if (served.empty())
            ++balance["none"];
        else
            ++balance[served == q.parties(i) ? "all" : "some"];
    }
    for (const std::uint32_t i : projects_of_window(q)) {
        ++projects;
        bool any = false;
        for (const auto& row : q.data.experiment_impacts[i]) any = any || past(q, row.date);
        written += any ? 1 : 0;
    }
    const auto of = [](double part, double whole) {
        return whole > 0 ? std::optional(part / whole) : std::nullopt;
    };
    Answers answers{{{"impact_documented_share", "measure=projects"}, of(written, projects)}};
    for (const auto& [key, count] : shares)
        answers[{"impact_documented_share", key}] = of(count, alliances);
    for (const auto& [measure, count] : balance)
        answers[{"impact_balance", "measure=" + measure}] = of(count, alliances);
    return answers;
}

}  // namespace maillage::reference
