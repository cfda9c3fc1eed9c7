// The table of values on a terminal.

#include <algorithm>

#include <maillage/base/text.hpp>
#include <maillage/report/figures.hpp>
#include <maillage/report/grid.hpp>
#include <maillage/report/layout.hpp>
#include <maillage/report/page.hpp>
#include <maillage/report/writers.hpp>

namespace maillage::report {

namespace {

using base::Language;

constexpr std::size_t most_lines_of_all = 40;

/// " · commune, 4 238 hab." of a territory; empty for everything.
std::string place_of(const View& view, const Document& document) {
    const model::TerritoryId id = document.data.find_territory(view.territory);
    if (view.territory == "*" || !id.known()) return {};
    const model::Territory& territory = document.data[id];
    const auto level = model::levels[static_cast<std::size_t>(territory.level)].label;
    std::string text = " · " + std::string(level.in(document.language));
    if (territory.population)
        text += ", " + figure(territory.population, document.language) +
                (document.language == Language::french ? " hab." : " inhabitants");
    return text;
}

std::string head(const Document& document, const Table& table) {
    if (table.views.size() != 1)
        return name_of({"*", document.data.settings.title, "all", "*"}, document) + '\n';
    const Page page = make_page(document, table.views.front());
    return page.name + place_of(table.views.front(), document) + '\n' + page.period + '\n' +
           page.contents + '\n';
}

std::string foot(const Document& document, const Table& table, std::size_t width) {
    std::string text = wrapped(legend_of_marks(document.language), width, 2) + '\n';
    for (const std::string& line : foot_of(document, table)) text += wrapped(line, width, 2) + '\n';
    return text;
}

std::size_t lines_in(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count(text, '\n'));
}

}  // namespace

std::string write_table(const Document& document, const Options& options) {
    const std::size_t width = std::max<std::size_t>(options.width, 40);
    const Table table = make_table(document, options);
    const std::string above = head(document, table), below = foot(document, table, width);
    // Two blank lines, the heads and the line of what is left out.
    const std::size_t taken = lines_in(above) + lines_in(below) + 4;
    const std::size_t most = taken < most_lines_of_all ? most_lines_of_all - taken : 1;
    const Grid grid = make_grid(table, document, options, options.details ? 0 : most);
    std::string out = above + '\n';
    out += grid_as_text(grid, width) + '\n';
    const std::string left_out = lines_left_out(grid, document.language);
    return out + (left_out.empty() ? "" : left_out + '\n') + below;
}

}  // namespace maillage::report
