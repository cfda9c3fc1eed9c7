#include <algorithm>

#include "reference/reference.hpp"

namespace maillage::reference {

namespace {

bool past(const Question& q, const Date& date) {
    return !date.known() || !q.last || date.last() <= *q.last;
}

/// Words of the supports received so far; `time` stands for what frees time to model.
std::set<std::string> answers_to(const Question& q, std::uint32_t i) {
    std::set<std::string> words;
    for (const auto& support : q.data.supports[i]) {
        if (!past(q, support.date)) continue;
        const std::string lever(code_of(model::support_levers, support.lever));
        words.insert(lever);
        if (support.stage == model::Stage::modelling &&
            ((support.days && *support.days > 0) || lever == "funding"))
            words.insert("time");
    }
    for (const auto& member : q.data.experiments.members[i])
        if (member.roles.has(model::Role::deployment) && past(q, member.joined))
            words.insert("deployed by " + std::string(q.kind(member.actor.index)));
    return words;
}

struct Requirement {
    const char *phase, *need;
    std::vector<std::string> met_by;
};

const std::vector<Requirement>& standard() {
    static const std::vector<Requirement> rows{
        {"rnd", "opinions", {"advice_governance", "evaluation"}},
        {"rnd", "money", {"funding"}},
        {"rnd", "people", {"expertise_network"}},
        {"proof", "time", {"time"}},
        {"deployment", "spread", {"expertise_network"}},
        {"deployment", "take_up", {"deployed by public", "deployed by company"}}};
    return rows;
}

std::string phase_of(model::Stage stage) {
    const std::string word(code_of(model::stages, stage));
    if (word == "conception" || word == "experimentation") return "rnd";
    if (word == "modelling") return "proof";
    return word == "abandoned" || word == "merged" ? "" : "deployment";
}

struct Row {
    std::string phase, need;
    bool met;
};

std::vector<Row> needs_of(const Question& q, std::uint32_t i) {
    std::vector<Row> rows;
    for (const auto& need : q.data.needs[i]) {
        const bool met = (need.met_on.known() || need.met_by.known()) && past(q, need.met_on);
        if (past(q, need.since))
            rows.push_back(
                {"", need.need ? std::string(code_of(model::project_needs, *need.need)) : "other",
                 met});
    }
    if (!q.data.needs[i].empty()) return rows;
    std::set<std::string> reached;
    for (const auto& entry : q.data.stages[i])
        if (past(q, entry.date)) reached.insert(phase_of(entry.stage));
    const auto words = answers_to(q, i);
    for (const Requirement& row : standard())
        if (reached.contains(row.phase))
            rows.push_back(
                {row.phase, row.need, std::ranges::any_of(row.met_by, [&](const auto& word) {
                     return words.contains(word);
                 })});
    return rows;
}

}  // namespace

Answers experiments_support_fit(const Question& q) {
    std::map<std::string, double> needed{{"", 0}}, met, missing, counts;
    for (const std::uint32_t i : q.experiments) {
        const auto& project = q.data.experiments.rows[i];
        std::string stage;
        bool begun = q.data.stages[i].empty();
        for (const auto& entry : q.data.stages[i])
            if (past(q, entry.date)) {
                begun = true;
                stage = code_of(model::stages, entry.stage);
            }
        if (project.start.known()) begun = past(q, project.start);
        if (!begun) continue;
        for (const auto& support : q.data.supports[i]) {
            if (!past(q, support.date)) continue;
            const std::string key = "measure=supports;lever=" +
                                    std::string(code_of(model::support_levers, support.lever));
            ++counts[key];
            ++counts[key + ";stage=" +
                     (support.stage ? std::string(code_of(model::stages, *support.stage))
                                    : "unknown")];
        }
        if (stage == "abandoned" || stage == "merged") continue;
        if (project.end.known() && past(q, project.end)) continue;
        std::map<std::string, bool> lacks;
        for (const Row& row : needs_of(q, i)) {
            for (const std::string& key : {std::string(), "phase=" + row.phase}) {
                ++needed[key];
                met[key] += row.met ? 1 : 0;
            }
            lacks[row.need] = lacks[row.need] || !row.met;
        }
        for (const auto& [need, lacking] : lacks) missing["measure=missing_" + need] += lacking;
        if (stage != "modelling" && stage != "spreading" && stage != "industrialisation") continue;
        const auto words = answers_to(q, i);
        const bool by_public = words.contains("deployed by public");
        const bool by_company = words.contains("deployed by company");
        missing["measure=without_public_deployment"] += by_public ? 0 : 1;
        missing["measure=without_company_deployment"] += by_company ? 0 : 1;
        missing["measure=without_deployment"] += by_public || by_company ? 0 : 1;
    }
    needed.erase("phase=");
    Answers answers;
    for (const auto& [key, count] : needed) {
        auto& answer = answers[{"experiments_support_fit", key}];
        if (count > 0) answer = met[key] / count;
    }
    for (const auto& [key, count] : missing) answers[{"experiments_support_fit", key}] = count;
    for (const auto& [key, count] : counts) answers[{"experiments_support_fit", key}] = count;
    return answers;
}

}  // namespace maillage::reference
