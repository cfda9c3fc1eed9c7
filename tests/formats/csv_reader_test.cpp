#include <string>
#include <vector>

#include <maillage/base/error.hpp>

#include "formats/csv_table.hpp"
#include "support/catch.hpp"

using namespace maillage;
using test::read_text;
using test::Table;
using Row = std::vector<std::string>;
using Rows = std::vector<Row>;
using Codes = std::vector<std::string>;

TEST_CASE("a plain table is read, header apart", "[csv]") {
    const Table table = read_text("id,nom\na1,Mairie\na2,Foyer rural\n", {"id", "nom"});
    CHECK(table.usable);
    CHECK(table.separator == ',');
    CHECK(table.header == Row{"id", "nom"});
    CHECK(table.rows == Rows{{"a1", "Mairie"}, {"a2", "Foyer rural"}});
    CHECK(table.codes().empty());
    CHECK(table.refused == 0);
}

TEST_CASE("each separator is found", "[csv]") {
    for (const char separator : {',', ';', '\t', '|'}) {
        const std::string s(1, separator);
        const Table table = read_text("id" + s + "nom\na1" + s + "Mairie\n");
        CAPTURE(separator);
        CHECK(table.separator == separator);
        CHECK(table.rows == Rows{{"a1", "Mairie"}});
    }
}

TEST_CASE("a line sep= is obeyed and skipped", "[csv]") {
    // By the known columns it would be the comma.
    const Table table = read_text("sep=;\r\nid,nom;x\r\n1;2\r\n", {"id"});
    CHECK(table.separator == ';');
    CHECK(table.header == Row{"id,nom", "x"});
    CHECK(table.rows == Rows{{"1", "2"}});
    CHECK(table.places[0][0].line == 3);
    CHECK(read_text("\"SEP=|\"\na|b\n1|2\n").rows == Rows{{"1", "2"}});
}

TEST_CASE("LF, CRLF, CR, mixtures and a missing last line end are line ends", "[csv]") {
    for (const std::string text : {"a,b\n1,2\n3,4\n", "a,b\r\n1,2\r\n3,4\r\n", "a,b\r1,2\r3,4\r",
                                   "a,b\n1,2\r\n3,4\r", "a,b\r1,2\n3,4"}) {
        CAPTURE(text);
        const Table table = read_text(text);
        CHECK(table.rows == Rows{{"1", "2"}, {"3", "4"}});
        CHECK(table.places[1][0].line == 3);
    }
}

TEST_CASE("quotes hold separators, line ends and doubled quotes", "[csv]") {
    const Table table = read_text(
        "id,nom,note\n"
        "1,\"Foyer, rural\",\"dit \"\"Le Foyer\"\"\"\n"
        "2,\"Maison des\r\nAssociations\",\"\"\n"
        "3,\"\"\"\",x\n");
    CHECK(table.codes().empty());
    CHECK(table.rows == Rows{{"1", "Foyer, rural", "dit \"Le Foyer\""},
                             {"2", "Maison des\r\nAssociations", ""},
                             {"3", "\"", "x"}});
}

TEST_CASE("lines are physical and columns count characters", "[csv]") {
    const Table table = read_text("id,nom,note\né1,\"Sète\nd’été\",ça\n3,œuf,fin\n");
    REQUIRE(table.rows.size() == 2);
    const auto& first = table.places[0];
    CHECK(first[0].line == 2);
    CHECK(first[0].column == 1);
    CHECK(first[1].line == 2);
    CHECK(first[1].column == 4);  // e-acute, 1, comma: the quote is the fourth character.
    CHECK(first[2].line == 3);
    CHECK(first[2].column == 8);  // d ’ é t é " , are seven.
    const auto& second = table.places[1];
    CHECK(second[0].line == 4);
    CHECK(second[2].column == 7);
}

TEST_CASE("a quote inside a plain cell is kept", "[csv]") {
    const Table table = read_text("id;nom\na1;Mairie \"du\" centre\na2;5\" de pluie\n");
    CHECK(table.rows == Rows{{"a1", "Mairie \"du\" centre"}, {"a2", "5\" de pluie"}});
    CHECK(table.codes().empty());
}

