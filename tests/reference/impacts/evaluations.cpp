#include "reference/projects.hpp"

namespace maillage::reference {

Answers impacts_evaluations(const Question& q) {
    std::map<std::string, double> count{{"mode=performance", 0},
                                        {"mode=relevance", 0},
                                        {"mode=partnership", 0},
                                        {"measure=two_modes", 0}};
    double alliances = 0;
    for (const std::uint32_t i : q.partnerships) {
        if (!q.runs_in_window(i)) continue;
        ++alliances;
        std::set<std::string> modes;
        for (const auto& row : q.data.partnership_evaluations[i])
            if (past(q, row.date))
                modes.insert("mode=" + std::string(code_of(model::evaluation_modes, row.mode)));
        for (const std::string& mode : modes) ++count[mode];
        if (modes.size() > 1) ++count["measure=two_modes"];
    }
    Answers answers;
    for (const auto& [key, number] : count)
        answers[{"evaluation_mode_share", key}] =
            alliances > 0 ? std::optional(number / alliances) : std::nullopt;
    return answers;
}

}  // namespace maillage::reference
