#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <maillage/base/issue.hpp>
#include <maillage/formats/csv_reader.hpp>

namespace maillage::formats {

inline constexpr std::string_view separators = ",;\t|";

/// How a text is cut into cells, and where its header is.
struct Dialect {
    char separator = ',';
    std::uint64_t header_begin = 0;  ///< Offset of the line of the header.
    std::uint32_t header_line = 1;
    std::uint32_t preamble_lines = 0;  ///< Lines with text above the header.
};

/// Finds the separator and the header. A first line `sep=;` is obeyed; else each separator is
/// scored: columns known in its best header line among the first 20, then the share of records of
/// the beginning and of the end of the text that have as many cells as that header.
///
/// Errors   Nothing and one error when two separators make equal sense, or no line has a cell.
[[nodiscard]] std::optional<Dialect> find_dialect(
    std::string_view text, const std::function<bool(std::string_view)>& knows_column,
    const std::string& file, base::Issues& issues);

/// A separator as issues show it.
[[nodiscard]] std::string shown_separator(char separator);

}  // namespace maillage::formats
