#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <maillage/base/issue.hpp>

namespace maillage::formats {

enum class Encoding : unsigned char { utf8, utf16_little, utf16_big, windows_1252, latin_9 };

/// The encoding that people call by that name (utf-8, utf-16le, windows-1252, ansi, latin-9...);
/// Latin-1 is read as Windows-1252, as browsers do.
[[nodiscard]] std::optional<Encoding> encoding_named(std::string_view name);

/// Text in UTF-8 without BOM: a view of the bytes, or of `converted` when they had to be.
struct DecodedText {
    std::string_view text;
    std::string converted;

    DecodedText() = default;
    DecodedText(const DecodedText&) = delete;
    DecodedText& operator=(const DecodedText&) = delete;
};

/// Decodes a whole file into `result`: the BOM decides, else the forced encoding, else UTF-8 if
/// every byte agrees, else Windows-1252 if the text looks like it, which is announced. Anything
/// else (workbook, web page, binary, mixed encodings) is one error with its line, and false is
/// returned.
///
/// Cost     One or two passes over the bytes; a copy only when they are not UTF-8.
[[nodiscard]] bool decode(std::string_view bytes, std::optional<Encoding> forced,
                          const std::string& file, base::Issues& issues, DecodedText& result);

/// An issue at the byte `offset` of UTF-8 text, with its line, column and excerpt.
[[nodiscard]] base::Issue issue_at(std::string_view text, std::size_t offset,
                                   base::Severity severity, base::Message message,
                                   const std::string& file);

/// The first characters of a line, fit for `Issue::excerpt`.
[[nodiscard]] std::string excerpt_of_line(std::string_view line);

}  // namespace maillage::formats
