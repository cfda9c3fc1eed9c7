#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <maillage/base/language.hpp>

namespace maillage::base {

/// How a cell was read as a number. Rules: docs/formats/values.md. The message of the code takes
/// {0}, the cell (`excerpt_of`), and with a doubt {1}, the reading (`shortest`).
struct NumberReading {
    enum class Outcome : unsigned char { read, read_with_doubt, refused };
    Outcome outcome = Outcome::refused;
    double value = 0;
    std::string_view code;  ///< Code of the message to show with a doubt or a refusal.
};

/// Reads `1.5`, `1,5`, `1 234,5` (also with U+00A0, U+202F and `'`), `1.5e3`; with a doubt `1.234`,
/// `1.234,5`, -0, subnormals and values beyond 2^53. Never depends on the locale.
[[nodiscard]] NumberReading read_number(std::string_view text);
/// As `read_number`, whole numbers only (`3.0` with a doubt, `3.000` refused).
[[nodiscard]] NumberReading read_integer(std::string_view text);

/// Shortest decimal form that reads back exactly; for machine formats.
[[nodiscard]] std::string shortest(double value);

/// For people: `decimals` digits after the mark, thousands grouped by the custom of the language
/// (narrow no-break space and comma in French, comma and point in English).
[[nodiscard]] std::string readable(double value, int decimals, Language language);
[[nodiscard]] std::string readable(std::int64_t value, Language language);

}  // namespace maillage::base
