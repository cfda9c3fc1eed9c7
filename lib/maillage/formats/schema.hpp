#pragma once

#include <limits>
#include <span>
#include <string_view>

#include <maillage/formats/vocabulary.hpp>
#include <maillage/model/tables.hpp>

namespace maillage::formats {

using model::Table;

enum class Type : std::uint8_t {
    id,
    name,
    text,
    url,
    date,
    integer,
    number,
    yes_no,
    word,
    words,
    open_word,  ///< A word of the vocabulary, or any other text.
    reference,
    references,
    theme,
    themes,
    siren,
    siret,
    rna
};

enum class Required : std::uint8_t { no, yes };

/// Where a reference leads.
enum class Target : std::uint8_t {
    none,
    territory,
    actor,
    source,
    partnership,
    event,
    experiment,
    actor_or_experiment,
    partnership_or_experiment
};

struct Column {
    std::string_view name;     ///< Canonical: as we write it.
    std::string_view aliases;  ///< Other names separated by `|`, the French one first.
    Type type = Type::text;
    Required required = Required::no;
    Vocabulary vocabulary = Vocabulary::none;
    Target target = Target::none;
    double low = 0;
    double high = 0;
};

/// Two date columns of which the second may not come first.
struct Period {
    std::string_view from, to;
};

struct TableSchema {
    Table table;
    std::string_view names;  ///< Names of the file beside the English one, the French one first.
    std::span<const Column> columns;
    Period period;
};

/// The description of the format: one entry for each table, in the order of `Table`.
[[nodiscard]] std::span<const TableSchema> schema();
[[nodiscard]] const TableSchema& schema_of(Table table);

}  // namespace maillage::formats
