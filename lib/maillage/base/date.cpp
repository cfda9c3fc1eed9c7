#include <algorithm>
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

DateReading read_civil(std::string_view year, std::string_view month, std::string_view day) {
    if (month.size() > 2 || day.size() > 2) return refused("E301");
    if (!year_in_range(number(year))) return refused("E302");
    const auto found = day_of(number(year), static_cast<unsigned>(number(month)),
                              static_cast<unsigned>(number(day)));
    if (!found) return refused("E301");
    return {Outcome::read, Date(*found), {}};
}

DateReading read_month(std::string_view year, std::string_view month) {
    if (!year_in_range(number(year))) return refused("E302");
    const int index = number(month);
    if (month.size() > 2 || index < 1 || index > 12) return refused("E301");
    return {Outcome::read, Date::month(number(year), static_cast<unsigned>(index)), {}};
}

DateReading read_year(std::string_view year) {
    if (!year_in_range(number(year))) return refused("E302");
    return {Outcome::read, Date::year(number(year)), {}};
}

/// A serial number of a spreadsheet counts days from 1899-12-30; 60 stands for 29/02/1900.
DateReading read_serial(int serial) {
    constexpr Day origin = -25569;
    return {Outcome::read_with_doubt, Date(origin + serial), "W302"};
}

/// What was read, with the doubt; an earlier doubt is told first.
DateReading with_doubt(DateReading reading, std::string_view code) {
    if (reading.outcome == Outcome::read) {
        reading.outcome = Outcome::read_with_doubt;
        reading.code = code;
    }
    return reading;
}

DateReading read_day_first(std::span<const std::string_view, 3> parts) {
    const bool short_year = parts[2].size() <= 2;
    if (!short_year) return read_civil(parts[2], parts[1], parts[0]);
    const int year = number(parts[2]) + (number(parts[2]) < 70 ? 2000 : 1900);
    return with_doubt(read_civil(std::to_string(year), parts[1], parts[0]), "W301");
}

/// Takes the digits at the front that make a number of at most `most`; false when there are none.
bool take(std::string_view& text, int most) {
    const std::size_t length = std::min(text.find_first_not_of("0123456789"), text.size());
    if (length == 0 || length > 2 || number(text.substr(0, length)) > most) return false;
    text.remove_prefix(length);
    return true;
}

bool take_one_of(std::string_view& text, std::string_view characters) {
    if (text.empty() || characters.find(text.front()) == std::string_view::npos) return false;
    text.remove_prefix(1);
    return true;
}

/// Z, +01, +01:00, +0100 or nothing.
bool is_zone(std::string_view zone) {
    if (zone.empty() || zone == "Z") return true;
    if (!take_one_of(zone, "+-")) return false;
    if (zone.size() == 4 && all_digits(zone)) return true;
    if (!take(zone, 14)) return false;
    return zone.empty() || (take_one_of(zone, ":") && take(zone, 59) && zone.empty());
}

/// 9:30, 09:30:00, 9h30, 09:30:00.000, each with or without a zone.
bool is_time(std::string_view time) {
    if (!take(time, 24) || !take_one_of(time, ":h") || !take(time, 59)) return false;
    if (take_one_of(time, ":") && !take(time, 60)) return false;
    if (take_one_of(time, ".,")) {
        const std::size_t digits = std::min(time.find_first_not_of("0123456789"), time.size());
        if (digits == 0) return false;
        time.remove_prefix(digits);
    }
    take_one_of(time, " ");
    return is_zone(time);
}

DateReading read_without_time(std::string_view text) {
    std::array<std::string_view, 3> parts;
    if (all_digits(text)) {
        if (text.size() == 4) return read_year(text);
        const int serial = text.size() == 5 ? number(text) : 0;
        return serial >= 10000 && serial <= 73415 ? read_serial(serial) : refused("E301");
    }
    if (const std::size_t count = cut(text, '-', parts); count >= 2 && parts[0].size() == 4)
        return count == 3 ? read_civil(parts[0], parts[1], parts[2])
                          : read_month(parts[0], parts[1]);
    for (const char separator : {'/', '-', '.'})
        if (cut(text, separator, parts) == 3 && parts[0].size() <= 2) return read_day_first(parts);
    return refused("E301");
}

}  // namespace

std::optional<Day> day_of(int year, unsigned month, unsigned day) {
    // The calendar types keep the last bits only: month 257 would be January.
    const int last_year = static_cast<int>(std::chrono::year::max());
    if (year < -last_year || year > last_year || month > 12 || day > 31) return std::nullopt;
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

std::string in_words(Day day, Language language) {
    static constexpr std::array<Words, 12> months{{{"janvier", "January"},
                                                   {"février", "February"},
                                                   {"mars", "March"},
                                                   {"avril", "April"},
                                                   {"mai", "May"},
                                                   {"juin", "June"},
                                                   {"juillet", "July"},
                                                   {"août", "August"},
                                                   {"septembre", "September"},
                                                   {"octobre", "October"},
                                                   {"novembre", "November"},
                                                   {"décembre", "December"}}};
    const auto date = civil(day);
    const auto of_month = static_cast<unsigned>(date.day());
    const bool first = of_month == 1 && language == Language::french;
    return std::to_string(of_month) + (first ? "er " : " ") +
           std::string(months[static_cast<unsigned>(date.month()) - 1].in(language)) + " " +
           iso(day).substr(0, 4);
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
    const std::size_t at = text.find_first_of("T Z+");
    const DateReading reading = read_without_time(text.substr(0, at));
    if (at == std::string_view::npos || reading.outcome == Outcome::refused) return reading;
    std::string_view rest = text.substr(at);
    const bool time = take_one_of(rest, "T ");
    // Only a day has hours.
    const bool plausible = reading.date.exact() && (time ? is_time(rest) : is_zone(rest));
    return plausible ? with_doubt(reading, "W303") : refused("E301");
}

}  // namespace maillage::base
