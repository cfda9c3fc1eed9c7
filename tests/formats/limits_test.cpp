#include <ctime>
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

std::string repeated(std::string_view text, std::size_t times) {
    std::string all;
    all.reserve(text.size() * times);
    for (std::size_t i = 0; i < times; ++i) all += text;
    return all;
}

/// Time of the processor to read a text: the least of three, as the machine has other work.
double time_to_read(const std::string& text) {
    const test::Folder folder;
    const auto file = folder.write("table.csv", text);
    double least = 1e18;
    for (int round = 0; round < 3; ++round) {
        const std::clock_t begin = std::clock();
        base::Issues issues;
        formats::CsvReader reader(file, "table.csv", {}, issues);
        while (reader.next() != nullptr) {
        }
        least = std::min(least, static_cast<double>(std::clock() - begin));
    }
    return least;
}

}  // namespace

TEST_CASE("a cell beyond 1 MiB is refused, the next record is read", "[csv][limits]") {
    const std::size_t most = 1 << 20;
    const std::string fits = "id,nom\n1," + std::string(most, 'x') + "\n2,y\n";
    CHECK(read_text(fits, {"id"}).codes().empty());
    const std::string more = "id,nom\n1," + std::string(most + 1, 'x') + "\n2,y\n";
    const Table table = read_text(more, {"id"});
    CHECK(table.codes() == Codes{"E501 2"});
    CHECK(table.issues[0].column == 3);
    CHECK(table.rows == Rows{{"2", "y"}});
    CHECK(read_text("id,nom\n1,\"" + std::string(most + 1, 'x') + "\"\n2,y\n", {"id"}).codes() ==
          Codes{"E501 2"});
}

TEST_CASE("a record beyond 64 MiB is refused", "[csv][limits]") {
    std::string wide = "a";
    std::string row = "1";
    for (int i = 1; i < 80; ++i) {
        wide += ";c" + std::to_string(i);
        row += ';' + std::string(1 << 20, 'x');
    }
    const Table table = read_text(wide + '\n' + row + "\n" + std::string(79, ';') + "2\n");
    CHECK(table.codes() == Codes{"E502 2"});
    CHECK(table.rows.size() == 1);
    CHECK(table.refused == 1);
}

TEST_CASE("more than 16,384 columns are refused", "[csv][limits]") {
    const std::string header = "id" + repeated(",x", 16'383);
    CHECK(read_text(header + "\n").header.size() == 16'384);
    const Table table = read_text(header + ",x\n");
    CHECK_FALSE(table.usable);
    CHECK(table.codes() == Codes{"E503 1"});
    CHECK(table.issues[0].message.arguments == Row{"16385"});
    CHECK(read_text("id,nom\n1" + repeated(",x", 20'000) + "\n2,y\n", {"id"}).codes() ==
          Codes{"E503 2"});
}

TEST_CASE("hostile texts take time in proportion to their length", "[csv][limits]") {
    // Eight times the length: 8 when linear, 64 when quadratic.
    const auto ratio = [](std::string_view piece, std::size_t times) {
        const std::string begin = "id;nom\n1;\"open\n";
        return time_to_read(begin + repeated(piece, 8 * times)) /
               time_to_read(begin + repeated(piece, times));
    };
    CHECK(ratio("2;x\n", 200'000) < 40);                 // One quote open to the end.
    CHECK(ratio("2;\"x\n", 100'000) < 40);               // One on every line.
    CHECK(ratio("2;\"\"x\n", 100'000) < 40);             // Empty quotes, then text.
    CHECK(ratio("\"\"\n", 250'000) < 40);                // Doubled quotes all along.
    CHECK(ratio("2;\"a\"\"b\n\"\";c\n", 100'000) < 40);  // Both.
    CHECK(ratio("x;", 500'000) < 40);                    // One long line.
    CHECK(ratio("\r\r\n", 300'000) < 40);                // Blank lines.
}
