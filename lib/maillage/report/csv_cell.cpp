#include <algorithm>

#include <maillage/report/csv_cell.hpp>

namespace maillage::report {

bool begins_formula(std::string_view text) {
    constexpr std::string_view signs = "=+-@\t\r";
    return !text.empty() && signs.find(text.front()) != std::string_view::npos;
}

void append_csv_cell(std::string& out, std::string_view text, char separator, Formulas formulas) {
    const bool quoted = std::ranges::any_of(
        text, [&](char c) { return c == separator || c == '"' || c == '\r' || c == '\n'; });
    if (quoted) out += '"';
    if (formulas == Formulas::guarded && begins_formula(text)) out += '\'';
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    if (quoted) out += '"';
}

}  // namespace maillage::report
