#include <array>
#include <cstdint>

#include <maillage/drawing/text_width.hpp>

namespace maillage::drawing {

namespace {

/// Advance widths of DejaVu Sans, U+0020 to U+007E, in thousandths of the size.
constexpr std::array<std::uint16_t, 95> ascii_widths{
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361,  318, 337, 636, 636, 636,
    636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632,
    575, 775, 752, 295, 295, 656, 557, 863, 748, 787, 603, 787, 695, 635,  611, 732, 684, 989, 685,
    611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635, 615, 352,  635, 634, 278, 278, 579,
    278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592,  525, 636, 337, 636, 838};
/// Bold letters are wider, by this much on the average of a sentence.
constexpr double bold_factor = 1.15;
/// Screens round widths up a little: a line is full before it is.
constexpr double fullest = 0.98;
constexpr char32_t replacement = 0xFFFD;

double width_of(char32_t c) {
    if (c >= 0x20 && c < 0x7F) return ascii_widths[c - 0x20];
    if (c == 0x2019 || c == 0xA0) return 318;
    if (c == 0x202F) return 200;
    if (c >= 0x300 && c < 0x370) return 0;
    if (c == 0x152 || c == 0x153 || c == 0xC6 || c == 0xE6) return 1060;
    if (c < 0x250) return 690;
    if (c < 0x1100) return 860;
    return c >= 0x1F000 ? 1400 : 1000;
}

/// Takes one code point off the front; an invalid byte is one replacement character.
char32_t take(std::string_view& text) {
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

double text_width(std::string_view text, double font_size, Weight weight) {
    double width = 0;
    while (!text.empty()) width += width_of(take(text));
    return width / 1000 * font_size * (weight == Weight::bold ? bold_factor : 1);
}

std::string clean_text(std::string_view text) {
    std::string clean;
    bool space = false;
    while (!text.empty()) {
        const char32_t c = take(text);
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

std::string cut_to_width(std::string_view text, double width, double font_size, Weight weight) {
    const double unit = font_size / 1000 * (weight == Weight::bold ? bold_factor : 1);
    constexpr std::string_view ellipsis = "…";
    const double room = width * fullest / unit;
    double used = 0;
    std::size_t kept = 0;  // Bytes that leave room for the ellipsis.
    for (std::string_view rest = text; !rest.empty();) {
        used += width_of(take(rest));
        if (used + 1000 <= room) kept = text.size() - rest.size();
        if (used <= room) continue;
        std::string cut(text.substr(0, kept));
        while (cut.ends_with(' ')) cut.pop_back();
        return cut.append(ellipsis);
    }
    return std::string(text);
}

std::vector<std::string> wrapped(std::string_view text, double width, double font_size,
                                 std::size_t most, Weight weight) {
    std::vector<std::string> lines;
    std::string line;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        const std::string_view word = text.substr(0, end);
        std::string longer = line.empty() ? std::string(word) : line + ' ' + std::string(word);
        if (!line.empty() && text_width(longer, font_size, weight) > width * fullest) {
            if (lines.size() + 1 == most) {
                lines.push_back(
                    cut_to_width(line + ' ' + std::string(text), width, font_size, weight));
                return lines;
            }
            lines.push_back(cut_to_width(line, width, font_size, weight));
            longer = word;
        }
        line = std::move(longer);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    if (!line.empty()) lines.push_back(cut_to_width(line, width, font_size, weight));
    return lines;
}

}  // namespace maillage::drawing
