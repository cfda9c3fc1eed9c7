#include <algorithm>

#include <maillage/drawing/legend_block.hpp>
#include <maillage/drawing/palette.hpp>
#include <maillage/drawing/text_width.hpp>
#include <maillage/drawing/words.hpp>

namespace maillage::drawing {

namespace {

constexpr double gutter_of_symbols = 22, gutter_of_relations = 34;

void scale(Item& item, double by) {
    item.centre.x *= by;
    item.centre.y *= by;
    item.width *= by;
    item.height *= by;
    item.font_size *= by;
}

/// One row: a sign of the map in a gutter, words beside it.
void add_row(Block& block, const LegendRow& row, double width) {
    const Style& style = block.style();
    const Sign& sign = row.sign;
    const double top = block.height, gutter = sign.gutter * style.scale;
    block.paragraph(gutter, width - gutter, row.words, {style.small()}, 3);
    const double least = sign.items.empty() ? 0 : 11.5 * style.scale;
    if (block.height - top < least) {
        // The one line of a row stands level with its sign.
        block.items.back().centre.y = -top - least / 2;
        block.height = top + least;
    }
    const auto first = static_cast<std::uint32_t>(block.items.size());
    for (Item item : sign.items) {
        scale(item, style.scale);
        item.centre.x += gutter / 2 - 3 * style.scale;
        item.centre.y -= top + std::min(block.height - top, least) / 2;
        block.symbol(item);
    }
    for (Line line : sign.lines) {
        line.from += first;
        line.to += first;
        block.lines.push_back(line);
    }
}

Block block_of(const LegendPart& part, const Style& style, double width) {
    Block block(style);
    if (part.rows.empty()) return block;
    block.heading(0, part.heading);
    for (const LegendRow& row : part.rows) add_row(block, row, width);
    return block;
}

void stack(Block& all, const Block& next) {
    if (next.items.empty()) return;
    all.height += 5 * all.style().scale;
    all.add(next, 0, -all.height);
    all.height += next.height;
}

}  // namespace

Sign sign_of(const Item& item) {
    return {{item}, {}, gutter_of_symbols};
}

Sign sign_of(const Item& relation, const Line& line) {
    Item end;
    end.width = end.height = 0.1;
    end.centre.x = -13;
    Item other = end;
    other.centre.x = -end.centre.x;
    Sign sign{{end, relation, other}, {line, line}, gutter_of_relations};
    for (std::uint32_t i = 0; i < sign.lines.size(); ++i) {
        sign.lines[i].from = 1;
        sign.lines[i].to = 2 * i;
    }
    return sign;
}

Block legend_block(const LegendParts& parts, const Style& style, double width) {
    Block all(style);
    const bool two_columns = width > 230 * style.scale;
    const double gutter = 10 * style.scale;
    const double column = two_columns ? (width - gutter) / 2 : width;
    const Block left = block_of(parts.symbols, style, column),
                right = block_of(parts.relations, style, column);
    all.add(left, 0, 0);
    all.height = left.height;
    if (two_columns) {
        all.add(right, column + gutter, 0);
        all.height = std::max(left.height, right.height);
    } else {
        stack(all, right);
    }
    stack(all, block_of(parts.hidden, style, width));
    return all;
}

Block blank_box(const std::vector<std::string>& stakes, base::Language language, const Style& style,
                double width, double height) {
    Block block(style);
    Item frame;
    frame.shape = Shape::box;
    frame.centre = {width / 2, -height / 2};
    frame.width = width;
    frame.height = height;
    frame.rim = soft_ink;
    frame.rim_width = 0.7;
    block.symbol(frame);
    const double margin = 6 * style.scale, row = 15 * style.scale;
    block.height = margin / 2;
    block.heading(margin, words::missing_heading.in(language));
    std::size_t stake = 0;
    for (double y = block.height + row * 0.8; y < height - margin / 2; y += row) {
        double left = margin;
        if (stake < stakes.size()) {
            const std::string label = cut_to_width(stakes[stake++], width * 0.4, style.small());
            block.text(left, -y + 2.5 * style.scale, label, {style.small()});
            left += text_width(label, style.small()) + 4 * style.scale;
        }
        Item from, to;
        from.width = from.height = to.width = to.height = 0.1;
        from.centre = {left, -y};
        to.centre = {width - margin, -y};
        const auto at = static_cast<std::uint32_t>(block.items.size());
        block.symbol(from);
        block.symbol(to);
        block.lines.push_back({at, at + 1, frame_line, 0.6, Stroke::solid});
    }
    block.height = height;
    return block;
}

}  // namespace maillage::drawing
