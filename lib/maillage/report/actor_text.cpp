// The actors of a territory on a terminal and in Markdown: by kind, the columns that fit.

#include <algorithm>
#include <array>
#include <numeric>

#include <maillage/base/error.hpp>
#include <maillage/base/numbers.hpp>
#include <maillage/base/text.hpp>
#include <maillage/report/actor_writers.hpp>
#include <maillage/report/figures.hpp>
#include <maillage/report/grid.hpp>
#include <maillage/report/layout.hpp>
#include <maillage/report/table.hpp>

namespace maillage::report {

namespace {

using base::Language;
using base::Words;

constexpr std::size_t narrowest = 40;
/// The words of cells; whom an actor joins, by the pattern of the kinds of the three.
constexpr std::array<std::pair<std::string_view, Words>, 6> cell_words{
    {{"yes", {"oui", "yes"}},
     {"no", {"non", "no"}},
     {"coordinator", {"deux de sa nature", "two of its kind"}},
     {"itinerant", {"deux d’une même autre", "two of one other kind"}},
     {"gatekeeper_representative", {"sa nature et une autre", "its kind and another"}},
     {"liaison", {"deux autres natures", "two other kinds"}}}};

/// The columns to be shown, the one that sorts first.
std::vector<std::size_t> columns_shown(const ActorTable& table) {
    std::vector<std::size_t> shown;
    const auto add = [&](std::string_view id) {
        const auto column = table.find(id);
        if (column && says_something(table, *column) &&
            std::ranges::find(shown, *column) == shown.end())
            shown.push_back(*column);
    };
    if (table.sorted_by != "name") add(table.sorted_by);
    if (!table.sorted_by.empty()) add("kind");
    if (!table.by_metric) {
        for (const std::string_view id : usual_actor_columns()) add(id);
    } else {
        for (const ActorColumn* column : table.columns)
            if (!is_identity(*column)) add(column->id);
    }
    return shown;
}

std::string title_of(const Document& document, const ActorTable& table) {
    const Language language = document.language;
    const model::TerritoryId id = document.request.territories.front();
    const View view{
        id.known() ? document.data[id].id : "*",
        id.known() ? document.data[id].name : std::string_view(document.data.settings.title),
        {},
        {}};
    const std::int64_t actors =
        std::accumulate(table.found.begin(), table.found.end(), std::int64_t{0});
    std::string text = name_of(view, document);
    const std::string period = period_in_words(document.calendar.windows.front().period, language);
    if (!period.empty()) text += " · " + period;
    text += " · " + base::readable(actors, language) + ' ';
    text += (actors == 1 ? Words{"acteur", "actor"} : Words{"acteurs", "actors"}).in(language);
    if (table.found_elsewhere > 0)
        text += " · " + base::readable(table.found_elsewhere, language) +
                std::string(Words{" d’ailleurs", " from elsewhere"}.in(language));
    return text;
}

/// "5 (97 %)": what is said of an actor by name stands beside the share of draws in which it holds.
std::string with_draws(const ActorTable& table, const ActorTable::Row& row, std::size_t column,
                       Language language) {
    std::string text = actor_words(row.cells[column], *table.columns[column], language);
    const auto kept = table.find(table.columns[column]->kept);
    if (kept && row.cells[*kept].number)
        text += " (" + actor_words(row.cells[*kept], *table.columns[*kept], language) + ')';
    return text;
}

/// "ENTREPRISES (12)".
std::string heading_of(const ActorTable& table, const ActorTable::Row& row, Language language) {
    const auto kind = static_cast<std::size_t>(row.kind);
    const std::string_view kinds = model::kinds[kind].plural.in(language);
    const std::string_view elsewhere = Words{"siège ailleurs", "seated elsewhere"}.in(language);
    return capitals(row.elsewhere ? elsewhere : kinds) + " (" +
           base::readable(row.elsewhere ? table.found_elsewhere : table.found[kind], language) +
           ')';
}

Grid grid_of(const ActorTable& table, const std::vector<std::size_t>& shown, Language language) {
    Grid grid;
    for (const std::size_t i : shown) {
        const ActorForm form = table.columns[i]->form;
        const bool right = form != ActorForm::name && form != ActorForm::word;
        grid.heads.push_back({std::string(table.columns[i]->head.in(language)), right});
    }
    const std::size_t name = *table.find("name");
    const ActorTable::Row* before = nullptr;
    for (const ActorTable::Row& row : table.rows) {
        const bool opens = before == nullptr || before->elsewhere != row.elsewhere ||
                           (!row.elsewhere && before->kind != row.kind);
        if (table.sorted_by.empty() && opens)
            grid.lines.push_back({heading_of(table, row, language), {}, {}});
        before = &row;
        Grid::Line line;
        line.label = base::printable(row.cells[name].text);
        for (const std::size_t i : shown)
            line.cells.push_back(base::printable(with_draws(table, row, i, language)));
        grid.lines.push_back(std::move(line));
    }
    return grid;
}

/// Leaves a third of the width to the names, or what they need.
std::size_t columns_that_fit(const Grid& grid, std::size_t width) {
    std::vector<std::size_t> wide;
    for (const Grid::Head& head : grid.heads) wide.push_back(base::display_width(head.text));
    std::size_t needed = 0;
    for (const Grid::Line& line : grid.lines) {
        if (!line.cells.empty()) needed = std::max(needed, base::display_width(line.label));
        for (std::size_t i = 0; i < line.cells.size(); ++i)
            wide[i] = std::max(wide[i], base::display_width(line.cells[i]));
    }
    std::size_t columns = 0, taken = std::min(needed, width / 3);
    while (columns < wide.size() && (columns == 0 || taken + wide[columns] + 2 <= width))
        taken += wide[columns++] + 2;
    return columns;
}

/// "Lecture : Foyer rural : rencontres 3, alliés 4."
std::string reading(const Grid& grid, Language language) {
    constexpr std::size_t most = 4;
    for (const Grid::Line& line : grid.lines) {
        if (line.cells.empty()) continue;
        std::string text(Words{"Lecture : ", "Reading: "}.in(language));
        text += line.label + std::string(Words{" : ", ": "}.in(language));
        for (std::size_t i = 0; i < std::min(most, line.cells.size()); ++i)
            text += (i > 0 ? ", " : "") + grid.heads[i].text + ' ' + line.cells[i];
        return text + '.';
    }
    return {};
}

/// What the heads stand for, in full.
std::string legend(const ActorTable& table, const std::vector<std::size_t>& shown,
                   Language language) {
    std::string text;
    for (const std::size_t i : shown) {
        const ActorColumn& column = *table.columns[i];
        if (column.head.in(language) == column.title.in(language)) continue;
        text += (text.empty() ? "" : " · ") + std::string(column.head.in(language)) +
                std::string(Words{" : ", ": "}.in(language)) +
                std::string(column.title.in(language));
        if (!column.kept.empty())
            text += Words{" (part des tirages sans un dixième des alliances où cela tient)",
                          " (share of draws without a tenth of the alliances in which this holds)"}
                        .in(language);
    }
    return text;
}

std::string write_text(const Document& document, const ActorTable& table, const Options& options) {
    const bool markdown = options.format == "md";
    const std::size_t width = std::max(options.width, narrowest);
    std::vector<std::size_t> shown = columns_shown(table);
    Grid grid = grid_of(table, shown, document.language);
    if (!markdown) shown.resize(columns_that_fit(grid, width));
    grid.heads.resize(shown.size(), {});
    for (Grid::Line& line : grid.lines)
        if (line.cells.size() > shown.size()) line.cells.resize(shown.size());
    grid.lasting = grid.heads.size();
    const std::string title = title_of(document, table);
    std::string out = markdown ? "# " + markdown_text(title) + "\n\n" : title + "\n\n";
    if (table.rows.empty())
        out += std::string(Words{"Aucun acteur.\n", "No actor.\n"}.in(document.language));
    else
        out += markdown ? grid_as_markdown(grid) : grid_as_text(grid, width) + '\n';
    std::vector<std::string> below{legend(table, shown, document.language),
                                   reading(grid, document.language)};
    for (std::string& line : foot_of_actors(document, table)) below.push_back(std::move(line));
    for (const std::string& line : below) {
        if (line.empty()) continue;
        out += markdown ? '\n' + markdown_text(line) + '\n' : wrapped(line, width, 2) + '\n';
    }
    return out;
}

}  // namespace

std::string actor_words(const ActorTable::Cell& cell, const ActorColumn& column,
                        Language language) {
    if (column.id == "kind")
        for (const model::Word& kind : model::kinds)
            if (kind.code == cell.text) return std::string(kind.label.in(language));
    for (const auto& [code, words] : cell_words)
        if (column.form == ActorForm::word && code == cell.text)
            return std::string(words.in(language));
    if (!cell.text.empty()) return cell.text;
    if (!cell.number) return "–";
    const double value = *cell.number;
    switch (column.form) {
        case ActorForm::share: {
            const std::string_view sign = Words{" %", "%"}.in(language);
            if (value > 0 && value < 0.01)
                return std::string(Words{"< 1", "<1"}.in(language)) + std::string(sign);
            return base::readable(100 * value, 0, language) + std::string(sign);
        }
        case ActorForm::decimal:
            return base::readable(value, value < 100 ? 2 : 0, language);
        default:
            return base::readable(value, 0, language);
    }
}

bool says_something(const ActorTable& table, std::size_t column) {
    return std::ranges::any_of(table.rows, [&](const ActorTable::Row& row) {
        return row.cells[column].number || !row.cells[column].text.empty();
    });
}

std::vector<std::string> foot_of_actors(const Document& document, const ActorTable& table) {
    const Language language = document.language;
    std::vector<std::string> lines;
    if (table.left_out > 0) {
        const std::string count =
            base::readable(static_cast<std::int64_t>(table.left_out), language);
        lines.push_back(count + std::string(Words{" autres lignes : --top 0, ou -f csv.",
                                                  " more lines: --top 0, or -f csv."}
                                                .in(language)));
    }
    std::string absent;
    for (const std::string_view id : {"meetings", "alliances", "projects"}) {
        const auto column = table.find(id);
        if (!column || table.rows.empty()) continue;
        const std::size_t i = *column;
        const std::string_view reason = table.rows.front().cells[i].reason;
        const bool is_absent = reason == "table_absent" || reason == "column_absent";
        if (!is_absent || says_something(table, i)) continue;
        absent += (absent.empty() ? "" : ", ") + std::string(table.columns[i]->head.in(language));
    }
    if (!absent.empty())
        lines.push_back(
            std::string(Words{"Pas encore renseigné : ", "Not yet recorded: "}.in(language)) +
            absent + '.');
    for (std::string& line : foot_of(document, Table{})) lines.push_back(std::move(line));
    return lines;
}

std::string write_actors(const Document& document, const ActorTable& table,
                         const Options& options) {
    if (options.format == "csv") return write_actors_csv(table, options);
    if (options.format == "json") return write_actors_json(document, table);
    if (options.format == "xlsx") return write_actors_xlsx(document, table, options);
    if (options.format != "table" && options.format != "md")
        throw base::UsageError({"U023", {std::string(options.format)}, {}});
    return write_text(document, table, options);
}

}  // namespace maillage::report
