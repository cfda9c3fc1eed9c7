// Which of the three impacts the alliances have written down, and for whom. A row says that an
// impact was put on paper; nothing here judges it.

#include <algorithm>
#include <array>
#include <set>

#include <maillage/metrics/projects.hpp>
#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr std::array metrics_of_entry{
    Metric{
        .id = "impact_documented_share",
        .dynamic = Dynamic::impacts,
        .tier = 1,
        .nature = FigureNature::counted,
        .unit = "share",
        .title = {"Alliances aux impacts écrits", "Alliances with written impacts"},
        .question = {"Quels impacts avons-nous écrits ?", "Which impacts did we write down?"},
        .definition =
            {"Alliances de la période qui ont au moins une ligne d’impact, datée au plus tard de "
             "son dernier jour ou sans date, sur toutes ; par impact (impact=) ; "
             "measure=projects : les projets. En détail, measure= le sous-impact. Indéfini sans "
             "alliance.",
             "Alliances of the window with at least one row of impact, dated on or before its "
             "last day or undated, over all; by impact (impact=); measure=projects: the projects. "
             "In detail, measure= the part of the impact. Undefined without alliance."},
        .reading = {"{0} des alliances ont écrit au moins un impact.",
                    "{0} of the alliances wrote down at least one impact."},
        .limits = {"Dit ce qui est écrit, pas ce qui a eu lieu ni ce qu’il vaut.",
                   "Says what is written, not what happened nor what it is worth."},
        .source = "ours"},
    Metric{
        .id = "impact_balance",
        .dynamic = Dynamic::impacts,
        .tier = 2,
        .nature = FigureNature::counted,
        .unit = "share",
        .title = {"Impacts écrits pour chaque partenaire", "Impacts written for each partner"},
        .question = {"L’impact est-il écrit pour chaque partenaire ?",
                     "Is the impact written for each partner?"},
        .definition =
            {"Part des alliances de la période dont un impact est écrit pour toutes leurs parties "
             "(measure=all), pour une partie d’entre elles (some), pour aucune (none) ; "
             "measure=common_good : un impact sans acteur nommé. Indéfini sans alliance.",
             "Share of the alliances of the window with an impact written for all of their "
             "parties (measure=all), for some of them (some), for none (none); "
             "measure=common_good: an impact without a named actor. Undefined without alliance."},
        .reading = {"{0} des alliances ont écrit un impact pour chacune de leurs parties.",
                    "{0} of the alliances wrote down an impact for each of their parties."},
        .limits = {"Une ligne pour un acteur qui n’est pas partie ne compte pour personne.",
                   "A row for an actor that is no party counts for nobody."},
        .source = "ours"}};

constexpr std::array tables{model::Table::impacts};

constexpr std::string_view share_id = "impact_documented_share";
constexpr std::string_view balance_id = "impact_balance";

using ImpactLists = model::Lists<model::Impact>;

/// Relations with an impact written by the last day, of those that `wanted` accepts.
std::int64_t documented(const Scope& scope, const std::vector<std::uint32_t>& relations,
                        const ImpactLists& impacts, auto wanted) {
    return std::ranges::count_if(relations, [&](std::uint32_t relation) {
        return std::ranges::any_of(impacts[relation], [&](const model::Impact& row) {
            return is_past(row.date, scope.last_day) && wanted(row);
        });
    });
}

/// Each of the three impacts and, in detail, the parts that make it up.
void write_impacts(const Scope& scope, Results& results) {
    const auto& impacts = scope.data.partnership_impacts;
    const auto& alliances = scope.running_partnerships;
    const auto n = static_cast<std::int64_t>(alliances.size());
    for (std::size_t i = 0; i < model::impact_kinds.size(); ++i) {
        const auto kind = static_cast<model::ImpactKind>(i);
        const auto same = [&](const model::Impact& row) { return row.impact == kind; };
        const std::string_view code = model::impact_kinds[i].code;
        results.share(share_id, {{KeyName::impact, code}},
                      documented(scope, alliances, impacts, same), n, "no_relation");
        if (!results.wants_rows()) continue;
        for (std::size_t s = 0; s < model::sub_impact_codes.size(); ++s) {
            const auto part = [&](const model::Impact& row) {
                return same(row) && row.sub_impact == static_cast<model::SubImpact>(s);
            };
            const std::int64_t count = documented(scope, alliances, impacts, part);
            if (count > 0)
                results.share(
                    share_id,
                    {{KeyName::measure, model::sub_impact_codes[s]}, {KeyName::impact, code}},
                    count, n, "no_relation");
        }
    }
}

void write_shares(const Scope& scope, Results& results) {
    const auto any = [](const model::Impact&) { return true; };
    const auto& alliances = scope.running_partnerships;
    results.share(share_id, {}, documented(scope, alliances, scope.data.partnership_impacts, any),
                  static_cast<std::int64_t>(alliances.size()), "no_relation");
    write_impacts(scope, results);
    const std::vector<std::uint32_t> projects = running_experiments(scope);
    results.share(share_id, {{KeyName::measure, "projects"}},
                  documented(scope, projects, scope.data.experiment_impacts, any),
                  static_cast<std::int64_t>(projects.size()), "no_relation");
}

/// How many parties of an alliance have an impact written for them.
std::size_t parties_served(const Scope& scope, std::uint32_t alliance) {
    const auto parties = scope.study.partnerships.incidence.members(alliance);
    std::set<std::uint32_t> served;
    for (const model::Impact& row : scope.data.partnership_impacts[alliance])
        if (is_past(row.date, scope.last_day) && row.actor.known() &&
            std::ranges::binary_search(parties, row.actor.index))
            served.insert(row.actor.index);
    return served.size();
}

void write_balance(const Scope& scope, Results& results) {
    std::int64_t all = 0, none = 0;
    for (const std::uint32_t alliance : scope.running_partnerships) {
        const std::size_t served = parties_served(scope, alliance);
        const bool is_all = served == scope.study.partnerships.incidence.members(alliance).size();
        all += is_all ? 1 : 0;
        none += served == 0 ? 1 : 0;
    }
    const auto n = static_cast<std::int64_t>(scope.running_partnerships.size());
    const std::int64_t common =
        documented(scope, scope.running_partnerships, scope.data.partnership_impacts,
                   [](const model::Impact& row) { return !row.actor.known(); });
    const auto write = [&](std::string_view measure, std::int64_t count) {
        results.share(balance_id, {{KeyName::measure, measure}}, count, n, "no_relation");
    };
    write("all", all);
    write("some", n - all - none);
    write("none", none);
    write("common_good", common);
}

void compute_documented(const Scope& scope, Results& results) {
    write_shares(scope, results);
    write_balance(scope, results);
}

}  // namespace

extern const Entry impacts_documented;
const Entry impacts_documented{"I1", metrics_of_entry, tables, compute_documented};

}  // namespace maillage::metrics
