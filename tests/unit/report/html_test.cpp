#include <set>
#include <string>
#include <vector>

#include <maillage/metrics/run.hpp>
#include <maillage/report/report.hpp>

#include "support/catch.hpp"
#include "support/sketch.hpp"

using namespace maillage;

namespace {

std::string html(const model::Dataset& data, base::Language language,
                 const metrics::Request& request = {}, report::Options options = {}) {
    options.format = "html";
    const auto values = metrics::compute(data, request);
    return report::write_report({data, request, values, metrics::calendar(data, request), language},
                                options);
}

model::Dataset territory() {
    return test::sketch(R"(
        public a
        company b
        meeting m 2021-03-01 #food: a b
        alliance p 2021-06-01 #food: a b
    )");
}

/// What stands between `before` and the next quote, wherever it does.
std::vector<std::string> quoted_after(const std::string& text, const std::string& before) {
    std::vector<std::string> found;
    for (std::size_t at = text.find(before); at != std::string::npos; at = text.find(before, at)) {
        at += before.size();
        found.push_back(text.substr(at, text.find('"', at) - at));
    }
    return found;
}

void check_order(const std::string& text, const std::vector<std::string>& parts) {
    INFO(text);
    std::size_t at = 0;
    for (const std::string& part : parts) {
        INFO(part);
        at = text.find(part, at);
        REQUIRE(at != std::string::npos);
    }
}

}  // namespace

TEST_CASE("html holds the page, the values, the method and the files, in both languages") {
    check_order(
        html(territory(), base::Language::french),
        {"<!DOCTYPE html>", "<html lang=\"fr\">", "<h1>sketch — où en sont nos alliances",
         "<h2>En deux phrases</h2>", "aria-label=\"compté\"", "<h2>Par enjeu</h2>",
         "<h1>Valeurs</h1>", "scope=\"rowgroup\"", "Dialogue", "scope=\"row\"",
         "<h1>Méthode et sources</h1>", "id=\"m-dialogue_event_count\"", "SHA-256", "</html>"});
    check_order(html(territory(), base::Language::english),
                {"<html lang=\"en\">", "<h2>In two sentences</h2>", "aria-label=\"counted\"",
                 "<h1>Values</h1>", "<h1>Method and sources</h1>"});
}

TEST_CASE("html asks for nothing from anywhere and runs nothing") {
    const std::string text = html(territory(), base::Language::french);
    CHECK(text.find("content=\"default-src 'none'; style-src 'unsafe-inline';") !=
          std::string::npos);
    for (const char* outside :
         {"http:", "https:", " src=", "url(", "@import", "<script", "<link"}) {
        INFO(outside);
        CHECK(text.find(outside) == std::string::npos);
    }
    for (const std::string& target : quoted_after(text, "href=\"")) CHECK(target.front() == '#');
}

TEST_CASE("every figure of the html table leads to the note on its method") {
    const std::string text = html(territory(), base::Language::french);
    const auto ids = quoted_after(text, " id=\"");
    const std::set<std::string> known(ids.begin(), ids.end());
    CHECK(known.size() == ids.size());
    for (const std::string& target : quoted_after(text, "href=\"#")) {
        INFO(target);
        CHECK(known.contains(target));
    }
    const std::string table = text.substr(text.find("id=\"values\""));
    const std::string rows = table.substr(0, table.find("</table>"));
    std::size_t lines = 0;
    for (std::size_t at = rows.find("<th scope=\"row\""); at != std::string::npos;
         at = rows.find("<th scope=\"row\"", at + 1)) {
        const std::string row = rows.substr(at, rows.find("</th>", at) - at);
        INFO(row);
        CHECK(row.find("<a href=\"#m-") != std::string::npos);
        CHECK(row.find(" title=\"") != std::string::npos);
        ++lines;
    }
    CHECK(lines > 10);
}

TEST_CASE("names of the files are text in html, and nothing else") {
    auto data = test::sketch(R"(
        public a
        company b
        meeting m 2021-03-01 #<script>alert(1)</script>: a b
        alliance p 2021-06-01 #"onclick="x: a b
    )");
    data.settings.title = "<img src=x> & \"Co\" ]]> \x1b[2J \u2028 \u05E9\u05DC\u05D5\u05DD";
    data.settings.source = "</style></main><b>\x01";
    const std::string text = html(data, base::Language::french);
    INFO(text);
    for (const char* alive : {"<script", "<img", "<b>", "\"onclick", "\x1b", "\x01", "]]>"})
        CHECK(text.find(alive) == std::string::npos);
    CHECK(text.find("&lt;script&gt;alert(1)&lt;/script&gt;") != std::string::npos);
    CHECK(text.find("&lt;img src=x&gt; &amp; &quot;Co&quot; ]]&gt;") != std::string::npos);
    CHECK(text.find("\u05E9\u05DC\u05D5\u05DD") != std::string::npos);
    CHECK(text.find("</style>") == text.rfind("</style>"));
}

TEST_CASE("without a page html opens with the values, also of an empty table") {
    metrics::Request request;
    request.metrics = {"dialogue_event_count"};
    report::Options options;
    options.table = true;
    const std::string text = html(territory(), base::Language::english, request, options);
    CHECK(text.find("id=\"page\"") == std::string::npos);
    CHECK(text.find("href=\"#page\"") == std::string::npos);
    check_order(html(test::sketch(""), base::Language::english),
                {"<h1>Values</h1>", "<h1>Method and sources</h1>", "</html>"});
}
