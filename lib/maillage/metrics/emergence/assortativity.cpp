#include <algorithm>
#include <array>

#include <maillage/graph/projection.hpp>
#include <maillage/metrics/mixing.hpp>
#include <maillage/metrics/relabelling.hpp>
#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr std::array metrics_of_entry{Metric{
    .id = "emergence_assortativity",
    .dynamic = Dynamic::emergence,
    .tier = 1,
    .nature = FigureNature::compared,
    .unit = "index",
    .title = {"Assortativité des alliances", "Assortativity of alliances"},
    .question = {"S’allie-t-on surtout entre soi ?", "Do alliances stay within a world?"},
    .definition =
        {"r = (part des paires alliées d’une même nature - s) / (1 - s), où s est la somme des "
         "carrés des parts des bouts de paires de chaque nature. De -1 à 1 ; 1 quand chaque paire "
         "est d’une seule nature. À côté : ce que donnent les mêmes alliances redistribuées par "
         "coïncidence. Bornes : une paire ôtée à la fois (jackknife). Avec le détail, "
         "measure=composition : ce que donne la même carte, natures redistribuées entre les "
         "acteurs. Indéfini sans paire, et si tous les bouts sont d’une seule nature.",
         "r = (share of allied pairs of one kind - s) / (1 - s), s being the sum of the squares of "
         "the shares of ends of pairs of each kind. From -1 to 1; 1 when every pair is of one "
         "kind. Beside: what the same alliances give when dealt out again by coincidence. Limits: "
         "one pair left out at a time (jackknife). With details, measure=composition: what the "
         "same map gives, kinds dealt out again among the actors. Undefined without pair, and when "
         "all ends are of one kind."},
    .reading = {"{0} : au-dessus de 0, plus de paires au sein d’une nature que n’en donneraient "
                "leurs bouts joints au hasard.",
                "{0}: above 0, more pairs within a kind than their ends joined at random would "
                "give."},
    .limits = {"Une alliance de p parties compte p(p - 1)/2 paires. Ne descend pas toujours "
               "jusqu’à -1 : le moins possible dépend des natures.",
               "An alliance of p parties gives p(p - 1)/2 pairs. Does not always go down to -1: "
               "the least possible depends on the kinds."},
    .source = "Newman 2003, 10.1103/PhysRevE.67.026126"}};

constexpr std::array tables{model::Table::partnerships};

constexpr std::string_view id = "emergence_assortativity";
constexpr double two_sided = 1.959963984540054;  // 97.5 % point of the normal
constexpr std::size_t least_actors = 10;

/// Under ten actors no limits are given.
void write_limits(const Scope& scope, const Mixing& mixing, Estimate& row) {
    const auto sd = jackknife_of_assortativity(mixing);
    if (!sd || scope.view.partnerships.actors.size() < least_actors) return;
    row.ci_low = std::max(-1.0, *row.value - two_sided * *sd);
    row.ci_high = std::min(1.0, *row.value + two_sided * *sd);
    row.ci_method = "ci_jackknife_edges";
}

void write_composition(const Scope& scope, Results& results, double observed, std::int64_t pairs) {
    const graph::CompressedGraph& ties = scope.ties();
    const Labellings dealt = relabelled(
        scope, 1, ties.edges(), [&](std::span<const model::Kind> kinds, std::span<double> figures) {
            const auto r = assortativity(mixing_of(ties, kinds));
            if (r) figures.front() = *r;
            return r.has_value();
        });
    if (dealt.empty()) return;
    Estimate& row = results.value(id, {{KeyName::measure, "composition"}}, observed);
    row.n = pairs;
    const auto found = dealt.summary(observed, 0);
    row.null_model = "null_kind_permutation";
    row.null_mean = found.mean;
    row.null_sd = found.sd;
    row.z = found.z;
    row.p = found.p;
}

void compute_assortativity(const Scope& scope, Results& results) {
    const std::vector<model::Kind> kinds = scope.kinds_of_vertices();
    const Mixing mixing = mixing_of(scope.ties(), kinds);
    const std::int64_t pairs = mixing.all();
    const auto r = assortativity(mixing);
    if (!r) {
        results.undefined(id, {}, pairs == 0 ? "no_edges" : "single_kind").n = pairs;
        return;
    }
    Estimate& row = results.value(id, {}, *r);
    row.n = pairs;
    row.n_effective = static_cast<std::int64_t>(scope.running_partnerships.size());
    write_limits(scope, mixing, row);
    scope.alliances_by_chance().compare(results, row, [&](const graph::Incidence& table) {
        return assortativity(mixing_of(graph::projected(table), kinds)).value_or(0);
    });
    if (results.wants_rows()) write_composition(scope, results, *r, pairs);
}

}  // namespace

extern const Entry emergence_assortativity;
const Entry emergence_assortativity{"P7", metrics_of_entry, tables, compute_assortativity};

}  // namespace maillage::metrics
