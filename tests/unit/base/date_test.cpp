#include <maillage/base/date.hpp>

#include "support/catch.hpp"

using namespace maillage::base;
using Outcome = DateReading::Outcome;

TEST_CASE("a date is as precise as it is written") {
    CHECK(read_date("2021").date.iso() == "2021");
    CHECK(read_date("2021-02").date.iso() == "2021-02");
    CHECK(read_date("2021-02-28").date.iso() == "2021-02-28");
    CHECK(read_date("28/02/2021").date == read_date("2021-02-28").date);
    CHECK(read_date("2021").date.last() - read_date("2021").date.first() == 364);
}

TEST_CASE("a date that is doubtful is read and said") {
    CHECK(read_date("03/04/22").code == "W301");
    CHECK(read_date("03/04/22").date.iso() == "2022-04-03");
    CHECK(read_date("43831").code == "W302");
    CHECK(read_date("43831").date.iso() == "2020-01-01");
    CHECK(read_date("2020-01-01T00:00:00Z").code == "W303");
    CHECK(read_date("2020-01-01T00:00:00Z").date.iso() == "2020-01-01");
}

TEST_CASE("an impossible date is refused") {
    for (const auto* text : {"31/02/2022", "2021-02-29", "2021-13", "mars 2020", "0000-01-01",
                             "99999-01-01", "", "-", "2020-", "20-01", "2020-01-01x"}) {
        INFO(text);
        CHECK(read_date(text).outcome == Outcome::refused);
    }
}

TEST_CASE("before is said only when it is certain") {
    CHECK(certainly_before(Date::year(2020), Date::year(2021)));
    CHECK_FALSE(certainly_before(Date::year(2020), Date::month(2020, 12)));
    CHECK_FALSE(certainly_before(Date(), Date::year(2021)));
}

TEST_CASE("29 February exists in leap years only") {
    for (const auto* text : {"29/02/2000", "29/02/2024", "2020-02-29", "29.02.1804"}) {
        INFO(text);
        CHECK(read_date(text).outcome == Outcome::read);
    }
    for (const auto* text :
         {"29/02/1900", "29/02/2023", "2100-02-29", "29-02-2200", "30/02/2024"}) {
        INFO(text);
        CHECK(read_date(text).code == "E301");
    }
    CHECK(Date::month(2024, 2).last() == *day_of(2024, 2, 29));
    CHECK(Date::month(2023, 2).last() == *day_of(2023, 2, 28));
    CHECK(Date::month(2023, 12).last() == *day_of(2023, 12, 31));
}

TEST_CASE("days are counted one by one over the years that are read") {
    // From 1 January 1800, 62 091 days before 1970, with the lengths of the months counted here.
    Day day = -62091;
    for (int year = 1800; year <= 2200; ++year) {
        const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
        const unsigned lengths[] = {31, leap ? 29U : 28U, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
        for (unsigned month = 1; month <= 12; ++month) {
            for (unsigned date = 1; date <= lengths[month - 1]; ++date, ++day) {
                REQUIRE(day_of(year, month, date) == day);
                REQUIRE(year_of(day) == year);
                REQUIRE(read_date(iso(day)).date == Date(day));
            }
            REQUIRE_FALSE(day_of(year, month, lengths[month - 1] + 1));
        }
    }
    CHECK(day == 84371);
}

TEST_CASE("numbers that no calendar has are no dates") {
    CHECK_FALSE(day_of(2020, 0, 1));
    CHECK_FALSE(day_of(2020, 13, 1));
    CHECK_FALSE(day_of(2020, 1, 0));
    // 257 is 1 in the last eight bits.
    CHECK_FALSE(day_of(2020, 257, 1));
    CHECK_FALSE(day_of(2020, 1, 257));
    CHECK_FALSE(day_of(70000, 1, 1));
    for (const auto* text :
         {"01/0257/2020", "2020-0257-01", "2020-01-0257", "2020-0257", "0001-01"})
        CHECK(read_date(text).outcome == Outcome::refused);
}

TEST_CASE("day numbers of a spreadsheet are five digits in a range") {
    CHECK(read_date("10000").date.iso() == "1927-05-18");
    CHECK(read_date("36526").date.iso() == "2000-01-01");
    CHECK(read_date("43890").date.iso() == "2020-02-29");
    CHECK(read_date("73415").date.iso() == "2100-12-31");
    for (const auto* text : {"09999", "73416", "60", "00060", "999999", "43831.5", "-43831"}) {
        INFO(text);
        CHECK(read_date(text).code == "E301");
    }
    CHECK(read_date("1800").date == Date::year(1800));
    for (const auto* text : {"1799", "2201", "0000", "01/01/1799", "2201-01", "1/2/203"}) {
        INFO(text);
        CHECK(read_date(text).code == "E302");
    }
}

TEST_CASE("a time or a zone is dropped and said") {
    for (const auto* text : {"2020-01-01 9:30", "2020-01-01T09:30:00", "01/01/2020 09:30",
                             "2020-01-01T09:30:00.000+01:00", "2020-01-01 09:30:00 +0100",
                             "01/01/2020 9h30", "2020-01-01Z", "2020-01-01+02:00"}) {
        INFO(text);
        CHECK(read_date(text).code == "W303");
        CHECK(read_date(text).date.iso() == "2020-01-01");
    }
    CHECK(read_date("01/01/20 9:30").code == "W301");
    for (const auto* text : {"2020-01-01 25:00", "2020-01-01 9:61", "2020-01-01 soon: yes",
                             "2020-01-01T", "2020-01-01 ", "2020 9:30", "2020-01 9:30",
                             "31/02/2020 9:30", "2020-01-01 9:30 x", "2020-01-01+", "T9:30"}) {
        INFO(text);
        CHECK(read_date(text).code == "E301");
    }
}

TEST_CASE("a partial date is an interval") {
    const Date month = read_date("2021-02").date;
    CHECK(month.first() == *day_of(2021, 2, 1));
    CHECK(month.last() == *day_of(2021, 2, 28));
    CHECK_FALSE(month.exact());
    CHECK(Date(*day_of(2021, 2, 1), *day_of(2021, 3, 31)).iso() == "2021-02-01/2021-03-31");
    CHECK(Date(*day_of(2021, 1, 1), *day_of(2021, 12, 31)).iso() == "2021");
    CHECK(Date().iso().empty());
    CHECK_FALSE(Date().known());
    CHECK_FALSE(Date().exact());
}

TEST_CASE("a day in words, in both languages", "[dates]") {
    CHECK(in_words(*day_of(2018, 1, 1), Language::french) == "1er janvier 2018");
    CHECK(in_words(*day_of(2018, 1, 1), Language::english) == "1 January 2018");
    CHECK(in_words(*day_of(2024, 2, 29), Language::french) == "29 février 2024");
    CHECK(in_words(*day_of(1999, 12, 31), Language::english) == "31 December 1999");
}
