#include <algorithm>
#include <numeric>

#include <maillage/base/numbers.hpp>
#include <maillage/drawing/layout.hpp>
#include <maillage/drawing/palette.hpp>
#include <maillage/drawing/sheet.hpp>
#include <maillage/drawing/symbols.hpp>
#include <maillage/drawing/text_width.hpp>
#include <maillage/drawing/words.hpp>

namespace maillage::drawing {

namespace {

/// A row of small symbols, each with its number.
class CountRow {
  public:
    CountRow(const Style& style, base::Language language) : block_(style), language_(language) {}

    void add(Item item, std::int64_t count) {
        const Style& style = block_.style();
        if (block_.height > 0) right_ += 4 * style.scale;
        item.centre = {right_ + item.width / 2, -style.row() / 2};
        item.rim_width = std::min(item.rim_width, 1.0);
        right_ += item.width + 1.5 * style.scale;
        block_.symbol(item);
        const std::string number = base::readable(count, language_);
        block_.text(right_, -style.row() / 2, number, {style.small()});
        right_ += text_width(number, style.small());
        block_.height = style.row();
    }
    [[nodiscard]] double width() const { return right_; }
    [[nodiscard]] const Block& block() const { return block_; }

  private:
    Block block_;
    base::Language language_;
    double right_ = 0;
};

struct CardFace {
    std::string name;
    CountRow actors, ties;
};

class MergedSheet {
  public:
    MergedSheet(const Matter& matter, const MergedScene& merged, double share)
        : matter_(matter), merged_(merged), language_(matter.options.language) {
        frame_ = start_sheet(sheet_, matter.texts, matter.options, share);
        drawing_.width = sheet_.width;
    }

    std::optional<Drawing> run() {
        Margin margin{{}, Listed::silent, matter_.facts, LegendPlace::margin};
        margin.facts.merged = &merged_;
        if (!fill_margin(sheet_, frame_, matter_, margin)) return std::nullopt;
        write_faces();
        add_cards();
        add_bundles();
        const Placement placement = place(bodies_, ties_, frame_.map, matter_.options.seed);
        if (placement.overlaps > 0 || placement.rounds > 1) return std::nullopt;
        for (std::size_t i = 0; i < bodies_.size(); ++i)
            drawing_.items[i].centre = placement.points[i];
        tie_at_inner_sides(placement.inside);
        fill_cards();
        if (merged_.between + merged_.inside == 0) say_nothing_known(drawing_, frame_, language_);
        return joined(std::move(drawing_), std::move(sheet_));
    }

  private:
    const Matter& matter_;
    const MergedScene& merged_;
    base::Language language_;
    Frame frame_;
    Drawing drawing_, sheet_;
    std::vector<CardFace> faces_;
    double card_width_ = 0, card_height_ = 0;
    std::vector<Body> bodies_;
    std::vector<Tied> ties_;

    [[nodiscard]] const Style& style() const { return frame_.style; }
    [[nodiscard]] double margin() const { return 4 * style().scale; }

    /// All cards have one size, that of the widest.
    void write_faces() {
        const double size = 6.5 * style().scale;
        for (const Card& card : merged_.cards) {
            CardFace face{
                cut_to_width(card.name, 104 * style().scale, style().small(), Weight::bold),
                CountRow(style(), language_), CountRow(style(), language_)};
            for (std::size_t k = 0; k < card.kinds.size(); ++k) {
                if (card.kinds[k] == 0) continue;
                const Symbol symbol{
                    static_cast<model::Kind>(k), Tie::current, Membership::listed, {}, 0};
                face.actors.add(actor_item(symbol, size), card.kinds[k]);
            }
            if (card.inside > 0)
                face.ties.add(alliance_item(State::active, false, size * 1.15), card.inside);
            if (card.isolated > 0) face.ties.add(actor_item(Symbol(), size), card.isolated);
            card_width_ = std::max({card_width_, face.actors.width(), face.ties.width(),
                                    text_width(face.name, style().small(), Weight::bold)});
            faces_.push_back(std::move(face));
        }
        card_width_ += 2 * margin();
        card_height_ = 3 * style().row() + margin();
    }

