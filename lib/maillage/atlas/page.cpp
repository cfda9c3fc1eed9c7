#include <algorithm>
#include <array>

#include <maillage/atlas/page.hpp>
#include <maillage/base/clean_text.hpp>
#include <maillage/base/hashes.hpp>
#include <maillage/metrics/metric.hpp>
#include <maillage/report/figures.hpp>
#include <maillage/report/table.hpp>

namespace maillage::atlas {

namespace {

using base::Words;
using metrics::Estimate;

constexpr Words without_script{
    "Cette page est interactive\u202f: ses cartes et ses courbes demandent JavaScript, que ce "
    "navigateur n’exécute pas. Voici le tableau des territoires.",
    "This page is interactive: its maps and curves need JavaScript, which this browser does not "
    "run. Here is the table of territories."};
constexpr Words territory_head{"Territoire", "Territory"};
constexpr std::array<std::string_view, 4> columns{"actor_count", "dialogue_event_count",
                                                  "emergence_active_count", "experiments_count"};

std::string hash_of(std::string_view text) {
    return "'sha256-" + base64(base::sha256(text)) + "'";
}

/// Nothing is fetched, sent or framed; what runs is what was built.
std::string policy(const Viewer& viewer) {
    return "default-src 'none'; script-src " + hash_of(viewer.script) + "; style-src " +
           hash_of(viewer.style) + "; base-uri 'none'; form-action 'none'";
}

class Page {
  public:
    explicit Page(const PageParts& parts) : parts_(parts), language_(parts.document.language) {}

    std::string text() && {
        const std::string name =
            report::name_of({"*", parts_.dataset.settings.title, "all", "*"}, parts_.document);
        const bool french = language_ == base::Language::french;
        out_ += french ? "<!DOCTYPE html>\n<html lang=\"fr\">\n"
                       : "<!DOCTYPE html>\n<html lang=\"en\">\n";
        out_ += "<head>\n<meta charset=\"utf-8\">\n";
        out_ += "<meta http-equiv=\"Content-Security-Policy\" content=\"" + policy(parts_.viewer) +
                "\">\n";
        out_ += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
        out_ += "<meta name=\"referrer\" content=\"no-referrer\">\n";
        out_ += "<title>" + base::escaped_xml(name) + " · atlas</title>\n<style>";
        out_.append(parts_.viewer.style).append("</style>\n</head>\n<body>\n");
        out_ += "<div id=\"atlas\"></div>\n<noscript>\n<main class=\"plain\">\n<h1>";
        out_ += base::escaped_xml(name) + "</h1>\n<p>" +
                base::escaped_xml(without_script.in(language_)) + "</p>\n";
        table();
        out_ += "</main>\n</noscript>\n<script type=\"application/json\" id=\"data\">";
        out_.append(parts_.data).append("</script>\n<script>");
        out_.append(parts_.viewer.script).append("</script>\n</body>\n</html>\n");
        return std::move(out_);
    }

  private:
    const PageParts& parts_;
    base::Language language_;
    std::string out_;

    void table() {
        out_ += "<table>\n<caption>" +
                base::escaped_xml(report::period_in_words(
                    parts_.figures.calendar.windows.front().period, language_)) +
                "</caption>\n<thead>\n<tr><th scope=\"col\">";
        out_.append(territory_head.in(language_)).append("</th>");
        for (const std::string_view id : columns)
            out_ += "<th scope=\"col\">" +
                    base::escaped_xml(metrics::find_metric(id)->title.in(language_)) + "</th>";
        out_ += "</tr>\n</thead>\n<tbody>\n";
        row(parts_.figures.whole, "*", parts_.dataset.settings.title);
        for (const model::TerritoryId id : parts_.figures.rows) {
            const model::Territory& territory = parts_.dataset[id];
            row(parts_.figures.territories, territory.id, territory.name);
        }
        out_ += "</tbody>\n</table>\n";
    }

    void row(const metrics::Values& values, std::string_view territory, std::string_view name) {
        out_ += "<tr><th scope=\"row\">" + base::escaped_xml(name) + "</th>";
        for (const std::string_view id : columns) {
            const Estimate* record = headline(values, territory, id);
            out_ += "<td>";
            out_ +=
                record == nullptr ? "–" : base::escaped_xml(report::value_of(*record, language_));
            out_ += "</td>";
        }
        out_ += "</tr>\n";
    }

    static const Estimate* headline(const metrics::Values& values, std::string_view territory,
                                    std::string_view metric) {
        const auto at = std::ranges::lower_bound(values.rows, metric, {}, &Estimate::metric);
        for (auto row = at; row != values.rows.end() && row->metric == metric; ++row)
            if (row->territory == territory && row->key.empty()) return &*row;
        return nullptr;
    }
};

}  // namespace

std::string page_of(const PageParts& parts) {
    return Page(parts).text();
}

}  // namespace maillage::atlas
