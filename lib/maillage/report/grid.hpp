#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <maillage/report/table.hpp>

namespace maillage::report {

/// The table in words, before a writer lays it out.
struct Grid {
    struct Head {
        std::string text;
        bool right;                               ///< Figures that stand under each other.
        const metrics::Metric* metric = nullptr;  ///< Of a letter.
    };
    struct Line {
        std::string label;
        std::vector<std::string> cells;  ///< None: the line is the title of a section.
        std::string reason;              ///< Why there is no value, instead of what follows it.
        const metrics::Metric* metric = nullptr;  ///< None for the title of a section, or a view.
    };
    std::vector<std::string> legend;  ///< What the letters of the heads stand for.
    std::vector<Head> heads;
    std::size_t lasting = 1;  ///< Heads that stay however narrow the terminal.
    std::vector<Line> lines;
    std::size_t left_out = 0;  ///< Lines of the table there was no room for.
};

/// Up to four views stand as columns, more as rows under one letter for each headline. At most
/// `most_lines`, sections included; 0: all.
[[nodiscard]] Grid make_grid(Table table, const Document& document, const Options& options,
                             std::size_t most_lines);

/// Columns as wide as they need to be, those at the end left out where `width` has no room.
[[nodiscard]] std::string grid_as_text(Grid grid, std::size_t width);

/// The same as a table of Markdown.
[[nodiscard]] std::string grid_as_markdown(const Grid& grid);
/// Text that means itself in Markdown, whatever a name holds.
[[nodiscard]] std::string markdown_text(std::string_view text);

/// How many lines had no room and how to see them; empty when there are none.
[[nodiscard]] std::string lines_left_out(const Grid& grid, base::Language language);

/// "● compté ...": the marks and columns of the table in words.
[[nodiscard]] std::string_view legend_of_marks(base::Language language);

}  // namespace maillage::report
