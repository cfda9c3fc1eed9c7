#include <array>
#include <cassert>
#include <charconv>
#include <cmath>
#include <limits>
#include <span>

#include <maillage/base/numbers.hpp>

// A spreadsheet writes a number as the country of its owner does. `1.234` is a thousand and more
// in Germany, little more than one in England: such a cell is read, and the reading is said. The
// plan: cut the cell into sign, groups of digits, decimals and exponent; rewrite it in the one
// form that std::from_chars knows; note what left a doubt on the way.
namespace maillage::base {

namespace {

using Outcome = NumberReading::Outcome;
constexpr std::string_view figures = "0123456789";
constexpr std::string_view narrow_space = "\u202F";

/// A number in the form of the machine, and the doubt that reading it left.
struct Plain {
    std::string text;  ///< Empty when the cell is no number.
    std::string_view code;
    bool fraction = false;  ///< A decimal mark or an exponent was there.
};

NumberReading refused(std::string_view code) {
    return {Outcome::refused, 0, code};
}

NumberReading read(double value, std::string_view doubt) {
    return {doubt.empty() ? Outcome::read : Outcome::read_with_doubt, value, doubt};
}

Plain no_number(std::string_view code) {
    return {{}, code, false};
}

bool all_digits(std::string_view text) {
    return text.find_first_not_of(figures) == std::string_view::npos;
}

bool contains_any(std::string_view text, std::span<const std::string_view> parts) {
    for (const std::string_view part : parts)
        if (text.find(part) != std::string_view::npos) return true;
    return false;
}

/// Why a cell is no number, as precisely as its first look tells.
std::string_view reason(std::string_view text) {
    static constexpr std::array<std::string_view, 5> units{"%", "€", "$", "£", "\u2030"};
    if (text.starts_with('#')) return "E316";
    return contains_any(text, units) ? "E312" : "E311";
}

/// One byte for each mark: the two no-break spaces and the typographic apostrophe become ' ' and
/// '\''. Spaces around are dropped.
std::string with_plain_marks(std::string_view text) {
    struct Mark {
        std::string_view written;
        char plain;
    };
    static constexpr std::array<Mark, 3> marks{
        {{narrow_space, ' '}, {"\u00A0", ' '}, {"\u2019", '\''}}};
    std::string plain;
    while (!text.empty()) {
        Mark here{text.substr(0, 1), text.front()};
        for (const Mark& mark : marks)
            if (text.starts_with(mark.written)) here = mark;
        plain += here.plain;
        text.remove_prefix(here.written.size());
    }
    const std::size_t first = plain.find_first_not_of(' ');
    if (first == std::string::npos) return {};
    return plain.substr(first, plain.find_last_not_of(' ') - first + 1);
}

/// Digits in groups of three after the first one: `1 234 567`. Empty when grouped otherwise.
std::string ungrouped(std::string_view text, char separator) {
    std::string digits;
    for (bool first = true;; first = false) {
        const std::size_t at = text.find(separator);
        const std::string_view group = text.substr(0, at);
        if (first ? group.empty() || group.size() > 3 : group.size() != 3) return {};
        digits += group;
        if (at == std::string_view::npos) return digits;
        text.remove_prefix(at + 1);
    }
}

/// Where the decimals begin; npos when there are none. Of two different marks the last one is
/// decimal; the same mark twice groups thousands.
std::size_t decimal_mark(std::string_view text) {
    const std::size_t last = text.find_last_of(".,");
    if (last == std::string_view::npos) return last;
    const bool repeated = text.find(text[last]) != last;
    return repeated ? std::string_view::npos : last;
}

/// `1.234` might be a thousand and more elsewhere; `0.234`, `1234.567` and `1 234.567` could not.
bool could_be_thousands(std::string_view whole, std::string_view decimals) {
    return decimals.size() == 3 && !whole.empty() && whole.size() <= 3 && whole.front() != '0';
}

/// Digits and marks, without sign and exponent.
Plain plain_mantissa(std::string_view text) {
    const std::size_t mark = decimal_mark(text);
    const std::string_view whole = text.substr(0, mark);
    const std::string_view decimals =
        mark == std::string_view::npos ? std::string_view() : text.substr(mark + 1);
    Plain plain{std::string(whole), {}, mark != std::string_view::npos};
    if (const std::size_t at = whole.find_first_of(" '.,"); at != std::string_view::npos) {
        plain.text = ungrouped(whole, whole[at]);
        if (whole[at] == '.' || whole[at] == ',') plain.code = "W312";
    } else if (could_be_thousands(whole, decimals)) {
        plain.code = "W311";
    }
    const bool wrong_groups = plain.text.empty() && !whole.empty();
    if (wrong_groups || !all_digits(plain.text) || !all_digits(decimals)) return no_number("E317");
    if (plain.text.empty()) plain.text = "0";
    if (!decimals.empty()) plain.text.append(".").append(decimals);
    return plain;
}

/// The length of `e5`, `E-07` at the end; 0 without one.
std::size_t exponent_length(std::string_view text) {
    const std::size_t at = text.find_last_of("eE");
    if (at == std::string_view::npos || at == 0) return 0;
    std::size_t digit = at + 1;
    if (digit < text.size() && (text[digit] == '+' || text[digit] == '-')) ++digit;
    if (digit == text.size()) return 0;
    return all_digits(text.substr(digit)) ? text.size() - at : 0;
}

/// Only digits, marks, a sign in front and an exponent behind make a number.
Plain plain_number(std::string_view cell) {
    const std::string marks = with_plain_marks(cell);
    std::string_view text = marks;
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+')) text.remove_prefix(1);
    const std::size_t length = exponent_length(text);
    const std::string_view mantissa = text.substr(0, text.size() - length);
    if (mantissa.empty() ||
        mantissa.find_first_not_of("0123456789 '.,") != std::string_view::npos ||
        mantissa.find_first_of(figures) == std::string_view::npos)
        return no_number(reason(cell));
    Plain plain = plain_mantissa(mantissa);
    if (plain.text.empty()) return plain;
    if (negative) plain.text.insert(0, 1, '-');
    if (length > 0) {
        plain.text.append(text.substr(text.size() - length));
        plain.fraction = true;
        if (plain.code == "W311") plain.code = {};
    }
    return plain;
}

bool has_digit_other_than_zero(std::string_view text) {
    return text.substr(0, text.find_first_of("eE")).find_first_of("123456789") !=
           std::string_view::npos;
}

std::string_view doubt_about(double value, std::string_view text) {
    // 2^53 itself is also what 2^53 + 1 is read as.
    constexpr double first_doubtful = 9007199254740992.0;
    const double size = std::fabs(value);
    if (size >= first_doubtful) return "W313";
    if (size < std::numeric_limits<double>::min() && has_digit_other_than_zero(text)) return "W314";
    return size == 0 && text.starts_with('-') ? "W315" : std::string_view();
}

/// Groups the digits of a whole number by three.
std::string grouped(std::string_view digits, std::string_view separator) {
    std::string text;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0) text += separator;
        text += digits[i];
    }
    return text;
}

