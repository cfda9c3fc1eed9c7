#include "reference/projects.hpp"

namespace maillage::reference {

Answers experiments_stage_agreement(const Question& q) {
    double judged = 0, agreed = 0;
    for (const std::uint32_t i : projects_of_window(q)) {
        Members declarers;
        const auto who = [&](const model::StageEntry& entry) {
            return entry.declared_by.known() ? entry.declared_by.index
                                             : q.data.experiments.rows[i].inventor.index;
        };
        for (const auto& entry : q.data.stages[i])
            if (past(q, entry.date) && model::ActorId{who(entry)}.known())
                declarers.insert(who(entry));
        std::set<model::Stage> stages;
        for (const std::uint32_t declarer : declarers) {
            std::optional<model::Stage> last;
            for (const auto& entry : q.data.stages[i])
                if (past(q, entry.date) && who(entry) == declarer) last = entry.stage;
            stages.insert(*last);
        }
        if (declarers.size() < 2) continue;
        ++judged;
        agreed += stages.size() == 1 ? 1 : 0;
    }
    return {{{"experiments_stage_agreement", ""},
             judged > 0 ? std::optional(agreed / judged) : std::nullopt}};
}

}  // namespace maillage::reference
