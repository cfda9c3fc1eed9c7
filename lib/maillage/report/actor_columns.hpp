#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include <maillage/base/language.hpp>
#include <maillage/metrics/actor_counts.hpp>

namespace maillage::report {

/// What stands in a column of the table of actors, and how people read it.
enum class ActorForm : std::uint8_t { name, word, count, decimal, share, day };

/// A column: who the actor is, a count of `ActorCounts`, or the records `actor=` of a metric.
struct ActorColumn {
    std::string_view id;  ///< Its name in machine formats, and for `--sort`.
    base::Words head;     ///< On a terminal.
    base::Words title;    ///< In full.
    ActorForm form = ActorForm::count;
    std::string_view metric{};   ///< Empty: not of a record.
    std::string_view measure{};  ///< Of the key, beside `actor=`.
    std::string_view absent{};   ///< Reason when the actor has no record.
    std::string_view kept{};  ///< Column of the share of draws that stands beside it, in brackets.
};

/// Every column, in the order of machine formats.
[[nodiscard]] std::span<const ActorColumn> actor_columns();
/// Those of a table to be read, in its order: the last are the first to go where there is no room.
[[nodiscard]] std::span<const std::string_view> usual_actor_columns();
/// True for the columns that say who the actor is.
[[nodiscard]] bool is_identity(const ActorColumn& column);
/// By id, French or English head; null when there is none.
[[nodiscard]] const ActorColumn* find_actor_column(std::string_view word);

}  // namespace maillage::report