std::string_view thousands_mark(Language language) {
    return language == Language::french ? narrow_space : ",";
}

}  // namespace

NumberReading read_number(std::string_view text) {
    const Plain plain = plain_number(text);
    if (plain.text.empty()) return refused(plain.code);
    double value = 0;
    const char* end = plain.text.data() + plain.text.size();
    const auto [stop, error] = std::from_chars(plain.text.data(), end, value);
    if (error != std::errc()) return refused("E313");
    const std::string_view doubt = doubt_about(value, plain.text);
    // Zero has no sign here: "-0" would spread into outputs.
    return read(value == 0 ? 0 : value, doubt.empty() ? plain.code : doubt);
}

NumberReading read_integer(std::string_view text) {
    NumberReading reading = read_number(text);
    if (reading.outcome == Outcome::refused) return reading;
    // "12.000" inhabitants are not twelve, and not surely twelve thousand.
    if (std::trunc(reading.value) != reading.value || reading.code == "W311")
        return refused("E314");
    constexpr double beyond = 9223372036854775808.0;  // 2^63
    if (reading.value >= beyond || reading.value < -beyond) return refused("E315");
    if (reading.outcome == Outcome::read && plain_number(text).fraction)
        return read(reading.value, "W316");
    return reading;
}

std::string shortest(double value) {
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    return {digits.data(), end};
}

std::string readable(double value, int decimals, Language language) {
    assert(std::isfinite(value) && decimals >= 0 && decimals <= 17);
    std::array<char, 352> buffer{};  // 309 digits, a mark, a sign and 17 decimals at most
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::fabs(value),
                                   std::chars_format::fixed, decimals)
                         .ptr;
    const std::string_view digits(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
    const std::size_t mark = digits.find('.');
    std::string text = grouped(digits.substr(0, mark), thousands_mark(language));
    if (mark != std::string_view::npos) {
        text += language == Language::french ? ',' : '.';
        text += digits.substr(mark + 1);
    }
    const bool rounds_to_zero = digits.find_first_of("123456789") == std::string_view::npos;
    return value < 0 && !rounds_to_zero ? "-" + text : text;
}

std::string readable(std::int64_t value, Language language) {
    std::string digits = std::to_string(value);
    const std::size_t sign = value < 0 ? 1 : 0;
    return digits.substr(0, sign) +
           grouped(std::string_view(digits).substr(sign), thousands_mark(language));
}

}  // namespace maillage::base
