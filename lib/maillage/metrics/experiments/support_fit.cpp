// What each project still lacks. A phase reached calls for standard needs, each met by a lever of
// support or by a member; the rows of the table `needs` replace them for their project, since its
// people know better than a table.

#include <algorithm>
#include <array>

#include <maillage/metrics/projects.hpp>
#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

using model::Lever;
using model::Need;
using model::Stage;

constexpr std::array metrics_of_entry{Metric{
    .id = "experiments_support_fit",
    .dynamic = Dynamic::experiments,
    .tier = 1,
    .nature = FigureNature::counted,
    .unit = "share",
    .title = {"Besoins couverts des projets", "Needs of projects that are met"},
    .question = {"Que manque-t-il maintenant à ce projet ?", "What does this project lack now?"},
    .definition =
        {"Besoins couverts sur besoins des projets en cours, en tout et par phase atteinte "
         "(phase=rnd, proof, deployment). Besoins types : avis, argent, personnes ; temps pour "
         "modéliser ; réseau pour essaimer, partenaire pour déployer. Les lignes de la table des "
         "besoins les remplacent pour leur projet. measure=missing_... : projets à qui ce besoin "
         "manque ; without_..._deployment : projets modélisés que personne ne déploie ; "
         "measure=supports : soutiens par levier et étape. Indéfini sans besoin connu.",
         "Needs met over needs of the running projects, in all and by phase reached (phase=rnd, "
         "proof, deployment). Standard needs: opinions, money, people; time to model; a network to "
         "spread, a partner to deploy. Rows of the table of needs replace them for their project. "
         "measure=missing_...: projects that lack this need; without_..._deployment: modelled "
         "projects that nobody deploys; measure=supports: supports by lever and stage. Undefined "
         "without known needs."},
    .reading = {"{0} besoins sur {1} sont couverts ; il manque surtout {2}.",
                "{0} needs of {1} are met; what lacks most is {2}."},
    .limits = {"Les besoins types sont une convention ; un soutien non noté semble un manque.",
               "Standard needs are a convention; a support that was not noted looks like a lack."},
    .source = "ours"}};

constexpr std::array tables{model::Table::experiments, model::Table::supports};

constexpr std::string_view id = "experiments_support_fit";

enum class Phase : std::uint8_t { rnd, proof, deployment };
constexpr std::array<std::string_view, 3> phases{"rnd", "proof", "deployment"};

std::optional<Phase> phase_of(Stage stage) {
    switch (stage) {
        case Stage::conception:
        case Stage::experimentation:
            return Phase::rnd;
        case Stage::modelling:
            return Phase::proof;
        case Stage::spreading:
        case Stage::industrialisation:
            return Phase::deployment;
        default:
            return std::nullopt;
    }
}

Phase phase_of(Need need) {
    if (need == Need::time) return Phase::proof;
    return need == Need::spread || need == Need::take_up ? Phase::deployment : Phase::rnd;
}

/// The needs of the format, then those said in other words.
constexpr std::size_t other_need = model::project_needs.size();
constexpr std::array<std::string_view, other_need + 1> missing_measures{
    "missing_opinions", "missing_money",   "missing_people", "missing_time",
    "missing_spread",   "missing_take_up", "missing_other"};

/// What is needed of a project and what is met, by need.
struct Fit {
    std::array<std::int64_t, other_need + 1> needed{}, met{};
    bool standard = true;  ///< The needs are those of the phases, not declared ones.

    void add(std::size_t need, bool is_met) {
        ++needed[need];
        if (is_met) ++met[need];
    }
};

bool has_support(const Scope& scope, std::uint32_t experiment, auto fits) {
    return std::ranges::any_of(scope.data.supports[experiment], [&](const model::Support& s) {
        return is_past(s.date, scope.last_day) && fits(s);
    });
}

bool has_lever(const Scope& scope, std::uint32_t experiment, Lever lever) {
    return has_support(scope, experiment,
                       [&](const model::Support& s) { return s.lever == lever; });
}

/// A member of that kind is there to deploy.
bool has_deployer(const Scope& scope, std::uint32_t experiment, model::Kind kind) {
    return std::ranges::any_of(
        scope.data.experiments.members[experiment], [&](const model::Party& member) {
            return scope.study.is_recorded(member.actor) &&
                   member.roles.has(model::Role::deployment) &&
                   scope.data[member.actor].kind == kind && is_past(member.joined, scope.last_day);
        });
}

