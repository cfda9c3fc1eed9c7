#include <string>
#include <vector>

#include <maillage/formats/settings.hpp>

#include "support/catch.hpp"
#include "support/folder.hpp"

using namespace maillage;
using formats::SettingsFile;
using Codes = std::vector<std::string>;

namespace {

struct Read {
    SettingsFile file;
    std::vector<base::Issue> issues;

    /// "E061 2:1" for each issue.
    [[nodiscard]] Codes codes() const {
        Codes all;
        for (const base::Issue& issue : issues)
            all.push_back(std::string(issue.message.code) + " " + std::to_string(issue.line) + ":" +
                          std::to_string(issue.column));
        return all;
    }
};

Read read(std::string_view toml) {
    const test::Folder folder;
    folder.write("maillage.toml", toml);
    base::Issues issues;
    Read result;
    result.file = formats::read_settings(folder.path(), issues);
    result.issues = issues.sorted();
    return result;
}

}  // namespace

TEST_CASE("without maillage.toml the title is the name of the folder", "[settings]") {
    const test::Folder folder;
    base::Issues issues;
    const SettingsFile file = formats::read_settings(folder.path(), issues);
    CHECK(file.settings.title == folder.path().filename().string());
    CHECK(formats::read_settings(folder.path() / "", issues).settings.title ==
          folder.path().filename().string());
    CHECK(file.settings.currency == "EUR");
    CHECK_FALSE(file.settings.language.has_value());
    CHECK_FALSE(file.settings.perimeter.has_value());
    CHECK(file.sha256.empty());
    CHECK(issues.unsorted().empty());
}

TEST_CASE("every key of the format is read", "[settings]") {
    const Read got = read(R"(
[dataset]
title = "Pays de Gignac"
lang = "fr"
currency = "CHF"
as_of = "2023-12-31"
complete = ["events", "partenariats", "events"]
simulated = true
source = "comité de pilotage"
[columns.actors]
kind = "categorie acteur"
[columns.rencontres]
date = "jour"
[kinds]
"bailleur social" = "public"
[themes]
"transports" = "mobilite"
[perimetre]
rule = "registry"
date = "31/12/2023"
by = "comité de pilotage"
[vocabulary.role]
"pilote" = "lead"
)");
    CHECK(got.codes().empty());
    const auto& settings = got.file.settings;
    CHECK(settings.title == "Pays de Gignac");
    CHECK(settings.language == base::Language::french);
    CHECK(settings.currency == "CHF");
    CHECK(settings.as_of == base::day_of(2023, 12, 31));
    CHECK(settings.complete == std::vector{model::Table::events, model::Table::partnerships});
    CHECK(settings.simulated);
    CHECK(settings.source == "comité de pilotage");
    REQUIRE(settings.perimeter.has_value());
    CHECK(settings.perimeter->rule == "registry");
    CHECK(settings.perimeter->date == "2023-12-31");
    CHECK(settings.perimeter->by == "comité de pilotage");
    CHECK(got.file.columns.at("actors").at("kind") == "categorie acteur");
    CHECK(got.file.columns.at("events").at("date") == "jour");
    CHECK(got.file.kinds.at("bailleur social") == "public");
    CHECK(got.file.themes.at("transports") == "mobilite");
    CHECK(got.file.vocabulary.at("role").at("pilote") == "lead");
}

TEST_CASE("an unknown key is an error with its place and the nearest key", "[settings]") {
    const Read got =
        read("[dataset]\ntitle = \"é\"\nlangue = \"fr\"\n[datset]\n[columns.acters]\n");
    REQUIRE(got.codes() == Codes{"E061 3:1", "E061 4:2", "E061 5:10"});
    CHECK(got.issues[0].message.text(base::Language::english) == "unknown key “langue”");
    CHECK(got.issues[0].message.help(base::Language::english) == "did you mean “lang”?");
    CHECK(got.issues[0].excerpt == "langue = \"fr\"");
    CHECK(got.issues[1].message.help_arguments == Codes{"dataset"});
    CHECK(got.issues[2].message.help_arguments == Codes{"actors"});
}

TEST_CASE("columns and vocabularies are named in French or in English", "[settings]") {
    const Read got = read(R"([columns.acteurs]
nature = "catégorie"
natur = "x"
[columns."membres partenariat"]
acteur = "structure"
[vocabulary."étape"]
"prototype" = "experimentation"
[vocabulary.nature]
"bailleur" = "public"
[vocabulary.type]
"pacte" = "public_agreement"
[vocabulary.name]
"x" = "y"
)");
    REQUIRE(got.codes() == Codes{"E061 3:1", "E061 12:13"});
    CHECK(got.issues[0].message.help_arguments == Codes{"nature"});
    CHECK(got.file.columns.at("actors").at("kind") == "catégorie");
    CHECK(got.file.columns.at("partnership_members").at("actor") == "structure");
    CHECK(got.file.vocabulary.at("stage").at("prototype") == "experimentation");
    CHECK(got.file.kinds.at("bailleur") == "public");
    // The name of a column goes before the same word as another name of one.
    CHECK(got.file.vocabulary.at("type").at("pacte") == "public_agreement");
}

