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

/// Puts a sign around a point.
void add_sign(Block& block, const Sign& sign, const Point& centre) {
    const auto first = static_cast<std::uint32_t>(block.items.size());
    for (Item item : sign.items) {
        scale(item, block.style().scale);
        item.centre.x += centre.x;
        item.centre.y += centre.y;
        block.symbol(item);
    }
    for (Line line : sign.lines) {
        line.from += first;
        line.to += first;
        block.lines.push_back(line);
    }
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
    add_sign(block, sign,
             {gutter / 2 - 3 * style.scale, -top - std::min(block.height - top, least) / 2});
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

namespace {

/// Runs signs and words on from left to right, a new line where the width ends.
class Strip {
  public:
    Strip(const Style& style, double width) : block_(style), width_(width) {}

    void add(const LegendPart& part) {
        if (part.rows.empty()) return;
        if (right_ > 0) start_line();
        write(part.heading, Weight::bold);
        for (const LegendRow& row : part.rows) add(row);
    }
    Block finish() {
        if (right_ > 0) start_line();
        return std::move(block_);
    }

  private:
    Block block_;
    double width_, right_ = 0;

    [[nodiscard]] double scale() const { return block_.style().scale; }
    [[nodiscard]] double line_height() const { return 12 * scale(); }
    [[nodiscard]] double middle() const { return -block_.height - line_height() / 2; }

    void start_line() {
        block_.height += line_height();
        right_ = 0;
    }

    void write(const std::string& words, Weight weight) {
        const std::string cut =
            cut_to_width(words, width_ - right_, block_.style().small(), weight);
        block_.text(right_, middle(), cut, {block_.style().small(), weight});
        right_ += text_width(cut, block_.style().small(), weight) + 9 * scale();
    }

    void add(const LegendRow& row) {
        const double sign = row.sign.gutter * scale() * 0.75;
        const double words = text_width(row.words, block_.style().small()) * 1.03;
        if (right_ > 0 && right_ + sign + words > width_) start_line();
        add_sign(block_, row.sign, {right_ + sign / 2 - 1.5 * scale(), middle()});
        right_ += sign;
        write(row.words, Weight::regular);
    }
};

}  // namespace

Block legend_strip(const LegendParts& parts, const Style& style, double width) {
    Strip strip(style, width);
    for (const LegendPart* part : {&parts.symbols, &parts.relations, &parts.hidden})
        strip.add(*part);
    return strip.finish();
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
        block.rule(left, width - margin, -y, frame_line);
    }
    block.height = height;
    return block;
}

}  // namespace maillage::drawing
