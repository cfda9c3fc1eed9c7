#include <algorithm>

#include <maillage/base/numbers.hpp>
#include <maillage/drawing/chain_cells.hpp>
#include <maillage/drawing/palette.hpp>
#include <maillage/drawing/symbols.hpp>
#include <maillage/drawing/text_width.hpp>
#include <maillage/drawing/words.hpp>

namespace maillage::drawing {

namespace {

const Phrase more_items{{"et {0} autre", "and {0} more"}, {"et {0} autres", "and {0} more"}};

constexpr std::size_t most_lines = 3;  ///< Of a name.

/// Columns inside a cell, in points on A4.
constexpr double year_width = 22, month_width = 36, sign_width = 11;

/// The items of a cell, from its left edge on.
class Cell {
  public:
    Cell(const ChainCell& cell, base::Language language, const Style& style, double width)
        : cell_(cell), language_(language), style_(style), block_(style), width_(width) {
        const auto longest = [](const ChainItem& a, const ChainItem& b) {
            return a.date.size() < b.date.size();
        };
        const auto found = std::ranges::max_element(cell.items, longest);
        if (found != cell.items.end() && !found->date.empty())
            date_width_ = (found->date.size() > 4 ? month_width : year_width) * style.scale;
    }

    Block run(double most_height) {
        write_count();
        if (cell_.items.empty()) {
            const bool bold = cell_.is_hole;
            block_.paragraph(
                left(), width_ - left(), cell_.remark,
                {style_.small(), bold ? Weight::bold : Weight::regular, bold ? hole_ink : soft_ink},
                4);
        } else {
            write_items(most_height);
        }
        block_.height = std::max(block_.height, style_.row());
        return std::move(block_);
    }

  private:
    const ChainCell& cell_;
    base::Language language_;
    Style style_;
    Block block_;
    double width_, date_width_ = 0;

    [[nodiscard]] double left() const { return count_width * style_.scale; }

    void write_count() {
        const std::string count = cell_.known ? base::readable(cell_.count, language_) : "–";
        block_.text(left() - 5 * style_.scale, -style_.row() / 2, count,
                    {style_.small() * 1.2, Weight::bold,
                     cell_.count > 0 ? std::string_view("#000000") : soft_ink, Align::right});
    }

    void write_items(double most_height) {
        const auto total = cell_.items.size();
        for (std::size_t i = 0; i < total; ++i) {
            const Block item = item_block(cell_.items[i]);
            const double rest = i + 1 < total ? style_.row() : 0;
            if (block_.height + item.height + rest > most_height + 0.01) {
                block_.paragraph(left(), width_ - left(),
                                 say(more_items, static_cast<std::int64_t>(total - i), language_),
                                 {style_.small(), Weight::regular, soft_ink}, 1);
                return;
            }
            block_.add(item, 0, -block_.height);
            block_.height += item.height;
        }
    }

    [[nodiscard]] Block item_block(const ChainItem& item) const {
        Block block(style_);
        double from = left();
        block.text(from, -style_.row() / 2, item.date, {style_.small(), Weight::regular, soft_ink});
        from += date_width_;
        if (item.state) {
            Item sign = alliance_item(*item.state, false, 6.5 * style_.scale);
            sign.centre = {from + 3.5 * style_.scale, -style_.row() / 2};
            sign.rim_width = 0.6;
            block.symbol(sign);
            from += sign_width * style_.scale;
        }
        std::string name = item.name;
        if (!item.stage.empty()) name += " (" + item.stage + ")";
        block.paragraph(from, width_ - from, name, {style_.small()}, most_lines);
        return block;
    }
};

/// Filled where a kind takes part, hollow where the territory has it and it does not.
void add_kinds(Block& block, std::uint8_t kinds, std::uint8_t registry) {
    const double size = 7 * block.style().scale;
    double left = 0;
    for (std::size_t k = 0; k < model::kinds.size(); ++k) {
        const auto bit = 1U << k;
        if ((registry & bit) == 0) continue;
        Symbol symbol;
        symbol.kind = static_cast<model::Kind>(k);
        symbol.tie = (kinds & bit) != 0 ? Tie::current : Tie::none;
        Item item = actor_item(symbol, size);
        item.centre = {left + item.width / 2, -block.height - 6 * block.style().scale};
        item.rim_width = std::min(item.rim_width, 1.0);
        left += item.width + 3.5 * block.style().scale;
        block.symbol(item);
    }
    block.height += 11 * block.style().scale;
}

}  // namespace

Block stake_cell(const ChainRow& row, std::uint8_t registry, const Style& style, double width) {
    Block block(style);
    block.paragraph(0, width, row.stake, {style.small() * 1.2, Weight::bold}, 2);
    for (const std::string& fact : row.facts)
        block.paragraph(0, width, fact, {style.small(), Weight::regular, soft_ink}, 2);
    add_kinds(block, row.kinds, registry);
    return block;
}

Block chain_cell(const ChainCell& cell, base::Language language, const Style& style, double width,
                 double most_height) {
    return Cell(cell, language, style, width).run(most_height);
}

double wish_of(const ChainScene& scene, std::size_t link) {
    if (!scene.known[link]) return 12;
    std::vector<double> widths;
    for (const ChainRow& row : scene.rows)
        for (const ChainItem& item : row.cells[link].items)
            widths.push_back(text_width(item.name, 1) +
                             (item.stage.empty() ? 0 : text_width(item.stage, 1) + 1));
    if (widths.empty()) return 14;
    const auto most = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() * 3 / 4);
    std::nth_element(widths.begin(), most, widths.end());
    return std::clamp(*most, 14.0, 28.0);
}

}  // namespace maillage::drawing
