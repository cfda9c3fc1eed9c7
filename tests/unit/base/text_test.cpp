#include <string>
#include <vector>

#include <maillage/base/message.hpp>
#include <maillage/base/text.hpp>

#include "support/catch.hpp"

using namespace maillage::base;

namespace {

constexpr std::size_t none = std::string_view::npos;

}  // namespace

TEST_CASE("two spellings of one name have one key") {
    CHECK(comparison_key("  Mairie de S\u00E8te ") == "mairie de sete");
    CHECK(comparison_key("MAIRIE DE SE\u0300TE") == "mairie de sete");
    CHECK(comparison_key("C\u0153ur d\u2019H\u00E9rault") == "coeur d\u2019herault");
    CHECK(comparison_key("c\u00A0o\u202F\t d") == "c o d");
    CHECK(comparison_key("a\u200Bb") == "ab");
    CHECK(comparison_key("Stra\u00DFe \uFB01n") == "strasse fin");
    CHECK(comparison_key("") == "");
    CHECK(comparison_key(" \t\n") == "");
}

TEST_CASE("keys of ASCII texts do not depend on what follows them") {
    // The second text takes the general road, the first one the fast road.
    for (const std::string text :
         {"Abc  D\tE_f-g.'h", " x ", "a\vb\fc\rd", "\x01z\x7f", "Q\x1cR"}) {
        const std::string key = comparison_key(text + "x");
        CHECK(comparison_key(text + "x\u00E9") == key + "e");
    }
}

TEST_CASE("words of the vocabulary are compared without marks") {
    CHECK(word_key("Date de d\u00E9but") == "datededebut");
    CHECK(word_key("date_de-debut") == "datededebut");
    CHECK(word_key("N.C.") == "nc");
    CHECK(word_key("l'\u00E9tape") == word_key("l\u2019etape"));
    CHECK(word_key("porte\u2011parole") == "porteparole");
}

TEST_CASE("the first byte that is not UTF-8 is found") {
    // Table 3-7 of the Unicode standard and the edges beside it.
    for (const std::string text :
         {"", "abc", "\x7f", "\u0080", "\u07FF", "\u0800", "\uD7FF", "\uE000", "\uFFFF",
          "\U00010000", "\U0010FFFF", "12345678\u00E9", "1234567\u00E98"}) {
        INFO(text);
        CHECK(invalid_utf8(text) == none);
        CHECK(invalid_utf8("abcdefghijkl" + text + "abcdefghijkl") == none);
    }
    for (const std::string text :
         {"\x80", "\xBF", "\xC0\x80", "\xC1\xBF", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xED\xBF\xBF",
          "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF", "\xC3", "\xE2\x82",
          "\xF0\x9F\x98", "\xC3(", "\xE2(\xA1", "\xE2\x82("}) {
        CHECK(invalid_utf8(text) == 0);
        CHECK(invalid_utf8("12345678901" + text) == 11);
        CHECK(invalid_utf8("\u00E9" + text + "12345678") == 2);
    }
    CHECK(invalid_utf8(std::string("a\0b", 3)) == none);
}

TEST_CASE("lengths are counted in characters and in columns") {
    CHECK(length_utf8("") == 0);
    CHECK(length_utf8("\u00E9t\u00E9") == 3);
    CHECK(length_utf8("e\u0301") == 2);
    CHECK(length_utf8("\U0001F600!") == 2);
    CHECK(display_width("\u00E9t\u00E9") == 3);
    CHECK(display_width("e\u0301") == 1);
    CHECK(display_width("\u6771\u4EAC") == 4);
    CHECK(display_width("\U0001F600!") == 3);
    CHECK(display_width("a\u200Db\u202F") == 3);
}

TEST_CASE("a text is cut between characters") {
    CHECK(cut_utf8("\u00E9t\u00E9s", 4) == "\u00E9t\u00E9s");
    CHECK(cut_utf8("\u00E9t\u00E9s", 3) == "\u00E9t\u2026");
    CHECK(cut_utf8("abc", 1) == "\u2026");
    CHECK(cut_utf8("abc", 0) == "");
    CHECK(cut_utf8("", 0) == "");
    CHECK(cut_utf8("", 5) == "");
}

