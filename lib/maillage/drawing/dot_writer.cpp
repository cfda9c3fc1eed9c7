#include <array>
#include <charconv>

#include <maillage/base/clean_text.hpp>
#include <maillage/drawing/dot_writer.hpp>

namespace maillage::drawing {

namespace {

constexpr std::array<std::string_view, 8> shape_names{"none",    "box",      "hexagon", "ellipse",
                                                      "diamond", "pentagon", "circle",  "house"};
constexpr double points_per_inch = 72;
/// Graphviz 2.42 loses what lies beyond 16,381 bytes of a string.
constexpr std::size_t longest_label = 4000;

std::string number(double value, int decimals) {
    std::array<char, 64> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                   std::chars_format::fixed, decimals)
                         .ptr;
    std::string text(buffer.data(), end);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text == "-0" ? "0" : text;
}

std::string inches(double points) {
    return number(points / points_per_inch, 5);
}

void write_paint(const Item& item, std::string& dot) {
    if (!item.fill.empty()) dot.append(", fillcolor=\"").append(item.fill).append("\"");
    const bool dashed = item.stroke == Stroke::dashed;
    if (!item.fill.empty() || dashed) {
        dot.append(", style=\"").append(item.fill.empty() ? "" : "filled");
        dot.append(dashed && !item.fill.empty() ? "," : "").append(dashed ? "dashed" : "");
        dot += '"';
    }
    if (item.stroke == Stroke::none) {
        dot.append(", penwidth=0");
        return;
    }
    dot.append(", color=\"").append(item.rim).append("\"");
    dot.append(", penwidth=").append(number(item.rim_width, 2));
}

void write_label(const Item& item, std::string& dot) {
    dot.append(", label=\"").append(escaped_label(item.label));
    if (!item.label.empty() && item.align == Align::left) dot.append("\\l");
    if (!item.label.empty() && item.align == Align::right) dot.append("\\r");
    dot += '"';
    if (item.label.empty()) return;
    dot.append(", fontsize=").append(number(item.font_size, 2));
    if (item.weight == Weight::bold) dot.append(", fontname=\"DejaVu Sans Bold\"");
    if (item.ink != "#000000") dot.append(", fontcolor=\"").append(item.ink).append("\"");
}

void write_item(std::size_t index, const Item& item, std::string& dot) {
    dot.append("n").append(std::to_string(index)).append(" [shape=");
    dot.append(shape_names[static_cast<std::size_t>(item.shape)]);
    dot.append(", pos=\"").append(number(item.centre.x, 2)).append(",");
    dot.append(number(item.centre.y, 2)).append("\", width=").append(inches(item.width));
    dot.append(", height=").append(inches(item.height));
    if (item.shape == Shape::pennant) dot.append(", orientation=270");
    if (item.shape != Shape::text) write_paint(item, dot);
    write_label(item, dot);
    dot.append("];\n");
}

void write_line(const Line& line, std::string& dot) {
    dot.append("n").append(std::to_string(line.from)).append(" -- n");
    dot.append(std::to_string(line.to)).append(" [color=\"").append(line.colour);
    dot.append("\", penwidth=").append(number(line.width, 2));
    if (line.stroke == Stroke::dashed) dot.append(", style=dashed");
    dot.append("];\n");
}

/// An operation of Graphviz's own drawing language, on a text: its length stands before it.
std::string counted(std::string_view operation, std::string_view text) {
    return std::string(operation) + " " + std::to_string(text.size()) + " -" + std::string(text);
}

/// Polygons are drawn by the page, before nodes and edges. Each is a string of its own, joined
/// by `+`: Graphviz 2.42 loses the end of a long one.
void write_areas(const std::vector<Area>& areas, std::string& dot) {
    const char* before = ", _background=\"";
    for (const Area& area : areas) {
        dot.append(before).append(counted("c", area.rim)).append(" ");
        dot.append(counted("S", "setlinewidth(" + number(area.rim_width, 2) + ")"));
        if (!area.fill.empty()) dot.append(" ").append(counted("C", area.fill));
        dot.append(area.corners.size() == 2 ? " L " : area.fill.empty() ? " p " : " P ");
        dot.append(std::to_string(area.corners.size()));
        for (std::size_t i = 0; i < area.corners.size(); ++i) {
            const Point& corner = area.corners[i];
            dot.append(" ").append(number(corner.x, 1)).append(" ").append(number(corner.y, 1));
            if (i % 500 == 499) dot.append("\" +\n\"");
        }
        before = " \" +\n\"";
    }
    if (!areas.empty()) dot += '"';
}

template <class Escape>
std::string escaped(std::string_view text, Escape escape) {
    std::string result;
    result.reserve(text.size());
    for (const char c : text) {
        const std::string_view by = escape(c);
        if (by.empty())
            result += c;
        else
            result.append(by);
    }
    return result;
}

}  // namespace

std::string escaped_label(std::string_view text) {
    std::string clean = base::clean_text(text);
    if (clean.size() > longest_label)
        clean = base::clean_text(clean.substr(0, longest_label)) + "…";
    return escaped(clean, [](char c) -> std::string_view {
        if (c == '\\') return "\\\\";
        if (c == '"') return "\\\"";
        if (c == '&') return "&amp;";
        return {};
    });
}

std::string write_dot(const Drawing& drawing, int dots_per_inch) {
    const std::string width = number(drawing.width, 3), height = number(drawing.height, 3);
    std::string dot = "graph map {\n";
    dot.append("graph [bb=\"0,0,").append(width).append(",").append(height);
    dot.append("\", size=\"").append(inches(drawing.width)).append(",");
    dot.append(inches(drawing.height)).append("!\", margin=0, pad=0, splines=line, ");
    dot.append("notranslate=true, outputorder=edgesfirst, bgcolor=\"#FFFFFF\"");
    if (dots_per_inch > 0) dot.append(", dpi=").append(std::to_string(dots_per_inch));
    write_areas(drawing.areas, dot);
    dot.append("];\nnode [fixedsize=true, margin=0, fontname=\"DejaVu Sans\"];\n");
    for (std::size_t i = 0; i < drawing.items.size(); ++i) write_item(i, drawing.items[i], dot);
    // Holds the sheet open to its corners.
    dot.append("sheet [shape=box, style=invis, label=\"\", pos=\"");
    dot.append(number(drawing.width / 2, 3)).append(",").append(number(drawing.height / 2, 3));
    dot.append("\", width=").append(inches(drawing.width));
    dot.append(", height=").append(inches(drawing.height)).append("];\n");
    for (const Line& line : drawing.lines) write_line(line, dot);
    return dot.append("}\n");
}

}  // namespace maillage::drawing
