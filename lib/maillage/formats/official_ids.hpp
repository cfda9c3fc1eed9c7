#pragma once

#include <cstdint>
#include <string_view>

namespace maillage::formats {

enum class OfficialId : std::uint8_t { siren, siret, rna };

/// Checks a French identifier: 9 or 14 digits with the key of Luhn, or W and 9 characters.
/// Empty when it is right, else the code of the message.
[[nodiscard]] std::string_view check_official_id(std::string_view text, OfficialId kind);

/// What a spreadsheet makes of long numbers: `2,16E+13`.
[[nodiscard]] bool is_scientific(std::string_view text);

/// `none` or `aucun`: known to be empty.
[[nodiscard]] bool is_none(std::string_view text);

}  // namespace maillage::formats
