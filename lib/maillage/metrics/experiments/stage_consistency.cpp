#include <array>

#include <maillage/metrics/projects.hpp>
#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

using model::Stage;

constexpr std::array metrics_of_entry{Metric{
    .id = "experiments_stage_consistency",
    .dynamic = Dynamic::experiments,
    .tier = 2,
    .nature = FigureNature::counted,
    .unit = "share",
    .title = {"Étapes que les sites confirment", "Stages that sites confirm"},
    .question = {"Un projet dit essaimé l’est-il ?", "Is a project said to spread spreading?"},
    .definition =
        {"Parmi les projets en essaimage ou en industrialisation au dernier jour de la période, "
         "part de ceux sans alerte. measure=few_sites : en essaimage avec moins de deux sites ; "
         "measure=inventor_alone : en industrialisation sans autre opérateur noté que l’inventeur. "
         "En détail, par projet, 1 sans alerte, 0 sinon. Indéfini sans un tel projet.",
         "Of the projects in spreading or industrialisation on the last day of the window, the "
         "share without flag. measure=few_sites: spreading with fewer than two sites; "
         "measure=inventor_alone: industrialisation with no operator noted but the inventor. In "
         "detail, per project, 1 without flag, else 0. Undefined without such a project."},
    .reading = {"{0} projets sur {1} sont à une étape que leurs sites confirment.",
                "{0} projects of {1} are at a stage that their sites confirm."},
    .limits = {"Un site qui n’a pas été noté donne une alerte.",
               "A site that was not noted raises a flag."},
    .source = "ours"}};

constexpr std::array tables{model::Table::experiments, model::Table::experiment_stages,
                            model::Table::experiment_sites};

constexpr std::string_view id = "experiments_stage_consistency";

struct Sites {
    std::int64_t all = 0, run_by_others = 0;
};

Sites sites_of(const Scope& scope, std::uint32_t experiment) {
    Sites sites;
    const model::ActorId inventor = scope.data.experiments.rows[experiment].inventor;
    for (const model::Site& site : scope.data.sites[experiment]) {
        if (!is_past(site.date, scope.last_day)) continue;
        ++sites.all;
        sites.run_by_others += site.run_by.known() && site.run_by != inventor ? 1 : 0;
    }
    return sites;
}

void compute_consistency(const Scope& scope, Results& results) {
    std::int64_t judged = 0, few_sites = 0, inventor_alone = 0;
    for (const std::uint32_t experiment : running_experiments(scope)) {
        const auto stage = current_stage(scope.data, experiment, scope.last_day);
        if (stage != Stage::spreading && stage != Stage::industrialisation) continue;
        const Sites sites = sites_of(scope, experiment);
        const bool few = stage == Stage::spreading && sites.all < 2;
        const bool alone = stage == Stage::industrialisation && sites.run_by_others == 0;
        ++judged;
        few_sites += few ? 1 : 0;
        inventor_alone += alone ? 1 : 0;
        if (results.wants_rows())
            results.value(id, {{KeyName::experiment, scope.data.experiments.rows[experiment].id}},
                          few || alone ? 0 : 1);
    }
    // A project is at one stage: it bears one flag at most.
    results.share(id, {}, judged - few_sites - inventor_alone, judged, "zero_total");
    const auto write = [&](std::string_view measure, std::int64_t count) {
        Estimate& row =
            results.value(id, {{KeyName::measure, measure}}, static_cast<double>(count));
        row.unit = "count";
        row.n = judged;
    };
    write("few_sites", few_sites);
    write("inventor_alone", inventor_alone);
}

}  // namespace

extern const Entry experiments_stage_consistency;
const Entry experiments_stage_consistency{"X11b", metrics_of_entry, tables, compute_consistency};

}  // namespace maillage::metrics
