#pragma once

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <maillage/base/date.hpp>

namespace maillage::report {

/// How a cell looks.
enum class CellStyle : std::uint8_t {
    plain,
    wrapped,  ///< On several lines when it is long.
    title,
    strong,
    soft,
    heading,     ///< Of a part.
    head,        ///< Of a column.
    right_head,  ///< Of a column of figures.
    right,
    key,  ///< Set under the line above.
};

enum class Paper : std::uint8_t { portrait, landscape };

/// A workbook (.xlsx) made in memory, a sheet at a time and each sheet from its first row to its
/// last: rows that are done are kept packed, so a country by year fits.
///
/// Text is text whatever it begins with, cleaned (`base::clean_text`) and cut after 3,000
/// characters; numbers keep 16 significant digits, which is one fewer than some doubles have. No
/// formula, no clock, no name of a machine: same cells, same bytes.
///
/// Errors   OutputError when the library of workbooks, or the disk where it keeps what is done,
///          fails; then nothing comes of it.
class Workbook {
  public:
    static constexpr std::size_t most_rows = 1'048'576;

    /// `created`: the date the file says of itself, in place of a clock; 1980 at the earliest.
    explicit Workbook(std::optional<base::Day> created);
    Workbook(const Workbook&) = delete;
    Workbook& operator=(const Workbook&) = delete;
    ~Workbook();

    /// Begins a sheet; what follows is written there. `widths`: of its columns, in characters.
    void add_sheet(std::string_view name, Paper paper, std::initializer_list<double> widths);
    void text(std::size_t row, std::size_t column, std::string_view text,
              CellStyle style = CellStyle::plain);
    /// Infinite and undefined numbers stay an empty cell.
    void number(std::size_t row, std::size_t column, double value,
                CellStyle style = CellStyle::plain);
    /// Rows and columns that stay in sight; the rows also stand on every printed page.
    void freeze(std::size_t rows, std::size_t columns);
    /// Lets the rows below `head` be filtered, to the last row and column.
    void filter(std::size_t head, std::size_t last_row, std::size_t last_column);
    /// A new sheet of paper begins with each of these rows.
    void break_pages(const std::vector<std::size_t>& rows);

    /// Ends the workbook and gives its bytes.
    [[nodiscard]] std::string bytes() &&;

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace maillage::report
