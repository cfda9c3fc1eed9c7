#include <algorithm>
#include <array>

#include <maillage/metrics/diversity.hpp>
#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr std::array metrics_of_entry{Metric{
    .id = "emergence_cross_kind_share",
    .dynamic = Dynamic::emergence,
    .tier = 1,
    .nature = FigureNature::counted,
    .unit = "share",
    .title = {"Alliances entre mondes différents", "Alliances across worlds"},
    .question = {"Vraies alliances ou partenariats entre jumeaux ?",
                 "Real alliances or partnerships between twins?"},
    .definition =
        {"Part des alliances de la période dont les parties sont d’au moins deux, trois, "
         "quatre natures (kinds_at_least=) ; measure=hill1 : nombre moyen de mondes par "
         "alliance, exponentielle de l’entropie des natures de ses parties. Indéfini sans "
         "alliance.",
         "Share of the alliances of the window whose parties are of at least two, three, "
         "four kinds (kinds_at_least=); measure=hill1: mean number of worlds of an "
         "alliance, exponential of the entropy of the kinds of its parties. Undefined "
         "without alliance."},
    .reading = {"{0} des alliances réunissent au moins deux mondes.",
                "{0} of the alliances join at least two worlds."},
    .limits = {"Dit qui est autour de la table, pas qui décide. Les natures notées « autre » "
               "comptent comme un monde.",
               "Says who is at the table, not who decides. Kinds written \"other\" count as one "
               "world."},
    .source = "ours; Hill 1973"}};

constexpr std::array tables{model::Table::partnerships};
constexpr std::string_view id = "emergence_cross_kind_share";

using Counts = std::array<std::int64_t, model::kinds.size()>;

Counts kinds_of(const Scope& scope, std::uint32_t alliance) {
    Counts counts{};
    for (const graph::Vertex actor : scope.study.partnerships.incidence.members(alliance))
        ++counts[static_cast<std::size_t>(scope.data.actors[actor].kind)];
    return counts;
}

/// The share when any one of the relations behind it is left out.
void write_range(Estimate& row, std::int64_t numerator, std::int64_t denominator) {
    if (denominator < 2) return;
    LeaveOneOut range;
    const auto see = [&](std::int64_t left) {
        range.see(static_cast<double>(left) / static_cast<double>(denominator - 1));
    };
    if (numerator > 0) see(numerator - 1);
    if (numerator < denominator) see(numerator);
    range.write(row);
}

void compute_shares(const Scope& scope, Results& results) {
    const auto alliances = static_cast<std::int64_t>(scope.running_partnerships.size());
    std::array<std::int64_t, model::kinds.size() + 1> with_kinds{};
    double worlds = 0;
    for (const std::uint32_t i : scope.running_partnerships) {
        const Counts counts = kinds_of(scope, i);
        const auto kinds = counts.size() - static_cast<std::size_t>(std::ranges::count(counts, 0));
        ++with_kinds[kinds];
        worlds += diversity_of(counts, kinds)->hill1;
    }
    for (const std::size_t least : {2U, 3U, 4U}) {
        std::int64_t enough = 0;
        for (std::size_t k = least; k < with_kinds.size(); ++k) enough += with_kinds[k];
        const std::string text = std::to_string(least);
        Estimate& row =
            results.share(id, {{KeyName::kinds_at_least, text}}, enough, alliances, "no_relation");
        write_range(row, enough, alliances);
    }
    Estimate& row = alliances > 0
                        ? results.value(id, {{KeyName::measure, "hill1"}},
                                        worlds / static_cast<double>(alliances))
                        : results.undefined(id, {{KeyName::measure, "hill1"}}, "no_relation");
    row.unit = "worlds";
    row.n = alliances;
}

}  // namespace

extern const Entry emergence_cross_kind_share;
const Entry emergence_cross_kind_share{"P1b", metrics_of_entry, tables, compute_shares};

}  // namespace maillage::metrics
