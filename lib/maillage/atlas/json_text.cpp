#include <array>
#include <cmath>
#include <cstring>

#include <maillage/atlas/json_text.hpp>
#include <maillage/base/clean_text.hpp>
#include <maillage/base/numbers.hpp>

namespace maillage::atlas {

namespace {

void append_escaped(std::string& out, std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdef";
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte == '"' || byte == '\\') {
            out += '\\';
            out += text[i];
        } else if (byte < 0x20 || byte == '<' || byte == '>' || byte == '&' || byte == 0x7f) {
            out += "\\u00";
            out += digits[byte >> 4U];
            out += digits[byte & 15U];
        } else {
            out += text[i];
        }
    }
}

/// The bytes of a number, the lowest first whatever the machine.
template <class Value>
void append_bytes(std::string& bytes, Value value) {
    std::array<unsigned char, sizeof(Value)> raw{};
    std::memcpy(raw.data(), &value, sizeof(Value));
    constexpr std::uint16_t probe = 1;
    unsigned char lowest = 0;
    std::memcpy(&lowest, &probe, 1);
    for (std::size_t i = 0; i < raw.size(); ++i)
        bytes += static_cast<char>(raw[lowest == 1 ? i : raw.size() - 1 - i]);
}

}  // namespace

std::string base64(std::string_view bytes) {
    constexpr std::string_view letters =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    out.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        std::uint32_t three = 0;
        for (std::size_t j = 0; j < 3; ++j)
            three = three << 8U |
                    (i + j < bytes.size() ? static_cast<unsigned char>(bytes[i + j]) : 0U);
        for (std::size_t j = 0; j < 4; ++j)
            out += i + j <= bytes.size() ? letters[three >> (18 - 6 * j) & 63U] : '=';
    }
    return out;
}

void JsonText::separate() {
    if (!first_) out_ += ',';
    first_ = false;
}

JsonText& JsonText::open(char bracket) {
    separate();
    out_ += bracket;
    first_ = true;
    return *this;
}

JsonText& JsonText::close(char bracket) {
    out_ += bracket;
    first_ = false;
    return *this;
}

JsonText& JsonText::name(std::string_view name) {
    text(name);
    out_ += ':';
    first_ = true;
    return *this;
}

JsonText& JsonText::text(std::string_view text) {
    separate();
    out_ += '"';
    append_escaped(out_, base::clean_text(text));
    out_ += '"';
    return *this;
}

JsonText& JsonText::words(const base::Words& words) {
    return this->words(words.fr, words.en);
}

JsonText& JsonText::words(std::string_view fr, std::string_view en) {
    return open('[').text(fr).text(en).close(']');
}

JsonText& JsonText::whole(std::int64_t value) {
    separate();
    out_ += std::to_string(value);
    return *this;
}

JsonText& JsonText::number(double value) {
    if (!std::isfinite(value)) return null();
    separate();
    out_ += base::shortest(value);
    return *this;
}

JsonText& JsonText::truth(bool value) {
    separate();
    out_ += value ? "true" : "false";
    return *this;
}

JsonText& JsonText::null() {
    separate();
    out_ += "null";
    return *this;
}

JsonText& JsonText::texts(std::span<const std::string> all) {
    open('[');
    for (const std::string& one : all) text(one);
    return close(']');
}

template <class Value>
JsonText& JsonText::packed(std::span<const Value> values) {
    std::string bytes;
    bytes.reserve(values.size_bytes());
    for (const Value value : values) append_bytes(bytes, value);
    separate();
    out_ += '"' + base64(bytes) + '"';
    return *this;
}

JsonText& JsonText::bytes(std::span<const std::uint8_t> values) {
    return packed(values);
}
JsonText& JsonText::array(std::span<const std::uint16_t> values) {
    return packed(values);
}
JsonText& JsonText::array(std::span<const std::uint32_t> values) {
    return packed(values);
}
JsonText& JsonText::array(std::span<const std::int32_t> values) {
    return packed(values);
}
JsonText& JsonText::array(std::span<const float> values) {
    return packed(values);
}
JsonText& JsonText::array(std::span<const double> values) {
    return packed(values);
}

}  // namespace maillage::atlas
