#include <algorithm>
#include <cmath>
#include <numeric>

#include <maillage/base/numbers.hpp>
#include <maillage/drawing/arrangement.hpp>
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

    void add(const Item& item, std::int64_t count) { add(item, base::readable(count, language_)); }
    void add(Item item, const std::string& number) {
        const Style& style = block_.style();
        if (block_.height > 0) right_ += 4 * style.scale;
        item.centre = {right_ + item.width / 2, -style.row() / 2};
        item.rim_width = std::min(item.rim_width, 1.0);
        right_ += item.width + 1.5 * style.scale;
        block_.symbol(item);
        block_.text(right_, -style.row() / 2, number, {style.small()});
        right_ += text_width(number, style.small());
        block_.height = style.row();
    }
    void add(const std::string& words) {
        const Style& style = block_.style();
        block_.text(right_, -style.row() / 2, words, {style.small()});
        right_ += text_width(words, style.small());
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
        const Margin margin{{}, Listed::silent, matter_.legend, LegendPlace::margin};
        if (!fill_margin(sheet_, frame_, matter_, margin)) return std::nullopt;
        write_faces();
        add_cards();
        add_bundles();
        Arrangement arrangement =
            arrange(bodies_, ties_, merged_.stand, frame_.map, style(), matter_.options);
        const Placement& placement = arrangement.placement;
        if (placement.overlaps > 0 || placement.rounds > 1) return std::nullopt;
        drawing_.areas = std::move(arrangement.areas);
        drawing_.positions = std::move(arrangement.positions);
        for (std::size_t i = 0; i < bodies_.size(); ++i)
            drawing_.items[i].centre = placement.points[i];
        if (is_on_rim())
            tie_at_inner_sides(placement.inside);
        else
            tie_at_middles();
        fill_cards();
        put(drawing_, arrangement.labels, {0, 0});
        if (merged_.between.all() + merged_.inside.all() == 0)
            say_nothing(drawing_, frame_, matter_.texts);
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
    [[nodiscard]] std::string said(const Tally& tally) const {
        return written(tally, merged_.counting, language_);
    }
    [[nodiscard]] double margin() const { return 4 * style().scale; }
    /// Where places count, cards are small: kinds are left to the legend.
    [[nodiscard]] bool is_compact() const { return matter_.options.layout == Layout::geo; }
    [[nodiscard]] static std::int64_t actors_of(const Card& card) {
        return std::accumulate(card.kinds.begin(), card.kinds.end(), std::int64_t{0});
    }
    /// Forces set cards around the relations.
    [[nodiscard]] bool is_on_rim() const { return matter_.options.layout == Layout::force; }

    /// All cards have one size, that of the widest.
    void write_faces() {
        const double size = 6.5 * style().scale;
        for (const Card& card : merged_.cards) {
            CardFace face{cut_to_width(card.name, (is_compact() ? 70 : 104) * style().scale,
                                       style().small(), Weight::bold),
                          CountRow(style(), language_), CountRow(style(), language_)};
            for (std::size_t k = 0; k < card.kinds.size() && !is_compact(); ++k) {
                if (card.kinds[k] == 0) continue;
                const Symbol symbol{
                    static_cast<model::Kind>(k), Tie::current, Membership::listed, {}, 0};
                face.actors.add(actor_item(symbol, size), card.kinds[k]);
            }
            if (is_compact()) face.ties.add(say(words::actors, actors_of(card), language_));
            if (card.inside.all() > 0)
                face.ties.add(alliance_item(State::active, false, size * 1.15), said(card.inside));
            if (card.isolated > 0 && !is_compact())
                face.ties.add(actor_item(Symbol(), size), card.isolated);
            card_width_ = std::max({card_width_, face.actors.width(), face.ties.width(),
                                    text_width(face.name, style().small(), Weight::bold)});
            faces_.push_back(std::move(face));
        }
        card_width_ += 2 * margin();
        card_height_ =
            is_compact() ? 2 * style().row() + margin() / 2 : 3 * style().row() + margin();
    }

    [[nodiscard]] double width_of(std::size_t card) const {
        if (!is_compact()) return card_width_;
        const CardFace& face = faces_[card];
        return std::max(text_width(face.name, style().small(), Weight::bold), face.ties.width()) +
               margin();
    }

    void add_cards() {
        for (std::size_t i = 0; i < merged_.cards.size(); ++i) {
            const Card& card = merged_.cards[i];
            const std::int64_t actors = actors_of(card);
            Item item;
            item.shape = Shape::box;
            item.width = width_of(i);
            item.height = card_height_;
            item.fill = "#FAFAFA";
            item.rim = "#777777";
            // A cell is frame enough.
            if (matter_.options.layout == Layout::packed) {
                item.fill = "#F4F6F8";
                item.stroke = Stroke::none;
            }
            item.title = say(words::card_title, language_,
                             {card.name, base::readable(actors, language_), said(card.inside)});
            drawing_.items.push_back(std::move(item));
            Body body;
            body.left = body.right = width_of(i) / 2;
            body.above = body.below = body.symbol = card_height_ / 2;
            body.on_rim = is_on_rim();
            bodies_.push_back(body);
        }
    }

    void add_bundles() {
        double widest = 0;
        for (const Bundle& bundle : merged_.bundles)
            widest = std::max(widest, text_width(said(bundle.tally), style().small()));
        // Two figures are long: their diamond is flat, and wider than its text where that ends.
        const bool pairs = merged_.counting == Counting::changes;
        const double width = (pairs ? 1.45 : 1) * widest + 8 * style().scale;
        const double height = pairs ? 25 * style().scale : width;
        for (const Bundle& bundle : merged_.bundles) {
            const auto at = static_cast<std::uint32_t>(bodies_.size());
            Item item = alliance_item(bundle.state, false, width);
            item.height = height;
            const std::string count = said(bundle.tally);
            if (pairs || bundle.tally.came > 1) item.label = count;
            item.font_size = style().small();
            item.title = count + " × " + title_of(bundle);
            drawing_.items.push_back(std::move(item));
            Body body;
            body.left = body.right = width / 2;
            body.above = body.below = body.symbol = height / 2;
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

    /// Lines leave a card from its inner side, fanned out in the order of where they go, so that
    /// none passes below another card and few cross at the start.
    void tie_at_inner_sides(const Rectangle& inside) {
        const auto cards = static_cast<std::uint32_t>(merged_.cards.size());
        std::vector<std::vector<std::uint32_t>> relations_of(cards);
        for (const auto& [card, relation] : ties_) relations_of[card].push_back(relation);
        for (std::uint32_t card = 0; card < cards; ++card) {
            const Side side = inner_side(drawing_.items[card].centre, inside);
            auto& relations = relations_of[card];
            std::ranges::stable_sort(relations, {}, [&](std::uint32_t relation) {
                return side.position_of(drawing_.items[relation].centre);
            });
            for (std::size_t i = 0; i < relations.size(); ++i) {
                const auto port = static_cast<std::uint32_t>(drawing_.items.size());
                Item item;
                item.width = item.height = 0.1;
                item.centre =
                    side.at(static_cast<double>(i + 1) / static_cast<double>(relations.size() + 1));
                drawing_.items.push_back(item);
                Line line =
                    tie_line(merged_.bundles[relations[i] - cards].state, port, relations[i]);
                line.colour = "#777777";
                line.width = 0.8;
                drawing_.lines.push_back(line);
            }
        }
    }

    void tie_at_middles() {
        const auto cards = static_cast<std::uint32_t>(merged_.cards.size());
        for (const auto& [card, relation] : ties_) {
            Line line = tie_line(merged_.bundles[relation - cards].state, card, relation);
            line.colour = "#777777";
            line.width = 0.8;
            drawing_.lines.push_back(line);
        }
    }

    /// The side of a card that looks at the middle of the map, from one end to the other.
    struct Side {
        Point from, to;

        [[nodiscard]] Point at(double share) const {
            return {from.x + share * (to.x - from.x), from.y + share * (to.y - from.y)};
        }
        /// The slope under which a point is seen from the middle of the side: along the side, in
        /// the order of its ends.
        [[nodiscard]] double position_of(const Point& point) const {
            const Point middle = at(0.5);
            const double across = from.x == to.x ? point.x - middle.x : point.y - middle.y;
            const double along = from.x == to.x ? point.y - middle.y : point.x - middle.x;
            return std::atan2(along, std::abs(across));
        }
    };
    [[nodiscard]] Side inner_side(const Point& card, const Rectangle& inside) const {
        const Point nearest{std::clamp(card.x, inside.left, inside.right),
                            std::clamp(card.y, inside.bottom, inside.top)};
        if (nearest.x == card.x) {
            const double half = card_width_ / 2;
            return {{std::clamp(card.x - half, inside.left, inside.right), nearest.y},
                    {std::clamp(card.x + half, inside.left, inside.right), nearest.y}};
        }
        const double half = card_height_ / 2;
        return {{nearest.x, std::clamp(card.y - half, inside.bottom, inside.top)},
                {nearest.x, std::clamp(card.y + half, inside.bottom, inside.top)}};
    }

    void fill_cards() {
        Block block(style());
        for (std::size_t i = 0; i < faces_.size(); ++i) {
            const Item& card = drawing_.items[i];
            const double middle = card.centre.x;
            double top = card.centre.y + card_height_ / 2 - (is_compact() ? 0.25 : 0.5) * margin();
            block.text(middle, top - style().row() / 2, faces_[i].name,
                       {style().small(), Weight::bold, "#000000", Align::centre});
            for (const CountRow* row : {&faces_[i].actors, &faces_[i].ties}) {
                if (is_compact() && row == &faces_[i].actors) continue;
                top -= style().row();
                block.add(row->block(), middle - row->width() / 2, top);
            }
        }
        put(drawing_, block, {0, 0});
    }
};

/// Cards and diamonds on A4; A3 takes twice as many.
constexpr std::array<std::pair<std::size_t, std::size_t>, 5> sizes_on_a4{
    {{40, 60}, {30, 45}, {24, 40}, {16, 24}, {8, 12}}};

}  // namespace

std::vector<std::pair<std::size_t, std::size_t>> merged_sizes(Paper paper) {
    const std::size_t times = paper == Paper::a3 ? 2 : 1;
    std::vector<std::pair<std::size_t, std::size_t>> sizes;
    sizes.reserve(sizes_on_a4.size());
    for (const auto& [cards, bundles] : sizes_on_a4)
        sizes.emplace_back(times * cards, times * bundles);
    return sizes;
}

std::optional<Drawing> merged_sheet(const Matter& matter, const MergedScene& merged, double share) {
    return MergedSheet(matter, merged, share).run();
}

}  // namespace maillage::drawing
