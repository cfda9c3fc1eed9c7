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

TEST_CASE("known columns decide between separators", "[csv][dialect]") {
    // Both separators cut every line in two.
    const Table table = read_text("id;nom,x\n1;a,b\n2;c,d\n", {"id"});
    CHECK(table.separator == ';');
    CHECK(table.rows == Rows{{"1", "a,b"}, {"2", "c,d"}});
}

TEST_CASE("constancy decides where no column is known", "[csv][dialect]") {
    CHECK(read_text("x;y\n1,5;2\n3;4,5\n").separator == ';');
    CHECK(read_text("x,y;z\n1,2\n3,4\n").separator == ',');
    // One bad record does not make a table of one column out of it.
    const Table table = read_text("a;b;c\n1;2;3\n1;2\n1;2;3\n");
    CHECK(table.header.size() == 3);
    CHECK(table.codes() == Codes{"E011 3"});
}

TEST_CASE("a separator inside texts does not cut a table of one column", "[csv][dialect]") {
    const Table table = read_text("nom\nFoyer, rural\nMairie\nSel, poivre, sucre\n", {"nom"});
    CHECK(table.codes().empty());
    CHECK(table.rows == Rows{{"Foyer, rural"}, {"Mairie"}, {"Sel, poivre, sucre"}});
}

TEST_CASE("the end of the file counts as well as its beginning", "[csv][dialect]") {
    // The first thousand records agree with both separators, the rest with one.
    std::string text = "a;b,c\n";
    for (int i = 0; i < 1'000; ++i) text += "1;2,3\n";
    for (int i = 0; i < 1'000; ++i) text += "1;2\n";
    CHECK(read_text(text).separator == ';');
}

TEST_CASE("a tie is an error that shows both readings", "[csv][dialect]") {
    const Table table = read_text("a;b,c\n1;2,3\n");
    CHECK_FALSE(table.usable);
    REQUIRE(table.codes() == Codes{"E010 1"});
    CHECK(table.issues[0].message.text(base::Language::english) ==
          "two readings are possible: separator “,” (a;b | c) or “;” (a | b,c)");
    CHECK(read_text("sep=,\na;b,c\n1;2,3\n").rows == Rows{{"1;2", "3"}});
}

TEST_CASE("lines above the header are skipped and said", "[csv][dialect]") {
    const Table table =
        read_text("Liste des acteurs du Pays\n\nédition 2024;;\nid;nom;nature\n1;Mairie;public\n",
                  {"id", "nom", "nature"});
    CHECK(table.header == Row{"id", "nom", "nature"});
    CHECK(table.rows == Rows{{"1", "Mairie", "public"}});
    REQUIRE(table.codes() == Codes{"W012 4"});
    CHECK(table.issues[0].message.arguments == Row{"2"});
    CHECK(table.places[0][0].line == 5);
}

TEST_CASE("a header is looked for in twenty lines and no further", "[csv][dialect]") {
    const auto below = [](int lines) {
        std::string text;
        for (int i = 0; i < lines; ++i) text += "x;y;z\n";
        return text + "id;nom;z\n1;2;3\n";
    };
    CHECK(read_text(below(19), {"id", "nom"}).header == Row{"id", "nom", "z"});
    CHECK(read_text(below(20), {"id", "nom"}).header == Row{"x", "y", "z"});
}

TEST_CASE("without known columns the first line is the header", "[csv][dialect]") {
    const Table table = read_text("titre\na;b\n1;2\n", {"id"});
    CHECK(table.header == Row{"titre"});
}

TEST_CASE("a header without rows is a table", "[csv][dialect]") {
    const Table table = read_text("id,nom", {"id", "nom"});
    CHECK(table.usable);
    CHECK(table.header == Row{"id", "nom"});
    CHECK(table.rows.empty());
    CHECK(table.codes().empty());
}

TEST_CASE("a header with a faulty quote is refused at its place", "[csv][dialect]") {
    const Table table = read_text("id,\"nom\n1,2\n", {"id", "nom"});
    CHECK_FALSE(table.usable);
    CHECK(table.codes() == Codes{"E012 1"});
    CHECK(table.issues[0].column == 4);
    CHECK(read_text("\"id;nom\n1;2\n").codes() == Codes{"E012 1"});
    CHECK(read_text("\"id\"x;nom\n1;2\n").codes() == Codes{"E013 1"});
}
