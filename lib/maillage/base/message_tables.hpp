#pragma once

#include <span>

#include <maillage/base/message.hpp>

// The catalogue of messages stands in three files, one for each part of the product that speaks.
namespace maillage::base {

[[nodiscard]] std::span<const MessageEntry> input_messages();   ///< E, W, N.
[[nodiscard]] std::span<const MessageEntry> usage_messages();   ///< U, S, P.
[[nodiscard]] std::span<const MessageEntry> method_messages();  ///< M.

}  // namespace maillage::base
