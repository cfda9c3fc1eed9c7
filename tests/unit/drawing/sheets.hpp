#pragma once

#include <array>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include <maillage/drawing/text_width.hpp>

#include "support/catch.hpp"
#include "unit/drawing/drawings.hpp"

namespace maillage::test {

/// A node of the DOT of a map.
struct Node {
    std::string shape, label;
    double x = 0, y = 0, width = 0, height = 0;
    double font_size = 0;  ///< 0: without label.
    bool is_name = false;  ///< White paper under the name of a symbol.

    [[nodiscard]] double left() const { return x - width / 2; }
    [[nodiscard]] double right() const { return x + width / 2; }
    [[nodiscard]] double bottom() const { return y - height / 2; }
    [[nodiscard]] double top() const { return y + height / 2; }
};

/// A node of text takes the room of its words, not the one asked of Graphviz.
inline void shrink_to_words(Node& node, bool is_bold) {
    const char align = node.label.ends_with("\\l") ? 'l' : node.label.ends_with("\\r") ? 'r' : 'c';
    if (align != 'c') node.label.resize(node.label.size() - 2);
    const double width = drawing::text_width(
        node.label, node.font_size, is_bold ? drawing::Weight::bold : drawing::Weight::regular);
    if (align == 'l') node.x = node.left() + width / 2;
    if (align == 'r') node.x = node.right() - width / 2;
    node.width = width;
    node.height = 0.7 * node.font_size;
}

[[nodiscard]] inline std::vector<Node> nodes_of(const std::string& dot) {
    static const std::regex line(
        R"dot(n\d+ \[shape=(\w+), pos="([\d.-]+),([\d.-]+)", width=([\d.]+), height=([\d.]+)(.*)\];)dot");
    static const std::regex size("fontsize=([\\d.]+)"), label("label=\"((?:[^\"\\\\]|\\\\.)*)\"");
    std::vector<Node> nodes;
    std::istringstream lines(dot);
    for (std::string text; std::getline(lines, text);) {
        std::smatch m;
        if (!std::regex_match(text, m, line)) continue;
        Node node;
        node.shape = m[1];
        node.x = std::stod(m[2]);
        node.y = std::stod(m[3]);
        node.width = 72 * std::stod(m[4]);
        node.height = 72 * std::stod(m[5]);
        if (node.shape == "house") {
            // Laid on a side, it fills this much of its room.
            node.x += (0.5 - 0.41) / 2 * node.width;
            node.width *= 0.5 + 0.41;
        }
        const std::string rest = m[6];
        if (std::regex_search(rest, m, label)) node.label = m[1];
        if (std::regex_search(rest, m, size)) node.font_size = std::stod(m[1]);
        node.is_name = node.shape == "box" && rest.find("penwidth=0,") != rest.npos;
        if (node.is_name) node.width -= 1;  // White around the words.
        if (node.shape == "none" && node.font_size > 0)
            shrink_to_words(node, rest.find("Sans Bold") != rest.npos);
        nodes.push_back(node);
    }
    return nodes;
}

/// Beside one another, one inside the other, or neither.
[[nodiscard]] inline bool is_apart(const Node& a, const Node& b) {
    constexpr double slack = 0.01;
    const bool beside = std::abs(a.x - b.x) >= (a.width + b.width) / 2 - slack ||
                        std::abs(a.y - b.y) >= (a.height + b.height) / 2 - slack;
    const auto holds = [](const Node& out, const Node& in) {
        return in.left() >= out.left() - slack && in.right() <= out.right() + slack &&
               in.bottom() >= out.bottom() - slack && in.top() <= out.top() + slack;
    };
    return beside || holds(a, b) || holds(b, a);
}

/// Everything inside the margins, nothing across anything else, no tiny text.
inline void check_sheet(const std::string& dot, drawing::Paper paper,
                        drawing::Orientation orientation) {
    const bool a4 = paper == drawing::Paper::a4;
    double width = a4 ? 841.89 : 1190.55, height = a4 ? 595.276 : 841.89;
    if (orientation == drawing::Orientation::portrait) std::swap(width, height);
    const double margin = 10 / 25.4 * 72 - 0.1;
    std::vector<Node> seen;
    for (const Node& node : nodes_of(dot)) {
        const bool is_end_of_line = node.font_size == 0 && node.shape == "none";
        if (is_end_of_line) continue;
        INFO(node.shape << " " << node.label);
        if (node.font_size > 0) CHECK(node.font_size >= (a4 ? 7 : 9) - 0.01);
        CHECK(node.left() >= margin);
        CHECK(node.right() <= width - margin);
        CHECK(node.bottom() >= margin);
        CHECK(node.top() <= height - margin);
        if (!node.is_name) seen.push_back(node);
    }
    for (std::size_t i = 0; i < seen.size(); ++i)
        for (std::size_t j = 0; j < i; ++j) {
            if (is_apart(seen[i], seen[j])) continue;
            INFO(seen[i].shape << " " << seen[i].label << " across " << seen[j].shape << " "
                               << seen[j].label);
            CHECK(is_apart(seen[i], seen[j]));
        }
}

[[nodiscard]] inline std::string dot_of(const model::Dataset& data, drawing::MapOptions options) {
    options.format = drawing::MapFormat::dot;
    return map_of(data, options);
}

/// So many actors of all kinds in so many communes, every third allied with the next of its kind;
/// a meeting a month, of more and more of the first ones and some others.
[[nodiscard]] inline model::Dataset country(int actors, int communes) {
    std::string text = "territory R\n";
    for (int c = 0; c < communes; ++c) text += "territory C" + std::to_string(c) + " < R\n";
    constexpr std::array kinds{"public", "company", "association", "academic", "other"};
    for (int i = 0; i < actors; ++i)
        text += std::string(kinds[static_cast<std::size_t>(i) % 5]) + " Actor" + std::to_string(i) +
                " /C" + std::to_string(i % communes) + "\n";
    for (int i = 0; i + 7 < actors; i += 3)
        text += "alliance p" + std::to_string(i) + " 2020-0" + std::to_string(1 + i % 9) +
                ": Actor" + std::to_string(i) + " Actor" + std::to_string(i + 5) +
                (i % 2 == 0 ? " Actor" + std::to_string(i + 7) : "") + "\n";
    for (int m = 1; m <= 9 && actors > 1; ++m) {
        text += "meeting m" + std::to_string(m) + " 2020-0" + std::to_string(m) + "-15:";
        for (int i = 0; i < actors; ++i)
            if (i < m || i % 29 == m) text += " Actor" + std::to_string(i);
        text += "\n";
    }
    return sketch(text + "as_of 2020-12-31");
}

}  // namespace maillage::test
