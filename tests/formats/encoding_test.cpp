#include <string>
#include <vector>

#include "formats/csv_table.hpp"
#include "support/catch.hpp"

using namespace maillage;
using test::read_text;
using test::Table;
using Row = std::vector<std::string>;
using Rows = std::vector<Row>;
using Codes = std::vector<std::string>;

namespace {

/// ASCII text as UTF-16 with its mark.
std::string utf16(std::u16string_view text, bool big) {
    std::string bytes = big ? "\xFE\xFF" : "\xFF\xFE";
    for (const char16_t unit : text) {
        const char high = static_cast<char>(unit >> 8);
        const char low = static_cast<char>(unit & 0xFF);
        bytes += big ? high : low;
        bytes += big ? low : high;
    }
    return bytes;
}

std::string only_code(const Table& table) {
    return table.issues.size() == 1 ? std::string(table.issues[0].message.code) : "several";
}

}  // namespace

TEST_CASE("UTF-8 is read with and without mark", "[csv][encoding]") {
    CHECK(read_text("\xEF\xBB\xBFid;nom\na1;Sète\n").header == Row{"id", "nom"});
    CHECK(read_text("id;nom\na1;Sète\n").rows == Rows{{"a1", "Sète"}});
}

TEST_CASE("UTF-16 is read by its mark, both ways", "[csv][encoding]") {
    for (const bool big : {false, true}) {
        const Table table = read_text(utf16(u"id\tnom\r\na1\tS\u00e8te \U0001F600\r\n", big));
        CHECK(table.codes().empty());
        CHECK(table.rows == Rows{{"a1", "Sète 😀"}});
    }
}

TEST_CASE("damaged UTF-16 is refused at the character", "[csv][encoding]") {
    const std::u16string lone{u'a', u',', u'b', u'\n', u'1', u',', 0xD83D, u'\n'};
    Table table = read_text(utf16(lone, false));
    CHECK(table.codes() == Codes{"E009 2"});
    CHECK(table.issues[0].message.arguments == Row{"15"});  // 2 of the mark, 6 units, then it.
    CHECK(only_code(read_text(utf16(u"a,b\n1,2", true) + "x")) == "E009");
    CHECK(only_code(read_text(utf16(std::u16string{u'a', 0xDC00}, true))) == "E009");
}

TEST_CASE("UTF-16 without mark, zero bytes and other formats are refused", "[csv][encoding]") {
    CHECK(read_text(utf16(u"id,nom\n1,2\n", false).substr(2)).codes() == Codes{"E002 1"});
    CHECK(read_text(utf16(u"id,nom\n1,2\n", true).substr(2)).codes() == Codes{"E002 1"});
    const Table zero = read_text(std::string("id,nom\na,x\0y\n", 13));
    CHECK(zero.codes() == Codes{"E005 2"});
    CHECK(zero.issues[0].column == 4);
    CHECK(zero.issues[0].message.arguments == Row{"11"});
    CHECK_FALSE(zero.usable);
    CHECK(read_text(utf16(std::u16string_view(u"a,b\n\0,1\n", 8), true)).codes() ==
          Codes{"E005 2"});
    CHECK(only_code(read_text("PK\x03\x04rest")) == "E006");
    CHECK(only_code(read_text("\xD0\xCF\x11\xE0rest")) == "E006");
    CHECK(only_code(read_text("<HTML><body>")) == "E007");
    CHECK(only_code(read_text("\xEF\xBB\xBF\n <!DOCTYPE html>")) == "E007");
    CHECK(only_code(read_text("<?xml version=\"1.0\"?>")) == "E008");
    CHECK(only_code(read_text("")) == "E001");
    CHECK(only_code(read_text("\xEF\xBB\xBF")) == "E001");
    CHECK(only_code(read_text("\n \r\n;;;\n")) == "E001");
}

TEST_CASE("Windows-1252 is recognised, converted and announced", "[csv][encoding]") {
    const Table table = read_text("id;nom\na1;L'\x8Cuvre d'\xC9lise\na2;Mairie de S\xE8te\n");
    CHECK(table.codes() == Codes{"W002 2"});
    CHECK(table.issues[0].column == 6);
    CHECK(table.rows == Rows{{"a1", "L'Œuvre d'Élise"}, {"a2", "Mairie de Sète"}});
    // Signs alone say nothing against it; the word `à` stands alone in French.
    CHECK(read_text("id;montant (\x80)\n1;2\n").header == Row{"id", "montant (€)"});
    CHECK(read_text("id;nom\n1;Foyer \xE0 Dole\n").rows == Rows{{"1", "Foyer à Dole"}});
    CHECK(read_text("id;nom\n1;l\x92\xE9lan \xAB vert \xBB\n").rows ==
          Rows{{"1", "l’élan « vert »"}});
}

TEST_CASE("where Latin-9 would differ the reading is said", "[csv][encoding]") {
    const Table table = read_text("id;nom\na1;S\xE8te\na2;c\xBDur\n");
    CHECK(table.codes() == Codes{"W002 2", "W003 3"});
    CHECK(table.issues[1].column == 5);
    CHECK(table.issues[1].message.arguments == Row{"½", "œ"});
}

TEST_CASE("UTF-8 with a few other bytes is refused, not guessed", "[csv][encoding]") {
    const Table table = read_text("id;nom\na1;Sète\na2;S\xE8te\na3;été\n");
    CHECK(table.codes() == Codes{"E004 3"});
    CHECK(table.issues[0].column == 5);
    CHECK(table.issues[0].message.arguments == Row{"21"});
    CHECK(table.issues[0].excerpt == "a2;S\\xe8te");
    CHECK_FALSE(table.usable);
    CHECK(only_code(read_text("\xEF\xBB\xBFid;nom\na1;S\xE8te\n")) == "E004");
    // Greek: no sequence of Western languages, but more sequences than bytes outside them.
    CHECK(only_code(read_text("id;nom\na1;αβγ\xE8\n")) == "E004");
    // A surrogate is no character of UTF-8.
    CHECK(only_code(read_text("id;nom\na1;\xED\xA0\x80\n")) == "E004");
}

TEST_CASE("code page 850 and MacRoman are not taken for Windows-1252", "[csv][encoding]") {
    CHECK(only_code(read_text("id;nom\n1;Soci\x82t\x82 d'\x82nergie\n")) == "E003");  // 850
    CHECK(only_code(read_text("id;nom\n1;Soci\x8Et\x8E\n")) == "E003");               // MacRoman
    CHECK(only_code(read_text("id;nom\n1;caf\x81\n")) == "E003");                     // a hole
}

TEST_CASE("a forced encoding is obeyed where there is no mark", "[csv][encoding]") {
    const Table latin_9 = read_text("id;nom\n1;c\xBDur \xE0 5 \xA4\n", {}, "Latin-9");
    CHECK(latin_9.codes().empty());
    CHECK(latin_9.rows == Rows{{"1", "cœur à 5 €"}});
    CHECK(read_text("id;nom\n1;\xBD\n", {}, "ISO-8859-1").rows == Rows{{"1", "½"}});
    CHECK(only_code(read_text("id;nom\n1;\x81\n", {}, "windows-1252")) == "E003");
    CHECK(only_code(read_text("id;nom\n1;\xE8\n", {}, "utf-8")) == "E004");
    CHECK(read_text(utf16(u"a,b\n1,2\n", false).substr(2), {}, "UTF-16LE").rows ==
          Rows{{"1", "2"}});
    CHECK(read_text("\xEF\xBB\xBFid;nom\n1;é\n", {}, "cp1252").rows == Rows{{"1", "é"}});
}
