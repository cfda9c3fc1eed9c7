#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <maillage/graph/point.hpp>
#include <maillage/model/positions.hpp>

namespace maillage::drawing {

/// In points (1/72 inch) from the lower left corner of the sheet.
using graph::Point;

struct Rectangle {
    double left = 0, bottom = 0, right = 0, top = 0;

    [[nodiscard]] double width() const { return right - left; }
    [[nodiscard]] double height() const { return top - bottom; }
    [[nodiscard]] Point centre() const { return {(left + right) / 2, (bottom + top) / 2}; }
    [[nodiscard]] Rectangle inset(double by) const {
        return {left + by, bottom + by, right - by, top - by};
    }
};

enum class Shape : std::uint8_t { text, box, hexagon, ellipse, diamond, pentagon, circle, pennant };
enum class Align : std::uint8_t { left, centre, right };
enum class Stroke : std::uint8_t { solid, dashed, none };
enum class Weight : std::uint8_t { regular, bold };

/// One shape, one line of text, or both: a node of the graph that Graphviz draws.
struct Item {
    Shape shape = Shape::text;
    Point centre;
    double width = 0, height = 0;
    std::string_view fill;  ///< `#rrggbb`; empty: none.
    std::string_view rim = "#333333";
    double rim_width = 0.8;
    Stroke stroke = Stroke::solid;
    std::string label{};
    Align align = Align::centre;
    double font_size = 7;
    Weight weight = Weight::regular;
    std::string_view ink = "#000000";
    std::string title{};  ///< What it is, for a screen reader or a pointer; empty: decoration.
};

/// A straight line between two items, under all of them.
struct Line {
    std::uint32_t from = 0, to = 0;
    std::string_view colour;
    double width = 1;
    Stroke stroke = Stroke::solid;
};

/// A polygon below everything else, or a line through two points.
struct Area {
    std::vector<Point> corners;
    std::string_view fill;  ///< Empty: none.
    std::string_view rim = "#AAAAAA";
    double rim_width = 0.6;
};

/// A whole sheet as plain data: everything on it, and nothing that depends on a format.
struct Drawing {
    double width = 0, height = 0;
    std::string title, description;
    std::vector<Item> items;
    std::vector<Line> lines;
    std::vector<Area> areas{};
    std::vector<model::Position> positions{};  ///< Of what may be pinned on another map.
};

}  // namespace maillage::drawing
