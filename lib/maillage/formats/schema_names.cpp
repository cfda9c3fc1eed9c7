#include <algorithm>
#include <string>

#include <maillage/base/text.hpp>
#include <maillage/formats/schema_names.hpp>

namespace maillage::formats {

namespace {

bool holds(std::string_view names, const std::string& key) {
    bool found = false;
    for_each_part(names,
                  [&](std::string_view name) { found = found || base::word_key(name) == key; });
    return found;
}

bool is_called(const Column& column, const std::string& key) {
    return base::word_key(column.name) == key;
}

bool has_words(const Column& column) {
    return column.vocabulary != Vocabulary::none;
}

}  // namespace

std::optional<Table> table_named(std::string_view name) {
    const std::string key = base::word_key(name);
    for (const TableSchema& table : schema()) {
        const std::string_view code = model::code_of(model::table_words, table.table);
        if (base::word_key(code) == key || holds(table.names, key)) return table.table;
    }
    return std::nullopt;
}

const Column* column_named(const TableSchema& schema, std::string_view name) {
    const std::string key = base::word_key(name);
    for (const Column& column : schema.columns)
        if (is_called(column, key)) return &column;
    for (const Column& column : schema.columns)
        if (holds(column.aliases, key)) return &column;
    return nullptr;
}

std::vector<std::string_view> column_names(const TableSchema& schema) {
    std::vector<std::string_view> names;
    for (const Column& column : schema.columns) {
        names.push_back(column.name);
        for_each_part(column.aliases, [&](std::string_view alias) { names.push_back(alias); });
    }
    return names;
}

const Column* column_of_words(std::string_view name) {
    const std::string key = base::word_key(name);
    const Column* alias = nullptr;
    for (const TableSchema& table : schema()) {
        for (const Column& column : table.columns) {
            if (!has_words(column)) continue;
            if (is_called(column, key)) return &column;
            if (alias == nullptr && holds(column.aliases, key)) alias = &column;
        }
    }
    return alias;
}

std::vector<std::string_view> names_of_columns_of_words() {
    std::vector<std::string_view> names;
    for (const TableSchema& table : schema())
        for (const Column& column : table.columns)
            if (has_words(column)) names.push_back(column.name);
    return names;
}

}  // namespace maillage::formats
