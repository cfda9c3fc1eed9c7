#include <algorithm>
#include <regex>

#include <maillage/base/text.hpp>
#include <maillage/metrics/run.hpp>
#include <maillage/report/figures.hpp>
#include <maillage/report/report.hpp>

#include "support/catch.hpp"
#include "support/random_world.hpp"
#include "support/sketch.hpp"

using namespace maillage;
using base::Language;

namespace {

std::string table(const model::Dataset& data, const metrics::Request& request,
                  report::Options options = {}, Language language = Language::french) {
    options.table = true;
    const auto values = metrics::compute(data, request);
    return report::write_report({data, request, values, metrics::calendar(data, request), language},
                                options);
}

model::Dataset six_towns() {
    return test::sketch(R"(
        territory R
        territory T1 < R
        territory T2 < R
        territory T3 < R
        territory T4 < R
        territory T5 < R
        public a /T1
        company b /T2
        association c /T1
        meeting m1 2021-03-01 /T1: a b
        meeting m2 2021-04-01 /T1: a
        alliance p1 2021-06-01: a b
        alliance p2 2021-06-01 grant: a c
        as_of 2021-12-31
    )");
}

metrics::Request of_territories(std::uint32_t count) {
    metrics::Request request;
    for (std::uint32_t i = 0; i < count; ++i) request.territories.push_back({i});
    return request;
}

std::size_t lines_in(const std::string& text) {
    return static_cast<std::size_t>(std::ranges::count(text, '\n'));
}

metrics::Estimate share(double numerator, double denominator) {
    metrics::Estimate record;
    record.unit = "share";
    record.numerator = numerator;
    record.denominator = denominator;
    record.n = static_cast<std::int64_t>(denominator);
    record.value = numerator / denominator;
    return record;
}

}  // namespace

TEST_CASE("a share is told by its units, in per cent from thirty on") {
    CHECK(report::value_of(share(7, 9), Language::french) == "7 sur 9");
    CHECK(report::value_of(share(7, 9), Language::english) == "7 of 9");
    CHECK(report::value_of(share(12, 30), Language::french) == "40\u202F%");
    CHECK(report::value_of(share(12, 30), Language::english) == "40%");
    CHECK(report::value_of(share(1, 300), Language::english) == "0.3%");
    CHECK(report::reading_of(share(12, 30), Language::french) == "4 sur 10");
}

TEST_CASE("an index between 0 and 1 is no share of units") {
    metrics::Estimate index = share(9, 28);
    index.n = 4;
    CHECK(report::value_of(index, Language::french) == "0,32");
}

TEST_CASE("a value of two bounds is told by them, an undefined one by its reason") {
    metrics::Estimate record;
    record.value = 47;
    record.nature = metrics::FigureNature::estimated;
    record.range_low = 29;
    record.range_high = 47;
    CHECK(report::value_of(record, Language::french) == "de 29 à 47");
    CHECK(report::bounds_of(record, Language::french) == "–");
    metrics::Estimate none;
    none.status = metrics::Status::undefined;
    none.reason = "no_event";
    CHECK(report::value_of(none, Language::french) == "–");
    CHECK(report::reading_of(none, Language::french) == "aucune rencontre");
}

TEST_CASE("keys, days and periods are told in words") {
    CHECK(report::key_in_words("kind=company", Language::french) == "entreprises");
    CHECK(report::key_in_words("kinds=company|public", Language::english) ==
          "companies × public bodies");
    CHECK(report::key_in_words("measure=missing_time", Language::english) ==
          "missing: time to model");
    CHECK(base::in_words(*base::day_of(2018, 2, 1), Language::french) == "1er février 2018");
    CHECK(report::period_in_words("2019", Language::french) == "Année 2019");
    CHECK(report::period_in_words("2016-01-01/2025-12-31", Language::english) ==
          "From 2016 to 2025");
    CHECK(report::period_in_words("*", Language::english).empty());
}

TEST_CASE("every reason has its words in both languages") {
    for (const char* reason :
         {"isolate", "no_edges", "single_kind", "beyond_follow_up", "no_registry", "no_population",
          "unknown_dates", "no_relation", "no_event", "table_absent", "column_absent"}) {
        CHECK(report::reason_in_words(reason, Language::french) != reason);
        CHECK(report::reason_in_words(reason, Language::english) != reason);
    }
}

