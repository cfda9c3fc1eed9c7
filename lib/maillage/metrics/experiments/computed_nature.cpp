// What a project is, from who runs it where and whether anybody evaluated it, beside what its
// people say it is.

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include <maillage/metrics/projects.hpp>
#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

using model::Nature;

constexpr std::array metrics_of_entry{Metric{
    .id = "experiments_computed_nature",
    .dynamic = Dynamic::experiments,
    .tier = 1,
    .nature = FigureNature::counted,
    .unit = "count",
    .title = {"Nature calculée des projets", "Computed nature of projects"},
    .question = {"Initiative, invention ou innovation ?", "Initiative, invention or innovation?"},
    .definition =
        {"Projets commencés dont l’inventeur est connu, par nature calculée. "
         "measure=innovation : d’autres que l’inventeur l’opèrent dans 3 territoires ou plus "
         "(--innovation-territories), ou sur la moitié (--innovation-sites) au moins de 2 sites ou "
         "plus ; measure=invention : évalué, sans autre "
         "opérateur que l’inventeur ; measure=initiative : les autres. measure=disagreement : "
         "ceux dont la nature déclarée est autre ; measure=unknown_inventor : ceux qu’on ne peut "
         "juger. Jamais indéfini.",
         "Projects begun whose inventor is known, by computed nature. "
         "measure=innovation: run by others than the inventor in 3 territories or more "
         "(--innovation-territories), or at half (--innovation-sites) at least of 2 sites or more; "
         "measure=invention: evaluated, run by nobody but the "
         "inventor; measure=initiative: the others. measure=disagreement: those whose declared "
         "nature is another; measure=unknown_inventor: those that cannot be judged. Never "
         "undefined."},
    .reading = {"{0} projets jugés, dont {1} innovations.",
                "{0} projects judged, of which {1} innovations."},
    .limits = {"Un site ou une évaluation qui n’a pas été noté change la nature. Ce n’est pas un "
               "jugement de valeur : une initiative peut suffire là où elle est.",
               "A site or an evaluation that was not noted changes the nature. It is no judgement "
               "of worth: an initiative may be all that is needed where it is."},
    .source = "ours"}};

constexpr std::array tables{model::Table::experiments, model::Table::experiment_sites,
                            model::Table::evaluations};

constexpr std::string_view id = "experiments_computed_nature";

/// What the nature rests on: everything dated on or before the last day.
struct Evidence {
    std::int64_t sites = 0, run_by_others = 0, evaluations = 0;
    std::set<model::TerritoryId> territories;  ///< Where others run it.
    std::set<std::string_view> uses;
};

Evidence evidence_of(const Scope& scope, std::uint32_t experiment) {
    Evidence evidence;
    const model::ActorId inventor = scope.data.experiments.rows[experiment].inventor;
    for (const model::Site& site : scope.data.sites[experiment]) {
        if (!is_past(site.date, scope.last_day)) continue;
        ++evidence.sites;
        if (!site.use.empty()) evidence.uses.insert(site.use);
        if (!site.run_by.known() || site.run_by == inventor) continue;
        ++evidence.run_by_others;
        evidence.territories.insert(site.territory);
    }
    evidence.evaluations = std::ranges::count_if(
        scope.data.experiment_evaluations[experiment],
        [&](const model::Evaluation& row) { return is_past(row.date, scope.last_day); });
    return evidence;
}

constexpr std::int64_t enough_sites = 2;

Nature nature_of(const Evidence& evidence, const Request& request) {
    const bool in_many_sites =
        evidence.sites >= enough_sites &&
        100 * evidence.run_by_others >= request.innovation_percent * evidence.sites;
    if (std::cmp_greater_equal(evidence.territories.size(), request.innovation_territories) ||
        in_many_sites)
        return Nature::innovation;
    return evidence.evaluations > 0 && evidence.run_by_others == 0 ? Nature::invention
                                                                   : Nature::initiative;
}

/// The nature of one project, and why.
void write_project(const Scope& scope, Results& results, std::uint32_t experiment,
                   const Evidence& evidence, Nature nature) {
    const model::Experiment& row = scope.data.experiments.rows[experiment];
    const auto write = [&](std::string_view measure, auto count) {
        results.value(id, {{KeyName::measure, measure}, {KeyName::experiment, row.id}},
                      static_cast<double>(count));
    };
    write(model::code_of(model::natures, nature), 1);
    write("sites", evidence.sites);
    write("sites_run_by_others", evidence.run_by_others);
    write("territories_of_others", evidence.territories.size());
    write("evaluations", evidence.evaluations);
    write("uses", evidence.uses.size());
    if (row.declared_nature) write("disagreement", *row.declared_nature == nature ? 0 : 1);
}

void write_counts(Results& results, const std::array<std::int64_t, 3>& natures,
                  std::int64_t unknown) {
    const std::int64_t judged = natures[0] + natures[1] + natures[2];
    Estimate& row = results.value(id, {}, static_cast<double>(judged));
    row.n = judged;
    if (judged + unknown > 0)
        row.coverage = static_cast<double>(judged) / static_cast<double>(judged + unknown);
    for (std::size_t i = 0; i < natures.size(); ++i)
        results
            .value(id, {{KeyName::measure, model::natures[i].code}},
                   static_cast<double>(natures[i]))
            .n = judged;
    results.value(id, {{KeyName::measure, "unknown_inventor"}}, static_cast<double>(unknown));
}

void compute_nature(const Scope& scope, Results& results) {
    if (!scope.data.has_column(model::Table::experiments, "inventor")) {
        results.without_value(id, {}, Status::no_data, "column_absent");
        return;
    }
    std::array<std::int64_t, model::natures.size()> natures{};
    std::int64_t unknown = 0, declared = 0, disagreements = 0;
    for (const std::uint32_t experiment : begun_experiments(scope)) {
        const model::Experiment& row = scope.data.experiments.rows[experiment];
        if (!row.inventor.known()) {
            ++unknown;
            if (results.wants_rows())
                results.without_value(id, {{KeyName::experiment, row.id}}, Status::no_data,
                                      "column_absent");
            continue;
        }
        const Evidence evidence = evidence_of(scope, experiment);
        const Nature nature = nature_of(evidence, scope.study.request);
        ++natures[static_cast<std::size_t>(nature)];
        declared += row.declared_nature ? 1 : 0;
        disagreements += row.declared_nature && *row.declared_nature != nature ? 1 : 0;
        if (results.wants_rows()) write_project(scope, results, experiment, evidence, nature);
    }
    write_counts(results, natures, unknown);
    results.value(id, {{KeyName::measure, "disagreement"}}, static_cast<double>(disagreements)).n =
        declared;
}

}  // namespace

extern const Entry experiments_computed_nature;
const Entry experiments_computed_nature{"X9", metrics_of_entry, tables, compute_nature};

}  // namespace maillage::metrics
