#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <maillage/base/issue.hpp>

namespace maillage::formats {

/// One cell, unquoted, not trimmed. `text` lives until the next record is read.
struct Cell {
    std::string_view text;
    std::uint32_t line = 0;        ///< Physical line of its first character, from 1.
    std::uint32_t column = 0;      ///< Character of that line, from 1.
    std::uint64_t line_begin = 0;  ///< Offset of that line in the text, for `CsvReader::line_at`.
};

struct CsvOptions {
    std::string encoding;  ///< Forced; empty: found from the bytes.
    /// Says whether a header cell is a column of the table that is expected: the separator and the
    /// header line are those that make most sense of it.
    std::function<bool(std::string_view)> knows_column;
};

/// Reads a table of cells: comma, semicolon, tab or bar; quotes; LF, CRLF, CR; UTF-8 with or
/// without BOM, UTF-16 with BOM, Windows-1252. The file is mapped, not copied, unless it must be
/// decoded.
///
/// Errors   InputError when the file cannot be opened. What is wrong inside becomes issues with
/// file,
///          line and column, and reading goes on with the next record.
/// Cost     One pass; no allocation per cell.
class CsvReader {
  public:
    /// `name` is what issues call the file.
    CsvReader(const std::filesystem::path& path, std::string name, const CsvOptions& options,
              base::Issues& issues);
    CsvReader(const CsvReader&) = delete;
    CsvReader& operator=(const CsvReader&) = delete;
    ~CsvReader();

    /// False when the file as a whole was refused (empty, binary, mixed encodings, no header).
    [[nodiscard]] bool usable() const;
    [[nodiscard]] std::span<const Cell> header() const;
    /// The next record with as many cells as the header; records with another number of cells are
    /// issues and skipped, blank lines are skipped. Null at the end.
    [[nodiscard]] const std::vector<Cell>* next();
    /// Records that `next` skipped because of an error.
    [[nodiscard]] std::uint64_t refused() const;
    /// The physical line that begins there, without its end.
    [[nodiscard]] std::string_view line_at(std::uint64_t line_begin) const;
    /// The bytes of the file as they are on disk.
    [[nodiscard]] std::string_view bytes() const;
    /// The separator read.
    [[nodiscard]] char separator() const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace maillage::formats
