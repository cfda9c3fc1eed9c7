#include <algorithm>

#include <maillage/metrics/estimate.hpp>

namespace maillage::metrics {

namespace {

constexpr std::string_view reserved = ";=|%";

void append_encoded(std::string& text, std::string_view value, bool is_list) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    for (const char c : value) {
        if (reserved.find(c) == std::string_view::npos || (is_list && c == '|')) {
            text += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            text += '%';
            text += digits[byte >> 4U];
            text += digits[byte & 15U];
        }
    }
}

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    return c - 'A' + 10;
}

std::string decoded(std::string_view text) {
    std::string value;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && i + 2 < text.size()) {
            value += static_cast<char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2]));
            i += 2;
        } else {
            value += text[i];
        }
    }
    return value;
}

bool holds_list(KeyName name) {
    return name == KeyName::kinds || name == KeyName::actors;
}

}  // namespace

std::string make_key(std::initializer_list<std::pair<KeyName, std::string_view>> parts) {
    std::vector<std::pair<KeyName, std::string_view>> sorted(parts);
    std::ranges::sort(sorted, {}, &std::pair<KeyName, std::string_view>::first);
    std::string key;
    for (const auto& [name, value] : sorted) {
        if (!key.empty()) key += ';';
        key += key_names[static_cast<std::size_t>(name)];
        key += '=';
        append_encoded(key, value, holds_list(name));
    }
    return key;
}

std::optional<std::string> key_part(std::string_view key, KeyName name) {
    const std::string_view wanted = key_names[static_cast<std::size_t>(name)];
    while (!key.empty()) {
        const std::size_t end = std::min(key.find(';'), key.size());
        const std::string_view part = key.substr(0, end);
        const std::size_t equals = part.find('=');
        if (part.substr(0, equals) == wanted) return decoded(part.substr(equals + 1));
        key.remove_prefix(std::min(end + 1, key.size()));
    }
    return std::nullopt;
}

}  // namespace maillage::metrics
