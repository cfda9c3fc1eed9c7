#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <maillage/formats/csv_reader.hpp>

namespace maillage::formats {

inline constexpr std::size_t max_cell_bytes = std::size_t{1} << 20;
inline constexpr std::size_t max_record_bytes = std::size_t{64} << 20;
inline constexpr std::size_t max_columns = 16'384;

/// Why a record could not be cut into cells.
enum class Fault : unsigned char {
    none,
    unclosed_quote,     ///< Placed at the quote that opened.
    text_after_quote,   ///< Placed at the text.
    quote_closed_late,  ///< Text after a quote closed on a later line: placed where it opened.
    long_cell,
    long_record,
    many_columns
};

/// Cuts decoded text into records of cells for one separator. Knows nothing of headers.
///
/// A faulty quote is given up at once: reading resumes on the line below the one where it opened.
/// This stays linear: a search that runs past a line without stopping has met there only even runs
/// of quotes, and such a run closes itself when it is read again as the beginning of a cell.
///
/// Cost     One pass; cells are views of the text, those with doubled quotes views of a buffer that
///          is used again by the next record.
class RecordScanner {
  public:
    RecordScanner(std::string_view text, char separator, std::uint64_t begin, std::uint32_t line);

    /// Reads the next record, blank lines left out; false at the end of the text.
    [[nodiscard]] bool read();

    [[nodiscard]] const std::vector<Cell>& cells() const { return cells_; }
    [[nodiscard]] std::vector<Cell>& cells() { return cells_; }
    /// Cells met, also beyond `max_columns`, of a record without fault in its quotes.
    [[nodiscard]] std::size_t cell_count() const { return count_; }
    [[nodiscard]] Fault fault() const { return fault_; }
    /// Where the fault stands; its text is empty.
    [[nodiscard]] const Cell& fault_place() const { return fault_place_; }
    /// The line where a quote was closed too late.
    [[nodiscard]] std::uint32_t closing_line() const { return closing_line_; }
    /// Offset and physical line of what `read` will look at next.
    [[nodiscard]] std::uint64_t position() const { return static_cast<std::uint64_t>(at_ - text_); }
    [[nodiscard]] std::uint32_t line() const { return line_; }

  private:
    const char* text_;
    const char* end_;
    const char* at_;
    char separator_;
    std::uint64_t separators_;  ///< The separator in each of eight bytes.
    std::uint32_t line_;
    const char* line_begin_;
    const char* counted_;           ///< Up to there the characters of the line are counted.
    std::uint32_t characters_ = 0;  ///< That count.
    std::uint64_t seen_ = 0;        ///< Bytes of the record or'ed: is any beyond ASCII?
    std::vector<Cell> cells_;
    std::vector<std::uint32_t> doubled_;  ///< Cells of the record that hold doubled quotes.
    std::string unescaped_;
    std::size_t count_ = 0;
    Fault fault_ = Fault::none;
    Cell fault_place_;
    std::uint32_t closing_line_ = 0;

    void skip_blank_lines();
    [[nodiscard]] const char* read_cells();
    [[nodiscard]] const char* read_plain(const char* begin);
    [[nodiscard]] const char* read_quoted(const char* begin);
    [[nodiscard]] const char* closing_quote(const char* from, bool& doubled);
    void add(const Cell& place, const char* begin, const char* end, bool doubled);
    void begin_line(const char* at);
    [[nodiscard]] Cell place(const char* at);
    void set_fault(Fault fault, const Cell& place);
    [[nodiscard]] const char* give_up(Fault fault, const Cell& place, const Cell& opened,
                                      const char* quote);
    void unescape();
    [[nodiscard]] bool ends_cell(const char* at) const;
};

/// The first line end at or after `from`, or `end`.
[[nodiscard]] const char* find_line_end(const char* from, const char* end);

/// The text after one line end (LF, CRLF or CR) at `at`.
[[nodiscard]] inline const char* skip_line_end(const char* at, const char* end) {
    if (at == end) return at;
    const bool crlf = *at == '\r' && at + 1 != end && at[1] == '\n';
    return at + (crlf ? 2 : 1);
}

}  // namespace maillage::formats
