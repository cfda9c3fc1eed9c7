#include <cmath>
#include <limits>
#include <vector>

#include <maillage/base/message.hpp>
#include <maillage/base/numbers.hpp>

#include "support/catch.hpp"

using namespace maillage::base;
using Outcome = NumberReading::Outcome;

namespace {

struct Case {
    std::string_view text;
    double value;
    std::string_view code;
};

void check_read(const NumberReading& reading, const Case& expected) {
    INFO(expected.text);
    const bool doubt = !expected.code.empty();
    CHECK(reading.outcome == (doubt ? Outcome::read_with_doubt : Outcome::read));
    CHECK(reading.value == expected.value);
    CHECK(reading.code == expected.code);
}

void check_refused(const NumberReading& reading, std::string_view text, std::string_view code) {
    INFO(text);
    CHECK(reading.outcome == Outcome::refused);
    CHECK(reading.code == code);
}

}  // namespace

TEST_CASE("numbers are read as the French and the English write them") {
    for (const Case& one : std::vector<Case>{{"1.5", 1.5, ""},
                                             {"1,5", 1.5, ""},
                                             {"0", 0, ""},
                                             {"-12", -12, ""},
                                             {"+12", 12, ""},
                                             {"007", 7, ""},
                                             {",5", 0.5, ""},
                                             {".5", 0.5, ""},
                                             {"5,", 5, ""},
                                             {"1234,5", 1234.5, ""},
                                             {"1 234,5", 1234.5, ""},
                                             {"1\u00A0234,5", 1234.5, ""},
                                             {"1\u202F234\u202F567,25", 1234567.25, ""},
                                             {"1'234.5", 1234.5, ""},
                                             {"1\u2019234", 1234, ""},
                                             {" 12\u00A0", 12, ""},
                                             {"1e3", 1000, ""},
                                             {"2,5E-1", 0.25, ""},
                                             {"9007199254740991", 9007199254740991.0, ""}})
        check_read(read_number(one.text), one);
}

TEST_CASE("a mark before three digits leaves a doubt only where thousands are possible") {
    for (const Case& one : std::vector<Case>{{"1.234", 1.234, "W311"},
                                             {"123,456", 123.456, "W311"},
                                             {"-1,234", -1.234, "W311"},
                                             {"0,125", 0.125, ""},
                                             {"1234.567", 1234.567, ""},
                                             {"1 234.567", 1234.567, ""},
                                             {"1.234e2", 123.4, ""},
                                             {"1.2345", 1.2345, ""},
                                             {"1.234,5", 1234.5, "W312"},
                                             {"1,234.5", 1234.5, "W312"},
                                             {"1.234.567", 1234567, "W312"},
                                             {"1,234,567.5", 1234567.5, "W312"}})
        check_read(read_number(one.text), one);
}

TEST_CASE("numbers at the edges of doubles are read and said") {
    for (const Case& one : std::vector<Case>{{"-0", 0, "W315"},
                                             {"-0,00", 0, "W315"},
                                             {"1e-310", 1e-310, "W314"},
                                             {"0e5", 0, ""},
                                             {"9007199254740993", 9007199254740992.0, "W313"},
                                             {"1e300", 1e300, "W313"}})
        check_read(read_number(one.text), one);
    CHECK_FALSE(std::signbit(read_number("-0").value));
    for (const auto* text : {"1e400", "-1e400", "1e-999"})
        check_refused(read_number(text), text, "E313");
}

TEST_CASE("what is no number is refused with its reason") {
    for (const auto* text :
         {"",          " ",     "-",   "+",     ".",   ",",  "e5",  "NaN",          "inf",
          "-Infinity", "0x1A",  "1e",  "1e5.5", "--1", "1-", "abc", "12 habitants", "\u0661\u0662",
          "\uFF11",    "1_000", "1/2", "n.c."})
        check_refused(read_number(text), text, "E311");
    for (const auto* text : {"12 %", "12%", "5 €", "$5", "£1"})
        check_refused(read_number(text), text, "E312");
    for (const auto* text : {"#N/A", "#REF!", "#VALEUR!", "#DIV/0!"})
        check_refused(read_number(text), text, "E316");
    for (const auto* text : {"12 34", "1234 567", "1 234'567", "1.23.4", "1,2.3", "1  234",
                             "1.234.56,7", "1 234.567.890", ",5,5", "1. 5"})
        check_refused(read_number(text), text, "E317");
}

TEST_CASE("whole numbers keep thousands and refuse fractions") {
    for (const Case& one : std::vector<Case>{{"36000", 36000, ""},
                                             {"36\u202F000", 36000, ""},
                                             {"1.234.567", 1234567, "W312"},
                                             {"3.0", 3, "W316"},
                                             {"3,", 3, "W316"},
                                             {"2e3", 2000, "W316"}})
        check_read(read_integer(one.text), one);
    for (const auto* text : {"1.5", "1.234", "12.000", "1,5"})
        check_refused(read_integer(text), text, "E314");
    for (const auto* text : {"9223372036854775808", "1e19", "-1e19"})
        check_refused(read_integer(text), text, "E315");
    check_refused(read_integer("x"), "x", "E311");
}

TEST_CASE("the shortest form reads back exactly") {
    CHECK(shortest(0.1) == "0.1");
    CHECK(shortest(3) == "3");
    CHECK(shortest(-2.5) == "-2.5");
    CHECK(shortest(1e21) == "1e+21");
    for (const double value : {1.0 / 3, 0.1 + 0.2, 1e-310, 5e-324, 1.7976931348623157e308,
                               123456789.125, -2.2250738585072014e-308}) {
        CHECK(shortest(value).size() <= 24);
        CHECK(read_number(shortest(value)).value == value);
    }
}

TEST_CASE("figures for people are grouped by the custom of the language") {
    CHECK(readable(1234567.891, 2, Language::french) == "1\u202F234\u202F567,89");
    CHECK(readable(1234567.891, 2, Language::english) == "1,234,567.89");
    CHECK(readable(0.5, 0, Language::english) == "0");
    CHECK(readable(999.96, 1, Language::french) == "1\u202F000,0");
    CHECK(readable(-0.04, 1, Language::french) == "0,0");
    CHECK(readable(-1234.5, 1, Language::french) == "-1\u202F234,5");
    CHECK(readable(12.0, 3, Language::english) == "12.000");
    CHECK(readable(std::numeric_limits<double>::max(), 0, Language::english).size() == 309 + 102);
    CHECK(readable(std::int64_t{0}, Language::french) == "0");
    CHECK(readable(std::int64_t{-999}, Language::french) == "-999");
    CHECK(readable(std::int64_t{36000}, Language::french) == "36\u202F000");
    CHECK(readable(std::numeric_limits<std::int64_t>::min(), Language::english) ==
          "-9,223,372,036,854,775,808");
}

TEST_CASE("every code a reading may bear is in the catalogue in two languages") {
    for (const auto* code :
         {"E301", "E302", "E311", "E312", "E313", "E314", "E315", "E316", "E317", "W301", "W302",
          "W303", "W311", "W312", "W313", "W314", "W315", "W316"}) {
        INFO(code);
        const Message message{code, {"cell", "reading"}, {}};
        const std::string french = message.text(Language::french);
        const std::string english = message.text(Language::english);
        CHECK(french != english);
        CHECK(english.find("\u201Ccell\u201D") != std::string::npos);
        CHECK(french.find("\u202Fcell\u202F") != std::string::npos);
        CHECK(french.find('{') == std::string::npos);
    }
}
