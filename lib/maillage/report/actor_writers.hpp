#pragma once

#include <string>

#include <maillage/report/actor_table.hpp>

// The formats of `actors`, and what they share.
namespace maillage::report {

[[nodiscard]] std::string write_actors_csv(const ActorTable& table, const Options& options);
[[nodiscard]] std::string write_actors_json(const Document& document, const ActorTable& table);
[[nodiscard]] std::string write_actors_xlsx(const Document& document, const ActorTable& table,
                                            const Options& options);

/// A cell as people read it; a dash where there is nothing to say.
[[nodiscard]] std::string actor_words(const ActorTable::Cell& cell, const ActorColumn& column,
                                      base::Language language);
/// True when some line says something in the column.
[[nodiscard]] bool says_something(const ActorTable& table, std::size_t column);
/// What ends the table: the columns that say nothing and why, the lines left out, who is counted,
/// where it comes from, the notes.
[[nodiscard]] std::vector<std::string> foot_of_actors(const Document& document,
                                                      const ActorTable& table);

}  // namespace maillage::report
