#include <algorithm>
#include <array>
#include <map>

#include <maillage/graph/components.hpp>
#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr std::array metrics_of_entry{Metric{
    .id = "fragility_funder_dependency",
    .dynamic = Dynamic::fragility,
    .tier = 1,
    .nature = FigureNature::counted,
    .unit = "share",
    .title = {"Alliances du premier financeur", "Alliances of the first funder"},
    .question = {"Et si ce financeur se retire ?", "And if this funder withdraws?"},
    .definition =
        {"Pour un financeur, part des alliances en cours dans la période où il a ce rôle. Valeur : "
         "la plus grande ; measure=sole : la plus grande part où un même financeur est le seul ; "
         "measure=fragmentation : part des paires d’acteurs sans chemin une fois le premier "
         "financeur parti (à égalité, la plus grande). En détail, une ligne par financeur "
         "(actor=). "
         "Indéfini sans alliance ; pas de donnée sans aucun rôle.",
         "For a funder, share of the alliances running in the period in which it has that role. "
         "Value: the largest; measure=sole: the largest share in which one funder is the only one; "
         "measure=fragmentation: share of the pairs of actors without way once the first funder "
         "has left (of equals, the largest). In detail, one row per funder (actor=). Undefined "
         "without alliances; no data without any role."},
    .reading = {"{0} alliances sur {1} ont le même financeur.",
                "{0} alliances of {1} have the same funder."},
    .limits =
        {"Compte des alliances, pas des montants. Un rôle non noté n’est pas compté : voir la "
         "couverture.",
         "Counts alliances, not amounts. A role not written down is not counted: see the "
         "coverage."},
    .source = "ours"}};

constexpr std::array tables{model::Table::partnerships};

constexpr std::string_view id = "fragility_funder_dependency";

/// Alliances of one funder, and those of which it is the only one.
struct Funded {
    std::int64_t all = 0, sole = 0;
};

struct Funders {
    std::map<std::uint32_t, Funded> of;  ///< By actor.
    std::int64_t with_roles = 0;         ///< Alliances in which some role is known.
};

Funders funders_of(const Scope& scope) {
    Funders funders;
    for (const std::uint32_t i : scope.running_partnerships) {
        bool has_role = false;
        std::vector<std::uint32_t> funding;
        for (const model::Party& party : scope.data.partnerships.members[i]) {
            if (!scope.study.is_recorded(party.actor)) continue;
            has_role = has_role || !party.roles.empty();
            if (party.roles.has(model::Role::funder)) funding.push_back(party.actor.index);
        }
        funders.with_roles += has_role ? 1 : 0;
        for (const std::uint32_t actor : funding) {
            ++funders.of[actor].all;
            funders.of[actor].sole += funding.size() == 1 ? 1 : 0;
        }
    }
    return funders;
}

/// Pairs of V without `gone` that nothing joins; a funder seated elsewhere is not in V.
std::int64_t pairs_apart(const Scope& scope, std::uint32_t gone, std::int64_t& n) {
    const graph::Incidence& alliances = scope.alliances();
    const graph::Ranges& actors = scope.view.partnerships.actors;
    graph::Vertex vertex = 0, out = static_cast<graph::Vertex>(alliances.vertices());
    actors.for_each([&](std::uint32_t actor) {
        if (actor == gone) out = vertex;
        ++vertex;
    });
    graph::DisjointSets pieces(alliances.vertices());
    for (std::size_t i = 0; i < alliances.relations(); ++i) {
        graph::Vertex last = out;
        for (const graph::Vertex member : alliances.members(i)) {
            if (member == out) continue;
            if (last != out) pieces.unite(last, member);
            last = member;
        }
    }
    n = static_cast<std::int64_t>(alliances.vertices()) - (out < alliances.vertices() ? 1 : 0);
    std::int64_t apart = n * (n - 1);
    // The one who left is a piece of one, which joins no pair.
    for (const std::int64_t size : pieces.sizes()) apart -= size * (size - 1);
    return apart;
}

void write_fragmentation(const Scope& scope, const Funders& funders, std::int64_t most,
                         Results& results) {
    std::int64_t apart = 0, left = 0;
    double largest = -1;
    for (const auto& [actor, funded] : funders.of) {
        if (funded.all != most) continue;
        std::int64_t n = 0;
        const std::int64_t pairs = pairs_apart(scope, actor, n);
        if (n < 2) continue;
        const double share = static_cast<double>(pairs) / static_cast<double>(n * (n - 1));
        if (share <= largest) continue;
        largest = share;
        apart = pairs;
        left = n;
    }
    results
        .share(id, {{KeyName::measure, "fragmentation"}}, apart, left * (left - 1),
               "fewer_than_2_nodes")
        .n = left;
}

void compute_dependency(const Scope& scope, Results& results) {
    const auto alliances = static_cast<std::int64_t>(scope.running_partnerships.size());
    const Funders funders = funders_of(scope);
    if (alliances == 0 || funders.with_roles == 0) {
        results.without_value(id, {}, alliances == 0 ? Status::undefined : Status::no_data,
                              alliances == 0 ? "no_relation" : "column_absent");
        return;
    }
    Funded most;
    for (const auto& [actor, funded] : funders.of) {
        most.all = std::max(most.all, funded.all);
        most.sole = std::max(most.sole, funded.sole);
    }
    const double coverage =
        static_cast<double>(funders.with_roles) / static_cast<double>(alliances);
    results.share(id, {}, most.all, alliances, {}).coverage = coverage;
    results.share(id, {{KeyName::measure, "sole"}}, most.sole, alliances, {}).coverage = coverage;
    if (!funders.of.empty()) write_fragmentation(scope, funders, most.all, results);
    if (!results.wants_rows()) return;
    for (const auto& [actor, funded] : funders.of) {
        const std::string label = results.actor(actor);
        results.share(id, {{KeyName::actor, label}}, funded.all, alliances, {});
        results.share(id, {{KeyName::measure, "sole"}, {KeyName::actor, label}}, funded.sole,
                      alliances, {});
    }
}

}  // namespace

extern const Entry fragility_funder_dependency;
const Entry fragility_funder_dependency{"F6", metrics_of_entry, tables, compute_dependency};

}  // namespace maillage::metrics
