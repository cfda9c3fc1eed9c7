#include <array>
#include <charconv>
#include <chrono>
#include <span>

#include <maillage/base/date.hpp>

namespace maillage::base {

namespace {

using Outcome = DateReading::Outcome;

std::chrono::year_month_day civil(Day day) {
    return std::chrono::sys_days(std::chrono::days(day));
}

void append_padded(std::string& text, unsigned value, std::size_t width) {
    const std::string digits = std::to_string(value);
    text.append(width > digits.size() ? width - digits.size() : 0, '0').append(digits);
}

bool all_digits(std::string_view text) {
    if (text.empty()) return false;
    for (const char c : text)
        if (c < '0' || c > '9') return false;
    return true;
}

int number(std::string_view digits) {
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

/// Cuts at one separator character; at most three parts, or none when the form is another.
std::size_t cut(std::string_view text, char separator, std::span<std::string_view, 3> parts) {
    std::size_t count = 0;
    while (true) {
        const std::size_t at = text.find(separator);
        const std::string_view part = text.substr(0, at);
        if (count == 3 || part.size() > 4 || !all_digits(part)) return 0;
        parts[count++] = part;
        if (at == std::string_view::npos) return count;
        text.remove_prefix(at + 1);
    }
}

DateReading refused(std::string_view code) {
    return {Outcome::refused, {}, code};
}

bool year_in_range(int year) {
    return year >= 1800 && year <= 2200;
}

DateReading read_civil(int year, int month, int day) {
    if (!year_in_range(year)) return refused("E302");
    const auto found = day_of(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
    if (!found) return refused("E301");
    return {Outcome::read, Date(*found), {}};
}

/// A serial number of a spreadsheet counts days from 1899-12-30; 60 stands for 29/02/1900.
DateReading read_serial(int serial) {
    constexpr Day origin = -25569;
    return {Outcome::read_with_doubt, Date(origin + serial), "W302"};
}

DateReading read_day_first(std::span<const std::string_view, 3> parts) {
    const bool short_year = parts[2].size() <= 2;
    int year = number(parts[2]);
    if (short_year) year += year < 70 ? 2000 : 1900;
    DateReading reading = read_civil(year, number(parts[1]), number(parts[0]));
    if (short_year && reading.outcome == Outcome::read) {
        reading.outcome = Outcome::read_with_doubt;
        reading.code = "W301";
    }
    return reading;
}

}  // namespace

std::optional<Day> day_of(int year, unsigned month, unsigned day) {
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month),
                                           std::chrono::day(day)};
    if (!date.ok()) return std::nullopt;
    return static_cast<Day>(std::chrono::sys_days(date).time_since_epoch().count());
}

int year_of(Day day) {
    return static_cast<int>(civil(day).year());
}

std::string iso(Day day) {
    const auto date = civil(day);
    std::string text;
    append_padded(text, static_cast<unsigned>(static_cast<int>(date.year())), 4);
    text += '-';
    append_padded(text, static_cast<unsigned>(date.month()), 2);
    text += '-';
    append_padded(text, static_cast<unsigned>(date.day()), 2);
    return text;
}

Date Date::year(int year) {
    return {*day_of(year, 1, 1), *day_of(year, 12, 31)};
}

Date Date::month(int year, unsigned month) {
    const bool december = month == 12;
    const Day next = *day_of(december ? year + 1 : year, december ? 1 : month + 1, 1);
    return {*day_of(year, month, 1), next - 1};
}

std::string Date::iso() const {
    if (!known()) return {};
    const std::string first = base::iso(first_);
    if (exact()) return first;
    const auto date = civil(first_);
    const int y = static_cast<int>(date.year());
    if (*this == year(y)) return first.substr(0, 4);
    if (*this == month(y, static_cast<unsigned>(date.month()))) return first.substr(0, 7);
    return first + "/" + base::iso(last_);
}

DateReading read_date(std::string_view text) {
    std::array<std::string_view, 3> parts;
    // A time of day, with or without a zone, is dropped and said.
    if (const std::size_t at = text.find_first_of("T "); at != std::string_view::npos && at >= 8) {
        const std::string_view rest = text.substr(at + 1);
        if (rest.size() < 4 || rest.find(':') == std::string_view::npos) return refused("E301");
        DateReading reading = read_date(text.substr(0, at));
        if (reading.outcome == Outcome::read) {
            reading.outcome = Outcome::read_with_doubt;
            reading.code = "W303";
        }
        return reading;
    }
    if (all_digits(text)) {
        if (text.size() == 4) {
            const int year = number(text);
            if (!year_in_range(year)) return refused("E302");
            return {Outcome::read, Date::year(year), {}};
        }
        const int serial = text.size() == 5 ? number(text) : 0;
        if (serial >= 10000 && serial <= 73415) return read_serial(serial);
        return refused("E301");
    }
    if (const std::size_t count = cut(text, '-', parts); count >= 2 && parts[0].size() == 4) {
        const int year = number(parts[0]);
        if (count == 3) return read_civil(year, number(parts[1]), number(parts[2]));
        if (!year_in_range(year)) return refused("E302");
        const int month = number(parts[1]);
        if (month < 1 || month > 12) return refused("E301");
        return {Outcome::read, Date::month(year, static_cast<unsigned>(month)), {}};
    }
    for (const char separator : {'/', '-', '.'}) {
        if (cut(text, separator, parts) == 3 && parts[0].size() <= 2) return read_day_first(parts);
    }
    return refused("E301");
}

}  // namespace maillage::base
