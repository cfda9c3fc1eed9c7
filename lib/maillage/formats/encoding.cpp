#include <algorithm>
#include <array>
#include <cstring>

#include <maillage/base/text.hpp>
#include <maillage/formats/encoding.hpp>
#include <maillage/formats/windows_1252.hpp>

namespace maillage::formats {

namespace {

using base::Issue;
using base::Message;
using base::Severity;

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";
constexpr std::string_view utf16_little_mark = "\xFF\xFE";
constexpr std::string_view utf16_big_mark = "\xFE\xFF";
constexpr std::size_t none = std::string_view::npos;

/// One file being decoded, and where what is wrong with it goes.
struct Decoding {
    std::string_view bytes;
    const std::string& file;
    base::Issues& issues;
    DecodedText& result;

    bool refuse(std::string_view code, std::size_t offset, std::vector<std::string> arguments) {
        issues.add(
            issue_at(bytes, offset, Severity::error, {code, std::move(arguments), {}}, file));
        return false;
    }
    /// For files that have no lines to show.
    bool refuse_whole(std::string_view code) {
        issues.add({Severity::error, {code, {}, {}}, file, {}, 1, 0, {}});
        return false;
    }
};

bool begins_with_word(std::string_view text, std::string_view word) {
    const auto same = [](char a, char b) {
        return (a >= 'A' && a <= 'Z' ? static_cast<char>(a + 32) : a) == b;
    };
    return text.size() >= word.size() && std::equal(word.begin(), word.end(), text.begin(),
                                                    [&](char b, char a) { return same(a, b); });
}

/// Code of the refusal of a file that is no table of text at all; empty when it may be one.
std::string_view code_of_other_format(std::string_view bytes) {
    if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06") ||
        bytes.starts_with("\xD0\xCF\x11\xE0"))
        return "E006";
    std::string_view text = bytes;
    if (text.starts_with(utf8_mark)) text.remove_prefix(utf8_mark.size());
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    if (begins_with_word(text, "<html") || begins_with_word(text, "<!doctype html")) return "E007";
    if (begins_with_word(text, "<?xml")) return "E008";
    return {};
}

void append_utf8(std::string& text, std::uint32_t c) {
    const auto byte = [&](std::uint32_t value) { text += static_cast<char>(value); };
    if (c < 0x80) return byte(c);
    if (c < 0x800) {
        byte(0xC0 | (c >> 6));
    } else {
        if (c < 0x10000) {
            byte(0xE0 | (c >> 12));
        } else {
            byte(0xF0 | (c >> 18));
            byte(0x80 | ((c >> 12) & 0x3F));
        }
        byte(0x80 | ((c >> 6) & 0x3F));
    }
    byte(0x80 | (c & 0x3F));
}

/// Converts UTF-16; the offset of the first unit that is wrong, or npos.
std::size_t from_utf16(std::string_view bytes, Encoding encoding, std::string& text) {
    const auto unit = [&](std::size_t at) {
        const auto first = static_cast<unsigned char>(bytes[at]);
        const auto second = static_cast<unsigned char>(bytes[at + 1]);
        const unsigned value =
            encoding == Encoding::utf16_little ? second * 256U + first : first * 256U + second;
        return static_cast<std::uint32_t>(value);
    };
    text.reserve(bytes.size());
    std::size_t at = 0;
    while (at + 1 < bytes.size()) {
        std::uint32_t c = unit(at);
        const bool leads = c >= 0xD800 && c < 0xDC00;
        if (c >= 0xDC00 && c < 0xE000) return at;
        if (leads) {
            const std::uint32_t next = at + 3 < bytes.size() ? unit(at + 2) : 0;
            if (next < 0xDC00 || next >= 0xE000) return at;
            c = 0x10000 + ((c - 0xD800) << 10) + (next - 0xDC00);
        }
        append_utf8(text, c);
        at += leads ? 4 : 2;
    }
    return at == bytes.size() ? none : at;
}

bool keep_utf8(Decoding& file, std::string_view text) {
    file.result.text = text;
    return true;
}

bool refuse_zero_byte(Decoding& file, std::string_view text) {
    const std::size_t zero = text.find('\0');
    if (zero == none) return false;
    file.issues.add(
        issue_at(text, zero, Severity::error, {"E005", {std::to_string(zero + 1)}, {}}, file.file));
    return true;
}

bool decode_utf16(Decoding& file, Encoding encoding, std::size_t mark) {
    DecodedText& result = file.result;
    const std::size_t wrong = from_utf16(file.bytes.substr(mark), encoding, result.converted);
    if (wrong != none) {
        Issue issue = issue_at(result.converted, result.converted.size(), Severity::error,
                               {"E009", {std::to_string(mark + wrong + 1)}, {}}, file.file);
        file.issues.add(std::move(issue));
        return false;
    }
    return !refuse_zero_byte(file, result.converted) && keep_utf8(file, result.converted);
}

bool decode_western(Decoding& file, Western encoding) {
    file.result.converted = from_western(file.bytes, encoding);
    return keep_utf8(file, file.result.converted);
}

/// Says how a file was read, at the byte that shows it.
void announce(Decoding& file, std::string_view code, std::size_t byte,
              std::vector<std::string> arguments) {
    const auto before = from_western(file.bytes.substr(0, byte), Western::windows_1252);
    file.issues.add(issue_at(file.result.text, before.size(), Severity::warning,
                             {code, std::move(arguments), {}}, file.file));
}

/// Bytes that are not UTF-8, without BOM.
bool guess_western(Decoding& file, std::size_t wrong) {
    if (!looks_like_windows_1252(file.bytes)) {
        const bool mixed = holds_utf8(file.bytes);
        return file.refuse(mixed ? "E004" : "E003", wrong, {std::to_string(wrong + 1)});
    }
    decode_western(file, Western::windows_1252);
    announce(file, "W002", wrong, {});
    const std::size_t differs = differs_in_latin_9(file.bytes);
    if (differs != none) {
        const auto byte = static_cast<unsigned char>(file.bytes[differs]);
        announce(file, "W003", differs,
                 {std::string(western_character(byte, Western::windows_1252)),
                  std::string(western_character(byte, Western::latin_9))});
    }
    return true;
}

/// Every second byte is zero in the UTF-16 of a Western text.
bool looks_like_utf16(std::string_view bytes) {
    const std::string_view start = bytes.substr(0, 64);
    std::array<std::size_t, 2> zeros{};
    for (std::size_t at = 0; at < start.size(); ++at) zeros[at % 2] += start[at] == '\0' ? 1 : 0;
    const auto [least, most] = std::minmax(zeros[0], zeros[1]);
    return least == 0 && most * 4 >= start.size();
}

bool decode_unmarked(Decoding& file) {
    if (file.bytes.find('\0') != none && looks_like_utf16(file.bytes))
        return file.refuse_whole("E002");
    if (refuse_zero_byte(file, file.bytes)) return false;
    const std::size_t wrong = base::invalid_utf8(file.bytes);
    return wrong == none ? keep_utf8(file, file.bytes) : guess_western(file, wrong);
}

bool decode_utf8(Decoding& file, std::size_t mark) {
    if (refuse_zero_byte(file, file.bytes)) return false;
    const std::size_t wrong = base::invalid_utf8(file.bytes);
    if (wrong != none) return file.refuse("E004", wrong, {std::to_string(wrong + 1)});
    return keep_utf8(file, file.bytes.substr(mark));
}

bool decode_forced(Decoding& file, Encoding encoding) {
    if (encoding == Encoding::utf8) return decode_utf8(file, 0);
    if (encoding == Encoding::utf16_little || encoding == Encoding::utf16_big)
        return decode_utf16(file, encoding, 0);
    if (refuse_zero_byte(file, file.bytes)) return false;
    const bool latin_9 = encoding == Encoding::latin_9;
    const std::size_t hole = latin_9 ? none : hole_of_windows_1252(file.bytes);
    if (hole != none) return file.refuse("E003", hole, {std::to_string(hole + 1)});
    return decode_western(file, latin_9 ? Western::latin_9 : Western::windows_1252);
}

}  // namespace

