#include <random>
#include <string>
#include <vector>

#include "formats/csv_table.hpp"
#include "support/catch.hpp"

using namespace maillage;

namespace {

using Row = std::vector<std::string>;

constexpr std::string_view pieces[]{
    "a",  "Sète", "œ", " ", "\"", ",", ";",
    "\n", "\r\n", "😀", "-", "12", "'", "été à la mairie, rue Haute"};

/// A text under writing that knows, character by character, where it stands.
class Writer {
  public:
    std::string text;
    std::uint32_t line = 1;
    std::uint32_t column = 1;

    void put(std::string_view piece) {
        for (std::size_t i = 0; i < piece.size(); ++i) {
            const char c = piece[i];
            const bool half = c == '\r' && i + 1 < piece.size() && piece[i + 1] == '\n';
            text += c;
            if (c == '\n' || (c == '\r' && !half)) {
                ++line;
                column = 1;
            } else if (!half && (static_cast<unsigned char>(c) & 0xC0) != 0x80) {
                ++column;
            }
        }
    }
};

struct Written {
    std::string text;
    std::vector<Row> rows;
    std::vector<std::vector<std::pair<std::uint32_t, std::uint32_t>>> places;
};

std::string random_cell(std::mt19937& random) {
    std::string cell;
    for (std::size_t left = random() % 5; left > 0; --left)
        cell += pieces[random() % std::size(pieces)];
    // The guard against formulas is undone by the reader: tested by itself.
    return cell.starts_with("'") ? "x" + cell : cell;
}

std::string quoted(const std::string& cell) {
    std::string text = "\"";
    for (const char c : cell) text += c == '"' ? "\"\"" : std::string(1, c);
    return text + '"';
}

Written random_table(std::uint32_t seed) {
    std::mt19937 random(seed);
    const std::string separator(1, ",;\t|"[random() % 4]);
    const std::string line_end = seed % 3 == 0 ? "\r\n" : seed % 3 == 1 ? "\n" : "\r";
    const std::size_t width = 2 + random() % 4;
    Written written;
    Writer writer;
    writer.put("id" + separator + "nom");
    for (std::size_t i = 2; i < width; ++i) writer.put(separator + "c" + std::to_string(i));
    for (std::size_t rows = random() % 6; rows > 0; --rows) {
        writer.put(line_end);
        written.rows.emplace_back();
        written.places.emplace_back();
        for (std::size_t i = 0; i < width; ++i) {
            if (i > 0) writer.put(separator);
            const std::string cell = i == 0 ? "a" + random_cell(random) : random_cell(random);
            written.rows.back().push_back(cell);
            written.places.back().emplace_back(writer.line, writer.column);
            const bool must = cell.find_first_of(separator + "\"\r\n") != std::string::npos;
            writer.put(must || random() % 4 == 0 ? quoted(cell) : cell);
        }
    }
    if (random() % 2 == 0) writer.put(line_end);
    written.text = (random() % 4 == 0 ? "\xEF\xBB\xBF" : "") + writer.text;
    return written;
}

}  // namespace

TEST_CASE("what is written by the rules is read back, cell by cell and place by place", "[csv]") {
    const test::Folder folder;
    for (std::uint32_t seed = 0; seed < 2'000; ++seed) {
        const Written written = random_table(seed);
        CAPTURE(seed, written.text);
        const test::Table table =
            test::read_file(folder.write("table.csv", written.text), {"id", "nom"});
        REQUIRE(table.issues.empty());
        REQUIRE(table.rows == written.rows);
        for (std::size_t row = 0; row < table.rows.size(); ++row) {
            for (std::size_t cell = 0; cell < table.rows[row].size(); ++cell) {
                REQUIRE(table.places[row][cell].line == written.places[row][cell].first);
                REQUIRE(table.places[row][cell].column == written.places[row][cell].second);
            }
        }
    }
}
