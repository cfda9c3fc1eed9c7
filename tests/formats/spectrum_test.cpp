#include <string>
#include <vector>

#include "formats/csv_table.hpp"
#include "support/catch.hpp"

using namespace maillage;
using test::read_text;
using Row = std::vector<std::string>;
using Rows = std::vector<Row>;

// The twelve situations of csv-spectrum (github.com/maxogden/csv-spectrum), in words of our own.
TEST_CASE("the situations of csv-spectrum read as they should", "[csv][spectrum]") {
    struct Situation {
        std::string name;
        std::string text;
        Rows rows;
    };
    const std::vector<Situation> situations{
        {"simple", "a,b,c\n1,2,3\n", {{"1", "2", "3"}}},
        {"simple, CRLF", "a,b,c\r\n1,2,3\r\n", {{"1", "2", "3"}}},
        {"comma in quotes",
         "nom,rue,ville,code\nFoyer,\"1, rue Haute, bâtiment B\",Dole,39100\n",
         {{"Foyer", "1, rue Haute, bâtiment B", "Dole", "39100"}}},
        {"empty", "a,b,c\n1,\"\",\"\"\n2,3,4\n", {{"1", "", ""}, {"2", "3", "4"}}},
        {"empty, CRLF", "a,b,c\r\n1,\"\",\"\"\r\n2,3,4\r\n", {{"1", "", ""}, {"2", "3", "4"}}},
        {"doubled quotes", "a,b\n1,\"dit \"\"oui\"\"\"\n3,4\n", {{"1", "dit \"oui\""}, {"3", "4"}}},
        {"JSON in a cell",
         "key,val\n1,\"{\"\"type\"\": \"\"Point\"\", \"\"coordinates\"\": [102.0, 0.5]}\"\n",
         {{"1", "{\"type\": \"Point\", \"coordinates\": [102.0, 0.5]}"}}},
        {"line ends in cells",
         "a,b,c\n1,2,3\n\"Une fois \nsur un temps\",5,6\n7,8,9\n",
         {{"1", "2", "3"}, {"Une fois \nsur un temps", "5", "6"}, {"7", "8", "9"}}},
        {"line ends in cells, CRLF",
         "a,b,c\r\n1,2,3\r\n\"Une fois \r\nsur un temps\",5,6\r\n",
         {{"1", "2", "3"}, {"Une fois \r\nsur un temps", "5", "6"}}},
        {"quotes and line ends",
         "a,b\n1,\"ha \n\"\"ha\"\" \nha\"\n3,4\n",
         {{"1", "ha \n\"ha\" \nha"}, {"3", "4"}}},
        {"UTF-8", "a,b,c\n1,2,3\n4,5,ʤ\n", {{"1", "2", "3"}, {"4", "5", "ʤ"}}},
        {"numbers with points", "X,Y\n1.5,-2\n", {{"1.5", "-2"}}}};
    for (const Situation& situation : situations) {
        CAPTURE(situation.name);
        const test::Table table = read_text(situation.text);
        CHECK(table.rows == situation.rows);
        CHECK(table.issues.empty());
    }
}
