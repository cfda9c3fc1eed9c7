#include <maillage/drawing/block.hpp>
#include <maillage/drawing/text_width.hpp>

namespace maillage::drawing {

void Block::text(double left, double y, std::string_view words, const Type& type) {
    // Wider than the words: Graphviz moves a text that its node cannot hold.
    Item item;
    item.width = 1.1 * text_width(words, type.size, type.weight) + 10;
    item.height = type.size * 1.2;
    const double shift = type.align == Align::left    ? item.width / 2
                         : type.align == Align::right ? -item.width / 2
                                                      : 0;
    item.centre = {left + shift, y};
    item.label = words;
    item.align = type.align;
    item.font_size = type.size;
    item.weight = type.weight;
    item.ink = type.ink;
    items.push_back(std::move(item));
}

void Block::paragraph(double left, double width, std::string_view words, const Type& type,
                      std::size_t most) {
    const double row = type.size * style_.row() / style_.small();
    for (const std::string& line : wrapped(words, width, type.size, most, type.weight)) {
        text(left, -height - row / 2, line, type);
        height += row;
    }
}

void Block::heading(double left, std::string_view words) {
    const double size = style_.small() * 8 / 7;
    text(left, -height - style_.row() * 0.55, words, {size, Weight::bold});
    height += style_.row() * 1.25;
}

void Block::rule(double left, double right, double y, std::string_view colour, double width) {
    const auto at = static_cast<std::uint32_t>(items.size());
    for (const double x : {left, right}) {
        Item end;
        end.width = end.height = 0.1;
        end.centre = {x, y};
        items.push_back(std::move(end));
    }
    lines.push_back({at, at + 1, colour, width, Stroke::solid});
}

Item& Block::symbol(const Item& item) {
    items.push_back(item);
    return items.back();
}

void Block::add(const Block& other, double left, double top) {
    const auto first = static_cast<std::uint32_t>(items.size());
    for (Item item : other.items) {
        item.centre.x += left;
        item.centre.y += top;
        items.push_back(std::move(item));
    }
    for (Line line : other.lines) {
        line.from += first;
        line.to += first;
        lines.push_back(line);
    }
}

namespace {

/// The room taken in advance for a text ends at the edge of the sheet: beyond, it would widen it.
void keep_on_sheet(Item& item, double sheet) {
    const double left = item.centre.x - item.width / 2;
    if (item.align != Align::left || left + item.width <= sheet) return;
    item.width = sheet - left;
    item.centre.x = left + item.width / 2;
}

}  // namespace

void put(Drawing& drawing, const Block& block, const Point& corner) {
    const auto first = static_cast<std::uint32_t>(drawing.items.size());
    for (Item item : block.items) {
        item.centre.x += corner.x;
        item.centre.y += corner.y;
        keep_on_sheet(item, drawing.width);
        drawing.items.push_back(std::move(item));
    }
    for (Line line : block.lines) {
        line.from += first;
        line.to += first;
        drawing.lines.push_back(line);
    }
}

}  // namespace maillage::drawing
