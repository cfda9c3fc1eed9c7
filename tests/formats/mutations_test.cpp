#include <random>
#include <string>
#include <vector>

#include "formats/csv_table.hpp"
#include "support/catch.hpp"

using namespace maillage;

namespace {

const std::vector<std::string> seeds{
    "id,nom,nature\n1,Mairie,public\n2,\"Foyer, rural\",association\n",
    "\xEF\xBB\xBFid;nom\r\na1;\"dit \"\"Le Foyer\"\"\"\r\n\r\na2;Sète\r\n;;\r\n",
    "sep=|\nid|nom\n1|\"deux\nlignes\"\n2|x\n",
    "id\tnom\r1\tS\xE8te\r2\t\xC9lise\r",
    std::string("\xFF\xFEi\0d\0,\0n\0\n\0001\0,\0002\0\n\0", 20),
    "Titre\n\nid;nom;nature\n1;'=A1;x\n2;\"\";y\n3;z\n"};
constexpr std::string_view pieces[]{"\"",   "\"\"",    ",",      ";", "\n",   "\r",
                                    "\r\n", "\t",      "|",      "'", "\xE8", "\xC3\xA9",
                                    "\xFF", "sep=;\n", "\"\n\"", "id"};

/// A few random insertions, deletions, changes and repetitions.
std::string mutated(std::string text, std::mt19937& random) {
    const auto below = [&](std::size_t bound) { return random() % bound; };
    for (std::size_t change = 0, changes = 1 + below(4); change < changes; ++change) {
        const std::size_t at = below(text.size() + 1);
        switch (below(5)) {
            case 0:
                text.insert(at, pieces[below(std::size(pieces))]);
                break;
            case 1:
                text.erase(at, below(6));
                break;
            case 2:
                text.insert(at, text.substr(at, below(12)));
                break;
            case 3:
                text.insert(at, 1, static_cast<char>(below(256)));
                break;
            default:
                text.resize(at);
                break;
        }
    }
    return text;
}

/// Lines of the text: one more than its line ends, counted in the most generous way.
std::uint32_t most_lines(std::string_view bytes) {
    return 1 + static_cast<std::uint32_t>(
                   std::ranges::count_if(bytes, [](char c) { return c == '\n' || c == '\r'; }));
}

}  // namespace

TEST_CASE("mutated tables never crash and name lines that exist", "[csv][mutations]") {
    const test::Folder folder;
    for (std::uint32_t seed = 0; seed < 20'000; ++seed) {
        std::mt19937 random(seed);
        const std::string text = mutated(seeds[seed % seeds.size()], random);
        const test::Table table =
            test::read_file(folder.write("table.csv", text), {"id", "nom", "nature"});
        const std::uint32_t lines = most_lines(text);
        bool sound = table.usable || !table.issues.empty();
        for (const base::Issue& issue : table.issues)
            sound = sound && issue.line >= 1 && issue.line <= lines;
        std::uint32_t last = 0;
        for (const auto& row : table.places) {
            sound = sound && row.size() == table.header.size() && row[0].line > last;
            for (const formats::Cell& cell : row) {
                sound = sound && cell.line >= row[0].line && cell.line <= lines && cell.column >= 1;
            }
            last = row[0].line;
        }
        if (!sound) FAIL("seed " << seed << ": " << text);
    }
}
