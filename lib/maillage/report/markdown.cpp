// The report as Markdown: page one, the table, the method of each figure, the files it comes from.

#include <algorithm>

#include <maillage/base/numbers.hpp>
#include <maillage/base/text.hpp>
#include <maillage/report/figures.hpp>
#include <maillage/report/grid.hpp>
#include <maillage/report/page.hpp>
#include <maillage/report/writers.hpp>

namespace maillage::report {

namespace {

using base::Language;
using base::Words;

/// Text that means itself, whatever a name holds.
std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '<') {
            out += "&lt;";
        } else if (c == '>') {
            out += "&gt;";
        } else if (c == '&') {
            out += "&amp;";
        } else {
            if (std::string_view("\\`*_[]|#~$").find(c) != std::string_view::npos) out += '\\';
            out += c == '\n' || c == '\r' ? ' ' : c;
        }
    }
    return out;
}

void append_row(std::string& out, const std::vector<std::string>& cells) {
    for (const std::string& cell : cells) out += "| " + escaped(cell) + ' ';
    out += "|\n";
}

/// The line below the heads of a table; right: which columns hold figures.
void append_rule(std::string& out, const std::vector<bool>& right) {
    for (const bool is_right : right) out += is_right ? "| ---: " : "| --- ";
    out += "|\n";
}

void append_line(std::string& out, const Grid::Line& line, std::size_t columns) {
    if (line.cells.empty()) {
        out += "| **" + escaped(line.label) + "** ";
        for (std::size_t i = 0; i < columns; ++i) out += "| ";
        out += "|\n";
        return;
    }
    // Markdown drops the spaces that set a key under its metric.
    const bool is_key = line.label.starts_with(' ');
    std::vector<std::string> cells{is_key ? "↳ " + line.label.substr(4) : line.label};
    cells.insert(cells.end(), line.cells.begin(), line.cells.end());
    // Behind the label and the dash, as in the table of a terminal.
    if (!line.reason.empty()) cells[2] = line.reason;
    append_row(out, cells);
}

class Markdown {
  public:
    Markdown(const Document& document, const Options& options)
        : document_(document), options_(options), language_(document.language) {}

    std::string text() && {
        if (options_.table)
            heading(1, name_of({"*", document_.data.settings.title, "all", "*"}, document_));
        else
            for (const View& view : pages_of(document_)) page(make_page(document_, view));
        const Table all = make_table(document_, options_);
        table(all);
        method(all);
        files();
        return std::move(out_);
    }

  private:
    const Document& document_;
    const Options& options_;
    Language language_;
    std::string out_;

    void heading(std::size_t level, std::string_view text) {
        if (!out_.empty() && !out_.ends_with("\n\n")) out_ += '\n';
        out_ += std::string(level, '#') + ' ' + escaped(text) + "\n\n";
    }
    void heading(std::size_t level, const Words& words) { heading(level, words.in(language_)); }

    void row(const std::vector<std::string>& cells) { append_row(out_, cells); }
    void rule(const std::vector<bool>& right) { append_rule(out_, right); }

    void page(const Page& page) {
        heading(1, page.title);
        out_ += escaped(page.period) + "  \n" + escaped(page.contents) + '\n';
        for (const auto& [part, lines] :
             {std::pair(Part::opening, &page.opening), std::pair(Part::meeting, &page.meeting),
              std::pair(Part::allying, &page.allying),
              std::pair(Part::experimenting, &page.experimenting)}) {
            if (lines->empty()) continue;
            heading(2, title_of(part, page, language_));
            for (const Page::Line& line : *lines)
                out_ += "- " + std::string(mark_of(line.sentence->nature)) + ' ' +
                        escaped(line.text) + '\n';
        }
        stakes(page);
        heading(2, title_of(Part::limits, page, language_));
        for (const Page::Line& line : page.limits) out_ += escaped(line.text) + '\n';
        if (!page.to_know.empty()) out_ += '\n';
        for (const std::string& line : page.to_know) out_ += "- " + escaped(line) + '\n';
        if (!page.questions.empty()) heading(2, title_of(Part::question, page, language_));
        for (std::size_t i = 0; i < page.questions.size(); ++i)
            out_ += std::to_string(i + 1) + ". " + escaped(page.questions[i].text) + '\n';
        out_ += '\n' + escaped(legend_of(page, language_)) + '\n';
    }

    void stakes(const Page& page) {
        if (page.stakes.empty()) return;
        const auto columns = stake_columns(page, language_);
        out_ += '\n';
        std::vector<std::string> cells{std::string(stake_head(language_))};
        for (const StakeColumn& column : columns) cells.emplace_back(column.head);
        cells.emplace_back();
        row(cells);
        std::vector<bool> right(columns.size() + 2, true);
        right.front() = right.back() = false;
        rule(right);
        for (const Page::Stake& stake : page.stakes) {
            cells = {stake.name};
            for (const StakeColumn& column : columns)
                cells.push_back(figure(stake.*column.figure, language_));
            cells.push_back(stake.remark);
            row(cells);
        }
    }

    void table(const Table& all) {
        constexpr std::size_t most_lines = 40;
        const Grid grid = make_grid(all, document_, options_, options_.details ? 0 : most_lines);
        heading(2, Words{"Valeurs", "Values"});
        out_ += grid_as_markdown(grid);
        out_ += '\n' + escaped(legend_of_marks(language_)) + '\n';
        for (const std::string& line : foot_of(document_, all)) out_ += '\n' + escaped(line) + '\n';
    }

    void method(const Table& all) {
        heading(2, Words{"Méthode", "Method"});
        for (const Table::Group& group : all.groups) {
            const metrics::Metric& metric = *group.metric;
            out_ += "- **" + escaped(metric.title.in(language_)) + "** (`" +
                    std::string(metric.id) + "`, " + method_page(metric.id) + "). " +
                    escaped(metric.definition.in(language_)) + ' ' +
                    escaped(metric.limits.in(language_)) + ' ' +
                    escaped(source_in_words(metric, language_)) + '\n';
        }
    }

    void files() {
        heading(2, Words{"Fichiers", "Files"});
        const bool french = language_ == Language::french;
        row(french ? std::vector<std::string>{"fichier", "lignes", "laissées de côté", "SHA-256"}
                   : std::vector<std::string>{"file", "rows", "left out", "SHA-256"});
        rule({false, true, true, false});
        for (std::size_t i = 0; i < document_.data.tables.size(); ++i) {
            const model::TableInfo& info = document_.data.tables[i];
            if (!info.present) continue;
            row({info.file.empty() ? std::string(model::table_words[i].code) : info.file,
                 base::readable(static_cast<std::int64_t>(info.rows), language_),
                 base::readable(static_cast<std::int64_t>(info.refused), language_), info.sha256});
        }
    }
};

}  // namespace

std::string grid_as_markdown(const Grid& grid) {
    std::string out;
    for (const std::string& letter : grid.legend) out += "- " + escaped(letter) + '\n';
    if (!grid.legend.empty()) out += '\n';
    std::vector<std::string> cells{""};
    std::vector<bool> right{false};
    for (const Grid::Head& head : grid.heads) {
        cells.push_back(head.text);
        right.push_back(head.right);
    }
    append_row(out, cells);
    append_rule(out, right);
    for (const Grid::Line& line : grid.lines) append_line(out, line, grid.heads.size());
    return out;
}

std::string markdown_text(std::string_view text) {
    return escaped(text);
}

std::string write_markdown(const Document& document, const Options& options) {
    return Markdown(document, options).text();
}

}  // namespace maillage::report
