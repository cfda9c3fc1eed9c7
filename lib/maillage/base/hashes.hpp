#pragma once

#include <string>
#include <string_view>

namespace maillage::base {

/// SHA-256 in lower-case hexadecimal.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);
/// SHA-256, 32 raw bytes.
[[nodiscard]] std::string sha256(std::string_view bytes);
/// HMAC-SHA-256, 32 raw bytes.
[[nodiscard]] std::string hmac_sha256(std::string_view key, std::string_view bytes);

}  // namespace maillage::base
