#include <algorithm>
#include <iostream>
#include <map>
#include <regex>
#include <set>

#include <nlohmann/json.hpp>

#include <maillage/formats/load.hpp>
#include <maillage/metrics/metric.hpp>
#include <maillage/metrics/run.hpp>
#include <maillage/report/page.hpp>
#include <maillage/report/report.hpp>

#include "support/catch.hpp"
#include "support/random_world.hpp"
#include "support/sketch.hpp"

using namespace maillage;
using base::Language;

namespace {

constexpr std::array languages{Language::french, Language::english};

/// A dataset with its values, and what is written from them.
struct Study {
    model::Dataset data;
    metrics::Request request;
    metrics::Values values;

    explicit Study(model::Dataset from, metrics::Request asked = {})
        : data(std::move(from)),
          request(std::move(asked)),
          values(metrics::compute(data, request)) {}

    [[nodiscard]] report::Document document(Language language) const {
        return {data, request, values, metrics::calendar(data, request), language};
    }
    [[nodiscard]] std::string page(Language language = Language::french) const {
        return report::write_report(document(language), {});
    }
};

Study valley(metrics::Request request = {}) {
    return Study(test::sketch(R"(
        territory T
        public town /T
        public state /T
        company firm /T
        company shop /T
        company mill /T
        association club /T
        citizen jo-the-person /T person
        meeting m1 2021-03-01 /T #water by town: town club jo-the-person
        meeting m2 2021-05-01 /T #roads by town: town !firm
        meeting m3 2021-06-01 /T #roads
        alliance p1 2021-06-01 /T #water: town firm
        alliance p2 2021-06-01 /T #roads seen 2023-11-01: town club jo-the-person
        alliance p3 2024-06-01 /T #roads: town club
        as_of 2023-12-31
    )"),
                 std::move(request));
}

/// The metrics behind the words that are made of several records.
const std::map<std::string_view, std::string_view> made_of{
    {"low_reach", "dialogue_reach"},
    {"reach_by_kind", "dialogue_reach"},
    {"missing_kind", "dialogue_reach"},
    {"projects_by_stage", "experiments_count"},
    {"missing_by_need", "experiments_support_fit"},
    {"untabled_stake", "stake_chain"},
    {"year_before", "emergence_new_count"},
    {"born_before", "emergence_new_count"},
    {"seeded_verdict", "emergence_seededness"},
    {"met_of", "emergence_conversion"},
    {"allied_low", "emergence_conversion"},
    {"allied_high", "emergence_conversion"},
    {"lasting_low", "emergence_survival"},
    {"lasting_high", "emergence_survival"},
    {"spread_low", "experiments_reach_spreading"},
    {"spread_high", "experiments_reach_spreading"},
    {"only_convened", "dialogue_catalyst_dependency"},
    {"only_convened_low", "dialogue_catalyst_dependency"},
    {"only_convened_high", "dialogue_catalyst_dependency"},
};
/// Names that come from the files or from the request.
const std::set<std::string_view> not_of_values{"silent_months", "lapsed_months", "refused_rows",
                                               "perimeter",     "of_period",     "tenths"};

std::set<std::string_view> metrics_of(const report::Sentence& sentence) {
    std::set<std::string_view> metrics;
    for (const std::string_view name : report::names_in(sentence.words.fr)) {
        if (const auto made = made_of.find(name); made != made_of.end()) {
            metrics.insert(made->second);
            continue;
        }
        const auto fact = std::ranges::find(report::fact_table(), name, &report::Fact::name);
        if (fact != report::fact_table().end()) metrics.insert(fact->metric);
    }
    return metrics;
}

/// The whole numbers that a text writes, groups of thousands put together.
std::vector<double> numbers_in(std::string text) {
    text = std::regex_replace(text, std::regex("(\\d)(\u202F|,)(\\d{3})"), "$1$3");
    std::vector<double> numbers;
    const std::regex number("\\d+");
    for (std::sregex_iterator at(text.begin(), text.end(), number), end; at != end; ++at)
        numbers.push_back(std::stod(at->str()));
    return numbers;
}

/// Every figure that the JSON gives for some metrics of a territory.
std::set<double> figures_of(const Study& study, const std::set<std::string_view>& metrics) {
    report::Options options;
    options.format = "json";
    const auto json =
        nlohmann::json::parse(report::write_report(study.document(Language::english), options));
    std::set<double> figures;
    for (const auto& record : json["values"]) {
        if (!metrics.contains(record["metric"].get<std::string>())) continue;
        for (const char* field : {"value", "numerator", "denominator", "n", "range_low"})
            if (record[field].is_number()) figures.insert(record[field].get<double>());
        // Some shares are told of 10, of 100 or of 1000 units.
        for (const double units : {10.0, 100.0, 1000.0}) {
            for (const char* field : {"value", "range_low", "range_high"})
                if (units == 10 && record[field].is_number())
                    figures.insert(std::round(units * record[field].get<double>()));
            if (record["nature"] != "estimated" || !record["ci_low"].is_number()) continue;
            figures.insert({units, std::floor(units * record["ci_low"].get<double>() + 1e-9),
                            std::ceil(units * record["ci_high"].get<double>() - 1e-9)});
        }
        // A compared share is told in whole relations: how many coincidence would give.
        if (record["nature"] != "compared" || !record["denominator"].is_number()) continue;
        for (const char* field : {"range_low", "range_high"})
            if (record[field].is_number())
                figures.insert(
                    std::round(record[field].get<double>() * record["denominator"].get<double>()));
    }
    return figures;
}

void check_numbers(const Study& study, Language language) {
    const auto document = study.document(language);
    for (const report::View& view : report::pages_of(document)) {
        const report::Page page = report::make_page(document, view);
        for (const auto* part : {&page.opening, &page.meeting, &page.allying, &page.experimenting,
                                 &page.limits, &page.questions}) {
            for (const report::Page::Line& line : *part) {
                INFO(line.sentence->id << ": " << line.text);
                auto figures = figures_of(study, metrics_of(*line.sentence));
                figures.insert({10, static_cast<double>(study.request.silent_months),
                                static_cast<double>(study.request.lapsed_months)});
                // The date of the list is no figure.
                for (const double number : numbers_in(report::perimeter_of(document)))
                    figures.insert(number);
                for (const double number : numbers_in(line.text)) CHECK(figures.contains(number));
            }
        }
    }
}

std::size_t words_in(const std::string& text) {
    std::istringstream words(text);
    return static_cast<std::size_t>(std::distance(std::istream_iterator<std::string>(words), {}));
}

}  // namespace

