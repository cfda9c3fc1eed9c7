#include <algorithm>
#include <array>

#include <maillage/graph/projection.hpp>
#include <maillage/metrics/kind_permutation.hpp>
#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr std::array metrics_of_entry{
    Metric{
        .id = "emergence_ei_index",
        .dynamic = Dynamic::emergence,
        .tier = 1,
        .nature = FigureNature::compared,
        .unit = "index",
        .title = {"Alliances entre natures ou entre soi (E-I)",
                  "Alliances across or within kinds (E-I)"},
        .question = {"Les mondes s’allient-ils entre eux ?", "Do the worlds ally?"},
        .definition =
            {"(E - I) / (E + I) sur les paires d’acteurs de V qui ont une alliance en "
             "commun dans la période : E de natures différentes, I de même nature. De "
             "-1 (entre soi) à 1 (entre mondes). Indéfini sans paire. À côté : ce que donnent les "
             "mêmes alliances redistribuées par coïncidence. Avec le détail, "
             "measure=composition : ce que donnerait la même carte, natures "
             "redistribuées au hasard entre les acteurs.",
             "(E - I) / (E + I) over the pairs of actors of V that share an alliance "
             "in the window: E of different kinds, I of the same. From -1 (within) to "
             "1 (across). Undefined without pair. Beside: what the same alliances give when dealt "
             "out again by coincidence. With details, measure=composition: "
             "what the same map would give, kinds dealt out again among the actors."},
        .reading = {"{0} : au-dessus de 0, plus de paires entre mondes qu’au sein d’un même "
                    "monde.",
                    "{0}: above 0, more pairs across worlds than within one."},
        .limits = {"Dépend du nombre d’acteurs de chaque nature, et de la taille des alliances : "
                   "seul, ce nombre ne dit pas si l’on se mélange plus que par coïncidence.",
                   "Depends on how many actors each kind has, and on the size of alliances: "
                   "alone, it does not say whether they mix more than by coincidence."},
        .source = "Krackhardt & Stern 1988; Cliff & Ord 1981"},
    Metric{.id = "emergence_kind_mixing",
           .dynamic = Dynamic::emergence,
           .tier = 1,
           .nature = FigureNature::counted,
           .unit = "count",
           .title = {"Paires alliées par natures", "Allied pairs by kinds"},
           .question = {"Quels mondes ne contractent pas ensemble ?",
                        "Which worlds do not contract together?"},
           .definition = {"Nombre de paires d’acteurs de V qui ont une alliance en commun dans la "
                          "période, en tout et pour chaque paire de natures présentes (kinds=). "
                          "Avec le détail, measure=composition : moyenne et écart-type exacts "
                          "quand les natures sont redistribuées au hasard entre les acteurs.",
                          "Number of pairs of actors of V that share an alliance in the window, in "
                          "all and for each pair of kinds present (kinds=). With details, "
                          "measure=composition: exact mean and standard deviation when kinds are "
                          "dealt out again among the actors."},
           .reading = {"{0} paires alliées.", "{0} allied pairs."},
           .limits = {"Une alliance de p parties compte p(p - 1)/2 paires : une seule grande "
                      "alliance peut remplir le tableau.",
                      "An alliance of p parties gives p(p - 1)/2 pairs: one large alliance may "
                      "fill the table."},
           .source = "Newman 2003, 10.1103/PhysRevE.67.026126; Cliff & Ord 1981"}};

constexpr std::array tables{model::Table::partnerships};
constexpr std::size_t kind_count = model::kinds.size();

/// Actors per kind, and tied pairs per pair of kinds, the smaller index first.
struct Mixing {
    std::array<std::int64_t, kind_count> actors{};
    std::array<std::array<std::int64_t, kind_count>, kind_count> pairs{};
};

Mixing count_pairs(const Scope& scope) {
    Mixing mixing;
    const graph::CompressedGraph& ties = scope.ties();
    const std::vector<model::Kind> kinds = scope.kinds_of_vertices();
    for (graph::Vertex a = 0; a < ties.vertices(); ++a) {
        const auto kind = static_cast<std::size_t>(kinds[a]);
        ++mixing.actors[kind];
        for (const graph::Vertex b : ties.neighbours(a)) {
            if (b < a) continue;
            const auto other = static_cast<std::size_t>(kinds[b]);
            ++mixing.pairs[std::min(kind, other)][std::max(kind, other)];
        }
    }
    return mixing;
}

void write_index(const Scope& scope, const Mixing& mixing, const TieSums& sums, Results& results) {
    constexpr std::string_view id = "emergence_ei_index";
    std::int64_t inside = 0;
    for (std::size_t k = 0; k < kind_count; ++k) inside += mixing.pairs[k][k];
    const auto pairs = static_cast<std::int64_t>(sums.weights);
    const std::int64_t across_less_inside = pairs - 2 * inside;
    const std::vector<model::Kind> kinds = scope.kinds_of_vertices();
    scope.alliances_by_chance().compare(
        results, results.share(id, {}, across_less_inside, pairs, "no_edges"),
        [&](const graph::Incidence& table) { return ei_index(graph::projected(table), kinds); });
    if (!results.wants_rows() || pairs == 0) return;
    const Moments moments = ties_inside_kinds(sums, mixing.actors);
    const double m = sums.weights;
    compare_with_composition(
        results.share(id, {{KeyName::measure, "composition"}}, across_less_inside, pairs, {}),
        {1 - 2 * moments.mean / m, 4 * moments.variance / (m * m)});
}

std::string names_of(std::size_t a, std::size_t b) {
    const auto [first, second] = std::minmax(model::kinds[a].code, model::kinds[b].code);
    return std::string(first) + "|" + std::string(second);
}

void write_table(const Mixing& mixing, const TieSums& sums, Results& results) {
    constexpr std::string_view id = "emergence_kind_mixing";
    const auto pairs = static_cast<std::int64_t>(sums.weights);
    results.value(id, {}, sums.weights).n = pairs;
    for (std::size_t a = 0; a < kind_count; ++a)
        for (std::size_t b = a; b < kind_count; ++b) {
            if (mixing.actors[a] == 0 || mixing.actors[b] == 0) continue;
            const std::string kinds = names_of(a, b);
            const auto observed = static_cast<double>(mixing.pairs[a][b]);
            results.value(id, {{KeyName::kinds, kinds}}, observed).n = pairs;
            if (!results.wants_rows()) continue;
            Estimate& row = results.value(
                id, {{KeyName::measure, "composition"}, {KeyName::kinds, kinds}}, observed);
            row.n = pairs;
            compare_with_composition(row, ties_between(sums, mixing.actors, a, b));
        }
}

void compute_mixing(const Scope& scope, Results& results) {
    const Mixing mixing = count_pairs(scope);
    const TieSums sums = sums_of(scope.ties());
    write_index(scope, mixing, sums, results);
    write_table(mixing, sums, results);
}

}  // namespace

extern const Entry emergence_kind_mixing;
const Entry emergence_kind_mixing{"P7", metrics_of_entry, tables, compute_mixing};

}  // namespace maillage::metrics
