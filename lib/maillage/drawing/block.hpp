#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include <maillage/drawing/drawing.hpp>

namespace maillage::drawing {

/// Sizes of type and symbols on a paper, in points. The smallest text is 7 on A4, 9 on A3.
struct Style {
    double scale = 1;  ///< 1 on A4, 9/7 on A3.

    [[nodiscard]] double small() const { return 7 * scale; }
    [[nodiscard]] double row() const { return 9.2 * scale; }
};

/// Part of a sheet that does not know yet where it will stand: items hang below and right of
/// (0, 0), the upper left corner; `y` is negative.
class Block {
  public:
    explicit Block(const Style& style) : style_(style) {}

    double height = 0;
    std::vector<Item> items;
    std::vector<Line> lines;  ///< Between items of the block.

    [[nodiscard]] const Style& style() const { return style_; }

    struct Type {
        double size = 7;
        Weight weight = Weight::regular;
        std::string_view ink = "#000000";
        Align align = Align::left;
    };
    /// One line of text whose middle lies at `y`, from `left` on (right-aligned: up to `left`).
    void text(double left, double y, std::string_view words, const Type& type);
    /// Rows of text under one another from `height` on, wrapped to the width, `most` lines.
    void paragraph(double left, double width, std::string_view words, const Type& type,
                   std::size_t most);
    /// A bold small title, and the room below it.
    void heading(double left, std::string_view words);
    /// A thin horizontal line at `y`.
    void rule(double left, double right, double y, std::string_view colour, double width = 0.6);
    /// A symbol of the map.
    Item& symbol(const Item& item);
    /// Takes in another block, moved.
    void add(const Block& other, double left, double top);

  private:
    Style style_;
};

/// Puts a block on a drawing, its upper left corner at that point.
void put(Drawing& drawing, const Block& block, const Point& corner);

}  // namespace maillage::drawing
