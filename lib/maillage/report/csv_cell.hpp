#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace maillage::report {

/// What becomes of a text that a spreadsheet would take for a formula.
enum class Formulas : std::uint8_t {
    guarded,  ///< An apostrophe is put before it.
    raw
};

/// True when a spreadsheet that reads the text takes it for a formula.
[[nodiscard]] bool begins_formula(std::string_view text);

/// Appends one cell of text as RFC 4180 asks, without the separator that follows.
void append_csv_cell(std::string& out, std::string_view text, char separator, Formulas formulas);

}  // namespace maillage::report