TEST_CASE("every sentence stands in both languages with the same figures") {
    for (const report::Sentence& sentence : report::sentences()) {
        INFO(sentence.id);
        CHECK_FALSE(sentence.words.fr.empty());
        CHECK_FALSE(sentence.words.en.empty());
        auto fr = report::names_in(sentence.words.fr);
        auto en = report::names_in(sentence.words.en);
        std::ranges::sort(fr);
        std::ranges::sort(en);
        CHECK(fr == en);
        for (const std::string_view name : fr) {
            INFO(name);
            CHECK((made_of.contains(name) || not_of_values.contains(name) ||
                   std::ranges::find(report::fact_table(), name, &report::Fact::name) !=
                       report::fact_table().end()));
        }
    }
}

TEST_CASE("every figure of the sentences is one of the catalogue") {
    for (const report::Fact& fact : report::fact_table()) {
        INFO(fact.name);
        CHECK(metrics::find_metric(fact.metric) != nullptr);
    }
}

TEST_CASE("no sentence speaks of cause, per cent or statistics") {
    const std::regex banned(
        "(effet|grâce à|a permis|ont permis|crée|mène à|entraîne|sans nous|accélère|prouve|effect|"
        "thanks to|led to|leads to|caused|drives|proves|%|±|indice|E-I|significati|p-value)",
        std::regex::icase);
    for (const report::Sentence& sentence : report::sentences()) {
        INFO(sentence.id);
        CHECK_FALSE(std::regex_search(std::string(sentence.words.fr), banned));
        CHECK_FALSE(std::regex_search(std::string(sentence.words.en), banned));
    }
}

TEST_CASE("French sentences follow French typography") {
    for (const report::Sentence& sentence : report::sentences()) {
        // The marks of the pattern itself are no punctuation.
        const std::string text =
            std::regex_replace(std::string(sentence.words.fr), std::regex("\\{[a-z_/]+\\??"), "{");
        INFO(sentence.id << ": " << text);
        CHECK(text.find('\'') == std::string::npos);
        CHECK_FALSE(std::regex_search(text, std::regex(" [:;?!]")));
        CHECK(text.find(" »") == std::string::npos);
        CHECK_FALSE(std::regex_search(text, std::regex("[a-z][:;?!]")));
    }
}

