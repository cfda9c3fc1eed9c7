#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include <maillage/formats/schema.hpp>

// What a person calls the tables and columns of the format: in French or in English, with or
// without capitals, accents, spaces and underscores.
namespace maillage::formats {

[[nodiscard]] std::optional<Table> table_named(std::string_view name);

/// Null when the table has no column of that name; canonical names go before aliases.
[[nodiscard]] const Column* column_named(const TableSchema& schema, std::string_view name);

/// All names that its columns may bear.
[[nodiscard]] std::vector<std::string_view> column_names(const TableSchema& schema);

/// A column, in any table, whose cells are words of a vocabulary.
[[nodiscard]] const Column* column_of_words(std::string_view name);

[[nodiscard]] std::vector<std::string_view> names_of_columns_of_words();

}  // namespace maillage::formats
