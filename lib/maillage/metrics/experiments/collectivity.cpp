// Who carries a project: how many, of how many worlds, with somebody to deploy it, and whether they
// knew each other.

#include <algorithm>
#include <array>

#include <maillage/metrics/diversity.hpp>
#include <maillage/metrics/projects.hpp>
#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr std::array metrics_of_entry{Metric{
    .id = "experiments_collectivity",
    .dynamic = Dynamic::experiments,
    .tier = 1,
    .nature = FigureNature::counted,
    .unit = "parties",
    .title = {"Nombre de porteurs par projet", "Parties per project"},
    .question = {"Expérience de tous ou d’un seul ?", "An experiment of all or of one?"},
    .definition =
        {"Membres par projet de la période, en moyenne. measure=worlds : mondes autour de la "
         "table (exp H des natures), en moyenne ; measure=deployment : part des projets ayant un "
         "membre de rôle déploiement ; measure=without_deployment : projets parvenus à la "
         "modélisation sans lui ; measure=new_pairs : part des paires de membres qui n’avaient "
         "en commun, avant le début du projet, ni rencontre, ni alliance, ni projet. Indéfini "
         "sans projet dont un membre est connu.",
         "Members per project of the window, on average. measure=worlds: worlds around the table "
         "(exp H of kinds), on average; measure=deployment: share of the projects with a member "
         "of role deployment; measure=without_deployment: projects that reached modelling "
         "without one; measure=new_pairs: share of the pairs of members that had in common, "
         "before the project started, no meeting, no alliance, no project. Undefined without a "
         "project with a known member."},
    .reading = {"Un projet réunit {0} structures en moyenne.",
                "A project brings together {0} bodies on average."},
    .limits = {"Des membres sur le papier ne décident pas tous. Une rencontre qui n’a pas été "
               "notée fait croire à une paire nouvelle.",
               "Members on paper do not all decide. A meeting that was not noted makes a pair "
               "look new."},
    .source = "ours; Hill 1973, 10.2307/1934352"}};

constexpr std::array tables{model::Table::experiments, model::Table::experiment_members};

constexpr std::string_view id = "experiments_collectivity";

/// Pairs that shared something before, that did not, and that may have.
struct Pairs {
    std::int64_t known = 0, fresh = 0, undetermined = 0;
};

enum class Before : std::uint8_t { no, perhaps, yes };

/// Whether two actors share a relation of the family that comes before a date. What has no date
/// comes before any.
template <class Rows>
Before shared_before(const Family& family, const Rows& rows, graph::Vertex a, graph::Vertex b,
                     const model::Date& start, std::size_t itself) {
    const auto of_a = family.incidence.relations_of(a), of_b = family.incidence.relations_of(b);
    Before found = Before::no;
    for (auto x = of_a.begin(), y = of_b.begin(); x != of_a.end() && y != of_b.end();) {
        if (*x != *y) {
            ++(*x < *y ? x : y);
            continue;
        }
        const model::Date& date = rows[*x].start;
        if (*x != itself) {
            if (!date.known() || certainly_before(date, start)) return Before::yes;
            if (date.first() < start.last()) found = Before::perhaps;
        }
        ++x;
        ++y;
    }
    return found;
}

Pairs pairs_of(const Scope& scope, std::uint32_t experiment) {
    Pairs pairs;
    const Study& study = scope.study;
    const model::Date& start = scope.data.experiments.rows[experiment].start;
    const auto members = study.experiments.incidence.members(experiment);
    constexpr std::size_t none = static_cast<std::size_t>(-1);
    for (std::size_t i = 0; i < members.size(); ++i)
        for (std::size_t j = i + 1; j < members.size(); ++j) {
            const graph::Vertex a = members[i], b = members[j];
            const graph::Ranges& actors = scope.view.experiments.actors;
            if (!actors.contains(a) || !actors.contains(b)) continue;
            Before before = Before::perhaps;
            if (start.known())
                before = std::max(
                    {shared_before(study.events, scope.data.events.rows, a, b, start, none),
                     shared_before(study.partnerships, scope.data.partnerships.rows, a, b, start,
                                   none),
                     shared_before(study.experiments, scope.data.experiments.rows, a, b, start,
                                   experiment)});
            ++(before == Before::yes  ? pairs.known
               : before == Before::no ? pairs.fresh
                                      : pairs.undetermined);
        }
    return pairs;
}