TEST_CASE("a page says what was counted, in French") {
    const std::string page = valley().page();
    const auto says = [&](std::string_view words) {
        INFO(page);
        CHECK(page.find(words) != std::string::npos);
    };
    says("sketch — où en sont nos alliances\u202F?");
    says("données au 31 décembre 2023\n7 structures suivies · 3 rencontres");
    says("EN DEUX PHRASES\n● 3 de nos 7 structures sont venues au moins une fois à une rencontre");
    says("aucune des 3 entreprises.");
    says("● 2 alliances sont nées\u202F; une autre est annoncée.");
    says(
        "1. SE RENCONTRER\n● Sont venus au moins une fois\u202F: acteurs publics "
        "1\u00A0sur\u00A02");
    says("○ De 1 à 2 alliances vivent encore\u202F: pour l’une d’elles, personne n’a eu");
    says("1. Quel sujet ferait venir les entreprises\u202F?");
    says("2 des 3 rencontres ont une feuille de présence.");
    says("Pas encore renseigné\u202F: expérimentations");
    says("● compté dans nos fichiers   ○ estimé, avec ses bornes\n");
}

TEST_CASE("a page says the same in English") {
    const std::string page = valley().page(Language::english);
    const auto says = [&](std::string_view words) {
        INFO(page);
        CHECK(page.find(words) != std::string::npos);
    };
    says("sketch — where do our alliances stand?");
    says("● 3 of our 7 actors have come to at least one meeting; none of the 3 companies.");
    says("○ Between 1 and 2 alliances are still alive: of one of them, nobody has had news");
    says("1. Which subject would bring in companies?");
}

TEST_CASE("the numbers of the sentences are those of the json") {
    for (const Language language : languages) {
        check_numbers(valley(), language);
        for (std::uint32_t seed = 1; seed <= 20; ++seed) {
            INFO("seed " << seed);
            check_numbers(Study(model::finish(test::random_draft(seed))), language);
        }
    }
}

TEST_CASE("a page names no person, shows no per cent and is one sheet long") {
    for (const Language language : languages) {
        const std::string page = valley().page(language);
        CHECK(page.find("jo-the-person") == std::string::npos);
        CHECK(page.find('%') == std::string::npos);
        CHECK(words_in(page) < 480);
        for (std::uint32_t seed = 1; seed <= 20; ++seed)
            CHECK(words_in(Study(model::finish(test::random_draft(seed))).page(language)) < 480);
    }
}

TEST_CASE("the datasets of the project have a page of one sheet, true to the json") {
    metrics::Request last_year;
    last_year.from = base::day_of(2025, 1, 1);
    last_year.to = base::day_of(2025, 12, 31);
    for (const Language language : languages) {
        const Study rameau(formats::load(MAILLAGE_SOURCE_DIR "/datasets/rameau").data);
        const std::string folder = MAILLAGE_SOURCE_DIR "/datasets/pays_simule";
        const Study simulated(formats::load(folder).data);
        const Study of_a_year(formats::load(folder).data, last_year);
        metrics::Request long_past;
        long_past.from = base::day_of(2020, 1, 1);
        long_past.to = base::day_of(2020, 12, 31);
        const Study of_the_past(formats::load(folder).data, long_past);
        for (const Study* study : {&rameau, &simulated, &of_a_year, &of_the_past}) {
            check_numbers(*study, language);
            CHECK(words_in(study->page(language)) < 480);
        }
    }
}

TEST_CASE("estimates are told in whole numbers, no narrower than their bounds") {
    // 24 pairs meet in 2020; 12 of them ally after one year, the other 12 are followed to the end.
    std::string text;
    for (int i = 0; i < 48; ++i) text += "public a" + std::to_string(i) + "\n";
    text += "meeting m 2018-01-01: a0 a1\n";
    for (int i = 0; i < 24; ++i) {
        const std::string both = ": a" + std::to_string(i) + " a" + std::to_string(i + 24) + "\n";
        text += "meeting m" + std::to_string(i) + " 2020-01-01" + both;
        if (i % 2 == 0) text += "alliance p" + std::to_string(i) + " 2021-01-01" + both;
    }
    const Study study(test::sketch(text + "as_of 2024-12-31\n"));
    const auto row = std::ranges::find_if(study.values.rows, [](const metrics::Estimate& r) {
        return r.metric == "emergence_conversion" && r.key == "horizon_months=24";
    });
    REQUIRE(row != study.values.rows.end());
    REQUIRE(row->value == 0.5);
    const std::string low = std::to_string(static_cast<int>(std::floor(100 * *row->ci_low)));
    const std::string high = std::to_string(static_cast<int>(std::ceil(100 * *row->ci_high)));
    const std::string page = study.page();
    INFO(page);
    CHECK(page.find("Sur 100 paires qui se sont rencontrées, de " + low + " à " + high +
                    " sont devenues") != std::string::npos);
}

