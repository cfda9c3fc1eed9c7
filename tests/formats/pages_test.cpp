#include <cstdlib>
#include <fstream>
#include <limits>
#include <set>
#include <sstream>

#include <maillage/base/numbers.hpp>
#include <maillage/base/text.hpp>
#include <maillage/formats/schema.hpp>
#include <maillage/formats/words.hpp>

#include "support/catch.hpp"
#include "support/folder.hpp"

// The pages of the format that people read say what the schema says, no more and no less. To write
// them again after a change of the schema: MAILLAGE_WRITE_PAGES=1 maillage_tests "pages of the*"

namespace {

using namespace maillage;
using namespace maillage::formats;

const std::string pages = MAILLAGE_SOURCE_DIR "/docs/formats/";

std::string code(std::string_view word) {
    return "`" + std::string(word) + "`";
}

/// What follows the first name of a list.
std::string others(std::string_view names) {
    std::string text;
    const std::size_t at = names.find('|');
    if (at == std::string_view::npos) return text;
    for_each_part(names.substr(at + 1),
                  [&](std::string_view name) { text += (text.empty() ? "" : ", ") + code(name); });
    return text;
}

std::string french_or(std::string_view names, std::string_view english) {
    return std::string(names.empty() ? english : first_name(names));
}

std::string file_of(Table table) {
    return french_or(schema_of(table).names, model::code_of(model::table_words, table)) + ".csv";
}

std::string words_of(Vocabulary vocabulary) {
    std::string text;
    std::set<std::string_view> seen;
    for (const WordGroup& group : groups_of(vocabulary))
        if (seen.insert(group.code).second)
            text += (text.empty() ? "" : ", ") + code(french_or(group.names, group.code));
    return text;
}

std::string target_of(Target target) {
    switch (target) {
        case Target::none:
            return "";
        case Target::territory:
            return file_of(Table::territories);
        case Target::actor:
            return file_of(Table::actors);
        case Target::source:
            return file_of(Table::sources);
        case Target::partnership:
            return file_of(Table::partnerships);
        case Target::event:
            return file_of(Table::events);
        case Target::experiment:
            return file_of(Table::experiments);
        case Target::actor_or_experiment:
            return file_of(Table::actors) + " ou " + file_of(Table::experiments);
        case Target::partnership_or_experiment:
            return file_of(Table::partnerships) + " ou " + file_of(Table::experiments);
    }
    return "";
}

std::string range_of(const Column& column) {
    const double infinity = std::numeric_limits<double>::infinity();
    if (column.low == -infinity) return "";
    if (column.high == infinity) return " ≥ " + base::shortest(column.low);
    return " de " + base::shortest(column.low) + " à " + base::shortest(column.high);
}

std::string content_of(const Column& column) {
    switch (column.type) {
        case Type::id:
            return "identifiant, propre à la ligne";
        case Type::name:
            return "nom";
        case Type::text:
            return "texte";
        case Type::url:
            return "adresse de site";
        case Type::date:
            return "date";
        case Type::integer:
            return "nombre entier" + range_of(column);
        case Type::number:
            return "nombre" + range_of(column);
        case Type::yes_no:
            return "oui ou non";
        case Type::word:
            return words_of(column.vocabulary);
        case Type::words:
            return "liste de " + words_of(column.vocabulary);
        case Type::open_word:
            return words_of(column.vocabulary) + " ou un autre texte";
        case Type::reference:
            return "renvoi à " + target_of(column.target);
        case Type::references:
            return "liste de renvois à " + target_of(column.target);
        case Type::theme:
            return "thème";
        case Type::themes:
            return "liste de thèmes";
        case Type::siren:
            return "SIREN, 9 chiffres";
        case Type::siret:
            return "SIRET, 14 chiffres";
        case Type::rna:
            return "W et 9 caractères";
    }
    return "";
}

void write_table(std::ostream& page, const TableSchema& table) {
    const auto english = model::code_of(model::table_words, table.table);
    page << "\n## " << file_of(table.table) << "\n\n";
    page << "En anglais " << code(std::string(english) + ".csv");
    if (const std::string more = others(table.names); !more.empty()) page << " ; aussi " << more;
    page << ".\n\n| colonne | en anglais | aussi | contenu |\n|---|---|---|---|\n";
    for (const Column& column : table.columns)
        page << "| " << code(french_or(column.aliases, column.name))
             << (column.required == Required::yes ? " *" : "") << " | " << code(column.name)
             << " | " << others(column.aliases) << " | " << content_of(column) << " |\n";
}

std::string tables() {
    std::ostringstream page;
    for (const TableSchema& table : schema()) write_table(page, table);
    return page.str();
}

constexpr std::pair<Vocabulary, std::string_view> vocabularies[] = {
    {Vocabulary::kind, "Nature d’un acteur"},
    {Vocabulary::level, "Niveau d’un territoire"},
    {Vocabulary::sphere, "Sphère"},
    {Vocabulary::domain, "Domaines"},
    {Vocabulary::function, "Fonctions"},
    {Vocabulary::scale, "Échelle"},
    {Vocabulary::partnership_type, "Type d’alliance"},
    {Vocabulary::intensity, "Intensité"},
    {Vocabulary::role, "Rôle dans une alliance ou un projet"},
    {Vocabulary::contribution, "Apport"},
    {Vocabulary::objective, "Objectifs"},
    {Vocabulary::attendance_role, "Rôle dans une rencontre"},
    {Vocabulary::nature, "Nature déclarée d’un projet"},
    {Vocabulary::taken_up, "Repris comme"},
    {Vocabulary::stage, "Étape d’un projet"},
    {Vocabulary::need, "Besoin d’un projet"},
    {Vocabulary::lever, "Levier d’un appui"},
    {Vocabulary::evaluation_mode, "Mode d’évaluation"},
    {Vocabulary::impact, "Impact"},
    {Vocabulary::sub_impact, "Sous-impact"},
    {Vocabulary::funding_source, "Source d’un financement"},
    {Vocabulary::stake, "Enjeux qui ont un nom dans les deux langues"},
    {Vocabulary::rating_item, "Critère d’une notation"},
    {Vocabulary::engagement_mean, "Moyen d’un engagement"},
    {Vocabulary::engagement_motor, "Moteur d’un engagement"},
};

std::string_view said(Hint hint) {
    switch (hint) {
        case Hint::none:
            return "";
        case Hint::person:
            return "une personne";
        case Hint::group:
            return "un groupe de personnes";
        case Hint::doubtful:
            return "avec un avertissement";
    }
    return "";
}

std::string french_name(Vocabulary vocabulary, std::string_view value) {
    for (const WordGroup& group : groups_of(vocabulary))
        if (group.code == value) return french_or(group.names, value);
    return {};
}

std::string words() {
    std::ostringstream page;
    for (const auto& [vocabulary, title] : vocabularies) {
        page << "\n### " << title
             << "\n\n| mot | en anglais | se lit aussi | |\n|---|---|---|---|\n";
        for (const WordGroup& group : groups_of(vocabulary)) {
            std::string more = others(group.names);
            for_each_part(group.also, [&](std::string_view word) {
                more += (more.empty() ? "" : ", ") + code(word);
            });
            page << "| " << code(french_name(vocabulary, group.code)) << " | " << code(group.code)
                 << " | " << more << " | " << said(group.hint) << " |\n";
        }
    }
    return page.str();
}

/// Compares what follows the mark, or writes it again.
void hold(const std::string& name, const std::string& expected) {
    const std::string mark = "<!-- La suite est tenue par tests/formats/pages_test.cpp. -->\n";
    const std::string page = test::content_of(pages + name);
    const std::size_t at = page.find(mark);
    REQUIRE(at != std::string::npos);
    if (std::getenv("MAILLAGE_WRITE_PAGES") != nullptr) {
        std::ofstream(pages + name) << page.substr(0, at) << mark << expected;
        return;
    }
    CHECK(page.substr(at + mark.size()) == expected);
}

}  // namespace