TEST_CASE("what a terminal would obey is made visible") {
    CHECK(printable("\x1b[2J") == "\\x1b[2J");
    CHECK(printable("a\tb\nc\x7f") == "a\\x09b\\x0ac\\x7f");
    CHECK(printable("\u0085\u009B") == "\\x85\\x9b");
    CHECK(printable("\u202Eevil\u2066\u200F") == "\\u202eevil\\u2066\\u200f");
    CHECK(printable("caf\xE9 \xE2\x82") == "caf\\xe9 \\xe2\\x82");
    CHECK(printable(std::string("\0", 1)) == "\\x00");
    CHECK(printable("\u00E9t\u00E9 \u202F{}%s\\") == "\u00E9t\u00E9 \u202F{}%s\\");
}

TEST_CASE("an excerpt has sixty characters at most") {
    CHECK(excerpt_of("12 %") == "12 %");
    CHECK(excerpt_of(std::string(60, 'a')) == std::string(60, 'a'));
    CHECK(excerpt_of(std::string(61, 'a')) == std::string(59, 'a') + "\u2026");
    CHECK(excerpt_of("a\nb") == "a\\x0ab");
    std::string faces;
    for (int i = 0; i < 1000; ++i) faces += "\U0001F600";
    CHECK(length_utf8(excerpt_of(faces)) == 60);
    CHECK(invalid_utf8(excerpt_of(faces)) == none);
    CHECK(length_utf8(excerpt_of(std::string(1 << 20, '\x01'))) == 60);
}

TEST_CASE("the nearest word is offered when it is near enough") {
    const std::vector<std::string_view> words{"date", "nom", "nature", "partenariats", "id"};
    CHECK(nearest("dtae", words) == "date");
    CHECK(nearest("DATES", words) == "date");
    CHECK(nearest("partennariat", words) == "partenariats");
    CHECK(nearest("Nature", words) == "nature");
    CHECK(nearest("xyzzyx", words).empty());
    CHECK(nearest("commentaire", words).empty());
    CHECK(nearest("", words).empty());
    CHECK(nearest("xy", words).empty());
    CHECK(nearest("date", {}).empty());
}

TEST_CASE("of two words as near the first in byte order is offered") {
    const std::vector<std::string_view> words{"cart", "carp", "care"};
    CHECK(nearest("carx", words) == "care");
    const std::vector<std::string_view> exact{"carx", "care"};
    CHECK(nearest("carx", exact) == "carx");
}

TEST_CASE("slips allowed grow with the length of the word") {
    // "abcdefghijkl" has twelve letters: three slips are allowed, four are not.
    const std::vector<std::string_view> words{"abcdefghijkl"};
    CHECK(nearest("xbcdxfghixkl", words) == "abcdefghijkl");
    CHECK(nearest("xbcxefgxijxl", words).empty());
    const std::vector<std::string_view> accents{"\u00E9l\u00E8ve"};
    CHECK(nearest("el\u00EAve", accents) == "\u00E9l\u00E8ve");
}

TEST_CASE("nothing is near an endless text") {
    const std::string endless(1 << 20, 'a');
    const std::vector<std::string_view> words{endless, "a"};
    CHECK(nearest(endless, words).empty());
}

TEST_CASE("the arena keeps texts apart and in place") {
    TextArena arena;
    const std::string long_text(70'000, 'x');
    std::vector<std::string_view> kept;
    std::vector<std::string> expected;
    for (int i = 0; i < 20'000; ++i) {
        expected.push_back(i % 5000 == 7 ? long_text : "text " + std::to_string(i));
        kept.push_back(arena.keep(expected.back()));
    }
    const TextArena moved = std::move(arena);
    for (std::size_t i = 0; i < kept.size(); ++i) REQUIRE(kept[i] == expected[i]);
}
