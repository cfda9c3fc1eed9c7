#pragma once

#include <span>

#include <maillage/base/message.hpp>

// The catalogue of messages stands in four files, one for each part of the product that speaks.
namespace maillage::base {

[[nodiscard]] std::span<const MessageEntry> input_messages();   ///< E, W, N of files and cells.
[[nodiscard]] std::span<const MessageEntry> table_messages();   ///< E, W, N of tables and rows.
[[nodiscard]] std::span<const MessageEntry> usage_messages();   ///< U, S, P.
[[nodiscard]] std::span<const MessageEntry> method_messages();  ///< M.

}  // namespace maillage::base
