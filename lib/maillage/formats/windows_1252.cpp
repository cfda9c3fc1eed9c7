#include <array>
#include <cstdint>

#include <maillage/formats/windows_1252.hpp>

// How a file of a French spreadsheet is recognised. Windows-1252 gives a character to nearly every
// byte, so "it can be decoded" proves nothing: MacRoman and code page 850 decode too, into other
// letters. What tells them apart is where the letters fall. In French, accented letters stand
// inside words, and the signs of 80..9F (dashes, ellipsis, quotes) around them; read as
// Windows-1252, the `é` of code page 850 is a low quote in the middle of a word, the `é` of
// MacRoman a capital `Ž` after a small letter. Both count against.
namespace maillage::formats {

namespace {

/// 80..9F of Windows-1252; empty: no such character.
constexpr std::array<std::string_view, 32> upper_controls{
    "€", "",  "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "", "Ž", "",
    "",  "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "", "ž", "Ÿ"};

struct Latin9Character {
    unsigned char byte;
    std::string_view text;
};
/// Where Latin-9 is not Latin-1.
constexpr std::array<Latin9Character, 8> latin_9_characters{{{0xA4, "€"},
                                                             {0xA6, "Š"},
                                                             {0xA8, "š"},
                                                             {0xB4, "Ž"},
                                                             {0xB8, "ž"},
                                                             {0xBC, "Œ"},
                                                             {0xBD, "œ"},
                                                             {0xBE, "Ÿ"}}};

bool is_ascii_letter(unsigned char byte) {
    const auto small = static_cast<unsigned char>(byte | 0x20);
    return small >= 'a' && small <= 'z';
}

bool is_upper_capital(unsigned char byte) {
    return byte == 0x8A || byte == 0x8C || byte == 0x8E || byte == 0x9F;
}

bool is_letter(unsigned char byte) {
    if (byte < 0x80) return is_ascii_letter(byte);
    if (byte >= 0xC0) return byte != 0xD7 && byte != 0xF7;
    return is_upper_capital(byte) || byte == 0x83 || byte == 0x9A || byte == 0x9C || byte == 0x9E;
}

unsigned char byte_at(std::string_view bytes, std::size_t at) {
    return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : '\n';
}

enum class Evidence : unsigned char { in_favour, against, neutral };

Evidence evidence_of(std::string_view bytes, std::size_t at) {
    const unsigned char byte = byte_at(bytes, at);
    const unsigned char before = at == 0 ? '\n' : byte_at(bytes, at - 1);
    const unsigned char after = byte_at(bytes, at + 1);
    if (is_upper_capital(byte) && before >= 'a' && before <= 'z') return Evidence::against;
    const bool word_by_itself = byte == 0xE0 || byte == 0xC0;  // à
    if (word_by_itself && !is_letter(before) && !is_letter(after)) return Evidence::neutral;
    if (is_letter(byte))
        return is_letter(before) || is_letter(after) ? Evidence::in_favour : Evidence::against;
    const bool apostrophe = byte == 0x92;
    const bool inside = is_letter(before) && is_letter(after);
    return byte < 0xA0 && inside && !apostrophe ? Evidence::against : Evidence::neutral;
}

/// Bytes of what looks like a sequence of UTF-8, or 1.
std::size_t sequence_length(std::string_view bytes, std::size_t at) {
    const unsigned char byte = byte_at(bytes, at);
    const std::size_t length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC2 ? 2 : 1;
    for (std::size_t next = 1; next < length; ++next)
        if ((byte_at(bytes, at + next) & 0xC0) != 0x80) return 1;
    return length;
}

/// In UTF-8 the letters of French begin by C3, œ by C5, its signs by C2 and E2 80. In Windows-1252
/// these are Ã, Å, Â and â, which no French word puts before a sign.
bool is_western_lead(unsigned char byte, unsigned char next) {
    return byte == 0xC2 || byte == 0xC3 || byte == 0xC5 || (byte == 0xE2 && next == 0x80);
}

}  // namespace

bool looks_like_windows_1252(std::string_view bytes) {
    if (hole_of_windows_1252(bytes) != std::string_view::npos || holds_utf8(bytes)) return false;
    std::size_t in_favour = 0;
    std::size_t against = 0;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        if (byte_at(bytes, at) < 0x80) continue;
        const Evidence evidence = evidence_of(bytes, at);
        in_favour += evidence == Evidence::in_favour ? 1 : 0;
        against += evidence == Evidence::against ? 1 : 0;
    }
    return in_favour >= against;
}

bool holds_utf8(std::string_view bytes) {
    std::size_t sequences = 0;
    std::size_t others = 0;
    for (std::size_t at = 0; at < bytes.size();) {
        const unsigned char byte = byte_at(bytes, at);
        const std::size_t length = byte < 0x80 ? 1 : sequence_length(bytes, at);
        if (byte >= 0x80) ++(length > 1 ? sequences : others);
        if (length > 1 && is_western_lead(byte, byte_at(bytes, at + 1))) return true;
        at += length;
    }
    return sequences > others;
}

std::size_t hole_of_windows_1252(std::string_view bytes) {
    return bytes.find_first_of("\x81\x8D\x8F\x90\x9D");
}

std::size_t differs_in_latin_9(std::string_view bytes) {
    return bytes.find_first_of("\xA4\xA6\xA8\xB4\xB8\xBC\xBD\xBE");
}

std::string_view western_character(unsigned char byte, Western encoding) {
    static constexpr auto table = [] {
        std::array<std::array<char, 2>, 128> pairs{};
        for (unsigned value = 0x80; value <= 0xFF; ++value) {
            pairs[value - 0x80] = {static_cast<char>(0xC0 | (value >> 6)),
                                   static_cast<char>(0x80 | (value & 0x3F))};
        }
        return pairs;
    }();
    if (encoding == Western::latin_9) {
        for (const Latin9Character& character : latin_9_characters)
            if (character.byte == byte) return character.text;
    } else if (byte < 0xA0) {
        const std::string_view text = upper_controls[byte - 0x80U];
        return text.empty() ? "\uFFFD" : text;
    }
    return {table[byte - 0x80U].data(), 2};
}

std::string from_western(std::string_view bytes, Western encoding) {
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 8);
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80)
            text += c;
        else
            text += western_character(byte, encoding);
    }
    return text;
}

}  // namespace maillage::formats
