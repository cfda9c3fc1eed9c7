#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <maillage/base/language.hpp>

namespace maillage::atlas {

/// JSON that may stand between the tags of a page: `<`, `>`, `&` and the line separators of
/// JavaScript are written as escapes, text is valid UTF-8 on one line. Numbers in quantity are
/// typed arrays, little-endian, in base64.
class JsonText {
  public:
    JsonText& open(char bracket);  ///< `{` or `[`.
    JsonText& close(char bracket);
    JsonText& name(std::string_view name);
    JsonText& text(std::string_view text);
    JsonText& words(const base::Words& words);  ///< `["fr", "en"]`
    JsonText& words(std::string_view fr, std::string_view en);
    JsonText& whole(std::int64_t value);
    JsonText& number(double value);
    JsonText& truth(bool value);
    JsonText& null();
    JsonText& texts(std::span<const std::string> all);

    JsonText& bytes(std::span<const std::uint8_t> values);
    JsonText& array(std::span<const std::uint16_t> values);
    JsonText& array(std::span<const std::uint32_t> values);
    JsonText& array(std::span<const std::int32_t> values);
    JsonText& array(std::span<const float> values);
    JsonText& array(std::span<const double> values);

    [[nodiscard]] std::string take() { return std::move(out_); }

  private:
    std::string out_;
    bool first_ = true;  ///< Nothing stands in the innermost bracket yet.

    void separate();
    template <class Value>
    JsonText& packed(std::span<const Value> values);
};

[[nodiscard]] std::string base64(std::string_view bytes);

}  // namespace maillage::atlas
