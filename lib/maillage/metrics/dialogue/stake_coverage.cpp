#include <algorithm>
#include <array>
#include <cmath>

#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr std::array metrics_of_entry{Metric{
    .id = "dialogue_stake_coverage",
    .dynamic = Dynamic::dialogue,
    .tier = 2,
    .nature = FigureNature::counted,
    .unit = "share",
    .title = {"Sujets et mondes qui se rencontrent", "Subjects and worlds that meet"},
    .question = {"Quels sujets sans personne, quels mondes absents d’un sujet ?",
                 "Which subjects without anyone, which worlds absent from a subject?"},
    .definition = {"Tableau des présences par thème de rencontre et par nature : part des cases "
                   "où quelqu’un est venu. Thèmes des rencontres du territoire, de toute date ; "
                   "natures connues du territoire ou vues à ces rencontres. measure=evenness : "
                   "entropie des cases sur son maximum ; without_anyone : thèmes sans présence. En "
                   "détail, les présences de chaque case. Indéfini sans thème.",
                   "Table of attendances by theme of the meetings and by kind: share of the cells "
                   "where someone came. Themes of the meetings of the territory, of any date; "
                   "kinds known of the territory or seen at these meetings. measure=evenness: "
                   "entropy of the cells over its maximum; without_anyone: themes without "
                   "attendance. In detail, the attendances of each cell. Undefined without "
                   "themes."},
    .reading = {"{0} cases sur {1} du tableau des thèmes et des natures ont quelqu’un.",
                "{0} cells of {1} of the table of themes and kinds hold someone."},
    .limits = {"Une case pleine dit qu’un acteur était là, pas qu’il a parlé du sujet ; ce que "
               "personne n’a mis à l’ordre du jour n’y est pas.",
               "A cell that holds someone says that it was there, not that it spoke of the "
               "subject; what nobody put on an agenda is not in the table."},
    .source = "ours"}};

constexpr std::array tables{model::Table::events, model::Table::attendance};

constexpr std::string_view id = "dialogue_stake_coverage";

using Kinds = std::array<std::int64_t, model::kinds.size()>;

struct Row {
    std::uint32_t theme;
    Kinds attendances{}, meetings{};
};

/// Themes by kinds, the themes in their order.
class Matrix {
  public:
    explicit Matrix(const Scope& scope) : scope_(scope) {
        for (const std::uint32_t event : scope.view.events.relations) see_theme(event);
        std::ranges::sort(rows_, {}, &Row::theme);
        const auto same = [](const Row& a, const Row& b) { return a.theme == b.theme; };
        rows_.erase(std::unique(rows_.begin(), rows_.end(), same), rows_.end());
        scope.view.seats.for_each([&](std::uint32_t actor) {
            if (scope.is_active(actor)) ++known_[kind_of(actor)];
        });
        for (const std::uint32_t event : scope.events.relations) add(event);
    }

    [[nodiscard]] const std::vector<Row>& rows() const { return rows_; }
    [[nodiscard]] bool knows(std::size_t kind) const { return known_[kind] > 0; }
    [[nodiscard]] std::int64_t cells() const {
        const auto kinds = std::ranges::count_if(known_, [](auto count) { return count > 0; });
        return static_cast<std::int64_t>(rows_.size()) * kinds;
    }
    [[nodiscard]] std::int64_t held() const {
        std::int64_t count = 0;
        for (const Row& row : rows_)
            count += std::ranges::count_if(row.attendances, [](auto a) { return a > 0; });
        return count;
    }
    /// Cells that only this meeting fills.
    [[nodiscard]] std::int64_t held_by(std::uint32_t event) const {
        const Kinds here = kinds_at(event);
        std::int64_t count = 0;
        for (const model::ThemeId theme : scope_.data.events.themes[event])
            for (std::size_t kind = 0; kind < here.size(); ++kind)
                if (here[kind] > 0 && row_of(theme).meetings[kind] == 1) ++count;
        return count;
    }

  private:
    const Scope& scope_;
    std::vector<Row> rows_;
    Kinds known_{};

