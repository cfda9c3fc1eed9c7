#include <array>

#include <maillage/base/clean_text.hpp>

namespace maillage::base {

namespace {

constexpr char32_t replacement = 0xFFFD;

void append(std::string& text, char32_t c) {
    const auto push = [&](char32_t byte) { text += static_cast<char>(byte); };
    if (c < 0x80) return push(c);
    if (c < 0x800) {
        push(0xC0U | (c >> 6U));
        return push(0x80U | (c & 0x3FU));
    }
    if (c < 0x10000) {
        push(0xE0U | (c >> 12U));
    } else {
        push(0xF0U | (c >> 18U));
        push(0x80U | ((c >> 12U) & 0x3FU));
    }
    push(0x80U | ((c >> 6U) & 0x3FU));
    push(0x80U | (c & 0x3FU));
}

bool is_space(char32_t c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029;
}

bool is_forbidden(char32_t c) {
    const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
    return control || (c & 0xFFFEU) == 0xFFFEU;
}

}  // namespace

char32_t take_code_point(std::string_view& text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(0);
    const std::size_t length = first < 0x80                    ? 1
                               : first >= 0xC2 && first < 0xE0 ? 2
                               : first >= 0xE0 && first < 0xF0 ? 3
                               : first >= 0xF0 && first < 0xF5 ? 4
                                                               : 0;
    bool valid = length > 0 && length <= text.size();
    char32_t c = length == 1 ? first : first & (0xFFU >> (length + 1));
    for (std::size_t i = 1; valid && i < length; ++i) {
        valid = (byte(i) & 0xC0U) == 0x80U;
        c = (c << 6U) | (byte(i) & 0x3FU);
    }
    constexpr std::array<char32_t, 5> least{0, 0, 0x80, 0x800, 0x10000};
    valid = valid && c >= least[length] && c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF);
    text.remove_prefix(valid ? length : 1);
    return valid ? c : replacement;
}

std::string clean_text(std::string_view text) {
    std::string clean;
    bool space = false;
    while (!text.empty()) {
        const char32_t c = take_code_point(text);
        if (is_space(c)) {
            space = !clean.empty();
            continue;
        }
        if (space) clean += ' ';
        space = false;
        append(clean, is_forbidden(c) ? replacement : c);
    }
    return clean;
}

std::string escaped_xml(std::string_view text) {
    std::string escaped;
    for (const char c : clean_text(text)) {
        if (c == '<')
            escaped += "&lt;";
        else if (c == '>')
            escaped += "&gt;";
        else if (c == '&')
            escaped += "&amp;";
        else if (c == '"')
            escaped += "&quot;";
        else
            escaped += c;
    }
    return escaped;
}

}  // namespace maillage::base
