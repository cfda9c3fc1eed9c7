#include <string>
#include <vector>

#include <maillage/base/error.hpp>
#include <maillage/formats/load.hpp>

#include "support/catch.hpp"
#include "support/folder.hpp"

namespace {

using namespace maillage;
using formats::load;
using model::Table;
using Codes = std::vector<std::string>;

/// "E203 actors.csv:3" for each issue.
Codes codes(formats::Loaded& loaded) {
    Codes all;
    for (const base::Issue& issue : loaded.issues.sorted())
        all.push_back(std::string(issue.message.code) + " " + issue.file + ":" +
                      std::to_string(issue.line));
    return all;
}

constexpr std::string_view two_actors = "id,name,kind\na,A,public\nb,B,company\n";

}  // namespace

TEST_CASE("tables and columns bear French or English names, written anyhow", "[formats]") {
    const test::Folder folder;
    folder.write("Acteurs.CSV",
                 "Identifiant;DÉNOMINATION;Catégorie;Sous-type;Code commune\n"
                 "a;A;Association;;38185\n");
    folder.write("membres-partenariat.csv", "Partenariat;Acteur\np;a\n");
    folder.write("Conventions.csv", "identifiant;Date début\np;2020\n");
    folder.write("notes.pdf", "x");
    auto loaded = load(folder.path());
    CHECK(codes(loaded) == Codes{"N101 Acteurs.CSV:0", "W402 Conventions.csv:2"});
    CHECK(loaded.ignored_files == Codes{"notes.pdf"});
    const auto& info = loaded.data.table(Table::actors);
    CHECK(info.file == "Acteurs.CSV");
    CHECK(info.columns == Codes{"id", "name", "kind", "subkind", "territory"});
    CHECK(info.rows == 1);
    CHECK(info.sha256.size() == 64);
    CHECK(loaded.data.partnerships.rows[0].start == base::Date::year(2020));
}

TEST_CASE("an absent table is not an empty one", "[formats]") {
    const test::Folder folder;
    folder.write("actors.csv", two_actors);
    folder.write("events.csv", "id,date\n");
    const auto loaded = load(folder.path());
    CHECK(loaded.issues.unsorted().empty());
    CHECK(loaded.data.has(Table::events));
    CHECK(loaded.data.has_column(Table::events, "date"));
    CHECK_FALSE(loaded.data.has_column(Table::events, "themes"));
    CHECK_FALSE(loaded.data.has(Table::attendance));
    CHECK_FALSE(loaded.data.has(Table::territories));
}

TEST_CASE("two files for one table are an error", "[formats]") {
    const test::Folder folder;
    folder.write("acteurs.csv", two_actors);
    folder.write("actors.csv", two_actors);
    auto loaded = load(folder.path());
    CHECK(codes(loaded) == Codes{"E103 actors.csv:0"});
    CHECK(loaded.data.actors.size() == 2);
}

TEST_CASE("a folder that holds no dataset is refused", "[formats]") {
    const test::Folder folder;
    CHECK_THROWS_AS(load(folder.path()), base::InputError);
    CHECK_THROWS_AS(load(folder.path() / "absent"), base::InputError);
    const auto file = folder.write("actors.csv", two_actors);
    CHECK_THROWS_AS(load(file), base::InputError);
    formats::LoadOptions options;
    options.max_input = two_actors.size() - 1;
    CHECK_THROWS_AS(load(folder.path(), options), base::LimitError);
    ++options.max_input;
    CHECK_NOTHROW(load(folder.path(), options));
}

