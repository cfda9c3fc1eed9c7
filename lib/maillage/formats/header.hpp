#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <maillage/formats/csv_reader.hpp>
#include <maillage/formats/schema.hpp>

namespace maillage::formats {

/// One column of the file that fills one column of the schema. A cell may fill two: an actor
/// without `id` takes its SIRET as id.
struct ReadColumn {
    std::uint32_t cell;
    std::uint32_t column;
};

/// The header of a file, matched with the columns of its table.
struct Header {
    std::vector<ReadColumn> read;  ///< In file order.
    bool complete = true;          ///< No required column is missing.
    bool personal = false;         ///< A column says how to reach a person: lines are not shown.
};

/// What helps to match a header.
struct HeaderOptions {
    const TableSchema& schema;
    std::string_view file;
    /// `[columns.TABLE]` of maillage.toml, or null.
    const std::map<std::string, std::string>* renamed = nullptr;
    std::span<const std::string> keep_columns;  ///< Not reported as unknown.
};

/// Matches by name, alias and maillage.toml; what is missing, unknown, twice there or personal
/// becomes an issue.
[[nodiscard]] Header match_header(std::span<const Cell> cells, const HeaderOptions& options,
                                  base::Issues& issues);

/// The keys of all names that a column of the table may bear.
[[nodiscard]] std::set<std::string> known_names(const HeaderOptions& options);

/// Whether the file gives an alliance of two by its columns `from` and `to`, without id.
[[nodiscard]] bool is_edge_list(const TableSchema& schema, const Header& header);

/// Position of a column in the schema; its size when there is none of that name.
[[nodiscard]] std::uint32_t column_of(const TableSchema& schema, std::string_view name);

}  // namespace maillage::formats