/// Without the members of projects nobody can be said to be missing among them.
bool knows_members(const Scope& scope) {
    return scope.data.has(model::Table::experiment_members) ||
           scope.data.has_column(model::Table::experiments, "members");
}

bool is_met(const Scope& scope, std::uint32_t experiment, Need need) {
    switch (need) {
        case Need::opinions:
            return has_lever(scope, experiment, Lever::advice_governance) ||
                   has_lever(scope, experiment, Lever::evaluation);
        case Need::money:
            return has_lever(scope, experiment, Lever::funding);
        case Need::people:
        case Need::spread:
            return has_lever(scope, experiment, Lever::expertise_network);
        case Need::time:
            return has_support(scope, experiment, [](const model::Support& s) {
                return s.stage == Stage::modelling &&
                       (s.days.value_or(0) > 0 || s.lever == Lever::funding);
            });
        case Need::take_up:
            return has_deployer(scope, experiment, model::Kind::public_body) ||
                   has_deployer(scope, experiment, model::Kind::company);
    }
    return false;
}

/// Declared needs, from the day they are said; one is met once a date or somebody answers it.
Fit declared_fit(const Scope& scope, std::uint32_t experiment) {
    Fit fit;
    fit.standard = false;
    for (const model::DeclaredNeed& row : scope.data.needs[experiment]) {
        if (!is_past(row.since, scope.last_day)) continue;
        const bool answered = row.met_on.known() || row.met_by.known();
        fit.add(row.need ? static_cast<std::size_t>(*row.need) : other_need,
                answered && is_past(row.met_on, scope.last_day));
    }
    return fit;
}

Fit standard_fit(const Scope& scope, std::uint32_t experiment) {
    std::array<bool, phases.size()> reached{};
    for (const model::StageEntry& entry : scope.data.stages[experiment])
        if (const auto phase = phase_of(entry.stage); phase && is_past(entry.date, scope.last_day))
            reached[static_cast<std::size_t>(*phase)] = true;
    Fit fit;
    for (std::size_t need = 0; need < other_need; ++need) {
        const auto word = static_cast<Need>(need);
        if (word == Need::take_up && !knows_members(scope)) continue;
        if (reached[static_cast<std::size_t>(phase_of(word))])
            fit.add(need, is_met(scope, experiment, word));
    }
    return fit;
}

Fit fit_of(const Scope& scope, std::uint32_t experiment) {
    return scope.data.needs[experiment].empty() ? standard_fit(scope, experiment)
                                                : declared_fit(scope, experiment);
}

/// Needs met and needs, in all and by phase. Declared needs belong to no phase.
struct Shares {
    std::int64_t met = 0, needed = 0;
    std::array<std::int64_t, phases.size()> met_in{}, needed_in{};

    void add(const Fit& fit) {
        for (std::size_t need = 0; need <= other_need; ++need) {
            met += fit.met[need];
            needed += fit.needed[need];
            if (!fit.standard || need == other_need) continue;
            const auto phase = static_cast<std::size_t>(phase_of(static_cast<Need>(need)));
            met_in[phase] += fit.met[need];
            needed_in[phase] += fit.needed[need];
        }
    }
};

Estimate& write_count(Results& results, KeyParts key, std::int64_t count) {
    Estimate& row = results.value(id, key, static_cast<double>(count));
    row.unit = "count";
    return row;
}

void write_project(const Scope& scope, Results& results, std::uint32_t experiment, const Fit& fit) {
    const std::string_view project = scope.data.experiments.rows[experiment].id;
    Shares shares;
    shares.add(fit);
    results.share(id, {{KeyName::experiment, project}}, shares.met, shares.needed, "no_needs");
    for (std::size_t phase = 0; phase < phases.size(); ++phase)
        if (shares.needed_in[phase] > 0)
            results.share(id, {{KeyName::experiment, project}, {KeyName::phase, phases[phase]}},
                          shares.met_in[phase], shares.needed_in[phase], "no_needs");
    for (std::size_t need = 0; need <= other_need; ++need)
        if (const std::int64_t missing = fit.needed[need] - fit.met[need]; missing > 0)
            write_count(
                results,
                {{KeyName::measure, missing_measures[need]}, {KeyName::experiment, project}},
                missing);
}

/// Projects that are modelled or further, and those of them that lack somebody to deploy.
struct Deployment {
    std::int64_t ready = 0, without_public = 0, without_company = 0, without = 0;

