#include "reference/projects.hpp"

namespace maillage::reference {

Answers experiments_computed_nature(const Question& q) {
    std::map<std::string, double> count{{"initiative", 0},
                                        {"invention", 0},
                                        {"innovation", 0},
                                        {"disagreement", 0},
                                        {"unknown_inventor", 0}};
    double judged = 0;
    for (const std::uint32_t i : begun_projects(q)) {
        const auto& row = q.data.experiments.rows[i];
        if (!row.inventor.known()) {
            ++count["unknown_inventor"];
            continue;
        }
        double sites = 0, others = 0;
        std::set<std::uint32_t> places;
        for (const auto& site : q.data.sites[i]) {
            if (!past(q, site.date)) continue;
            ++sites;
            if (site.run_by.known() && site.run_by != row.inventor) {
                ++others;
                places.insert(site.territory.index);
            }
        }
        bool evaluated = false;
        for (const auto& evaluation : q.data.experiment_evaluations[i])
            evaluated = evaluated || past(q, evaluation.date);
        std::string nature = "initiative";
        if (evaluated && others == 0) nature = "invention";
        if (places.size() >= static_cast<std::size_t>(q.request.innovation_territories) ||
            (sites >= 2 && others / sites >= q.request.innovation_percent / 100.0))
            nature = "innovation";
        ++judged;
        ++count[nature];
        if (row.declared_nature && code_of(model::natures, *row.declared_nature) != nature)
            ++count["disagreement"];
    }
    Answers answers{{{"experiments_computed_nature", ""}, judged}};
    for (const auto& [measure, number] : count)
        answers[{"experiments_computed_nature", "measure=" + measure}] = number;
    return answers;
}

}  // namespace maillage::reference
