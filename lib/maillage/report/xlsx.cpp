// The report as a workbook: page one, the table, every record, the method of each figure.

#include <cmath>

#include <maillage/base/error.hpp>
#include <maillage/report/csv_cell.hpp>
#include <maillage/report/figures.hpp>
#include <maillage/report/grid.hpp>
#include <maillage/report/page.hpp>
#include <maillage/report/record.hpp>
#include <maillage/report/workbook.hpp>
#include <maillage/report/writers.hpp>

namespace maillage::report {

namespace {

using base::Language;
using base::Words;
using Style = CellStyle;

/// A cell that a spreadsheet would take for a formula once it is saved as CSV.
std::string guarded(std::string_view text, const Options& options) {
    return (!options.raw_csv && begins_formula(text) ? "'" : "") + std::string(text);
}

/// Writes the fields of a record, a row each.
class RecordCells {
  public:
    RecordCells(Workbook& book, const Options& options) : book_(book), options_(options) {}

    void next_row() {
        ++row_;
        column_ = 0;
    }
    [[nodiscard]] std::size_t row() const { return row_; }

    void text(std::string_view /*name*/, std::string_view value) {
        book_.text(row_, column_++, guarded(value, options_));
    }
    void number(std::string_view /*name*/, std::optional<double> value) {
        if (value) book_.number(row_, column_, *value);
        ++column_;
    }
    void integer(std::string_view /*name*/, std::optional<std::int64_t> value) {
        if (value) book_.number(row_, column_, static_cast<double>(*value));
        ++column_;
    }

  private:
    Workbook& book_;
    const Options& options_;
    std::size_t row_ = 0, column_ = 0;
};

/// Writes the names of the fields.
struct RecordHeads {
    Workbook& book;
    std::size_t column = 0;

    void put(std::string_view name, Style style) { book.text(0, column++, name, style); }
    void text(std::string_view name, std::string_view /*value*/) { put(name, Style::head); }
    void number(std::string_view name, std::optional<double> /*value*/) {
        put(name, Style::right_head);
    }
    void integer(std::string_view name, std::optional<std::int64_t> /*value*/) {
        put(name, Style::right_head);
    }
};

class Xlsx {
  public:
    Xlsx(const Document& document, const Options& options)
        : document_(document),
          options_(options),
          language_(document.language),
          book_(document.calendar.as_of) {}

    std::string bytes() && {
        if (!options_.table) pages();
        values();
        records();
        methods();
        return std::move(book_).bytes();
    }

  private:
    const Document& document_;
    const Options& options_;
    Language language_;
    Workbook book_;
    std::size_t row_ = 0;

    [[nodiscard]] std::string in(const Words& words) const {
        return std::string(words.in(language_));
    }
    void put(std::size_t column, std::string_view text, Style style = Style::plain) {
        book_.text(row_, column, guarded(text, options_), style);
    }
    /// Of ours: a figure below zero begins as a formula does.
    void put_figure(std::size_t column, std::string_view text, Style style) {
        book_.text(row_, column, text, style);
    }
    void line(std::size_t column, std::string_view text, Style style) {
        put(column, text, style);
        ++row_;
    }

    void pages() {
        book_.add_sheet(in({"Page", "Page"}), Paper::portrait, {4, 92, 12, 12, 12, 40});
        std::vector<std::size_t> breaks;
        for (const View& view : pages_of(document_)) {
            if (row_ > 0) breaks.push_back(row_);
            page(make_page(document_, view));
            ++row_;
        }
        book_.break_pages(breaks);
    }

    void page(const Page& page) {
        line(0, page.title, Style::title);
        line(0, page.period, Style::plain);
        line(0, page.contents, Style::plain);
        part(Part::opening, page.opening, page);
        part(Part::meeting, page.meeting, page);
        part(Part::allying, page.allying, page);
        part(Part::experimenting, page.experimenting, page);
        stakes(page);
        if (!page.limits.empty() || !page.to_know.empty())
            heading(title_of(Part::limits, page, language_));
        for (const Page::Line& one : page.limits) line(1, one.text, Style::soft);
        for (const std::string& one : page.to_know) line(1, one, Style::soft);
        if (!page.questions.empty()) heading(title_of(Part::question, page, language_));
        for (std::size_t i = 0; i < page.questions.size(); ++i) {
            book_.number(row_, 0, static_cast<double>(i + 1));
            line(1, page.questions[i].text, Style::strong);
        }
        ++row_;
        line(1, legend_of(page, language_), Style::soft);
    }

    void heading(std::string_view text) {
        ++row_;
        line(0, text, Style::heading);
    }

    void part(Part which, const std::vector<Page::Line>& lines, const Page& page) {
        if (lines.empty()) return;
        heading(title_of(which, page, language_));
        for (const Page::Line& one : lines) {
            put(0, mark_of(one.sentence->nature));
            line(1, one.text, Style::wrapped);
        }
    }

    void stakes(const Page& page) {
        if (page.stakes.empty()) return;
        const auto columns = stake_columns(page, language_);
        ++row_;
        put(0, stake_head(language_), Style::heading);
        for (std::size_t i = 0; i < columns.size(); ++i)
            put(2 + i, columns[i].head, Style::right_head);
        ++row_;
        for (const Page::Stake& stake : page.stakes) {
            put(1, stake.name);
            for (std::size_t i = 0; i < columns.size(); ++i)
                if (const auto figure = stake.*columns[i].figure)
                    book_.number(row_, 2 + i, *figure, Style::right);
            line(2 + columns.size(), stake.remark, Style::plain);
        }
        const std::string more = stakes_left_out(page, language_);
        if (!more.empty()) line(1, more, Style::soft);
    }

