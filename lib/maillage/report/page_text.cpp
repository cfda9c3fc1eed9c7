// Page one on a terminal.

#include <algorithm>

#include <maillage/base/text.hpp>
#include <maillage/report/figures.hpp>
#include <maillage/report/layout.hpp>
#include <maillage/report/page.hpp>
#include <maillage/report/writers.hpp>

namespace maillage::report {

namespace {

using base::Language;

class PageText {
  public:
    PageText(const Page& page, Language language, std::size_t width)
        : page_(page), language_(language), width_(std::max<std::size_t>(width, 40)) {}

    std::string text() && {
        head();
        part(Part::opening, page_.opening);
        part(Part::meeting, page_.meeting);
        part(Part::allying, page_.allying);
        part(Part::experimenting, page_.experimenting);
        stakes();
        limits();
        questions();
        foot();
        return std::move(out_);
    }

  private:
    const Page& page_;
    Language language_;
    std::size_t width_;
    std::string out_;

    void line(std::string_view text, std::size_t indent = 0) {
        out_ += wrapped(text, width_, indent);
        out_ += '\n';
    }

    void head() {
        const std::size_t wide =
            base::display_width(page_.title) + base::display_width(page_.period);
        if (wide + 3 <= width_) {
            out_ += page_.title + std::string(width_ - wide, ' ') + page_.period + '\n';
        } else {
            line(page_.title);
            line(page_.period);
        }
        line(page_.contents);
    }

    void part(Part which, const std::vector<Page::Line>& lines) {
        if (lines.empty()) return;
        out_ += '\n' + capitals(title_of(which, page_, language_)) + '\n';
        for (const Page::Line& one : lines)
            line(std::string(mark_of(one.sentence->nature)) + " " + one.text, 2);
    }

    void stakes() {
        if (page_.stakes.empty()) return;
        std::size_t wide = base::display_width(stake_head(language_));
        for (const Page::Stake& stake : page_.stakes)
            wide = std::max(wide, base::display_width(stake.name) + 2);
        wide = std::min(wide, width_ / 3);
        const auto columns = stake_columns(page_, language_);
        out_ += '\n' + padded(capitals(stake_head(language_)), wide);
        for (const StakeColumn& column : columns) out_ += "  " + std::string(column.head);
        out_ += '\n';
        for (const Page::Stake& stake : page_.stakes) stake_line(stake, wide, columns);
        const std::string more = stakes_left_out(page_, language_);
        if (!more.empty()) line("  " + more);
    }

    void stake_line(const Page::Stake& stake, std::size_t wide,
                    const std::vector<StakeColumn>& columns) {
        std::string text = padded("  " + base::cut_utf8(stake.name, wide - 2), wide);
        for (const StakeColumn& column : columns)
            text += "  " + padded_left(figure(stake.*column.figure, language_),
                                       base::display_width(column.head));
        if (!stake.remark.empty()) {
            const std::string remark = "<- " + stake.remark;
            const bool fits = base::display_width(text) + 3 + base::display_width(remark) <= width_;
            text += (fits ? "   " : "\n      ") + remark;
        }
        out_ += text + '\n';
    }

    void limits() {
        if (page_.limits.empty()) return;
        out_ += '\n' + capitals(title_of(Part::limits, page_, language_)) + '\n';
        std::string text;
        for (const Page::Line& one : page_.limits) text += (text.empty() ? "" : " ") + one.text;
        line(text);
        for (const std::string& one : page_.to_know) line(one);
    }

    void questions() {
        if (page_.questions.empty()) return;
        out_ += '\n' + capitals(title_of(Part::question, page_, language_)) + '\n';
        for (std::size_t i = 0; i < page_.questions.size(); ++i)
            line(std::to_string(i + 1) + ". " + page_.questions[i].text, 3);
    }

    void foot() {
        out_ += '\n';
        line(legend_of(page_, language_));
        line(where_the_values_are(language_));
    }
};

}  // namespace

std::string write_page(const Document& document, const Options& options) {
    std::string out;
    for (const View& view : pages_of(document)) {
        if (!out.empty()) out += "\n\n";
        out += PageText(make_page(document, view), document.language, options.width).text();
    }
    return out;
}

}  // namespace maillage::report