TEST_CASE("the page of rameau says what its note says") {
    const std::string page =
        Study(formats::load(MAILLAGE_SOURCE_DIR "/datasets/rameau").data).page();
    INFO(page);
    for (const char* words :
         {"16 structures suivies · 4 rencontres", "● 4 de nos 16 structures sont venues",
          "● 9 alliances sont nées\u202F; une autre est annoncée.",
          "4 rencontres et 9 alliances nées\u202F: trop peu pour lire une tendance.",
          "Pas encore renseigné\u202F: expérimentations"})
        CHECK(page.find(words) != std::string::npos);
}

TEST_CASE("a verdict that depends on a tenth of the records is to confirm") {
    std::string text;
    for (int i = 0; i < 12; ++i) text += "public a" + std::to_string(i) + "\n";
    for (int i = 0; i < 6; ++i) {
        const std::string both = ": a" + std::to_string(i) + " a" + std::to_string(i + 6) + "\n";
        text += "meeting m" + std::to_string(i) + " 2020-01-15" + both;
        text += "alliance p" + std::to_string(i) + " 2020-06-01" + both;
    }
    Study study(test::sketch(text));
    CHECK(study.page().find("confirmer") == std::string::npos);
    // Six alliances are the fewest that are compared: one less, and nothing can be said.
    metrics::try_verdicts(study.data, study.request,
                          report::verdicts_of(study.document(Language::french), {}), study.values);
    const std::string french = study.page(), english = study.page(Language::english);
    INFO(french << english);
    CHECK(french.find("◐ À confirmer\u202F: chacune des 6 nouvelles alliances") !=
          std::string::npos);
    CHECK(english.find("◐ To confirm: each of the 6 new alliances") != std::string::npos);
    report::Options options;
    options.format = "json";
    const auto json =
        nlohmann::json::parse(report::write_report(study.document(Language::english), options));
    REQUIRE(json["verdicts"].size() == 1);
    CHECK(json["verdicts"][0]["verdict"] == "more");
    CHECK(json["verdicts"][0]["kept_without_relations"] == 0);
    CHECK(json["verdicts"][0]["to_confirm"] == true);
}

TEST_CASE("a page of a year recalls the year before only when the values hold it") {
    metrics::Request by_year;
    by_year.breakdown = metrics::Breakdown::by_year;
    by_year.from = base::day_of(2021, 1, 1);
    by_year.to = base::day_of(2022, 12, 31);
    const std::string page = valley(by_year).page();
    CHECK(page.find("Année 2022") != std::string::npos);
    CHECK(page.find("● Aucune alliance n’est née (2 en 2021)") != std::string::npos);
    metrics::Request one_year;
    one_year.from = base::day_of(2022, 1, 1);
    one_year.to = base::day_of(2022, 12, 31);
    CHECK(valley(one_year).page().find("(2 en 2021)") == std::string::npos);
}

TEST_CASE("a dataset with nothing but actors gives a short and honest page") {
    const std::string page = Study(test::sketch("public a\ncompany b")).page();
    INFO(page);
    CHECK(page.find("2 structures suivies\n") != std::string::npos);
    CHECK(page.find("PHRASE") == std::string::npos);
    CHECK(page.find("Pas encore renseigné\u202F: présences") != std::string::npos);
    CHECK(page.find("Pas encore renseigné\u202F: partenariats") != std::string::npos);
    CHECK(page.find("●") == std::string::npos);
}

