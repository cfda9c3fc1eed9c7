// A grid on a terminal. Columns leave before names are cut.

#include <algorithm>

#include <maillage/base/text.hpp>
#include <maillage/report/grid.hpp>
#include <maillage/report/layout.hpp>

namespace maillage::report {

namespace {

/// Lays a grid out in columns as wide as they need to be.
class GridText {
  public:
    GridText(Grid grid, std::size_t width) : grid_(std::move(grid)), width_(width) {
        for (const Grid::Head& head : grid_.heads)
            columns_.push_back(base::display_width(head.text));
        for (const Grid::Line& line : grid_.lines)
            for (std::size_t i = 0; i < std::min(columns_.size(), line.cells.size()); ++i)
                columns_[i] = std::max(columns_[i], base::display_width(line.cells[i]));
    }

    std::string text() && {
        std::size_t needed = 0;
        for (const Grid::Line& line : grid_.lines)
            if (!line.cells.empty()) needed = std::max(needed, base::display_width(line.label));
        while (grid_.heads.size() > grid_.lasting && room() < std::min(needed, width_ / 2))
            drop_last();
        const std::size_t wide = std::min(needed, std::max(room(), width_ / 3));
        std::string out;
        for (const std::string& letter : grid_.legend) out += letter + '\n';
        if (!grid_.legend.empty()) out += '\n';
        out += std::string(wide, ' ');
        for (std::size_t i = 0; i < grid_.heads.size(); ++i)
            out += "  " + cell(i, grid_.heads[i].text);
        end_line(out);
        for (const Grid::Line& line : grid_.lines) add(out, line, wide);
        return out;
    }

  private:
    Grid grid_;
    std::size_t width_;
    std::vector<std::size_t> columns_;  ///< How wide each is.

    [[nodiscard]] std::string cell(std::size_t i, std::string_view text) const {
        return grid_.heads[i].right ? padded_left(text, columns_[i]) : padded(text, columns_[i]);
    }

    /// What the columns leave to the labels.
    [[nodiscard]] std::size_t room() const {
        std::size_t taken = 0;
        for (std::size_t i = 0; i < grid_.heads.size(); ++i) taken += columns_[i] + 2;
        return taken < width_ ? width_ - taken : 0;
    }

    void drop_last() {
        grid_.heads.pop_back();
        if (grid_.legend.size() > grid_.heads.size()) grid_.legend.pop_back();
        for (Grid::Line& line : grid_.lines)
            if (line.cells.size() > grid_.heads.size()) line.cells.pop_back();
    }

    static void end_line(std::string& out) {
        while (out.ends_with(' ')) out.pop_back();
        out += '\n';
    }

    /// The dash and its reason, under the bounds when there is room.
    [[nodiscard]] std::string why(const Grid::Line& line, std::size_t room) const {
        std::string text = cell(0, line.cells.front());
        if (base::display_width(text + line.reason) + 2 > room) text = line.cells.front();
        return base::cut_utf8(text + "  " + line.reason, room);
    }

    void add(std::string& out, const Grid::Line& line, std::size_t wide) const {
        if (line.cells.empty()) {
            out += line.label + '\n';
            return;
        }
        std::string text = padded(base::cut_utf8(line.label, wide), wide);
        if (!line.reason.empty()) {
            text += "  " + why(line, width_ - std::min(width_, wide + 2));
        } else {
            for (std::size_t i = 0; i < line.cells.size(); ++i)
                text += "  " + cell(i, line.cells[i]);
        }
        out += text;
        end_line(out);
    }
};

}  // namespace

std::string grid_as_text(Grid grid, std::size_t width) {
    return GridText(std::move(grid), width).text();
}

}  // namespace maillage::report
