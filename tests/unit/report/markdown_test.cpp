#include <algorithm>
#include <sstream>

#include <maillage/metrics/run.hpp>
#include <maillage/report/report.hpp>

#include "support/catch.hpp"
#include "support/sketch.hpp"

using namespace maillage;

namespace {

std::string markdown(const model::Dataset& data) {
    const metrics::Request request;
    const auto values = metrics::compute(data, request);
    report::Options options;
    options.format = "md";
    return report::write_report(
        {data, request, values, metrics::calendar(data, request), base::Language::french}, options);
}

/// Bars that part cells: those that no backslash precedes.
std::size_t bars_in(const std::string& line) {
    std::size_t bars = 0;
    for (std::size_t i = 0; i < line.size(); ++i)
        if (line[i] == '|' && (i == 0 || line[i - 1] != '\\')) ++bars;
    return bars;
}

}  // namespace

TEST_CASE("markdown holds the page, the table, the method and the files, in that order") {
    const std::string text = markdown(test::sketch(R"(
        public a
        company b
        meeting m 2021-03-01 #a|b: a b
        alliance p 2021-06-01 #a|b: a b
    )"));
    INFO(text);
    std::size_t at = 0;
    for (const char* part :
         {"# sketch — où en sont nos alliances", "## En deux phrases", "- ● ",
          "| Par enjeu | rencontres | alliances |", "## Valeurs", "| **Dialogue** |", "## Méthode",
          "(`dialogue_event_count`, docs/method/", "## Fichiers", "| events | "}) {
        INFO(part);
        at = text.find(part, at);
        REQUIRE(at != std::string::npos);
    }
}

TEST_CASE("markdown gives the reason right behind the dash of a value that is not there") {
    const std::string text = markdown(test::sketch("public a\ncompany b\nalliance p 2021: a b\n"));
    INFO(text);
    CHECK(text.find("| ● Expérimentations | – | pas encore renseigné | ") != std::string::npos);
}

TEST_CASE("tables of markdown have as many cells in every row") {
    std::istringstream lines(markdown(test::sketch(R"(
        public a
        company b
        meeting m 2021-03-01 #a|b: a b
        meeting m2 2021-03-01 #<script>*x*: a b
        alliance p 2021-06-01 #a|b: a b
    )")));
    std::size_t expected = 0, tables = 0;
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with('|')) {
            expected = 0;
            continue;
        }
        INFO(line);
        CHECK(line.find("<script") == std::string::npos);
        if (expected == 0) ++tables;
        if (expected == 0) expected = bars_in(line);
        CHECK(bars_in(line) == expected);
    }
    CHECK(tables == 3);
}
