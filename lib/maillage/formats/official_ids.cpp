#include <algorithm>
#include <string>

#include <maillage/base/text.hpp>
#include <maillage/formats/official_ids.hpp>

namespace maillage::formats {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::string without_spaces(std::string_view text) {
    std::string compact;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.substr(i).starts_with("\u00A0")) {
            i += 1;
        } else if (text.substr(i).starts_with("\u202F")) {
            i += 2;
        } else if (text[i] != ' ') {
            compact += text[i];
        }
    }
    return compact;
}

/// Key of Luhn: every second digit from the right is doubled, the sum is a multiple of ten.
bool luhn(std::string_view digits) {
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        int digit = digits[digits.size() - 1 - i] - '0';
        if (i % 2 == 1) digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
        sum += digit;
    }
    return sum % 10 == 0;
}

/// The establishments of La Poste are so many that a sum divisible by five is enough.
bool right_key(std::string_view digits) {
    if (luhn(digits)) return true;
    if (digits.size() != 14 || !digits.starts_with("356000000")) return false;
    int sum = 0;
    for (const char c : digits) sum += c - '0';
    return sum % 5 == 0;
}

}  // namespace

bool is_scientific(std::string_view text) {
    const std::size_t at = text.find_first_of("eE");
    if (at == std::string_view::npos || at == 0 || at + 2 >= text.size() || text[at + 1] != '+')
        return false;
    const auto number = [](char c) { return is_digit(c) || c == ',' || c == '.'; };
    return std::ranges::all_of(text.substr(0, at), number) &&
           std::ranges::all_of(text.substr(at + 2), is_digit);
}

std::string_view check_official_id(std::string_view text, OfficialId kind) {
    if (is_scientific(text)) return "E331";
    std::string digits = without_spaces(text);
    if (kind == OfficialId::rna) {
        const bool right = digits.size() == 10 && (digits[0] == 'W' || digits[0] == 'w');
        return right ? "" : "E332";
    }
    const std::size_t length = kind == OfficialId::siren ? 9 : 14;
    if (digits.empty() || digits.size() > length || !std::ranges::all_of(digits, is_digit))
        return "E332";
    if (digits.size() == length) return right_key(digits) ? "" : "W331";
    digits.insert(0, length - digits.size(), '0');
    return right_key(digits) ? "W332" : "E332";
}

bool is_none(std::string_view text) {
    if (text.size() > 8) return false;
    const std::string key = base::word_key(text);
    return key == "none" || key == "aucun" || key == "aucune";
}

}  // namespace maillage::formats
