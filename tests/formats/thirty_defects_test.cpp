#include <string>
#include <vector>

#include <maillage/formats/load.hpp>

#include "support/catch.hpp"

namespace {

using namespace maillage;

formats::Loaded load_defects() {
    return formats::load(MAILLAGE_SOURCE_DIR "/tests/formats/thirty_defects");
}

std::vector<std::string> places(base::Issues& issues) {
    std::vector<std::string> all;
    for (const base::Issue& issue : issues.sorted())
        all.push_back(std::string(issue.message.code) + " " + issue.file + ":" +
                      std::to_string(issue.line) + ":" + std::to_string(issue.column));
    return all;
}

}  // namespace

TEST_CASE("thirty defects and more are told in one pass, each at its place", "[formats]") {
    auto loaded = load_defects();
    CHECK(loaded.issues.count(base::Severity::error) == 30);
    const std::vector<std::string> expected{
        "W051 acteur.csv:0:0",                // a file that is nearly a table
        "N103 acteurs.csv:1:0",               // addresses of persons
        "W101 acteurs.csv:1:38",              // an unknown column
        "W331 acteurs.csv:2:25",              // a wrong key
        "E322 acteurs.csv:3:13",              // an unknown word, twice
        "W212 acteurs.csv:4:28",              // a zero lost
        "E331 acteurs.csv:4:33",              // a number destroyed
        "W321 acteurs.csv:5:24",              // a word of two meanings
        "W206 acteurs.csv:5:39",              // a refused commune
        "E401 acteurs.csv:6:37",              // closed before it was created
        "E205 acteurs.csv:7:1",               // no id
        "W203 acteurs.csv:8:19",              // a name for an id
        "E301 acteurs.csv:8:31",              // 31 February
        "W201 acteurs.csv:9:0",               // ids that differ by a capital
        "E327 acteurs.csv:9:34",              // no address
        "E203 acteurs.csv:10:19",             // an unknown commune
        "E321 acteurs.csv:11:6",              // no name
        "E101 evaluations.csv:1:0",           // a column is missing
        "E405 membres_partenariat.csv:2:19",  // joined before the start
        "E406 membres_partenariat.csv:3:24",  // left after the end
        "E203 membres_partenariat.csv:4:4",   // an unknown actor
        "E322 membres_partenariat.csv:5:12",  // an unknown role
        "W206 membres_partenariat.csv:6:1",   // a refused alliance
        "E011 membres_partenariat.csv:7:0",   // cells are missing
        "E401 partenariats.csv:2:33",         // the end before the start
        "E325 partenariats.csv:3:37",         // a negative amount
        "E322 partenariats.csv:4:52",         // an intensity of 5
        "W301 partenariats.csv:5:20",         // a year of two digits
        "E312 partenariats.csv:5:37",         // a unit in a number
        "E311 presences.csv:2:24",            // a number in letters
        "W401 presences.csv:4:0",             // an actor twice
        "E322 presences.csv:5:11",            // an unknown role
        "E102 projets.csv:1:8",               // a column twice
        "E323 projets.csv:2:17",              // neither yes nor no
        "E301 rencontres.csv:2:10",           // month 13
        "W302 rencontres.csv:3:9",            // a day number
        "E314 territoires.csv:6:28",          // a fraction of an inhabitant
        "E324 territoires.csv:7:23",          // off the earth
        "E403 territoires.csv:9:20",          // a loop
        "E404 territoires.csv:10:16",         // its own parent
        "E201 territoires.csv:11:1",          // a row twice
        "E202 territoires.csv:12:1",          // an id twice
        "E203 territoires.csv:13:20",         // an unknown parent
    };
    CHECK(places(loaded.issues) == expected);
}

TEST_CASE("a defect says what was seen, what was expected and what is near", "[formats]") {
    auto loaded = load_defects();
    const auto at = [&](std::string_view code, std::string_view file, std::uint32_t line) {
        for (const base::Issue& issue : loaded.issues.sorted())
            if (issue.message.code == code && issue.file == file && issue.line == line)
                return issue;
        return base::Issue{};
    };
    const auto french = base::Language::french;
    const auto kind = at("E322", "acteurs.csv", 3);
    CHECK(kind.message.arguments ==
          std::vector<std::string>{"asociation", "nature",
                                   "public, company (entreprise), association, citizen (citoyen), "
                                   "academic (academique), other (autre)",
                                   "2"});
    CHECK(kind.message.help_arguments == std::vector<std::string>{"association"});
    CHECK(at("E404", "territoires.csv", 10).excerpt == "SOI;;Soi;autre;SOI;;;");
    // Lines that say how to reach a person are not shown.
    CHECK(kind.excerpt.empty());
    CHECK(at("E203", "membres_partenariat.csv", 4).message.help(french).find("mission") !=
          std::string::npos);
    CHECK(at("E203", "territoires.csv", 13).message.help_arguments ==
          std::vector<std::string>{"VAL"});
    CHECK(at("E202", "territoires.csv", 12).message.arguments ==
          std::vector<std::string>{"C2", "6"});
    CHECK(at("E403", "territoires.csv", 9).message.arguments ==
          std::vector<std::string>{"BA > BB > BA"});
    CHECK(at("W206", "membres_partenariat.csv", 6).message.arguments ==
          std::vector<std::string>{"p1", "partenariats.csv", "2", "1"});
    CHECK(at("W302", "rencontres.csv", 3).message.text(french).find("2020-01-01") !=
          std::string::npos);
    CHECK(at("E101", "evaluations.csv", 1).message.arguments ==
          std::vector<std::string>{"mode", "objet, date"});
    CHECK(at("W051", "acteur.csv", 0).message.help(french).find("acteurs.csv") !=
          std::string::npos);
}

TEST_CASE("what is sound is kept and what is refused is counted", "[formats]") {
    const auto loaded = load_defects();
    const auto& data = loaded.data;
    const auto counts = [&](model::Table table) {
        return std::pair(data.table(table).rows, data.table(table).refused);
    };
    using Counts = std::pair<std::uint64_t, std::uint64_t>;
    CHECK(counts(model::Table::territories) == Counts{12, 4});
    CHECK(counts(model::Table::actors) == Counts{10, 8});
    CHECK(counts(model::Table::partnerships) == Counts{5, 4});
    CHECK(counts(model::Table::partnership_members) == Counts{6, 6});
    CHECK(counts(model::Table::attendance) == Counts{4, 2});
    CHECK(counts(model::Table::evaluations) == Counts{1, 1});
    CHECK(data.actors.size() == 2);
    CHECK(data.find_actor("mairie").known());
    CHECK(data.find_actor("mission").known());
    CHECK(data.partnerships.rows.front().id == "p5");
    CHECK(data.partnerships.members[0].size() == 2);
    CHECK_FALSE(data.has_column(model::Table::actors, "courriel"));
    CHECK(data.has_column(model::Table::actors, "created"));
}