TEST_CASE("maillage.toml names columns, kinds, words and themes", "[formats]") {
    const test::Folder folder;
    folder.write("maillage.toml",
                 "[columns.actors]\nkind = \"Famille d’acteur\"\n"
                 "name = \"absente\"\n"
                 "[kinds]\n\"bailleur\" = \"public\"\n\"régie\" = \"company\"\n"
                 "[vocabulary.type]\n\"pacte\" = \"public_agreement\"\n"
                 "\"erreur\" = \"publik_agreement\"\n"
                 "[themes]\n\"transports\" = \"Mobilité\"\n");
    folder.write("actors.csv", "id,nom,Famille d’acteur\na,A,Bailleur\nb,B,régie\n");
    folder.write("partnerships.csv",
                 "id,type,members,themes\np,Pacte,a|b,Transports|mobilite|santé\n");
    auto loaded = load(folder.path());
    CHECK(codes(loaded) == Codes{"W105 actors.csv:1", "E328 maillage.toml:0"});
    CHECK(loaded.data.actors[0].kind == model::Kind::public_body);
    CHECK(loaded.data.actors[0].subkind == "Bailleur");
    CHECK(loaded.data.actors[1].kind == model::Kind::company);
    CHECK(loaded.data.partnerships.rows[0].type == model::PartnershipType::public_agreement);
    REQUIRE(loaded.data.themes.size() == 2);
    CHECK(loaded.data.themes[0].key == "mobilite");
    CHECK(loaded.data.themes[0].label == "Transports");
    CHECK(loaded.data.themes[1].label == "santé");
}

TEST_CASE("headers: missing, unknown, twice, two for one, kept, personal", "[formats]") {
    const test::Folder folder;
    folder.write("territories.csv", "id,nom,code_insee,siren_epci,nivau\nT,T,01004,,commune\n");
    folder.write("actors.csv", "id,name,kind,Kind,couleur,email,Téléphone\na,A,public,,,,\n");
    folder.write("events.csv", "id,name,quand\nr,R,2020-01-01\n");
    formats::LoadOptions options;
    options.keep_columns = {"Couleur"};
    auto loaded = load(folder.path(), options);
    CHECK(codes(loaded) == Codes{"N103 actors.csv:1", "E102 actors.csv:1", "E101 events.csv:1",
                                 "W101 events.csv:1", "W104 territories.csv:1",
                                 "W101 territories.csv:1"});
    for (const base::Issue& issue : loaded.issues.sorted()) {
        if (issue.message.code == "N103")
            CHECK(issue.message.arguments == Codes{"email, Téléphone"});
        if (issue.message.code == "W101" && issue.file == "territories.csv")
            CHECK(issue.message.help_arguments == Codes{"niveau"});
        if (issue.message.code == "E101")
            CHECK(issue.message.arguments == Codes{"date", "id, name, quand"});
    }
    CHECK(loaded.data.events.size() == 0);
    CHECK(loaded.data.table(Table::events).refused == 1);
}

TEST_CASE("without an id column a table takes its code, else its names", "[formats]") {
    const test::Folder folder;
    folder.write("territories.csv", "code,name\n01004,Ambérieu\n");
    folder.write("actors.csv", "nom,nature,siret,commune\nMairie,mairie,21010004400018,1004\n");
    folder.write("events.csv", "nom,date,organisateur\nForum,2020,21010004400018\n");
    auto loaded = load(folder.path());
    CHECK(loaded.data.territories[0].id == "01004");
    CHECK(loaded.data.actors[0].id == "21010004400018");
    CHECK(loaded.data.actors[0].seat.index == 0);
    CHECK(loaded.data.events.rows[0].id == "Forum");
    CHECK(loaded.data.events.rows[0].convenor.index == 0);
    CHECK_FALSE(loaded.issues.has_errors());
}

TEST_CASE("what refers to a table that is absent or unreadable is told once", "[formats]") {
    const test::Folder folder;
    folder.write("partnerships.csv", "id,members\np,a|b\nq,b|c\n");
    auto absent = load(folder.path());
    CHECK(codes(absent) == Codes{"E207 partnerships.csv:2"});
    CHECK(absent.issues.sorted()[0].message.arguments == Codes{"members", "actors.csv", "4"});
    folder.write("actors.csv", "id,name\na,A\nb,B\n");
    auto unreadable = load(folder.path());
    CHECK(codes(unreadable) == Codes{"E101 actors.csv:1", "W207 partnerships.csv:2"});
}
