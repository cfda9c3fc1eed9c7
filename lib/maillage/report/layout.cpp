#include <algorithm>

#include <maillage/base/text.hpp>
#include <maillage/report/layout.hpp>

namespace maillage::report {

std::string capitals(std::string_view text) {
    std::string out(text);
    for (std::size_t i = 0; i < out.size(); ++i) {
        const auto byte = static_cast<unsigned char>(out[i]);
        const auto before = i == 0 ? 0 : static_cast<unsigned char>(out[i - 1]);
        if (byte >= 'a' && byte <= 'z') out[i] = static_cast<char>(byte - 0x20);
        // U+00E0 to U+00FE but the sign of division; and the ligature of "coeur".
        if (before == 0xC3 && byte >= 0xA0 && byte <= 0xBE && byte != 0xB7)
            out[i] = static_cast<char>(byte - 0x20);
        if (before == 0xC5 && byte == 0x93) out[i] = static_cast<char>(0x92);
    }
    return out;
}

std::string wrapped(std::string_view text, std::size_t width, std::size_t indent) {
    std::string out;
    std::size_t column = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t space = std::min(text.find(' ', at), text.size());
        const std::string_view word = text.substr(at, space - at);
        const std::size_t wide = base::display_width(word);
        if (column > indent && column + 1 + wide > width) {
            out += '\n' + std::string(indent, ' ');
            column = indent;
        } else if (at > 0) {
            out += ' ';
            ++column;
        }
        out += word;
        column += wide;
        at = space + 1;
    }
    return out;
}

std::string padded(std::string_view text, std::size_t width) {
    const std::size_t wide = base::display_width(text);
    return std::string(text) + std::string(width > wide ? width - wide : 0, ' ');
}

std::string padded_left(std::string_view text, std::size_t width) {
    const std::size_t wide = base::display_width(text);
    return std::string(width > wide ? width - wide : 0, ' ') + std::string(text);
}

}  // namespace maillage::report