TEST_CASE("the table of stakes says where each of them stops") {
    const Study study(test::sketch(R"(
        public a
        company b
        association c
        association d
        association e
        association f
        meeting m1 2021-03-01 #water by a: a b
        meeting m2 2021-03-01 #roads by a: a b
        alliance p1 2021-06-01 #water: a b
        stake a homes
        stake b homes
        stake c homes
        stake d homes
        stake e homes
        as_of 2021-12-31
    )"));
    const std::string page = study.page();
    INFO(page);
    CHECK(page.find("PAR ENJEU  rencontres  alliances\n"
                    "  water             1          1\n"
                    "  roads             1          0   <- on en parle, rien ne démarre encore\n"
                    "  homes             0          0   <- cité 5 fois, absent des rencontres\n") !=
          std::string::npos);
    CHECK(page.find("Ouvrons-nous une table «\u00A0homes\u00A0»\u202F?") != std::string::npos);
}

TEST_CASE("projects are told by stage, with what they lack") {
    const Study study(test::sketch(R"(
        public a
        company b
        project x1 2021-06-01: a b
        stage x1 modelling 2022-01-01
        project x2 2021-06-01: a b
        stage x2 spreading 2022-01-01
        project x3 2021-06-01: a b*deployment
        stage x3 spreading 2022-01-01
        support x1 funding a 2021-07-01
        as_of 2022-12-31
    )"));
    const std::string page = study.page();
    INFO(page);
    CHECK(page.find("● 2 projets arrivés à la modélisation ou plus loin n’ont pas de partenaire") !=
          std::string::npos);
    CHECK(page.find("● Étape atteinte\u202F: conception 0 · expérimentation 0 · modélisation 1 · "
                    "essaimage 2 ·") != std::string::npos);
    CHECK(page.find("un réseau pour essaimer (2 projets)") != std::string::npos);
    CHECK(page.find("Qui peut porter plus loin les 2 projets prêts\u202F?") != std::string::npos);
}

TEST_CASE("the largest kind of which fewer than a third came is asked for") {
    const std::string page = Study(test::sketch(R"(
        public town
        association club
        academic school
        academic college
        company firm
        company shop
        company mill
        company farm
        meeting m 2021-03-01: town club firm
        as_of 2021-12-31
    )"))
                                 .page();
    INFO(page);
    CHECK(page.find("chez les entreprises,") != std::string::npos);
    CHECK(page.find("1\u00A0sur\u00A04.\n") != std::string::npos);
    CHECK(page.find("1. Quel sujet ferait venir les entreprises\u202F?") != std::string::npos);
}

TEST_CASE("data without dates are not called running") {
    const std::string page =
        Study(test::sketch("public a\ncompany b\nalliance p ?: a b\nalliance q ?: a b")).page();
    INFO(page);
    CHECK(page.find("Données sans date\n") != std::string::npos);
    CHECK(page.find("2 alliances sont connues, sans date.") != std::string::npos);
    CHECK(page.find("en cours") == std::string::npos);
    CHECK(page.find("confiance") == std::string::npos);
}

TEST_CASE("simulated data are called so in the title, rows left out in the limits") {
    auto data = test::sketch("public a\ncompany b\nalliance p 2021-01-01: a b");
    data.settings.simulated = true;
    data.tables[static_cast<std::size_t>(model::Table::partnerships)].refused = 3;
    const std::string page = Study(std::move(data)).page();
    CHECK(page.find("sketch (données simulées) — ") != std::string::npos);
    CHECK(page.find("3 lignes des fichiers ont été laissées de côté") != std::string::npos);
}

TEST_CASE("lines keep to the width of the terminal") {
    for (const std::size_t width : {60, 80, 140}) {
        report::Options options;
        options.width = width;
        std::istringstream lines(
            report::write_report(valley().document(Language::french), options));
        for (std::string line; std::getline(lines, line);) {
            INFO(line);
            CHECK(base::display_width(line) <= width);
        }
    }
}

TEST_CASE("look at the page of a folder", "[.look]") {
    const char* folder = std::getenv("FOLDER");
    if (folder == nullptr) return;
    metrics::Request request;
    if (const char* year = std::getenv("YEAR")) {
        const auto date = base::read_date(year).date;
        request.from = date.first();
        request.to = date.last();
    }
    const Study study(formats::load(folder).data, request);
    report::Options options;
    if (std::getenv("TABLE") != nullptr) options.table = true;
    if (const char* format = std::getenv("FORMAT")) options.format = format;
    if (const char* width = std::getenv("WIDTH")) options.width = std::stoul(width);
    for (const Language language : languages)
        std::cout << report::write_report(study.document(language), options) << "\n-----\n";
}

TEST_CASE("the page says what would be lost with one actor, without naming it") {
    // The hub joins three pairs; without it two of them, four actors, no longer reach the third.
    const std::string world =
        "association hub\npublic a\npublic b\npublic c\npublic d\npublic e\npublic f\n"
        "alliance p 2020-01-01: hub a b\nalliance q 2020-01-01: hub c d\n"
        "alliance r 2020-01-01: hub e f\n";
    const std::string lost = "Parmi nos 7 structures alliées, une seule en relie 4 aux autres";
    const std::string page = Study(test::sketch(world)).page();
    INFO(page);
    CHECK(page.find(lost) != std::string::npos);
    CHECK(page.find("hub") == std::string::npos);
    // Another way round, and nothing hangs on one.
    CHECK(Study(test::sketch(world + "alliance s 2020-01-01: a c e\n"))
              .page()
              .find("une seule en relie") == std::string::npos);
}
