// The report as one HTML file that asks for nothing: page one, the table, the method of each
// figure, the files it comes from. Its markup is also well-formed XML.

#include <array>

#include <maillage/base/clean_text.hpp>
#include <maillage/base/numbers.hpp>
#include <maillage/base/version.hpp>
#include <maillage/report/figures.hpp>
#include <maillage/report/grid.hpp>
#include <maillage/report/html_style.hpp>
#include <maillage/report/page.hpp>
#include <maillage/report/writers.hpp>

namespace maillage::report {

namespace {

using base::Language;
using base::Words;

/// A mark is drawn: fonts give those letters different sizes, or lack them.
struct Mark {
    std::string_view letter, shape;
    Words name;
};
constexpr std::array<Mark, 3> marks{{
    {"●", R"(<circle cx="5" cy="5" r="4"/>)", {"compté", "counted"}},
    {"◐",
     R"(<circle class="open" cx="5" cy="5" r="4"/><path class="half" d="M5 1a4 4 0 0 0 0 8z"/>)",
     {"comparé", "compared"}},
    {"○", R"(<circle class="open" cx="5" cy="5" r="4"/>)", {"estimé", "estimated"}},
}};

/// Text as content, its marks drawn.
std::string escaped(std::string_view text, Language language) {
    std::string out = base::escaped_xml(text);
    for (const Mark& mark : marks) {
        const std::string drawn =
            R"(<svg class="mark" viewBox="0 0 10 10" role="img" aria-label=")" +
            std::string(mark.name.in(language)) + R"(">)" + std::string(mark.shape) + "</svg>";
        for (std::size_t at = out.find(mark.letter); at != std::string::npos;
             at = out.find(mark.letter, at + drawn.size()))
            out.replace(at, mark.letter.size(), drawn);
    }
    return out;
}

class Html {
  public:
    Html(const Document& document, const Options& options)
        : document_(document), options_(options), language_(document.language) {}

    std::string text() && {
        std::vector<Page> pages;
        if (!options_.table)
            for (const View& view : pages_of(document_))
                pages.push_back(make_page(document_, view));
        const std::string name =
            name_of({"*", document_.data.settings.title, "all", "*"}, document_);
        head(pages.empty() ? name : pages.front().title);
        for (const Page& one : pages) page(one);
        const Table all = make_table(document_, options_);
        values(all, name);
        method(all);
        out_ += "</main>\n</body>\n</html>\n";
        return std::move(out_);
    }

  private:
    const Document& document_;
    const Options& options_;
    Language language_;
    std::string out_;

    [[nodiscard]] std::string in(const Words& words) const {
        return std::string(words.in(language_));
    }
    void open(std::string_view tag, std::string_view attributes = {}) {
        out_.append("<").append(tag).append(attributes.empty() ? "" : " ").append(attributes);
        out_ += '>';
    }
    void block(std::string_view tag, std::string_view attributes = {}) {
        open(tag, attributes);
        out_ += '\n';
    }
    void close(std::string_view tag) { out_.append("</").append(tag).append(">\n"); }
    /// An element that holds text.
    void put(std::string_view tag, std::string_view text, std::string_view attributes = {}) {
        open(tag, attributes);
        out_ += escaped(text, language_);
        close(tag);
    }

    void head(std::string_view title) {
        out_ = "<!DOCTYPE html>\n<html lang=\"" + in({"fr", "en"}) + "\">\n<head>\n" +
               "<meta charset=\"utf-8\"/>\n"
               "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
               "style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\"/>\n"
               "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n";
        out_.append("<meta name=\"generator\" content=\"maillage ").append(base::version());
        out_ += "\"/>\n<title>" + base::escaped_xml(title) + "</title>\n<style>";
        out_.append(html_style()).append("</style>\n</head>\n<body>\n<nav>");
        if (!options_.table) link("page", in({"La page", "The page"}));
        link("values", in({"Les valeurs", "The values"}));
        link("method", in({"La méthode et les sources", "Method and sources"}));
        out_ += "</nav>\n<main>\n";
    }
    void link(std::string_view id, std::string_view text) {
        out_.append("<a href=\"#").append(id).append("\">").append(escaped(text, language_));
        out_ += "</a>\n";
    }

