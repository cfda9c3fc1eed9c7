#include <array>
#include <cstdint>

#include <maillage/base/clean_text.hpp>
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

}  // namespace

double text_width(std::string_view text, double font_size, Weight weight) {
    double width = 0;
    while (!text.empty()) width += width_of(base::take_code_point(text));
    return width / 1000 * font_size * (weight == Weight::bold ? bold_factor : 1);
}

std::string cut_to_width(std::string_view text, double width, double font_size, Weight weight) {
    const double unit = font_size / 1000 * (weight == Weight::bold ? bold_factor : 1);
    constexpr std::string_view ellipsis = "…";
    const double room = width * fullest / unit;
    double used = 0;
    std::size_t kept = 0;  // Bytes that leave room for the ellipsis.
    for (std::string_view rest = text; !rest.empty();) {
        used += width_of(base::take_code_point(rest));
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
