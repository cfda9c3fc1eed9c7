#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <vector>

#include <maillage/metrics/levers.hpp>
#include <maillage/metrics/projects.hpp>
#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr std::array metrics_of_entry{Metric{
    .id = "demonstration_gates",
    .dynamic = Dynamic::impacts,
    .tier = 2,
    .nature = FigureNature::counted,
    .unit = "share",
    .title = {"Alliances aux trois étapes démontrées", "Alliances with three steps shown"},
    .question = {"Complémentaires, sur un enjeu commun, pour une performance écrite ?",
                 "Complementary, on a shared stake, for a performance written down?"},
    .definition =
        {"Part des alliances de la période dont deux parties se complètent (l’offre d’une couvre "
         "un besoin de l’autre), dont deux parties citent un même enjeu et dont un impact de "
         "performance est écrit au dernier jour de la période ; chaque étape seule : "
         "measure=complementary, shared_stake, performance_written. Ce qu’on ne sait pas compte "
         "comme non et se lit à part : measure=unknown_complementarity (moins de deux parties ont "
         "dit leurs leviers, ou aucune n’a de besoin), unknown_stakes (moins de deux parties ont "
         "dit leurs enjeux). Indéfini sans alliance.",
         "Share of the alliances of the window of which two parties complete each other (the offer "
         "of one meets a need of the other), two parties cite the same stake, and an impact of "
         "performance is written by the last day of the window; each step alone: "
         "measure=complementary, shared_stake, performance_written. What is not known counts as "
         "no, and is told apart: measure=unknown_complementarity (fewer than two parties said "
         "their levers, or none has a need), unknown_stakes (fewer than two parties said their "
         "stakes). Undefined without alliance."},
    .reading = {"{0} des alliances montrent les trois étapes.",
                "{0} of the alliances show the three steps."},
    .limits = {"Trois choses écrites côte à côte : aucune n’explique les deux autres.",
               "Three things written side by side: none explains the two others."},
    .source = "ours; steps: Le RAMEAU 2018"}};

constexpr std::array tables{model::Table::partnerships};
constexpr std::string_view id = "demonstration_gates";

enum class Answer : std::uint8_t { no, yes, unknown };

using Parties = std::span<const graph::Vertex>;

/// Whether the offer of one party meets a need of another.
Answer are_complementary(const model::Dataset& data, Parties parties) {
    std::set<std::uint32_t> said;
    bool needed = false, met = false;
    for (const LeverRows& lever :
         levers_of(data, graph::Ranges::of_sorted({parties.begin(), parties.end()}))) {
        for (const LeverRows::Row& row : lever.rows) {
            said.insert(row.vertex);
            needed = needed || row.need > 0;
        }
        met = met || most_served(lever) > 0;
    }
    if (said.size() < 2 || !needed) return Answer::unknown;
    return met ? Answer::yes : Answer::no;
}

/// The stakes that each actor cites, sorted.
using Stakes = std::map<std::uint32_t, std::set<std::uint32_t>>;

Stakes stakes_of(const model::Dataset& data) {
    Stakes stakes;
    for (const auto& row : data.actor_stakes) stakes[row.owner.index].insert(row.stake.index);
    return stakes;
}

Answer share_a_stake(const Stakes& stakes, Parties parties) {
    std::set<std::uint32_t> seen;
    std::size_t said = 0;
    bool shared = false;
    for (const graph::Vertex party : parties) {
        const auto of = stakes.find(party);
        if (of == stakes.end()) continue;
        ++said;
        for (const std::uint32_t stake : of->second) shared = !seen.insert(stake).second || shared;
    }
    if (said < 2) return Answer::unknown;
    return shared ? Answer::yes : Answer::no;
}

Answer is_performance_written(const Scope& scope, std::uint32_t alliance) {
    const auto written = [&](const model::Impact& row) {
        return row.impact == model::ImpactKind::performance && is_past(row.date, scope.last_day);
    };
    return std::ranges::any_of(scope.data.partnership_impacts[alliance], written) ? Answer::yes
                                                                                  : Answer::no;
}

struct Gate {
    std::string_view measure, unknown;  ///< No name when it is always known.
    model::Table table;
    std::int64_t yes = 0, no = 0;

    void see(Answer answer) {
        yes += answer == Answer::yes ? 1 : 0;
        no += answer == Answer::no ? 1 : 0;
    }
    void write(const Scope& scope, Results& results, std::int64_t alliances) const {
        const KeyParts key{{KeyName::measure, measure}};
        if (!scope.data.has(table)) {
            results.without_value(id, key, Status::no_data, "table_absent");
            return;
        }
        Estimate& row = results.share(id, key, yes, alliances, "no_relation");
        if (alliances > 0)
            row.coverage = static_cast<double>(yes + no) / static_cast<double>(alliances);
        if (unknown.empty()) return;
        results.value(id, {{KeyName::measure, unknown}}, static_cast<double>(alliances - yes - no))
            .unit = "count";
    }
};

void compute_gates(const Scope& scope, Results& results) {
    std::array gates{
        Gate{"complementary", "unknown_complementarity", model::Table::levers},
        Gate{"shared_stake", "unknown_stakes", model::Table::stakes},
        Gate{"performance_written", {}, model::Table::impacts},
    };
    const Stakes stakes = stakes_of(scope.data);
    std::int64_t all_three = 0;
    for (const std::uint32_t alliance : scope.running_partnerships) {
        const Parties parties = scope.study.partnerships.incidence.members(alliance);
        const std::array answers{are_complementary(scope.data, parties),
                                 share_a_stake(stakes, parties),
                                 is_performance_written(scope, alliance)};
        for (std::size_t i = 0; i < gates.size(); ++i) gates[i].see(answers[i]);
        all_three += std::ranges::count(answers, Answer::yes) == std::ssize(answers) ? 1 : 0;
    }
    const auto alliances = std::ssize(scope.running_partnerships);
    const auto is_told = [&](const Gate& gate) { return scope.data.has(gate.table); };
    if (std::ranges::all_of(gates, is_told))
        results.share(id, {}, all_three, alliances, "no_relation");
    else
        results.without_value(id, {}, Status::no_data, "table_absent");
    for (const Gate& gate : gates) gate.write(scope, results, alliances);
}

}  // namespace

extern const Entry impacts_demonstration_gates;
const Entry impacts_demonstration_gates{"I4", metrics_of_entry, tables, compute_gates};

}  // namespace maillage::metrics