    void page(const Page& page) {
        const bool is_first = out_.find("id=\"page\"") == std::string::npos;
        block("section", is_first ? R"(class="sheet" id="page")" : R"(class="sheet")");
        block("header");
        put("h1", page.title);
        put("p", page.period, R"(class="period")");
        put("p", page.contents, R"(class="contents")");
        close("header");
        part(Part::opening, page.opening, page);
        part(Part::meeting, page.meeting, page);
        part(Part::allying, page.allying, page);
        part(Part::experimenting, page.experimenting, page);
        stakes(page);
        limits(page);
        questions(page);
        put("p", legend_of(page, language_), R"(class="legend")");
        close("section");
    }

    void open_part(std::string_view title, std::string_view also = {}) {
        block("section", "class=\"part" + std::string(also) + "\"");
        put("h2", title);
    }

    void part(Part which, const std::vector<Page::Line>& lines, const Page& page) {
        if (lines.empty()) return;
        open_part(title_of(which, page, language_), which == Part::opening ? " opening" : "");
        block("ul");
        for (const Page::Line& line : lines)
            put("li", std::string(mark_of(line.sentence->nature)) + " " + line.text);
        close("ul");
        close("section");
    }

    void stakes(const Page& page) {
        if (page.stakes.empty()) return;
        const auto columns = stake_columns(page, language_);
        open_part(stake_head(language_));
        out_ += "<div>\n<table>\n<thead>\n<tr>";
        put("th", in({"enjeu", "stake"}), R"(scope="col")");
        for (const StakeColumn& column : columns)
            put("th", column.head, R"(scope="col" class="figure")");
        put("th", in({"à noter", "to note"}), R"(scope="col")");
        out_ += "</tr>\n</thead>\n<tbody>\n";
        for (const Page::Stake& stake : page.stakes) {
            block("tr");
            put("th", stake.name, R"(scope="row")");
            for (const StakeColumn& column : columns)
                put("td", figure(stake.*column.figure, language_), R"(class="figure")");
            put("td", stake.remark, R"(class="remark")");
            close("tr");
        }
        out_ += "</tbody>\n</table>\n";
        const std::string more = stakes_left_out(page, language_);
        if (!more.empty()) put("p", more, R"(class="legend")");
        out_ += "</div>\n";
        close("section");
    }

    void limits(const Page& page) {
        if (page.limits.empty() && page.to_know.empty()) return;
        open_part(title_of(Part::limits, page, language_));
        block("div", R"(class="limits")");
        std::string text;
        for (const Page::Line& line : page.limits) text += (text.empty() ? "" : " ") + line.text;
        if (!text.empty()) put("p", text);
        for (const std::string& line : page.to_know) put("p", line);
        close("div");
        close("section");
    }

    void questions(const Page& page) {
        if (page.questions.empty()) return;
        open_part(title_of(Part::question, page, language_));
        block("ol");
        for (const Page::Line& line : page.questions) put("li", line.text);
        close("ol");
        close("section");
    }

    void values(const Table& all, std::string_view name) {
        constexpr std::size_t most_lines = 40;
        const Grid grid = make_grid(all, document_, options_, options_.details ? 0 : most_lines);
        block("section", R"(class="sheet values" id="values")");
        put("h1", in({"Valeurs", "Values"}));
        if (!grid.legend.empty()) letters(grid);
        block("div", R"(class="wide" tabindex="0" role="region" aria-labelledby="what")");
        block("table");
        put("caption", caption(all, name), R"(id="what")");
        heads(grid);
        block("tbody");
        for (const Grid::Line& line : grid.lines) grid_line(line, grid.heads);
        out_ += "</tbody>\n</table>\n</div>\n<div class=\"notes\">\n";
        const std::string left_out = lines_left_out(grid, language_);
        if (!left_out.empty()) put("p", left_out);
        put("p", legend_of_marks(language_), R"(class="legend")");
        for (const std::string& line : foot_of(document_, all)) put("p", line);
        close("div");
        close("section");
    }

    /// What the values are of: the one view, else the dataset.
    [[nodiscard]] std::string caption(const Table& all, std::string_view name) const {
        if (all.views.size() != 1) return std::string(name);
        const Page page = make_page(document_, all.views.front());
        return page.period.empty() ? page.name : page.name + " · " + page.period;
    }

    void letters(const Grid& grid) {
        block("ul", R"(class="letters")");
        for (const std::string& letter : grid.legend) put("li", letter);
        close("ul");
    }

