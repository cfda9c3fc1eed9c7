#pragma once

#include <string>
#include <string_view>

#include <maillage/model/dataset.hpp>

namespace maillage::test {

/// A dataset written as text, one thing a line; names are ids. What a line says first:
///
///     territory R                              a territory (commune below a parent: `T1 < R`,
///     territory T1 < R Q                       several parents allowed)
///     public town /T1                          an actor by its kind, `/` its seat
///     citizen jo /T1 person closed 2021-05-01  a natural person who left; `created` likewise,
///                                              `catalyst`
///     meeting m1 2021-03-01 /T1 #water by town: town firm !club
///                                              place, themes, convenor; `!` invited and absent
///     alliance p1 2021-05-01..2022-05-01 /T1 #water grant seen 2022-01-01: town firm
///                                              `amount 900` before the colon gives its amount
///     project x1 2021-06-01 /T1 #water: town firm*deployment
///     stage x1 modelling 2022-01-01 town       by whom it is said, when it is not the inventor
///     about x1 inventor town declared invention taken_up market domain social fragile yes
///              solution yes process no model yes        what its table says of it, in any order
///     site x1 T1 firm 2022-03-01               where it is used, by whom (`?` unknown)
///     evaluation x1 relevance 2022-02-01       of a project or an alliance
///     funding x1 2021 public 500               of a project or an actor
///     support x1 funding town 2022-01-01       `days 3` at the end gives days
///     need x1 people met 2022-02-01            or without `met`
///     impact p1 performance for town 2022-02-01  of an alliance or a project; without `for`, for
///     all pledge p1 town costs 1000                objectives and the value of what a party brings
///     lever town premises 3 0                  what an actor offers and needs, 0 to 4
///     rating town firm openness 3              rater, rated, item, score; a date may follow
///     engagement town 2021 inside people 5 returning 2 hours 10 fulfilment
///     stake town water                         of an actor, or of a territory
///     empty events                             a table that is there without rows
///     as_of 2023-12-31      complete partnerships
///
/// A table is present when a line fills it or `empty` names it; actors always are. Unknown starts
/// are written `?`.
[[nodiscard]] model::Dataset sketch(std::string_view text);

/// The row of a relation, or of an actor, by its id.
[[nodiscard]] std::uint32_t row_of(const model::Dataset& data, std::string_view id);

}  // namespace maillage::test