    void values() {
        const Table all = make_table(document_, options_);
        // A sheet is long enough for every line of the table.
        const Grid grid = make_grid(all, document_, options_, 0);
        book_.add_sheet(in({"Valeurs", "Values"}), Paper::landscape,
                        {52, 16, 16, 16, 28, 12, 12, 12, 16});
        row_ = 0;
        put(0, grid.legend.empty() ? in({"mesure", "metric"}) : in({"vue", "view"}), Style::head);
        for (std::size_t i = 0; i < grid.heads.size(); ++i)
            put(i + 1, grid.heads[i].text, grid.heads[i].right ? Style::right_head : Style::head);
        book_.freeze(1, 1);
        ++row_;
        for (const Grid::Line& one : grid.lines) grid_line(one, grid.heads);
        book_.filter(0, row_ - 1, grid.heads.size());
        ++row_;
        for (const std::string& letter : grid.legend) line(0, letter, Style::plain);
        line(0, legend_of_marks(language_), Style::plain);
        for (const std::string& one : foot_of(document_, all)) line(0, one, Style::plain);
    }

    void grid_line(const Grid::Line& one, const std::vector<Grid::Head>& heads) {
        if (one.cells.empty()) return line(0, one.label, Style::heading);
        put(0, one.label, one.label.starts_with(' ') ? Style::key : Style::plain);
        // What is not there is an empty cell; its reason stands where the bounds would.
        if (!one.reason.empty()) return line(2, one.reason, Style::plain);
        for (std::size_t i = 0; i < one.cells.size(); ++i)
            if (one.cells[i] != "–")
                put_figure(i + 1, one.cells[i], heads[i].right ? Style::right : Style::plain);
        ++row_;
    }

    void records() {
        book_.add_sheet(in({"Toutes les valeurs", "All values"}), Paper::landscape,
                        {32, 14, 14, 26, 12, 22, 30, 14, 10, 10, 12, 12, 12, 12,
                         12, 12, 12, 14, 12, 12, 12, 12, 14, 12, 12, 18, 12, 12});
        RecordHeads heads{book_};
        visit_record({}, heads);
        book_.freeze(1, 1);
        RecordCells cells(book_, options_);
        for (const metrics::Estimate& record : document_.values.rows) {
            if (!is_wanted(record, options_)) continue;
            cells.next_row();
            visit_record(record, cells);
        }
        book_.filter(0, cells.row(), heads.column - 1);
    }

    void methods() {
        Options everything = options_;
        everything.details = true;
        book_.add_sheet(in({"Méthode et sources", "Method and sources"}), Paper::landscape,
                        {32, 32, 40, 70, 50, 40});
        row_ = 0;
        const std::array<Words, 6> heads{{{"mesure", "metric"},
                                          {"titre", "title"},
                                          {"question", "question"},
                                          {"définition", "definition"},
                                          {"limites", "limits"},
                                          {"source", "source"}}};
        for (std::size_t i = 0; i < heads.size(); ++i) put(i, in(heads[i]), Style::head);
        book_.freeze(1, 1);
        ++row_;
        for (const Table::Group& group : make_table(document_, everything).groups) {
            const metrics::Metric& metric = *group.metric;
            put(0, metric.id);
            put(1, metric.title.in(language_), Style::wrapped);
            put(2, metric.question.in(language_), Style::wrapped);
            put(3, metric.definition.in(language_), Style::wrapped);
            put(4, metric.limits.in(language_), Style::wrapped);
            line(5, source_in_words(metric, language_), Style::wrapped);
        }
        files();
    }

    void files() {
        ++row_;
        const std::array<Words, 4> heads{{{"fichier", "file"},
                                          {"lignes", "rows"},
                                          {"laissées de côté", "left out"},
                                          {"SHA-256", "SHA-256"}}};
        for (std::size_t i = 0; i < heads.size(); ++i) put(i, in(heads[i]), Style::head);
        ++row_;
        for (std::size_t i = 0; i < document_.data.tables.size(); ++i) {
            const model::TableInfo& info = document_.data.tables[i];
            if (!info.present) continue;
            put(0, info.file.empty() ? model::table_words[i].code : std::string_view(info.file));
            book_.number(row_, 1, static_cast<double>(info.rows));
            book_.number(row_, 2, static_cast<double>(info.refused));
            line(3, info.sha256, Style::plain);
        }
    }
};

void check_size(const Document& document, const Options& options) {
    std::size_t rows = 1;
    for (const metrics::Estimate& record : document.values.rows)
        rows += is_wanted(record, options) ? 1 : 0;
    if (rows > Workbook::most_rows)
        throw base::LimitError(
            {"S023", {std::to_string(rows - 1), std::to_string(Workbook::most_rows - 1)}, {}});
}

}  // namespace

std::string write_xlsx(const Document& document, const Options& options) {
    check_size(document, options);
    return Xlsx(document, options).bytes();
}

}  // namespace maillage::report
