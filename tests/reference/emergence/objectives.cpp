#include "reference/projects.hpp"

namespace maillage::reference {

Answers emergence_objectives(const Question& q) {
    const std::string id = "emergence_objectives";
    double alliances = 0, complete = 0, pairs = 0, written = 0;
    Answers answers;
    for (const std::uint32_t i : q.partnerships) {
        if (!q.runs_in_window(i)) continue;
        ++alliances;
        std::set<std::pair<std::uint32_t, std::string>> said;
        Members speakers, served;
        for (const auto& pledge : q.data.pledges[i])
            for (std::size_t o = 0; o < model::objectives.size(); ++o)
                if (pledge.seeks.has(static_cast<model::Objective>(o)) &&
                    q.parties(i).contains(pledge.actor.index)) {
                    said.emplace(pledge.actor.index, model::objectives[o].code);
                    speakers.insert(pledge.actor.index);
                }
        for (const auto& row : q.data.partnership_impacts[i])
            if (row.actor.known() && past(q, row.date)) served.insert(row.actor.index);
        for (const auto& [actor, objective] : said) {
            ++pairs;
            written += served.contains(actor) ? 1 : 0;
            auto& cell =
                answers[{id, "kind=" + std::string(q.kind(actor)) + ";objective=" + objective}];
            cell = cell.value_or(0) + 1;
        }
        complete += speakers == q.parties(i) ? 1 : 0;
    }
    answers[{id, ""}] = alliances > 0 ? std::optional(complete / alliances) : std::nullopt;
    answers[{id, "measure=with_impact"}] = std::nullopt;
    if (q.data.has(model::Table::impacts) && pairs > 0)
        answers[{id, "measure=with_impact"}] = written / pairs;
    return answers;
}

}  // namespace maillage::reference
