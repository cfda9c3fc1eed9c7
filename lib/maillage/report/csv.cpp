#include <algorithm>
#include <cmath>

#include <maillage/base/numbers.hpp>
#include <maillage/report/actor_table.hpp>
#include <maillage/report/actor_writers.hpp>
#include <maillage/report/change_record.hpp>
#include <maillage/report/csv_cell.hpp>
#include <maillage/report/record.hpp>
#include <maillage/report/writers.hpp>

namespace maillage::report {

namespace {

/// Writes the cells of one line.
class Cells {
  public:
    Cells(std::string& out, const Options& options)
        : out_(out),
          separator_(options.excel_fr ? ';' : ','),
          decimal_comma_(options.excel_fr),
          formulas_(options.raw_csv ? Formulas::raw : Formulas::guarded) {}

    void end_line() {
        out_.back() = '\n';  // in place of the last separator
    }
    void text(std::string_view /*name*/, std::string_view value) {
        append_csv_cell(out_, value, separator_, formulas_);
        out_ += separator_;
    }
    void number(std::string_view /*name*/, std::optional<double> value) {
        if (value && std::isfinite(*value)) {
            std::string digits = base::shortest(*value);
            if (decimal_comma_) std::ranges::replace(digits, '.', ',');
            out_ += digits;
        }
        out_ += separator_;
    }
    void integer(std::string_view /*name*/, std::optional<std::int64_t> value) {
        if (value) out_ += std::to_string(*value);
        out_ += separator_;
    }

  private:
    std::string& out_;
    char separator_;
    bool decimal_comma_;
    Formulas formulas_;
};

/// Writes the names of the fields.
struct Header {
    Cells& cells;
    void text(std::string_view name, std::string_view /*value*/) { cells.text(name, name); }
    void number(std::string_view name, std::optional<double> /*value*/) { cells.text(name, name); }
    void integer(std::string_view name, std::optional<std::int64_t> /*value*/) {
        cells.text(name, name);
    }
};

}  // namespace

std::string write_csv(const Document& document, const Options& options) {
    std::string out(options.excel_fr ? "\xEF\xBB\xBF" : "");
    out.reserve(document.values.rows.size() * 160 + 512);
    Cells cells(out, options);
    Header header{cells};
    visit_record({}, header);
    cells.end_line();
    for (const metrics::Estimate& record : document.values.rows) {
        if (!is_wanted(record, options)) continue;
        visit_record(record, cells);
        cells.end_line();
    }
    return out;
}

std::string write_changes_csv(const ChangeDocument& changes, const Options& options) {
    std::string out(options.excel_fr ? "\xEF\xBB\xBF" : "");
    Cells cells(out, options);
    Header header{cells};
    visit_change({}, header);
    cells.end_line();
    for (const metrics::Change& change : changes.changes.rows) {
        if (!is_wanted(change.record(), options)) continue;
        visit_change(change, cells);
        cells.end_line();
    }
    return out;
}

std::string write_actors_csv(const ActorTable& table, const Options& options) {
    std::string out(options.excel_fr ? "\xEF\xBB\xBF" : "");
    Cells cells(out, options);
    for (const ActorColumn* column : table.columns) cells.text({}, column->id);
    cells.text({}, "reasons");
    cells.end_line();
    for (const ActorTable::Row& row : table.rows) {
        std::string reasons;
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const ActorTable::Cell& cell = row.cells[i];
            const ActorColumn& column = *table.columns[i];
            if (!cell.reason.empty())
                reasons.append(reasons.empty() ? "" : ";")
                    .append(column.id)
                    .append("=")
                    .append(cell.reason);
            if (cell.text.empty())
                cells.number({}, cell.number);
            else
                cells.text({}, cell.text);
        }
        cells.text({}, reasons);
        cells.end_line();
    }
    return out;
}

}  // namespace maillage::report