TEST_CASE("text after a closing quote is an error where it stands", "[csv]") {
    const Table table = read_text("id;nom\na1;\"Foyer\" rural\na2;\"Mairie\" \na3;x\n");
    CHECK(table.codes() == Codes{"E013 2"});
    CHECK(table.issues[0].column == 12);
    CHECK(table.rows == Rows{{"a2", "Mairie"}, {"a3", "x"}});
    CHECK(table.refused == 1);
}

TEST_CASE("an unclosed quote is an error where it opened and loses one line", "[csv]") {
    const Table table = read_text("id;nom\na1;\"Mairie\na2;x\na3;y\n");
    CHECK(table.codes() == Codes{"E012 2"});
    CHECK(table.issues[0].column == 4);
    CHECK(table.issues[0].excerpt == "a1;\"Mairie");
    CHECK(table.rows == Rows{{"a2", "x"}, {"a3", "y"}});
}

TEST_CASE("a quote closed by that of a later line is an error where it opened", "[csv]") {
    const Table table = read_text("id;nom\na1;\"Mairie\na2;\"Foyer\"\na3;y\n");
    REQUIRE(table.codes() == Codes{"E014 2"});
    CHECK(table.issues[0].column == 4);
    CHECK(table.issues[0].message.arguments == Row{"3"});
    CHECK(table.rows == Rows{{"a2", "Foyer"}, {"a3", "y"}});
}

TEST_CASE("another number of cells is an error that names both counts", "[csv]") {
    const Table table = read_text("id;nom;nature\n1;a;b\n2;a\n3;a;b;c\n", {"id", "nom"});
    CHECK(table.codes() == Codes{"E011 3", "E011 4"});
    CHECK(table.issues[0].message.arguments == Row{"2", "3", ";"});
    CHECK(table.issues[1].message.text(base::Language::english) ==
          "4 cells, 3 expected (separator “;”)");
    CHECK(table.rows == Rows{{"1", "a", "b"}});
    CHECK(table.refused == 2);
}

TEST_CASE("where the header ends with separators the rows may too", "[csv]") {
    const Table table = read_text("id;nom;;\n1;a;;\n2;b\n3;c;d;\n", {"id", "nom"});
    CHECK(table.header == Row{"id", "nom"});
    CHECK(table.rows == Rows{{"1", "a"}, {"2", "b"}});
    CHECK(table.codes() == Codes{"E011 4"});
}

TEST_CASE("blank lines are skipped, lines of separators are a warning", "[csv]") {
    const Table table = read_text("\n\nid;nom\n\na1;x\n  \n;;\n;\na2;y\n\n");
    CHECK(table.rows == Rows{{"a1", "x"}, {"a2", "y"}});
    CHECK(table.codes() == Codes{"W011 7", "W011 8"});
    CHECK(table.places[0][0].line == 5);
    CHECK(table.refused == 0);
}

TEST_CASE("the guard of our writer against formulas is undone", "[csv]") {
    const Table table =
        read_text("id,nom\n1,'=A1+B1\n2,'+33 1\n3,'-x\n4,\"'@a,b\"\n5,'été\n6,'\n7,l'=\n");
    CHECK(table.rows == Rows{{"1", "=A1+B1"},
                             {"2", "+33 1"},
                             {"3", "-x"},
                             {"4", "@a,b"},
                             {"5", "'été"},
                             {"6", "'"},
                             {"7", "l'="}});
}

TEST_CASE("a missing file, a folder and an unknown encoding are refused at once", "[csv]") {
    const test::Folder folder;
    CHECK_THROWS_AS(test::read_file(folder.path() / "absent.csv"), base::InputError);
    CHECK_THROWS_AS(test::read_file(folder.path()), base::InputError);
    CHECK_THROWS_AS(read_text("a,b\n", {}, "klingon"), base::UsageError);
}