    void add_cards() {
        for (std::size_t i = 0; i < merged_.cards.size(); ++i) {
            const Card& card = merged_.cards[i];
            const std::int64_t actors =
                std::accumulate(card.kinds.begin(), card.kinds.end(), std::int64_t{0});
            Item item;
            item.shape = Shape::box;
            item.width = card_width_;
            item.height = card_height_;
            item.fill = "#FAFAFA";
            item.rim = "#777777";
            item.title = say(words::card_title, language_,
                             {card.name, base::readable(actors, language_),
                              base::readable(card.inside, language_)});
            drawing_.items.push_back(std::move(item));
            Body body;
            body.left = body.right = card_width_ / 2;
            body.above = body.below = body.symbol = card_height_ / 2;
            body.on_rim = true;
            bodies_.push_back(body);
        }
    }

    void add_bundles() {
        std::int64_t most = 0;
        for (const Bundle& bundle : merged_.bundles) most = std::max(most, bundle.count);
        const double size =
            text_width(base::readable(most, language_), style().small()) + 8 * style().scale;
        for (const Bundle& bundle : merged_.bundles) {
            const auto at = static_cast<std::uint32_t>(bodies_.size());
            Item item = alliance_item(bundle.state, false, size);
            const std::string count = base::readable(bundle.count, language_);
            if (bundle.count > 1) item.label = count;
            item.font_size = style().small();
            item.title = count + " × " + title_of(bundle);
            drawing_.items.push_back(std::move(item));
            Body body;
            body.left = body.right = body.above = body.below = body.symbol = size / 2;
            body.is_relation = true;
            bodies_.push_back(body);
            for (const std::uint32_t card : bundle.cards) {
                ties_.emplace_back(card, at);
            }
        }
    }

    [[nodiscard]] std::string title_of(const Bundle& bundle) const {
        std::string title;
        for (const std::uint32_t card : bundle.cards)
            title.append(title.empty() ? "" : " · ").append(merged_.cards[card].name);
        return title;
    }

    /// Lines leave a card from the middle of its inner side, so that none passes below another.
    void tie_at_inner_sides(const Rectangle& inside) {
        const auto first = static_cast<std::uint32_t>(drawing_.items.size());
        for (std::size_t i = 0; i < merged_.cards.size(); ++i) {
            const Point& card = drawing_.items[i].centre;
            Item port;
            port.width = port.height = 0.1;
            port.centre = {std::clamp(card.x, inside.left, inside.right),
                           std::clamp(card.y, inside.bottom, inside.top)};
            drawing_.items.push_back(port);
        }
        const auto cards = static_cast<std::uint32_t>(merged_.cards.size());
        for (const auto& [card, relation] : ties_)
            drawing_.lines.push_back(
                tie_line(merged_.bundles[relation - cards].state, first + card, relation));
    }

    void fill_cards() {
        Block block(style());
        for (std::size_t i = 0; i < faces_.size(); ++i) {
            const Item& card = drawing_.items[i];
            const double middle = card.centre.x;
            double top = card.centre.y + card_height_ / 2 - margin() / 2;
            block.text(middle, top - style().row() / 2, faces_[i].name,
                       {style().small(), Weight::bold, "#000000", Align::centre});
            for (const CountRow* row : {&faces_[i].actors, &faces_[i].ties}) {
                top -= style().row();
                block.add(row->block(), middle - row->width() / 2, top);
            }
        }
        put(drawing_, block, {0, 0});
    }
};

}  // namespace

std::optional<Drawing> merged_sheet(const Matter& matter, const MergedScene& merged, double share) {
    return MergedSheet(matter, merged, share).run();
}

}  // namespace maillage::drawing