    void add(const Scope& scope, std::uint32_t experiment) {
        const auto stage = current_stage(scope.data, experiment, scope.last_day);
        if (!stage || phase_of(*stage).value_or(Phase::rnd) == Phase::rnd) return;
        const bool has_public = has_deployer(scope, experiment, model::Kind::public_body);
        const bool has_company = has_deployer(scope, experiment, model::Kind::company);
        ++ready;
        without_public += has_public ? 0 : 1;
        without_company += has_company ? 0 : 1;
        without += has_public || has_company ? 0 : 1;
    }
};

/// Sums over the projects that run on the last day.
struct Sums {
    Shares shares;
    std::array<std::int64_t, other_need + 1> missing{}, needing{};
    std::int64_t running = 0, with_needs = 0;
    Deployment deployment;

    void add(const Fit& fit) {
        shares.add(fit);
        bool needs_something = false;
        for (std::size_t need = 0; need <= other_need; ++need) {
            if (fit.needed[need] == 0) continue;
            needs_something = true;
            ++needing[need];
            if (fit.met[need] < fit.needed[need]) ++missing[need];
        }
        ++running;
        with_needs += needs_something ? 1 : 0;
    }
};

void write_sums(Results& results, const Sums& sums) {
    const std::string_view reason = sums.running == 0 ? "no_relation" : "no_needs";
    Estimate& row = results.share(id, {}, sums.shares.met, sums.shares.needed, reason);
    row.n_effective = sums.with_needs;
    if (sums.running > 0)
        row.coverage = static_cast<double>(sums.with_needs) / static_cast<double>(sums.running);
    for (std::size_t phase = 0; phase < phases.size(); ++phase)
        if (sums.shares.needed_in[phase] > 0)
            results.share(id, {{KeyName::phase, phases[phase]}}, sums.shares.met_in[phase],
                          sums.shares.needed_in[phase], "no_needs");
    for (std::size_t need = 0; need <= other_need; ++need)
        if (sums.needing[need] > 0)
            write_count(results, {{KeyName::measure, missing_measures[need]}}, sums.missing[need])
                .n = sums.needing[need];
    const Deployment& d = sums.deployment;
    if (d.ready == 0) return;
    write_count(results, {{KeyName::measure, "without_deployment"}}, d.without).n = d.ready;
    write_count(results, {{KeyName::measure, "without_public_deployment"}}, d.without_public).n =
        d.ready;
    write_count(results, {{KeyName::measure, "without_company_deployment"}}, d.without_company).n =
        d.ready;
}

/// Supports by lever and stage; the last column holds those without a known stage.
using Matrix =
    std::array<std::array<std::int64_t, model::stages.size() + 1>, model::support_levers.size()>;

void write_matrix(Results& results, const Matrix& matrix) {
    for (std::size_t lever = 0; lever < matrix.size(); ++lever) {
        const std::string_view word = model::support_levers[lever].code;
        std::int64_t total = 0;
        for (std::size_t stage = 0; stage < matrix[lever].size(); ++stage) {
            if (matrix[lever][stage] == 0) continue;
            total += matrix[lever][stage];
            const std::string_view column =
                stage == model::stages.size() ? "unknown" : model::stages[stage].code;
            write_count(
                results,
                {{KeyName::measure, "supports"}, {KeyName::lever, word}, {KeyName::stage, column}},
                matrix[lever][stage]);
        }
        if (total > 0)
            write_count(results, {{KeyName::measure, "supports"}, {KeyName::lever, word}}, total);
    }
}

void compute_support_fit(const Scope& scope, Results& results) {
    Sums sums;
    Matrix matrix{};
    for (const std::uint32_t experiment : begun_experiments(scope)) {
        const Fit fit = fit_of(scope, experiment);
        if (results.wants_rows()) write_project(scope, results, experiment, fit);
        for (const model::Support& support : scope.data.supports[experiment])
            if (is_past(support.date, scope.last_day))
                ++matrix[static_cast<std::size_t>(support.lever)]
                        [support.stage ? static_cast<std::size_t>(*support.stage)
                                       : model::stages.size()];
        if (has_stopped(scope.data, experiment, scope.last_day)) continue;
        sums.add(fit);
        if (knows_members(scope)) sums.deployment.add(scope, experiment);
    }
    write_sums(results, sums);
    write_matrix(results, matrix);
}

}  // namespace

extern const Entry experiments_support_fit;
const Entry experiments_support_fit{"X4", metrics_of_entry, tables, compute_support_fit};

}  // namespace maillage::metrics
