#include <algorithm>
#include <cstdint>
#include <cstring>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <maillage/base/text.hpp>

namespace maillage::base {

namespace {

constexpr std::size_t npos = std::string_view::npos;

/// Length of the run of ASCII at the front, eight bytes at a time: whole files pass here.
std::size_t ascii_prefix(std::string_view text) {
    constexpr std::uint64_t high_bits = 0x8080808080808080U;
    std::size_t at = 0;
    for (; at + 8 <= text.size(); at += 8) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, text.data() + at, 8);
        if ((eight & high_bits) != 0) break;
    }
    while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
    return at;
}

bool is_ascii(std::string_view text) {
    return ascii_prefix(text) == text.size();
}

bool starts_code_point(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

/// Length of the valid sequence at the front, 0 when there is none. The second byte is bounded more
/// closely than the others: that excludes overlong forms, surrogates and what lies beyond U+10FFFF
/// (Unicode standard, table 3-7).
std::size_t sequence_length(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(0);
    if (lead < 0x80) return 1;
    if (lead < 0xC2 || lead > 0xF4) return 0;
    const std::size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (text.size() < length) return 0;
    const unsigned char least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    const unsigned char most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (byte(1) < least || byte(1) > most) return 0;
    for (std::size_t i = 2; i < length; ++i)
        if (starts_code_point(text[i])) return 0;
    return length;
}

struct CodePoint {
    UChar32 code;
    std::size_t length;
};

constexpr UChar32 invalid = -1;

/// The code point at the front; one byte of `invalid` where there is none.
CodePoint decode(std::string_view text) {
    const std::size_t length = sequence_length(text);
    if (length == 0) return {invalid, 1};
    if (length == 1) return {text.front(), 1};
    auto code = static_cast<UChar32>(static_cast<unsigned char>(text[0]) & (0xFFU >> (length + 1)));
    for (std::size_t i = 1; i < length; ++i)
        code = (code << 6) | (static_cast<unsigned char>(text[i]) & 0x3F);
    return {code, length};
}

/// Byte offset of a code point, or the end.
std::size_t offset_of(std::string_view text, std::size_t code_point) {
    std::size_t at = 0;
    for (; at < text.size(); ++at)
        if (starts_code_point(text[at]) && code_point-- == 0) break;
    return at;
}

std::size_t columns_of(UChar32 code) {
    if (code == invalid) return 1;
    const auto kind = u_charType(code);
    if (kind == U_NON_SPACING_MARK || kind == U_ENCLOSING_MARK || kind == U_FORMAT_CHAR) return 0;
    const auto width = u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

/// Controls, and those that turn the direction of writing.
bool is_hidden(UChar32 code) {
    return u_iscntrl(code) != 0 || u_hasBinaryProperty(code, UCHAR_BIDI_CONTROL) != 0;
}

/// `\x1b`, `\u202e`.
void append_escape(std::string& text, UChar32 code) {
    static constexpr std::string_view digits = "0123456789abcdef";
    text += code > 0xFF ? "\\u" : "\\x";
    for (int shift = code > 0xFF ? 12 : 4; shift >= 0; shift -= 4)
        text += digits[static_cast<std::size_t>((code >> shift) & 15)];
}

bool is_ascii_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/// What `unicode_key` gives for ASCII, many times faster: most ids and words are.
std::string ascii_key(std::string_view text) {
    std::string key;
    key.reserve(text.size());
    bool space = false;
    for (const char c : text) {
        if (is_ascii_space(c)) {
            space = !key.empty();
            continue;
        }
        if (space) key += ' ';
        space = false;
        key += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return key;
}

std::string unicode_key(std::string_view text) {
    UErrorCode error = U_ZERO_ERROR;
    const auto* nfkd = icu::Normalizer2::getNFKDInstance(error);
    const auto unicode = icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    icu::UnicodeString folded = nfkd->normalize(unicode, error).foldCase();
    icu::UnicodeString key;
    bool space = false;
    for (std::int32_t i = 0; i < folded.length(); i = folded.moveIndex32(i, 1)) {
        const UChar32 c = folded.char32At(i);
        const bool invisible = c == 0x200B || c == 0x200C || c == 0x200D || c == 0xFEFF;
        if (u_getCombiningClass(c) != 0 || u_charType(c) == U_NON_SPACING_MARK || invisible)
            continue;
        if (u_isUWhiteSpace(c) != 0) {
            space = !key.isEmpty();
            continue;
        }
        if (space) key += static_cast<UChar>(' ');
        space = false;
        if (c == 0x153)
            key += u"oe";
        else if (c == 0xE6)
            key += u"ae";
        else
            key += c;
    }
    std::string result;
    key.toUTF8String(result);
    return result;
}

}  // namespace

std::string_view TextArena::keep(std::string_view text) {
    if (text.empty()) return {};
    if (text.size() > block_size) {
        // A block of its own, slipped under the one being filled.
        auto block = std::make_unique<char[]>(text.size());
        std::memcpy(block.get(), text.data(), text.size());
        const std::string_view kept(block.get(), text.size());
        blocks_.insert(blocks_.empty() ? blocks_.end() : blocks_.end() - 1, std::move(block));
        return kept;
    }
    if (used_ + text.size() > block_size) {
        blocks_.push_back(std::make_unique<char[]>(block_size));
        used_ = 0;
    }
    char* place = blocks_.back().get() + used_;
    std::memcpy(place, text.data(), text.size());
    used_ += text.size();
    return {place, text.size()};
}

std::string comparison_key(std::string_view text) {
    return is_ascii(text) ? ascii_key(text) : unicode_key(text);
}

std::string word_key(std::string_view text) {
    std::string key = comparison_key(text);
    std::erase_if(key, [](char c) { return std::string_view(" _-'.").find(c) != npos; });
    // The typographic apostrophe and hyphens, as spreadsheets write them.
    for (const std::string_view mark : {"\u2019", "\u2010", "\u2011", "\u2013"})
        for (std::size_t at = key.find(mark); at != npos; at = key.find(mark, at))
            key.erase(at, mark.size());
    return key;
}

std::size_t invalid_utf8(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        at += ascii_prefix(text.substr(at));
        if (at == text.size()) break;
        const std::size_t length = sequence_length(text.substr(at));
        if (length == 0) return at;
        at += length;
    }
    return npos;
}

std::size_t length_utf8(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, starts_code_point));
}

std::size_t display_width(std::string_view text) {
    std::size_t width = 0;
    while (!text.empty()) {
        const auto [code, length] = decode(text);
        width += columns_of(code);
        text.remove_prefix(length);
    }
    return width;
}

std::string cut_utf8(std::string_view text, std::size_t length) {
    const std::size_t end = offset_of(text, length);
    if (end == text.size()) return std::string(text);
    if (length == 0) return {};
    return std::string(text.substr(0, offset_of(text, length - 1))).append("\u2026");
}

std::string printable(std::string_view text) {
    std::string shown;
    while (!text.empty()) {
        const auto [code, length] = decode(text);
        if (code == invalid)
            append_escape(shown, static_cast<unsigned char>(text.front()));
        else if (is_hidden(code))
            append_escape(shown, code);
        else
            shown += text.substr(0, length);
        text.remove_prefix(length);
    }
    return shown;
}

}  // namespace maillage::base
