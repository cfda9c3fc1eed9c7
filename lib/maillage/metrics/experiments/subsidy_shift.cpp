// Whether a project lives less on public money once it is deployed than while it was being found.

#include <algorithm>
#include <array>

#include <maillage/metrics/projects.hpp>
#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

using model::Stage;

constexpr std::array metrics_of_entry{Metric{
    .id = "experiments_subsidy_shift",
    .dynamic = Dynamic::experiments,
    .tier = 2,
    .nature = FigureNature::counted,
    .unit = "difference",
    .title = {"Recul de la subvention", "Shift away from subsidy"},
    .question = {"Passe-t-on de la subvention au modèle d’opérateur ?",
                 "Do we move from subsidy to the model of an operator?"},
    .definition =
        {"Part publique des financements dans les années de recherche (conception, "
         "expérimentation) moins celle des années de déploiement (essaimage, industrialisation), "
         "de -1 à 1, en moyenne sur les projets commencés où les deux se calculent. Financements "
         "du projet, à défaut de son inventeur ; une année est de l’étape atteinte à son dernier "
         "jour. phase=rnd, deployment : les deux parts ; measure=valley : projets essaimés dont la "
         "part publique dépasse encore 0,8 (--valley). Indéfini si une phase n’a pas de "
         "financement.",
         "Public share of the funding in the years of research (conception, experimentation) minus "
         "that of the years of deployment (spreading, industrialisation), from -1 to 1, on average "
         "over the projects begun where both can be computed. Funding of the project, else of its "
         "inventor; a year belongs to the stage reached on its last day. phase=rnd, deployment: "
         "the two shares; measure=valley: projects that spread and whose public share is still "
         "above 0.8 (--valley). Undefined when a phase has no funding."},
    .reading = {"La part publique recule de {0} en moyenne.",
                "The public share falls by {0} on average."},
    .limits = {"Les financements de l’inventeur servent aussi à ses autres activités. Une baisse "
               "de la part publique n’est pas un but en soi.",
               "The funding of the inventor also serves its other activities. A lower public share "
               "is no aim in itself."},
    .source = "ours"}};

constexpr std::array tables{model::Table::experiments, model::Table::experiment_stages,
                            model::Table::funding};

constexpr std::string_view id = "experiments_subsidy_shift";

struct Money {
    double all = 0, of_public = 0;

    void add(const model::Funding& row) {
        all += row.amount;
        if (row.source == model::FundingSource::public_money) of_public += row.amount;
    }
    [[nodiscard]] std::optional<double> share() const {
        return all > 0 ? std::optional(of_public / all) : std::nullopt;
    }
};

/// A project's own funding; without any, that of its inventor.
std::span<const model::Funding> funding_of(const model::Dataset& data, std::uint32_t experiment) {
    const auto own = data.funding[experiment];
    const model::ActorId inventor = data.experiments.rows[experiment].inventor;
    return own.empty() && inventor.known() ? data.actor_funding[inventor.index] : own;
}

struct Phases {
    Money rnd, deployment;
};

Phases phases_of(const Scope& scope, std::uint32_t experiment) {
    Phases phases;
    for (const model::Funding& row : funding_of(scope.data, experiment)) {
        const model::Date year = model::Date::year(row.year);
        if (scope.last_day && year.first() > *scope.last_day) continue;
        const base::Day end = scope.last_day ? std::min(year.last(), *scope.last_day) : year.last();
        const auto stage = current_stage(scope.data, experiment, end);
        if (stage == Stage::conception || stage == Stage::experimentation) phases.rnd.add(row);
        if (stage == Stage::spreading || stage == Stage::industrialisation)
            phases.deployment.add(row);
    }
    return phases;
}

/// A mean over the projects where a number can be computed.
struct Mean {
    double sum = 0;
    std::int64_t n = 0;

    void add(const std::optional<double>& value) {
        sum += value.value_or(0);
        n += value ? 1 : 0;
    }
};

Estimate& write_mean(Results& results, KeyParts key, const Mean& mean, std::string_view reason) {
    Estimate& row = mean.n > 0 ? results.value(id, key, mean.sum / static_cast<double>(mean.n))
                               : results.undefined(id, key, reason);
    row.n = mean.n;
    return row;
}

/// True when a project that spread still lives on public money above the threshold.
bool is_in_valley(const Scope& scope, const std::optional<double>& share) {
    return share && *share > scope.study.request.valley_percent / 100.0;
}

void write_project(const Scope& scope, Results& results, std::string_view project,
                   const std::array<std::optional<double>, 2>& shares) {
    const auto write = [&](KeyParts key, const std::optional<double>& value) -> Estimate& {
        return value ? results.value(id, key, *value) : results.undefined(id, key, "zero_total");
    };
    const bool both = shares[0] && shares[1];
    write({{KeyName::experiment, project}},
          both ? std::optional(*shares[0] - *shares[1]) : std::nullopt);
    write({{KeyName::experiment, project}, {KeyName::phase, "rnd"}}, shares[0]).unit = "share";
    write({{KeyName::experiment, project}, {KeyName::phase, "deployment"}}, shares[1]).unit =
        "share";
    if (is_in_valley(scope, shares[1]))
        results.value(id, {{KeyName::measure, "valley"}, {KeyName::experiment, project}}, 1).unit =
            "count";
}

void compute_shift(const Scope& scope, Results& results) {
    Mean shift, rnd, deployment;
    std::int64_t in_valley = 0;
    const std::vector<std::uint32_t> begun = begun_experiments(scope);
    for (const std::uint32_t experiment : begun) {
        const Phases phases = phases_of(scope, experiment);
        const auto before = phases.rnd.share(), after = phases.deployment.share();
        rnd.add(before);
        deployment.add(after);
        if (before && after) shift.add(*before - *after);
        if (is_in_valley(scope, after)) ++in_valley;
        if (results.wants_rows() && (before || after))
            write_project(scope, results, scope.data.experiments.rows[experiment].id,
                          {before, after});
    }
    const std::string_view reason = begun.empty() ? "no_relation" : "zero_total";
    Estimate& row = write_mean(results, {}, shift, reason);
    if (!begun.empty())
        row.coverage = static_cast<double>(shift.n) / static_cast<double>(begun.size());
    write_mean(results, {{KeyName::phase, "rnd"}}, rnd, reason).unit = "share";
    write_mean(results, {{KeyName::phase, "deployment"}}, deployment, reason).unit = "share";
    Estimate& valley =
        results.value(id, {{KeyName::measure, "valley"}}, static_cast<double>(in_valley));
    valley.unit = "count";
    valley.n = deployment.n;
}

}  // namespace

extern const Entry experiments_subsidy_shift;
const Entry experiments_subsidy_shift{"X7", metrics_of_entry, tables, compute_shift};

}  // namespace maillage::metrics
