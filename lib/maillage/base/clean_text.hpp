#pragma once

#include <string>
#include <string_view>

// Text of the files made fit to stand on a sheet or in a document.
namespace maillage::base {

/// Takes one code point off the front; an invalid byte is one U+FFFD.
[[nodiscard]] char32_t take_code_point(std::string_view& text);

/// Valid UTF-8 on one line. Control characters, U+FFFE, U+FFFF and invalid bytes become U+FFFD;
/// white space becomes one space.
[[nodiscard]] std::string clean_text(std::string_view text);

/// The same, so that it means itself between tags and in attributes of XML and HTML.
[[nodiscard]] std::string escaped_xml(std::string_view text);

}  // namespace maillage::base
