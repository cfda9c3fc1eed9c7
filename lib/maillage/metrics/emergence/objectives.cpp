#include <algorithm>
#include <array>
#include <map>

#include <maillage/metrics/projects.hpp>
#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr std::array metrics_of_entry{Metric{
    .id = "emergence_objectives",
    .dynamic = Dynamic::emergence,
    .tier = 2,
    .nature = FigureNature::counted,
    .unit = "share",
    .title = {"Objectifs dits par chaque partie", "Objectives said by each party"},
    .question = {"Chacun a-t-il dit ce qu’il vient chercher ?", "Did each say what it comes for?"},
    .definition =
        {"Alliances de la période dont chaque partie dit au moins un objectif, sur toutes. "
         "kind=, objective= : parties de cette nature qui disent cet objectif, une fois par "
         "alliance. measure=with_impact : parmi les couples d’une partie et d’un de ses "
         "objectifs, part de ceux dont la partie a un impact écrit dans l’alliance. Indéfini sans "
         "alliance.",
         "Alliances of the window whose every party says at least one objective, over all. kind=, "
         "objective=: parties of that kind that say that objective, once per alliance. "
         "measure=with_impact: of the pairs of a party and one of its objectives, the share whose "
         "party has an impact written in the alliance. Undefined without alliance."},
    .reading = {"Dans {0} des alliances, chacun a dit ce qu’il vient chercher.",
                "In {0} of the alliances, each said what it comes for."},
    .limits = {"Un objectif dit en réunion et qui n’a pas été écrit manque.",
               "An objective said at a meeting and never written down is missing."},
    .source = "ours"}};

constexpr std::array tables{model::Table::partnership_members};

constexpr std::string_view id = "emergence_objectives";

using Objectives = model::WordSet<model::Objective>;

/// What the parties of an alliance say they come for; those that say nothing are left out.
std::map<std::uint32_t, Objectives> objectives_of(const Scope& scope, std::uint32_t alliance) {
    const auto parties = scope.study.partnerships.incidence.members(alliance);
    std::map<std::uint32_t, Objectives> said;
    for (const model::Pledge& pledge : scope.data.pledges[alliance])
        if (!pledge.seeks.empty() && std::ranges::binary_search(parties, pledge.actor.index))
            said[pledge.actor.index] |= pledge.seeks;
    return said;
}

bool has_impact(const Scope& scope, std::uint32_t alliance, std::uint32_t actor) {
    return std::ranges::any_of(
        scope.data.partnership_impacts[alliance], [&](const model::Impact& row) {
            return row.actor == model::ActorId{actor} && is_past(row.date, scope.last_day);
        });
}

struct Counts {
    std::int64_t complete = 0;  ///< Alliances whose every party says something.
    std::int64_t pairs = 0, with_impact = 0;
    std::map<std::pair<std::size_t, std::size_t>, std::int64_t> by_kind;  ///< Kind, objective.
};

void add_party(const Scope& scope, std::uint32_t alliance, std::uint32_t actor,
               const Objectives& said, Counts& counts) {
    const auto kind = static_cast<std::size_t>(scope.data.actors[actor].kind);
    const bool written = has_impact(scope, alliance, actor);
    for (std::size_t i = 0; i < model::objectives.size(); ++i) {
        if (!said.has(static_cast<model::Objective>(i))) continue;
        ++counts.pairs;
        counts.with_impact += written ? 1 : 0;
        ++counts.by_kind[{kind, i}];
    }
}

Counts count(const Scope& scope) {
    Counts counts;
    for (const std::uint32_t alliance : scope.running_partnerships) {
        const auto said = objectives_of(scope, alliance);
        const auto parties = scope.study.partnerships.incidence.members(alliance);
        counts.complete += said.size() == parties.size() ? 1 : 0;
        for (const auto& [actor, objectives] : said)
            add_party(scope, alliance, actor, objectives, counts);
    }
    return counts;
}

void compute_objectives(const Scope& scope, Results& results) {
    const Counts counts = count(scope);
    results.share(id, {}, counts.complete,
                  static_cast<std::int64_t>(scope.running_partnerships.size()), "no_relation");
    for (const auto& [place, number] : counts.by_kind)
        results
            .value(id,
                   {{KeyName::kind, model::kinds[place.first].code},
                    {KeyName::objective, model::objectives[place.second].code}},
                   static_cast<double>(number))
            .unit = "count";
    const KeyParts with_impact{{KeyName::measure, "with_impact"}};
    if (scope.data.has(model::Table::impacts))
        results.share(id, with_impact, counts.with_impact, counts.pairs, "zero_total");
    else
        results.without_value(id, with_impact, Status::no_data, "table_absent");
}

}  // namespace

extern const Entry emergence_objectives;
const Entry emergence_objectives{"P19", metrics_of_entry, tables, compute_objectives};

}  // namespace maillage::metrics
