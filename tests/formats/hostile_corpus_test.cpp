#include <filesystem>
#include <iostream>
#include <map>
#include <string>

#include "formats/csv_table.hpp"
#include "support/catch.hpp"

using namespace maillage;

namespace {

const std::filesystem::path corpus = MAILLAGE_SOURCE_DIR "/../shared/corpora/fr-hostile";
const test::Names known{"id",       "name",  "kind",   "territory",  "level",
                        "parent",   "nom",   "nature", "territoire", "subkind",
                        "type",     "start", "end",    "population", "longitude",
                        "latitude", "role",  "actor",  "partnership"};

/// What the reader alone must say of a file: code and line, empty when all is well. Files that are
/// not listed hold faults of values, which the reader does not see.
const std::map<std::string, std::string> expected{
    {"enc_cp1252.csv", "W002"},    {"enc_utf16le_nobom.csv", "E002"},
    {"enc_surrogate.csv", "E004"}, {"enc_nul.csv", "E005"},
    {"nl_embedded.csv", "E011"},   {"quote_unclosed.csv", "E012"},
    {"row_short.csv", "E011"},     {"row_only_seps.csv", "W011"},
    {"empty.csv", "E001"},         {"is_xlsx.csv", "E006"},
    {"wide.csv", "E503"},          {"enc_utf8_bom.csv", ""},
    {"enc_utf16le_bom.csv", ""},   {"enc_utf16be_bom.csv", ""},
    {"nl_mixed.csv", ""},          {"nl_none_last.csv", ""},
    {"quote_stray.csv", ""},       {"row_blank.csv", ""},
    {"header_only.csv", ""}};

}  // namespace

TEST_CASE("the reader says of the hostile corpus what its manifest says", "[csv][corpus]") {
    if (!std::filesystem::exists(corpus / "manifest.csv")) {
        std::cout << "SKIPPED: ../shared/corpora/fr-hostile is absent\n";
        return;
    }
    const test::Table manifest =
        test::read_file(corpus / "manifest.csv", {"file", "class", "line"});
    REQUIRE(manifest.header.size() == 7);
    CHECK(manifest.rows.size() >= 65);
    std::size_t checked = 0;
    for (const auto& row : manifest.rows) {
        const std::string& file = row[0];
        if (!file.ends_with(".csv")) continue;
        CAPTURE(file);
        const test::Table table = test::read_file(corpus / "files" / file, known);
        const auto found = expected.find(file);
        const std::string code = found == expected.end() ? "" : found->second;
        REQUIRE(table.issues.size() == (code.empty() ? 0 : 1));
        ++checked;
        if (code.empty()) continue;
        CHECK(table.issues[0].message.code == code);
        if (!row[5].empty()) CHECK(std::to_string(table.issues[0].line) == row[5]);
        CHECK((table.issues[0].severity == base::Severity::error) == (row[3] == "refuse"));
    }
    CHECK(checked >= 60);
}