TEST_CASE("pages of the format say what the schema says", "[formats]") {
    hold("tables.md", tables());
    hold("words.md", words());
}

TEST_CASE("words of the files stand in the order of the model", "[formats]") {
    const auto check = [](Vocabulary vocabulary, const auto& table) {
        const auto groups = groups_of(vocabulary);
        REQUIRE(groups.size() >= table.size());
        for (std::size_t i = 0; i < table.size(); ++i) CHECK(groups[i].code == table[i].code);
    };
    check(Vocabulary::kind, model::kinds);
    check(Vocabulary::level, model::levels);
    check(Vocabulary::sphere, model::spheres);
    check(Vocabulary::partnership_type, model::partnership_types);
    check(Vocabulary::role, model::roles);
    check(Vocabulary::attendance_role, model::attendance_roles);
    check(Vocabulary::stage, model::stages);
    check(Vocabulary::lever, model::support_levers);
    check(Vocabulary::nature, model::natures);
    check(Vocabulary::need, model::project_needs);
    check(Vocabulary::scale, model::scales);
    check(Vocabulary::objective, model::objectives);
    check(Vocabulary::impact, model::impact_kinds);
    check(Vocabulary::engagement_mean, model::engagement_means);
    check(Vocabulary::engagement_motor, model::engagement_motors);
    const auto check_codes = [](Vocabulary vocabulary, const auto& codes) {
        const auto groups = groups_of(vocabulary);
        REQUIRE(groups.size() == codes.size());
        for (std::size_t i = 0; i < codes.size(); ++i) CHECK(groups[i].code == codes[i]);
    };
    check_codes(Vocabulary::sub_impact, model::sub_impact_codes);
    check_codes(Vocabulary::rating_item, model::rating_item_codes);
    check_codes(Vocabulary::contribution, model::contribution_codes);
    CHECK(std::size(vocabularies) == static_cast<std::size_t>(Vocabulary::engagement_motor));
}

TEST_CASE("the schema has one entry a table, and no name stands for two", "[formats]") {
    std::set<std::string> files;
    for (std::size_t i = 0; i < schema().size(); ++i) {
        const TableSchema& table = schema()[i];
        CHECK(static_cast<std::size_t>(table.table) == i);
        std::set<std::string> names{base::word_key(model::table_words[i].code)};
        for_each_part(table.names,
                      [&](std::string_view name) { names.insert(base::word_key(name)); });
        for (const std::string& name : names) CHECK(files.insert(name).second);
        std::set<std::string> columns;
        for (const Column& column : table.columns) {
            std::set<std::string> own{base::word_key(column.name)};
            for_each_part(column.aliases,
                          [&](std::string_view name) { own.insert(base::word_key(name)); });
            for (const std::string& name : own) {
                INFO(name);
                CHECK(columns.insert(name).second);
            }
        }
    }
}