std::optional<Encoding> encoding_named(std::string_view name) {
    struct Name {
        std::string_view key;
        Encoding encoding;
    };
    static constexpr std::array names{
        Name{"utf8", Encoding::utf8},           Name{"utf16le", Encoding::utf16_little},
        Name{"utf16be", Encoding::utf16_big},   Name{"windows1252", Encoding::windows_1252},
        Name{"cp1252", Encoding::windows_1252}, Name{"ansi", Encoding::windows_1252},
        Name{"latin1", Encoding::windows_1252}, Name{"iso88591", Encoding::windows_1252},
        Name{"latin9", Encoding::latin_9},      Name{"iso885915", Encoding::latin_9}};
    const std::string key = base::word_key(name);
    const auto* found = std::ranges::find(names, key, &Name::key);
    return found == names.end() ? std::nullopt : std::optional(found->encoding);
}

bool decode(std::string_view bytes, std::optional<Encoding> forced, const std::string& file,
            base::Issues& issues, DecodedText& result) {
    Decoding decoding{bytes, file, issues, result};
    const std::string_view other = code_of_other_format(bytes);
    if (!other.empty()) return decoding.refuse_whole(other);
    if (bytes.starts_with(utf8_mark)) return decode_utf8(decoding, utf8_mark.size());
    if (bytes.starts_with(utf16_little_mark))
        return decode_utf16(decoding, Encoding::utf16_little, utf16_little_mark.size());
    if (bytes.starts_with(utf16_big_mark))
        return decode_utf16(decoding, Encoding::utf16_big, utf16_big_mark.size());
    return forced ? decode_forced(decoding, *forced) : decode_unmarked(decoding);
}

Issue issue_at(std::string_view text, std::size_t offset, Severity severity, Message message,
               const std::string& file) {
    std::uint32_t line = 1;
    std::size_t begin = 0;
    for (std::size_t at = text.find_first_of("\r\n"); at < offset;
         at = text.find_first_of("\r\n", begin)) {
        begin = at + (text.substr(at, 2) == "\r\n" ? 2 : 1);
        ++line;
    }
    const std::size_t end = std::min(text.find_first_of("\r\n", begin), text.size());
    std::uint32_t column = 1;
    for (std::size_t at = begin; at < offset; ++at)
        column += (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80 ? 1 : 0;
    return {severity,
            std::move(message),
            file,
            {},
            line,
            column,
            excerpt_of_line(text.substr(begin, end - begin))};
}

std::string excerpt_of_line(std::string_view line) {
    constexpr std::size_t most = 160;
    // Four bytes a character at most: the end of a line of megabytes is not worth reading.
    return base::printable(base::cut_utf8(line.substr(0, 4 * most), most));
}

}  // namespace maillage::formats