TEST_CASE("the table gives value, bounds, n and the reason where there is none") {
    const std::string text = table(six_towns(), {});
    INFO(text);
    CHECK(std::regex_search(
        text, std::regex("● Part des acteurs déjà venus +2 sur 3 +0,33 – 0,67 +3 +2\n")));
    CHECK(std::regex_search(text, std::regex("● Expérimentations +– +pas encore renseigné\n")));
    CHECK(text.find("\nDialogue\n") != std::string::npos);
    CHECK(text.find("\nLecture\u202F: 2 de nos 3 structures sont venues") != std::string::npos);
    CHECK(text.find("\nChamp\u202F: acteurs de la liste") != std::string::npos);
    CHECK(text.find("données au 31 décembre 2021") != std::string::npos);
    CHECK(text.find("[M401]") != std::string::npos);
}

TEST_CASE("the foot of a table says seed, draws and what p is worth") {
    std::string world, alliances;
    for (int i = 0; i < 12; ++i) world += "public a" + std::to_string(i) + "\n";
    for (int i = 0; i < 6; ++i)
        alliances += "alliance p" + std::to_string(i) + " 2021-06-01: a" + std::to_string(i) +
                     " a" + std::to_string(i + 6) + "\n";
    metrics::Request request;
    request.seed = 7;
    request.replicates = 400;
    const std::string text = table(test::sketch(world + alliances), request);
    INFO(text);
    // 0.5 over the root of 400.
    CHECK(text.find("\nTirages\u202F: graine 7, 400 par comparaison\u202F; écart-type de p\u202F: "
                    "0,025 au plus") != std::string::npos);
    request.replicates = 0;
    CHECK(table(test::sketch(world + alliances), request).find("Tirages") == std::string::npos);
}

TEST_CASE("the table takes forty lines at most, all of them with details") {
    report::Options details;
    details.details = true;
    for (std::uint32_t seed = 1; seed <= 10; ++seed) {
        const auto data = model::finish(test::random_draft(seed));
        const std::string text = table(data, {});
        INFO(text);
        CHECK(lines_in(text) <= 40);
        CHECK(lines_in(table(data, {}, details)) > metrics::compute(data, {}).rows.size());
    }
}

TEST_CASE("every part has a line in the table before any takes all the room") {
    for (std::uint32_t seed = 1; seed <= 10; ++seed) {
        const std::string text = table(model::finish(test::random_draft(seed)), {});
        INFO(text);
        for (const auto& part : metrics::dynamics)
            CHECK(text.find("\n" + std::string(part.label.fr) + "\n") != std::string::npos);
    }
}

TEST_CASE("a figure from elsewhere is told by whom it asked, and what") {
    auto data = six_towns();
    data.tables[static_cast<std::size_t>(model::Table::benchmarks)].present = true;
    data.benchmarks = {{"asked", "maires", "Et chez vous\u202F?", 0.76, {}, {}, {}},
                       {"heard", {}, {}, 0.5, 10.0, {}, {}}};
    report::Options options;
    options.section = "impacts";
    const std::string text = table(data, {}, options);
    INFO(text);
    CHECK(std::regex_search(text, std::regex("maires\u202F: Et chez vous\u202F\\? +0,76 ")));
    CHECK(std::regex_search(text, std::regex("heard +0,50 +0,24 – 0,76 +10 ")));
}

TEST_CASE("the table keeps to the width of the terminal") {
    for (const std::size_t width : {60, 80, 120}) {
        report::Options options;
        options.width = width;
        std::istringstream lines(table(six_towns(), {}, options));
        for (std::string line; std::getline(lines, line);) {
            INFO(line);
            CHECK(base::display_width(line) <= width);
        }
    }
}

TEST_CASE("up to four territories stand side by side, more one below the other") {
    const std::string columns = table(six_towns(), of_territories(2));
    INFO(columns);
    CHECK(std::regex_search(columns, std::regex("\n +Ensemble +R +T1\n")));
    CHECK(std::regex_search(columns, std::regex("● Acteurs suivis +3 +3 +2\n")));
    CHECK(columns.find("Dialogue selon le lieu") != std::string::npos);
    const std::string rows = table(six_towns(), of_territories(6));
    INFO(rows);
    CHECK(rows.find("\nA  ● Rencontres\n") != std::string::npos);
    CHECK(std::regex_search(rows, std::regex("\nT1 +2 ")));
    CHECK(lines_in(rows) <= 40);
}

TEST_CASE("simulated data are called so above any table") {
    auto data = six_towns();
    data.settings.simulated = true;
    for (const std::uint32_t territories : {0U, 2U, 6U})
        CHECK(table(data, of_territories(territories)).starts_with("sketch (données simulées)"));
}

TEST_CASE("a section of the table holds one dynamic") {
    report::Options options;
    options.section = "emergence";
    const std::string text = table(six_towns(), {}, options);
    CHECK(text.find("\nÉmergence\n") != std::string::npos);
    CHECK(text.find("\nDialogue\n") == std::string::npos);
}
