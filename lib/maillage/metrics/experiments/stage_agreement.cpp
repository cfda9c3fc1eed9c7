#include <algorithm>
#include <array>
#include <map>

#include <maillage/metrics/projects.hpp>
#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr std::array metrics_of_entry{Metric{
    .id = "experiments_stage_agreement",
    .dynamic = Dynamic::experiments,
    .tier = 2,
    .nature = FigureNature::counted,
    .unit = "share",
    .title = {"Accord sur l’étape", "Agreement on the stage"},
    .question = {"Porteur et partenaires voient-ils la même étape ?",
                 "Do leader and partners see the same stage?"},
    .definition =
        {"Projets en cours dans la période dont tous ceux qui ont dit une étape (declared_by, sans "
         "quoi l’inventeur) disent la même à son dernier jour, sur ceux dont deux acteurs ou plus "
         "en ont dit une. Ce que dit un acteur : sa dernière étape. En détail, 1 ou 0 par projet. "
         "Indéfini sans un tel projet.",
         "Projects running in the window whose declarers (declared_by, else the inventor) all give "
         "the same stage on its last day, over those with two declarers or more. What an actor "
         "says: its last stage. In detail, 1 or 0 per project. Undefined without such a project."},
    .reading = {"Pour {0} projets sur {1}, tous disent la même étape.",
                "For {0} projects of {1}, all give the same stage."},
    .limits = {"Un acteur qui n’a pas redit l’étape après un changement semble en désaccord.",
               "An actor that did not say the stage again after a change seems to disagree."},
    .source = "ours"}};

constexpr std::array tables{model::Table::experiments, model::Table::experiment_stages};

constexpr std::string_view id = "experiments_stage_agreement";

/// The last stage that each declarer gives by the last day. Entries come by date.
std::map<model::ActorId, model::Stage> stages_by_declarer(const Scope& scope,
                                                          std::uint32_t experiment) {
    std::map<model::ActorId, model::Stage> said;
    const model::ActorId inventor = scope.data.experiments.rows[experiment].inventor;
    for (const model::StageEntry& entry : scope.data.stages[experiment]) {
        const model::ActorId who = entry.declared_by.known() ? entry.declared_by : inventor;
        if (who.known() && is_past(entry.date, scope.last_day)) said[who] = entry.stage;
    }
    return said;
}

void compute_agreement(const Scope& scope, Results& results) {
    std::int64_t judged = 0, agreed = 0;
    for (const std::uint32_t experiment : running_experiments(scope)) {
        const auto said = stages_by_declarer(scope, experiment);
        if (said.size() < 2) continue;
        const bool same = std::ranges::all_of(
            said, [&](const auto& one) { return one.second == said.begin()->second; });
        ++judged;
        agreed += same ? 1 : 0;
        if (results.wants_rows())
            results.value(id, {{KeyName::experiment, scope.data.experiments.rows[experiment].id}},
                          same ? 1 : 0);
    }
    results.share(id, {}, agreed, judged, "zero_total");
}

}  // namespace

extern const Entry experiments_stage_agreement;
const Entry experiments_stage_agreement{"X11", metrics_of_entry, tables, compute_agreement};

}  // namespace maillage::metrics
