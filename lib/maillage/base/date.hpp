#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <maillage/base/language.hpp>

namespace maillage::base {

/// Days since 1970-01-01 of the proleptic Gregorian calendar.
using Day = std::int32_t;

/// Day of a civil date; nothing when there is no such date.
[[nodiscard]] std::optional<Day> day_of(int year, unsigned month, unsigned day);
[[nodiscard]] int year_of(Day day);
/// YYYY-MM-DD.
[[nodiscard]] std::string iso(Day day);
/// "1er janvier 2018", "1 January 2018".
[[nodiscard]] std::string in_words(Day day, Language language);

/// A date as known: an interval of days. "2021" is the 365 days of that year, not 1 January.
/// Default constructed, it is unknown. Comparisons are made by the named functions only: an
/// interval has no single order.
class Date {
  public:
    Date() = default;
    explicit Date(Day day) : first_(day), last_(day) {}
    Date(Day first, Day last) : first_(first), last_(last) {}
    static Date year(int year);
    static Date month(int year, unsigned month);

    [[nodiscard]] bool known() const { return first_ <= last_; }
    [[nodiscard]] bool exact() const { return first_ == last_; }
    [[nodiscard]] Day first() const { return first_; }
    [[nodiscard]] Day last() const { return last_; }
    /// YYYY, YYYY-MM or YYYY-MM-DD, as precise as it is known; empty when unknown.
    [[nodiscard]] std::string iso() const;

    friend bool operator==(const Date&, const Date&) = default;

  private:
    Day first_ = 1;
    Day last_ = 0;
};

/// True only when it is certain: every day of `a` lies before every day of `b`.
[[nodiscard]] inline bool certainly_before(const Date& a, const Date& b) {
    return a.known() && b.known() && a.last() < b.first();
}

/// How a cell was read as a date. The message of the code takes {0}, the cell (`excerpt_of`), and
/// with a doubt {1}, the reading (`date.iso()`).
struct DateReading {
    enum class Outcome : unsigned char { read, read_with_doubt, refused };
    Outcome outcome = Outcome::refused;
    Date date;
    std::string_view code;  ///< Code of the message to show with a doubt or a refusal.
};

/// Reads YYYY, YYYY-MM, YYYY-MM-DD, DD/MM/YYYY (also with - and .), and with a doubt: two-digit
/// years, spreadsheet serial numbers, dates with a time. Years outside 1800..2200 are refused.
[[nodiscard]] DateReading read_date(std::string_view text);

}  // namespace maillage::base