    void heads(const Grid& grid) {
        out_ += "<thead>\n<tr>";
        // Territories or periods stand as rows when the metrics have letters.
        put("th", grid.legend.empty() ? in({"mesure", "metric"}) : in({"vue", "view"}),
            R"(scope="col")");
        for (const Grid::Head& head : grid.heads) {
            open("th", head.right ? R"(scope="col" class="figure")" : R"(scope="col")");
            head.metric == nullptr ? void(out_ += escaped(head.text, language_))
                                   : note_of(*head.metric, head.text);
            close("th");
        }
        out_ += "</tr>\n</thead>\n";
    }

    /// A text that leads to the note on its method, and asks its question when pointed at.
    void note_of(const metrics::Metric& metric, std::string_view text) {
        out_.append("<a href=\"#m-").append(metric.id).append("\" title=\"");
        out_ += base::escaped_xml(metric.question.in(language_)) + "\">";
        out_ += escaped(text, language_) + "</a>";
    }

    static std::string_view class_of(std::string_view cell, const Grid::Head& head) {
        if (cell == "–") return head.right ? R"(class="figure none")" : R"(class="none")";
        return head.right ? R"(class="figure")" : "";
    }

    void grid_line(const Grid::Line& line, const std::vector<Grid::Head>& heads) {
        if (line.cells.empty()) {
            out_ += "</tbody>\n<tbody>\n<tr class=\"section\"><th scope=\"rowgroup\" colspan=\"" +
                    std::to_string(heads.size() + 1) + "\">" + escaped(line.label, language_) +
                    "</th></tr>\n";
            return;
        }
        block("tr");
        open("th", line.label.starts_with(' ') ? R"(scope="row" class="key")" : R"(scope="row")");
        line.metric == nullptr ? void(out_ += escaped(line.label, language_))
                               : note_of(*line.metric, line.label);
        close("th");
        // Behind the dash, the reason has the room of all that is not there.
        const std::size_t shown = line.reason.empty() ? line.cells.size() : 1;
        for (std::size_t i = 0; i < shown; ++i)
            put("td", line.cells[i], class_of(line.cells[i], heads[i]));
        if (!line.reason.empty())
            put("td", line.reason,
                "class=\"words\" colspan=\"" + std::to_string(heads.size() - 1) + "\"");
        close("tr");
    }

    void method(const Table& all) {
        block("section", R"(class="sheet" id="method")");
        put("h1", in({"Méthode et sources", "Method and sources"}));
        block("div", R"(class="methods")");
        for (const Table::Group& group : all.groups) {
            const metrics::Metric& metric = *group.metric;
            block("article", "id=\"m-" + std::string(metric.id) + "\"");
            open("h3");
            out_ += escaped(metric.title.in(language_), language_) + " <code>" +
                    std::string(metric.id) + "</code>";
            close("h3");
            put("p", metric.question.in(language_), R"(class="question")");
            put("p", metric.definition.in(language_));
            put("p", metric.limits.in(language_));
            put("p", source_in_words(metric, language_), R"(class="source")");
            close("article");
        }
        close("div");
        files();
        close("section");
    }

    void files() {
        block("div", R"(class="files")");
        put("h2", in({"Fichiers", "Files"}));
        out_ += "<table>\n<thead>\n<tr>";
        put("th", in({"fichier", "file"}), R"(scope="col")");
        put("th", in({"lignes", "rows"}), R"(scope="col" class="figure")");
        put("th", in({"laissées de côté", "left out"}), R"(scope="col" class="figure")");
        put("th", "SHA-256", R"(scope="col")");
        out_ += "</tr>\n</thead>\n<tbody>\n";
        for (std::size_t i = 0; i < document_.data.tables.size(); ++i) {
            const model::TableInfo& info = document_.data.tables[i];
            if (!info.present) continue;
            block("tr");
            put("th", info.file.empty() ? std::string(model::table_words[i].code) : info.file,
                R"(scope="row")");
            for (const std::uint64_t count : {info.rows, info.refused})
                put("td", base::readable(static_cast<std::int64_t>(count), language_),
                    R"(class="figure")");
            put("td", info.sha256, R"(class="hash")");
            close("tr");
        }
        out_ += "</tbody>\n</table>\n</div>\n";
    }
};

}  // namespace

std::string write_html(const Document& document, const Options& options) {
    return Html(document, options).text();
}

}  // namespace maillage::report