    [[nodiscard]] std::size_t kind_of(std::uint32_t actor) const {
        return static_cast<std::size_t>(scope_.data.actors[actor].kind);
    }
    void see_theme(std::uint32_t event) {
        for (const model::ThemeId theme : scope_.data.events.themes[event])
            rows_.push_back({theme.index});
    }
    [[nodiscard]] const Row& row_of(model::ThemeId theme) const {
        return *std::ranges::lower_bound(rows_, theme.index, {}, &Row::theme);
    }
    [[nodiscard]] Kinds kinds_at(std::uint32_t event) const {
        Kinds kinds{};
        for (const graph::Vertex actor : scope_.study.events.incidence.members(event))
            ++kinds[kind_of(actor)];
        return kinds;
    }
    void add(std::uint32_t event) {
        const Kinds here = kinds_at(event);
        for (std::size_t kind = 0; kind < here.size(); ++kind) known_[kind] += here[kind];
        for (const model::ThemeId theme : scope_.data.events.themes[event]) {
            Row& row = *std::ranges::lower_bound(rows_, theme.index, {}, &Row::theme);
            for (std::size_t kind = 0; kind < here.size(); ++kind) {
                row.attendances[kind] += here[kind];
                if (here[kind] > 0) ++row.meetings[kind];
            }
        }
    }
};

/// Entropy of the cells over that of equal ones; nothing without attendance or with one cell.
std::optional<double> evenness_of(const Matrix& matrix) {
    double total = 0, entropy = 0;
    for (const Row& row : matrix.rows())
        for (const std::int64_t count : row.attendances) total += static_cast<double>(count);
    if (total == 0 || matrix.cells() < 2) return std::nullopt;
    for (const Row& row : matrix.rows())
        for (const std::int64_t count : row.attendances)
            if (count > 0) {
                const double p = static_cast<double>(count) / total;
                entropy -= p * std::log(p);
            }
    return std::clamp(entropy / std::log(static_cast<double>(matrix.cells())), 0.0, 1.0);
}

void write_cells(const Scope& scope, Results& results, const Matrix& matrix) {
    for (const Row& row : matrix.rows())
        for (std::size_t kind = 0; kind < model::kinds.size(); ++kind)
            if (matrix.knows(kind))
                results
                    .value(id,
                           {{KeyName::measure, "attendances"},
                            {KeyName::kind, model::kinds[kind].code},
                            {KeyName::theme, scope.data.themes[row.theme].key}},
                           static_cast<double>(row.attendances[kind]))
                    .unit = "count";
}

void compute_stake_coverage(const Scope& scope, Results& results) {
    if (!scope.data.has_column(model::Table::events, "themes")) {
        results.without_value(id, {}, Status::no_data, "column_absent");
        return;
    }
    const Matrix matrix(scope);
    const std::int64_t held = matrix.held(), cells = matrix.cells();
    Estimate& row = results.share(id, {}, held, cells,
                                  scope.events.relations.empty() ? "no_event" : "zero_total");
    LeaveOneOut range;
    std::int64_t with_theme = 0;
    for (const std::uint32_t event : scope.events.relations) {
        if (!scope.data.events.themes[event].empty()) ++with_theme;
        if (cells > 0)
            range.see(static_cast<double>(held - matrix.held_by(event)) /
                      static_cast<double>(cells));
    }
    range.write(row);
    const auto meetings = static_cast<std::int64_t>(scope.events.relations.size());
    row.n_effective = with_theme;
    if (meetings > 0)
        row.coverage = static_cast<double>(with_theme) / static_cast<double>(meetings);
    const KeyParts even{{KeyName::measure, "evenness"}};
    if (const auto evenness = evenness_of(matrix))
        results.value(id, even, *evenness);
    else
        results.undefined(id, even, "zero_total");
    const auto empty = std::ranges::count_if(matrix.rows(), [](const Row& theme) {
        return std::ranges::all_of(theme.attendances, [](auto count) { return count == 0; });
    });
    results.value(id, {{KeyName::measure, "without_anyone"}}, static_cast<double>(empty)).unit =
        "count";
    if (results.wants_rows()) write_cells(scope, results, matrix);
}

}  // namespace

extern const Entry dialogue_stake_coverage;
const Entry dialogue_stake_coverage{"D15", metrics_of_entry, tables, compute_stake_coverage};

}  // namespace maillage::metrics
