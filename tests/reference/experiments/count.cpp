#include "reference/projects.hpp"

namespace maillage::reference {

Answers experiments_count(const Question& q) {
    double total = 0, planned = 0, accompanied = 0, taken_up = 0;
    std::map<std::string, double> stages;
    for (const auto& word : model::stages) stages["stage=" + std::string(word.code)] = 0;
    for (const std::uint32_t i : q.experiments) {
        const Date& start = q.data.experiments.rows[i].start;
        if (q.as_of && start.known() && start.first() > *q.as_of) ++planned;
        std::string stage = "stage=unknown";
        bool seen = false;
        for (const auto& entry : q.data.stages[i])
            if (past(q, entry.date)) {
                seen = true;
                stage = "stage=" + std::string(code_of(model::stages, entry.stage));
            }
        const bool begun = start.known() ? past(q, start) : seen || q.data.stages[i].empty();
        if (!begun) continue;
        ++total;
        ++stages[stage];
        if (!q.data.experiments.accompanied_by[i].empty()) ++accompanied;
        if (q.data.experiments.rows[i].taken_up_as) ++taken_up;
    }
    Answers answers{{{"experiments_count", ""}, total},
                    {{"experiments_count", "measure=planned"}, planned},
                    {{"experiments_count", "measure=accompanied"}, accompanied},
                    {{"experiments_count", "measure=taken_up"}, taken_up}};
    if (total > 0)
        for (const auto& [key, count] : stages) answers[{"experiments_count", key}] = count;
    return answers;
}

}  // namespace maillage::reference
