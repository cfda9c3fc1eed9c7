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
         "measure=amounts: the largest share of one funder in the amounts noted; "
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

/// Alliances of one funder, those of which it is the only one, and what it is known to give.
struct Funded {
    std::int64_t all = 0, sole = 0;
    double amount = 0;
};

struct Funders {
    std::map<std::uint32_t, Funded> of;   ///< By actor.
    std::int64_t with_roles = 0;          ///< Alliances in which some role is known.
    std::int64_t funded = 0, valued = 0;  ///< Those with a funder, and with all its amounts.
    double amount = 0;
};

/// What a funder is known to give to an alliance: the value of its money. The amount of an alliance
/// is that of its only funder; it cannot be split between several.
std::optional<double> amount_of(const Scope& scope, std::uint32_t alliance, std::uint32_t funder,
                                bool is_sole) {
    std::optional<double> given;
    for (const model::Pledge& pledge : scope.data.pledges[alliance]) {
        const bool is_money =
            pledge.brings.empty() || pledge.brings.has(model::Contribution::money);
        if (pledge.actor.index == funder && is_money && pledge.value)
            given = given.value_or(0) + *pledge.value;
    }
    if (given || !is_sole) return given;
    return scope.data.partnerships.rows[alliance].amount;
}

void add_alliance(const Scope& scope, std::uint32_t alliance,
                  const std::vector<std::uint32_t>& funding, Funders& funders) {
    bool all_valued = true;
    for (const std::uint32_t actor : funding) {
        Funded& funded = funders.of[actor];
        ++funded.all;
        funded.sole += funding.size() == 1 ? 1 : 0;
        const auto amount = amount_of(scope, alliance, actor, funding.size() == 1);
        all_valued = all_valued && amount;
        funded.amount += amount.value_or(0);
        funders.amount += amount.value_or(0);
    }
    funders.funded += funding.empty() ? 0 : 1;
    funders.valued += !funding.empty() && all_valued ? 1 : 0;
}

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
        add_alliance(scope, i, funding, funders);
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

Estimate& write_amount(const Funders& funders, KeyParts key, double amount, Results& results) {
    if (funders.amount <= 0) return results.undefined(id, key, "zero_total");
    Estimate& row = results.value(id, key, amount / funders.amount);
    row.numerator = amount;
    row.denominator = funders.amount;
    return row;
}

void write_funders(const Funders& funders, std::int64_t alliances, Results& results) {
    for (const auto& [actor, funded] : funders.of) {
        const std::string label = results.actor(actor);
        results.share(id, {{KeyName::actor, label}}, funded.all, alliances, {});
        results.share(id, {{KeyName::measure, "sole"}, {KeyName::actor, label}}, funded.sole,
                      alliances, {});
        write_amount(funders, {{KeyName::measure, "amounts"}, {KeyName::actor, label}},
                     funded.amount, results);
    }
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
        most.amount = std::max(most.amount, funded.amount);
    }
    const double coverage =
        static_cast<double>(funders.with_roles) / static_cast<double>(alliances);
    results.share(id, {}, most.all, alliances, {}).coverage = coverage;
    results.share(id, {{KeyName::measure, "sole"}}, most.sole, alliances, {}).coverage = coverage;
    Estimate& amounts =
        write_amount(funders, {{KeyName::measure, "amounts"}}, most.amount, results);
    amounts.n = funders.valued;
    if (funders.funded > 0)
        amounts.coverage =
            static_cast<double>(funders.valued) / static_cast<double>(funders.funded);
    if (!funders.of.empty()) write_fragmentation(scope, funders, most.all, results);
    if (results.wants_rows()) write_funders(funders, alliances, results);
}

}  // namespace

extern const Entry fragility_funder_dependency;
const Entry fragility_funder_dependency{"F6", metrics_of_entry, tables, compute_dependency};

}  // namespace maillage::metrics
