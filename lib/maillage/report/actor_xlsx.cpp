// The actors as a workbook: one line each, and what the columns say.

#include <maillage/base/error.hpp>
#include <maillage/metrics/metric.hpp>
#include <maillage/report/actor_writers.hpp>
#include <maillage/report/csv_cell.hpp>
#include <maillage/report/figures.hpp>
#include <maillage/report/workbook.hpp>
#include <maillage/report/writers.hpp>

namespace maillage::report {

namespace {

using base::Words;
using Style = CellStyle;

class ActorBook {
  public:
    ActorBook(const Document& document, const ActorTable& table, const Options& options)
        : document_(document), table_(table), options_(options), book_(document.calendar.as_of) {}

    std::string bytes() && {
        lines();
        columns();
        return std::move(book_).bytes();
    }

  private:
    const Document& document_;
    const ActorTable& table_;
    const Options& options_;
    Workbook book_;

    [[nodiscard]] std::string in(const Words& words) const {
        return std::string(words.in(document_.language));
    }
    [[nodiscard]] static bool is_number(const ActorColumn& column) {
        return column.form == ActorForm::count || column.form == ActorForm::decimal ||
               column.form == ActorForm::share;
    }
    void put(std::size_t row, std::size_t column, std::string_view text,
             Style style = Style::plain) {
        const bool guard = !options_.raw_csv && begins_formula(text);
        book_.text(row, column, (guard ? "'" : "") + std::string(text), style);
    }

    /// Columns that say nothing of anybody are left to the second sheet.
    [[nodiscard]] std::vector<std::size_t> shown() const {
        std::vector<std::size_t> shown{*table_.find("name")};
        for (std::size_t i = 0; i < table_.columns.size(); ++i)
            if (i != shown.front() && says_something(table_, i)) shown.push_back(i);
        return shown;
    }

    void lines() {
        book_.add_sheet(
            in({"Acteurs", "Actors"}), Paper::landscape,
            {40, 16, 16, 16, 24, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14,
             14, 14, 24, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14,
             14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14});
        const auto columns = shown();
        for (std::size_t at = 0; at < columns.size(); ++at) {
            const ActorColumn& column = *table_.columns[columns[at]];
            put(0, at, column.title.in(document_.language),
                is_number(column) ? Style::right_head : Style::head);
        }
        book_.freeze(1, 1);
        std::size_t row = 0;
        for (const ActorTable::Row& one : table_.rows) {
            ++row;
            for (std::size_t at = 0; at < columns.size(); ++at)
                cell(row, at, one.cells[columns[at]], *table_.columns[columns[at]]);
        }
        book_.filter(0, row, columns.size() - 1);
    }

    /// What is not known is an empty cell.
    void cell(std::size_t row, std::size_t at, const ActorTable::Cell& cell,
              const ActorColumn& column) {
        if (cell.number && cell.text.empty())
            book_.number(row, at, *cell.number);
        else if (cell.number || !cell.text.empty())
            put(row, at, actor_words(cell, column, document_.language));
    }

    void columns() {
        book_.add_sheet(in({"Colonnes", "Columns"}), Paper::landscape, {44, 44, 34, 90, 40});
        const std::array<Words, 5> heads{{{"colonne", "column"},
                                          {"nom dans les fichiers", "name in files"},
                                          {"mesure", "metric"},
                                          {"définition", "definition"},
                                          {"cellules vides", "empty cells"}}};
        for (std::size_t i = 0; i < heads.size(); ++i) put(0, i, in(heads[i]), Style::head);
        book_.freeze(1, 1);
        std::size_t row = 1;
        for (const ActorColumn* column : table_.columns) {
            put(row, 0, column->title.in(document_.language));
            put(row, 1, column->id);
            put(row, 2, column->metric);
            if (const metrics::Metric* metric = metrics::find_metric(column->metric))
                put(row, 3, metric->definition.in(document_.language), Style::wrapped);
            put(row, 4, reasons(*column), Style::wrapped);
            ++row;
        }
        for (const std::string& line : foot_of_actors(document_, table_)) put(++row, 0, line);
    }

    /// Every reason why a line says nothing in the column.
    [[nodiscard]] std::string reasons(const ActorColumn& column) const {
        std::vector<std::string_view> found;
        const std::size_t at = *table_.find(column.id);
        for (const ActorTable::Row& row : table_.rows)
            if (const auto reason = row.cells[at].reason;
                !reason.empty() && std::ranges::find(found, reason) == found.end())
                found.push_back(reason);
        std::ranges::sort(found);
        std::string text;
        for (const std::string_view reason : found)
            text += (text.empty() ? "" : in({" ; ", "; "})) +
                    std::string(reason_in_words(reason, document_.language));
        return text;
    }
};

}  // namespace

std::string write_actors_xlsx(const Document& document, const ActorTable& table,
                              const Options& options) {
    if (table.rows.size() >= Workbook::most_rows)
        throw base::LimitError(
            {"S023",
             {std::to_string(table.rows.size()), std::to_string(Workbook::most_rows - 1)},
             {}});
    return ActorBook(document, table, options).bytes();
}

}  // namespace maillage::report