TEST_CASE("values of another type or impossible are errors with their place", "[settings]") {
    const Read got = read(R"([dataset]
title = 12
simulated = "oui"
as_of = "31/02/2022"
complete = "events"
lang = "de"
currency = "euro"
[perimetre]
rule = "registre"
date = "2023"
)");
    CHECK(got.codes() == Codes{"E062 2:9", "E062 3:13", "E063 4:9", "E062 5:12", "E064 6:8",
                               "E062 7:12", "E064 9:8", "E063 10:8"});
    CHECK(got.issues[6].message.help_arguments == Codes{"registry"});
    CHECK(got.file.settings.currency == "EUR");
    CHECK_FALSE(got.file.settings.as_of.has_value());
    CHECK(read("dataset = 1\n").codes() == Codes{"E062 1:11"});
    CHECK(read("[dataset]\ncomplete = [\"event\", 3]\n").codes() ==
          Codes{"E064 2:13", "E062 2:22"});
}

TEST_CASE("a date of TOML is read as well as a text", "[settings]") {
    CHECK(read("[dataset]\nas_of = 2018-01-31\n").file.settings.as_of == base::day_of(2018, 1, 31));
}

TEST_CASE("keys for later are checked and noted", "[settings]") {
    const Read got = read("[map]\nlayout = \"force\"\npaper = \"A5\"\n[privacy]\nmin_cell = 11\n");
    CHECK(got.codes() == Codes{"N060 2:1", "E064 3:9", "N060 5:1"});
    CHECK(read("[privacy]\nmin_cell = 0\n").codes() == Codes{"E062 2:12"});
}

TEST_CASE("a fault of syntax is one error with its place", "[settings]") {
    CHECK(read("[dataset]\ntitle = \"x\n").codes() == Codes{"E060 2:11"});
    CHECK(read("[dataset]\ntitle = \"x\"\ntitle = \"y\"\n").issues.at(0).line == 3);
    const std::string deep = "x = " + std::string(100'000, '[');
    CHECK(read(deep).issues.at(0).message.code == "E060");
}

TEST_CASE("a word with an accent wants quotes, and says so", "[settings]") {
    const Read got = read("[dataset]\ntitreé = 1\n");
    REQUIRE(got.codes() == Codes{"E065 2:1"});
    CHECK(got.issues[0].message.arguments == Codes{"titreé"});
    CHECK(read("[thèmes]\n").codes() == Codes{"E065 1:2"});
    CHECK(read("[themes]\na.été = \"x\"\n").codes() == Codes{"E065 2:3"});
    CHECK(read("[dataset]\ntitle = Été\n").codes() == Codes{"E065 2:9"});
    CHECK(read("# été\n[themes]\n\"mobilités\" = \"mobilité\" # déjà\n").codes().empty());
    CHECK(read("[dataset]\ntitle = \"\"\"\nété = 1\n\"\"\"\n").codes().empty());
}

TEST_CASE("an empty maillage.toml is no fault, another encoding is converted", "[settings]") {
    CHECK(read("").codes().empty());
    CHECK(read("# rien\n").codes().empty());
    const Read got = read("[dataset]\ntitle = \"Pays d'H\xE9rault\"\n");
    CHECK(got.codes() == Codes{"W002 2:18"});
    CHECK(got.file.settings.title == "Pays d'Hérault");
    CHECK(got.file.sha256.size() == 64);
}

TEST_CASE("a folder called maillage.toml is an issue", "[settings]") {
    const test::Folder folder;
    std::filesystem::create_directory(folder.path() / "maillage.toml");
    base::Issues issues;
    static_cast<void>(formats::read_settings(folder.path(), issues));
    REQUIRE(issues.unsorted().size() == 1);
    CHECK(issues.unsorted()[0].message.code == "S002");
}

TEST_CASE("the settings of the datasets of the project are sound", "[settings]") {
    const std::filesystem::path datasets = MAILLAGE_SOURCE_DIR "/datasets";
    std::size_t read_files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(datasets)) {
        if (!entry.is_directory()) continue;
        base::Issues issues;
        const SettingsFile file = formats::read_settings(entry.path(), issues);
        CAPTURE(entry.path().filename().string());
        CHECK(issues.unsorted().empty());
        CHECK(file.settings.title != entry.path().filename().string());
        ++read_files;
    }
    CHECK(read_files >= 4);
}
