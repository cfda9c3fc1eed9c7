#pragma once

#include <string>
#include <string_view>

namespace maillage::formats {

/// Whether bytes that are not UTF-8 read as Windows-1252: no hole of that encoding, no sign that a
/// part of the file is UTF-8, and most letters beyond ASCII inside words, as in French.
[[nodiscard]] bool looks_like_windows_1252(std::string_view bytes);

/// Whether a part of the bytes is UTF-8 beyond ASCII: one character that Western languages use, or
/// more sequences than bytes outside them.
[[nodiscard]] bool holds_utf8(std::string_view bytes);

/// Offset of the first byte that Windows-1252 gives no character, or npos.
[[nodiscard]] std::size_t hole_of_windows_1252(std::string_view bytes);

/// Offset of the first byte that means another printable character in Latin-9, or npos.
[[nodiscard]] std::size_t differs_in_latin_9(std::string_view bytes);

enum class Western : unsigned char { windows_1252, latin_9 };

/// In UTF-8. A hole of Windows-1252 becomes U+FFFD.
[[nodiscard]] std::string from_western(std::string_view bytes, Western encoding);
/// One byte in UTF-8.
[[nodiscard]] std::string_view western_character(unsigned char byte, Western encoding);

}  // namespace maillage::formats
