#include <maillage/report/issues.hpp>

#include "support/catch.hpp"

using namespace maillage;
using base::Issue;
using base::Language;
using base::Severity;

namespace {

/// An issue of the first date message: "{0}" is no date.
Issue bad_date(std::uint32_t line, std::uint32_t column, std::string excerpt) {
    Issue issue;
    issue.message = {"E301", {"31/02/2022"}, {}};
    issue.file = "rencontres.csv";
    issue.line = line;
    issue.column = column;
    issue.excerpt = std::move(excerpt);
    return issue;
}

report::IssueStyle style(Language language) {
    report::IssueStyle style;
    style.language = language;
    return style;
}

}  // namespace

TEST_CASE("an issue is a place, a sentence, the line read with a caret, and a cure") {
    const std::vector<Issue> issues{bad_date(3, 7, "réu;té;31/02/2022")};
    CHECK(report::issues_as_text(issues, style(Language::english)) ==
          "rencontres.csv:3:7: error: “31/02/2022” is no date of the calendar [E301]\n"
          "    réu;té;31/02/2022\n"
          "          ^\n"
          "    help: write the date as DD/MM/YYYY, YYYY-MM-DD, YYYY-MM or YYYY, in figures\n");
}

TEST_CASE("the caret stands below the character on a terminal, wide ones taking two columns") {
    const std::vector<Issue> issues{bad_date(3, 4, "表é;x")};
    CHECK_THAT(report::issues_as_text(issues, style(Language::english)),
               Catch::Contains("\n    表é;x\n        ^\n"));
}

TEST_CASE("a caret beyond a line that was cut is left out") {
    const std::vector<Issue> issues{bad_date(3, 40, "abc")};
    CHECK_THAT(report::issues_as_text(issues, style(Language::english)),
               Catch::Contains("\n    abc\n    help"));
}

TEST_CASE("ten issues of a code are shown, the others counted") {
    std::vector<Issue> issues;
    for (std::uint32_t line = 1; line <= 224; ++line) issues.push_back(bad_date(line, 0, ""));
    const std::string text = report::issues_as_text(issues, style(Language::english));
    CHECK_THAT(text, Catch::Contains("rencontres.csv:10: "));
    CHECK_THAT(text, !Catch::Contains("rencontres.csv:11: "));
    CHECK_THAT(text, Catch::EndsWith("... 214 more [E301]\n"));
    auto whole = style(Language::french);
    whole.most_of_a_code = 0;
    CHECK_THAT(report::issues_as_text(issues, whole),
               Catch::Contains("rencontres.csv:224: erreur"));
}

TEST_CASE("what a file holds never reaches the terminal raw") {
    Issue issue = bad_date(1, 0, "\x1b[2Jx");
    issue.file = "\x1b[31m.csv";
    issue.message.arguments = {"\x1b]0;title\x07"};
    const std::string text = report::issues_as_text({&issue, 1}, style(Language::english));
    CHECK(text.find('\x1b') == std::string::npos);
    CHECK_THAT(text, Catch::Contains("\\x1b[2Jx"));
}

TEST_CASE("machines get the fields of an issue, null or empty where they do not apply") {
    Issue issue = bad_date(3, 7, "a,\"b\"");
    issue.severity = Severity::warning;
    CHECK(report::issues_as_json_lines({&issue, 1}, Language::english) ==
          R"({"code":"E301","severity":"warning","file":"rencontres.csv","sheet":null,"line":3,)"
          R"("column":7,"message":"“31/02/2022” is no date of the calendar","excerpt":"a,\"b\"",)"
          R"("help":"write the date as DD/MM/YYYY, YYYY-MM-DD, YYYY-MM or YYYY, in figures"})"
          "\n");
    issue.excerpt = "=1+1";
    issue.column = 0;
    CHECK_THAT(report::issues_as_csv({&issue, 1}, Language::english),
               Catch::Contains("\nE301,warning,rencontres.csv,,3,,") && Catch::Contains(",'=1+1,"));
}

TEST_CASE("issues are counted in words") {
    base::Issues issues;
    Issue issue = bad_date(1, 0, "");
    issues.add(issue);
    issues.add(issue);
    issue.severity = Severity::warning;
    issues.add(issue);
    CHECK(report::count_of_issues(issues, 3, Language::french) ==
          "2 erreurs, 1 avertissement dans 3 fichiers");
    CHECK(report::count_of_issues({}, 1, Language::english) == "0 error, 0 warning in 1 file");
}
