#include <algorithm>
#include <array>

#include <maillage/graph/projection.hpp>
#include <maillage/inference/benjamini_hochberg.hpp>
#include <maillage/metrics/kind_permutation.hpp>
#include <maillage/metrics/mixing.hpp>
#include <maillage/metrics/relabelling.hpp>
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
             "-1 (entre soi) à 1 (entre mondes). Indéfini sans paire. À côté : ce que donnent les "
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
           .nature = FigureNature::compared,
           .unit = "count",
           .title = {"Paires alliées par natures", "Allied pairs by kinds"},
           .question = {"Quels mondes ne contractent pas ensemble ?",
                        "Which worlds do not contract together?"},
           .definition = {"Nombre de paires d’acteurs de V qui ont une alliance en commun dans la "
                          "période, en tout et pour chaque paire de natures présentes (kinds=), à "
                          "côté de ce que donnent les mêmes alliances redistribuées par "
                          "coïncidence ; les paires de natures sont jugées ensemble "
                          "(Benjamini-Hochberg, measure=adjusted_p en détail). Avec le détail, "
                          "measure=composition : ce que donne la même carte, natures "
                          "redistribuées au hasard entre les acteurs.",
                          "Number of pairs of actors of V that share an alliance in the window, in "
                          "all and for each pair of kinds present (kinds=), beside what the same "
                          "alliances give when dealt out again by coincidence; the pairs of kinds "
                          "are judged together (Benjamini-Hochberg, measure=adjusted_p in "
                          "details). With details, measure=composition: what the same map gives, "
                          "kinds dealt out again among the actors."},
           .reading = {"{0} paires alliées.", "{0} allied pairs."},
           .limits = {"Une alliance de p parties compte p(p - 1)/2 paires : une seule grande "
                      "alliance peut remplir le tableau.",
                      "An alliance of p parties gives p(p - 1)/2 pairs: one large alliance may "
                      "fill the table."},
           .source = "Newman 2003, 10.1103/PhysRevE.67.026126; Cliff & Ord 1981; Benjamini & "
                     "Hochberg 1995"}};

constexpr std::array tables{model::Table::partnerships};

constexpr std::string_view id_of_index = "emergence_ei_index",
                           id_of_table = "emergence_kind_mixing";

/// One pair of kinds that are both there; `a` may be `b`.
struct Cell {
    std::size_t a, b;
};

std::vector<Cell> cells_of(const Mixing& mixing) {
    std::vector<Cell> cells;
    for (std::size_t a = 0; a < Mixing::kinds; ++a)
        for (std::size_t b = a; b < Mixing::kinds; ++b)
            if (mixing.actors[a] > 0 && mixing.actors[b] > 0) cells.push_back({a, b});
    return cells;
}

std::string names_of(const Cell& cell) {
    const auto [first, second] = std::minmax(model::kinds[cell.a].code, model::kinds[cell.b].code);
    return std::string(first) + "|" + std::string(second);
}

double index_of(const Mixing& mixing) {
    const auto all = static_cast<double>(mixing.all());
    return all > 0 ? 1 - 2 * static_cast<double>(mixing.inside()) / all : 0;
}

/// The figures of one table: its cells, then its E-I index.
void write_figures(const Mixing& mixing, const std::vector<Cell>& cells, std::span<double> out) {
    for (std::size_t i = 0; i < cells.size(); ++i)
        out[i] = static_cast<double>(mixing.pairs[cells[i].a][cells[i].b]);
    out[cells.size()] = index_of(mixing);
}

class Writer {
  public:
    Writer(const Scope& scope, Results& results)
        : scope_(scope),
          results_(results),
          kinds_(scope.kinds_of_vertices()),
          mixing_(mixing_of(scope.ties(), kinds_)),
          cells_(cells_of(mixing_)),
          pairs_(mixing_.all()),
          draws_(scope.alliances_by_chance().statistics(
              cells_.size() + 1, [&](const graph::Incidence& table, std::span<double> out) {
                  write_figures(mixing_of(graph::projected(table), kinds_), cells_, out);
              })) {}

    void write() {
        scope_.alliances_by_chance().compare(
            results_,
            results_.share(id_of_index, {}, pairs_ - 2 * mixing_.inside(), pairs_, "no_edges"),
            std::move(draws_.back()));
        Estimate& all = results_.value(id_of_table, {}, static_cast<double>(pairs_));
        all.n = pairs_;
        all.nature = FigureNature::counted;
        write_cells();
        if (results_.wants_rows()) write_composition();
    }

  private:
    const Scope& scope_;
    Results& results_;
    std::vector<model::Kind> kinds_;
    Mixing mixing_;
    std::vector<Cell> cells_;
    std::int64_t pairs_;
    std::vector<std::vector<double>> draws_;

    [[nodiscard]] double count_of(const Cell& cell) const {
        return static_cast<double>(mixing_.pairs[cell.a][cell.b]);
    }

    /// The kind pairs of a table are one family.
    void write_cells() {
        const std::size_t first = results_.rows.size();
        std::vector<double> p;
        for (std::size_t i = 0; i < cells_.size(); ++i) {
            Estimate& row = results_.value(id_of_table, {{KeyName::kinds, names_of(cells_[i])}},
                                           count_of(cells_[i]));
            row.n = pairs_;
            scope_.alliances_by_chance().compare(results_, row, std::move(draws_[i]));
            if (row.p) p.push_back(*row.p);
        }
        const std::vector<double> adjusted = inference::benjamini_hochberg(p);
        for (std::size_t i = 0; i < adjusted.size(); ++i) {
            results_.rows[first + i].adjusted_p = adjusted[i];
            if (results_.wants_rows())
                write_adjusted_p(results_, id_of_table, {KeyName::kinds, names_of(cells_[i])},
                                 adjusted[i]);
        }
    }

    void write_composition() {
        const TieSums sums = sums_of(scope_.ties());
        const CompositionTail tail(scope_, cells_.size() + 1,
                                   [&](std::span<const model::Kind> kinds, std::span<double> out) {
                                       write_figures(mixing_of(scope_.ties(), kinds), cells_, out);
                                       return true;
                                   });
        for (std::size_t i = 0; i < cells_.size(); ++i) {
            Estimate& row = results_.value(
                id_of_table,
                {{KeyName::measure, "composition"}, {KeyName::kinds, names_of(cells_[i])}},
                count_of(cells_[i]));
            row.n = pairs_;
            compare_with_composition(row,
                                     ties_between(sums, mixing_.actors, cells_[i].a, cells_[i].b));
            row.p = tail.p_of(row, i);
        }
        if (pairs_ == 0) return;
        const Moments inside = ties_inside_kinds(sums, mixing_.actors);
        Estimate& row = results_.share(id_of_index, {{KeyName::measure, "composition"}},
                                       pairs_ - 2 * mixing_.inside(), pairs_, {});
        compare_with_composition(row, {1 - 2 * inside.mean / sums.weights,
                                       4 * inside.variance / (sums.weights * sums.weights)});
        row.p = tail.p_of(row, cells_.size());
    }
};

void compute_mixing(const Scope& scope, Results& results) {
    Writer(scope, results).write();
}

}  // namespace

extern const Entry emergence_kind_mixing;
const Entry emergence_kind_mixing{"P7", metrics_of_entry, tables, compute_mixing};

}  // namespace maillage::metrics