double worlds_of(const Scope& scope, std::uint32_t experiment) {
    std::array<std::int64_t, model::kinds.size()> kinds{};
    for (const graph::Vertex member : scope.study.experiments.incidence.members(experiment))
        ++kinds[static_cast<std::size_t>(scope.data.actors[member].kind)];
    const auto diversity = diversity_of(kinds, kinds.size());
    return diversity ? diversity->hill1 : 0;
}

bool has_deployer(const Scope& scope, std::uint32_t experiment) {
    return std::ranges::any_of(scope.data.experiments.members[experiment],
                               [&](const model::Party& member) {
                                   return member.roles.has(model::Role::deployment) &&
                                          scope.study.is_recorded(member.actor);
                               });
}

bool reached_modelling(const Scope& scope, std::uint32_t experiment) {
    return std::ranges::any_of(scope.data.stages[experiment], [&](const model::StageEntry& entry) {
        return entry.stage >= model::Stage::modelling &&
               entry.stage <= model::Stage::industrialisation &&
               is_past(entry.date, scope.last_day);
    });
}

struct Sums {
    std::int64_t projects = 0, parties = 0, deployed = 0, modelled = 0, without = 0;
    double worlds = 0;
    Pairs pairs;
};

void write_pairs(Results& results, KeyParts key, const Pairs& pairs) {
    const std::int64_t judged = pairs.known + pairs.fresh;
    Estimate& row = results.share(id, key, pairs.fresh, judged, "zero_total");
    row.unit = "share";
    if (judged + pairs.undetermined > 0)
        row.coverage =
            static_cast<double>(judged) / static_cast<double>(judged + pairs.undetermined);
}

/// One project, added to the sums and written when rows are wanted.
void take(const Scope& scope, Results& results, std::uint32_t experiment, Sums& sums) {
    const auto parties = scope.study.experiments.incidence.members(experiment).size();
    if (parties == 0) return;
    const double worlds = worlds_of(scope, experiment);
    const bool deployed = has_deployer(scope, experiment);
    const Pairs pairs = pairs_of(scope, experiment);
    ++sums.projects;
    sums.parties += static_cast<std::int64_t>(parties);
    sums.worlds += worlds;
    sums.deployed += deployed ? 1 : 0;
    if (reached_modelling(scope, experiment)) {
        ++sums.modelled;
        sums.without += deployed ? 0 : 1;
    }
    sums.pairs.known += pairs.known;
    sums.pairs.fresh += pairs.fresh;
    sums.pairs.undetermined += pairs.undetermined;
    if (!results.wants_rows()) return;
    const std::string_view project = scope.data.experiments.rows[experiment].id;
    results.value(id, {{KeyName::experiment, project}}, static_cast<double>(parties));
    results.value(id, {{KeyName::measure, "worlds"}, {KeyName::experiment, project}}, worlds).unit =
        "worlds";
    results
        .value(id, {{KeyName::measure, "deployment"}, {KeyName::experiment, project}},
               deployed ? 1 : 0)
        .unit = "count";
    write_pairs(results, {{KeyName::measure, "new_pairs"}, {KeyName::experiment, project}}, pairs);
}

void compute_collectivity(const Scope& scope, Results& results) {
    const std::vector<std::uint32_t> running = running_experiments(scope);
    Sums sums;
    for (const std::uint32_t experiment : running) take(scope, results, experiment, sums);
    const std::string_view reason = running.empty() ? "no_relation" : "zero_total";
    Estimate& row = results.share(id, {}, sums.parties, sums.projects, reason);
    if (!running.empty())
        row.coverage = static_cast<double>(sums.projects) / static_cast<double>(running.size());
    const KeyParts worlds{{KeyName::measure, "worlds"}};
    Estimate& mean =
        sums.projects == 0
            ? results.undefined(id, worlds, reason)
            : results.value(id, worlds, sums.worlds / static_cast<double>(sums.projects));
    mean.unit = "worlds";
    mean.n = sums.projects;
    results.share(id, {{KeyName::measure, "deployment"}}, sums.deployed, sums.projects, reason)
        .unit = "share";
    Estimate& without = results.value(id, {{KeyName::measure, "without_deployment"}},
                                      static_cast<double>(sums.without));
    without.unit = "count";
    without.n = sums.modelled;
    write_pairs(results, {{KeyName::measure, "new_pairs"}}, sums.pairs);
}

}  // namespace

extern const Entry experiments_collectivity;
const Entry experiments_collectivity{"X5", metrics_of_entry, tables, compute_collectivity};

}  // namespace maillage::metrics
