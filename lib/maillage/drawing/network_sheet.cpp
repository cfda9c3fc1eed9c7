#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>
#include <optional>
#include <tuple>

#include <maillage/drawing/arrangement.hpp>
#include <maillage/drawing/legend.hpp>
#include <maillage/drawing/palette.hpp>
#include <maillage/drawing/sheet.hpp>
#include <maillage/drawing/symbols.hpp>
#include <maillage/drawing/text_width.hpp>
#include <maillage/drawing/words.hpp>

namespace maillage::drawing {

namespace {

/// Angle of each symbol: its world is a sector of the round, as wide as the world is large.
std::vector<double> sectors(const Scene& scene) {
    std::vector<std::size_t> of_kind(model::kinds.size() + 1, 0);
    for (const Symbol& symbol : scene.symbols) ++of_kind[static_cast<std::size_t>(symbol.kind) + 1];
    std::partial_sum(of_kind.begin(), of_kind.end(), of_kind.begin());
    std::vector<double> angles;
    for (const Symbol& symbol : scene.symbols) {
        const auto kind = static_cast<std::size_t>(symbol.kind);
        const auto middle = static_cast<double>(of_kind[kind] + of_kind[kind + 1]) / 2;
        angles.push_back(2 * std::numbers::pi * middle / static_cast<double>(scene.symbols.size()));
    }
    return angles;
}

/// Above it, actors are merged by territory: a sheet of paper holds no more symbols to be read.
constexpr std::size_t most_symbols = 300;
/// Up to so many, actors are never merged: what exceeds so many diamonds is left out and counted.
constexpr std::size_t few_symbols = 60, most_diamonds = 120;

/// Long names in an index need wide columns more than the map needs width.
std::array<double, 4> shares_for(const Scene& scene, Names names) {
    constexpr double usual_column = 58;  // Points of A4 type beside a number, at the least share.
    const auto is_long = [&](const Symbol& symbol) {
        return text_width(symbol.name, 7) > 1.3 * usual_column;
    };
    const auto many = static_cast<std::size_t>(std::ranges::count_if(scene.symbols, is_long));
    const bool wide = names != Names::beside && 4 * many > scene.symbols.size();
    return wide ? std::array<double, 4>{0.42, 0.5, 0.37, 0.32} : margin_shares;
}

/// One attempt at a sheet; another is made with other sizes when things do not fit.
class Attempt {
  public:
    Attempt(const Matter& matter, Names naming, LegendPlace legend, double share)
        : matter_(matter), scene_(matter.scene), naming_(naming), legend_(legend) {
        frame_ = start_sheet(sheet_, matter.texts, matter.options, share);
        const std::size_t nodes = scene_.symbols.size() + scene_.alliances.size();
        const double size = nodes <= 40 ? 21 : nodes <= 120 ? 18 : 16;
        size_ = size * frame_.style.scale;
        drawing_.width = sheet_.width;
    }

    std::optional<Drawing> run() {
        Margin margin{numbered_symbols(), Listed::all_with_letters, matter_.legend, legend_};
        if (naming_ == Names::numbered_with_ties)
            add_row(margin.legend.hidden, words::more_isolated, actors_without_ties(),
                    matter_.options.language);
        auto letters = fill_margin(sheet_, frame_, matter_, margin);
        if (!letters) return std::nullopt;
        letters_ = std::move(*letters);
        if (!draw_network()) return std::nullopt;
        return joined(std::move(drawing_), std::move(sheet_));
    }

  private:
    const Matter& matter_;
    const Scene& scene_;
    Names naming_;
    LegendPlace legend_;
    Frame frame_;
    Drawing drawing_, sheet_;  ///< Symbols and names; what is around them.
    double size_ = 16;
    std::vector<std::string> numbers_, letters_;   ///< On symbols and diamonds.
    std::vector<std::vector<std::string>> names_;  ///< Beside symbols, in lines.

    [[nodiscard]] const Style& style() const { return frame_.style; }

    [[nodiscard]] std::int64_t actors_without_ties() const {
        std::int64_t count = 0;
        for (const Symbol& symbol : scene_.symbols)
            if (symbol.tie == Tie::none) count += std::max(symbol.persons, 1U);
        return count;
    }

    std::vector<std::uint32_t> numbered_symbols() {
        numbers_.clear();
        for (const Symbol& symbol : scene_.symbols) numbers_.push_back(symbol.label);
        std::vector<std::uint32_t> numbered;
        if (naming_ == Names::beside) return numbered;
        for (std::uint32_t i = 0; i < scene_.symbols.size(); ++i) {
            const Symbol& symbol = scene_.symbols[i];
            const bool is_left_out =
                naming_ == Names::numbered_with_ties && symbol.tie == Tie::none;
            if (is_left_out || !symbol.label.empty()) continue;
            numbered.push_back(i);
            numbers_[i] = std::to_string(numbered.size());
        }
        return numbered;
    }

    /// Names in lines below the symbols; false when one of them would have to be cut.
    bool wrap_names() {
        names_.assign(scene_.symbols.size(), {});
        if (naming_ != Names::beside) return true;
        for (std::size_t i = 0; i < scene_.symbols.size(); ++i) {
            if (!scene_.symbols[i].label.empty()) continue;
            names_[i] = wrapped(scene_.symbols[i].name, 84 * style().scale, style().small(), 3);
            for (const std::string& line : names_[i])
                if (line.ends_with("…")) return false;
        }
        return true;
    }

    [[nodiscard]] Body body_of_symbol(std::size_t i, const Item& item, double angle) const {
        Body body;
        body.left = body.right = item.width / 2;
        body.above = body.below = item.height / 2;
        if (scene_.symbols[i].marks.ringed)
            body.left = body.right = body.above = body.below = ring_of(item).width / 2;
        body.symbol = std::max(body.left, body.above);
        body.sector = angle;
        body.on_rim = scene_.symbols[i].tie == Tie::none;
        for (const std::string& line : names_[i]) {
            const double half = text_width(line, style().small()) / 2;
            body.left = std::max(body.left, half);
            body.right = std::max(body.right, half);
            body.below += style().row();
        }
        return body;
    }

    [[nodiscard]] double diamond_size() const {
        std::size_t longest = 0;
        for (std::size_t i = 0; i < scene_.alliances.size(); ++i) {
            const Alliance& alliance = scene_.alliances[i];
            const bool marked = !letters_[i].empty() || alliance.count > 1;
            longest = std::max({longest, alliance.label.size(), std::size_t{marked ? 1U : 0U}});
        }
        const double size = longest > 2 ? 18.5 : longest > 0 ? 14.5 : 10;
        return longest > 2 ? size * style().scale : std::min(size * style().scale, size_);
    }

    bool draw_network() {
        if (!wrap_names()) return false;
        std::vector<Body> bodies;
        std::vector<Tied> ties;
        const std::vector<double> angles = sectors(scene_);
        for (std::size_t i = 0; i < scene_.symbols.size(); ++i) {
            // A count is longer than a number.
            const double size = (scene_.symbols[i].label.empty() ? 1 : 1.4) * size_;
            Item item = actor_item(scene_.symbols[i], size);
            item.label = numbers_[i];
            item.font_size = style().small();
            item.title = scene_.symbols[i].name;
            bodies.push_back(body_of_symbol(i, item, angles[i]));
            drawing_.items.push_back(std::move(item));
        }
        add_alliances(bodies, ties);
        Arrangement arrangement = arranged(bodies, ties);
        const Placement& placement = arrangement.placement;
        if (placement.overlaps > 0) return false;
        drawing_.areas = std::move(arrangement.areas);
        drawing_.positions = std::move(arrangement.positions);
        for (std::size_t i = 0; i < bodies.size(); ++i)
            drawing_.items[i].centre = placement.points[i];
        add_rings();
        write_names(arrangement.paper);
        put(drawing_, arrangement.labels, {0, 0});
        if (scene_.alliances.empty()) say_nothing(drawing_, frame_, matter_.texts);
        return true;
    }

    [[nodiscard]] Arrangement arranged(const std::vector<Body>& bodies,
                                       const std::vector<Tied>& ties) const {
        if (matter_.manner != nullptr)
            return {matter_.manner->place(bodies, ties, frame_.map), {}, {}, Block(style())};
        Stand stand = scene_.stand;
        for (const Alliance& alliance : scene_.alliances)
            stand.names.push_back({"alliance", alliance.id});
        return arrange(bodies, ties, stand, frame_.map, style(), matter_.options);
    }

    [[nodiscard]] Item relation_item(std::size_t i) const {
        const Alliance& alliance = scene_.alliances[i];
        if (matter_.manner != nullptr) return matter_.manner->relation(alliance, style());
        Item item = alliance_item(alliance.state, alliance.born, diamond_size());
        item.label = alliance.label.empty() ? letters_[i] : alliance.label;
        if (item.label.empty() && alliance.count > 1) item.label = std::to_string(alliance.count);
        item.font_size = style().small();
        return item;
    }

    void add_alliances(std::vector<Body>& bodies, std::vector<Tied>& ties) {
        for (std::size_t i = 0; i < scene_.alliances.size(); ++i) {
            const Alliance& alliance = scene_.alliances[i];
            Item item = relation_item(i);
            item.title = alliance.name;
            const auto at = static_cast<std::uint32_t>(bodies.size());
            Body body;
            body.left = body.right = item.width / 2;
            body.above = body.below = item.height / 2;
            body.symbol = std::max(body.left, body.above);
            body.is_relation = true;
            bodies.push_back(body);
            drawing_.items.push_back(std::move(item));
            for (const std::uint32_t party : alliance.parties) {
                ties.emplace_back(party, at);
                if (matter_.manner != nullptr) {
                    drawing_.lines.push_back(matter_.manner->line(alliance, party, at));
                    continue;
                }
                drawing_.lines.push_back(tie_line(alliance.state, party, at, alliance.stroking));
            }
        }
    }

    void add_rings() {
        for (std::size_t i = 0; i < scene_.symbols.size(); ++i)
            if (scene_.symbols[i].marks.ringed)
                drawing_.items.push_back(ring_of(drawing_.items[i]));
    }

    /// On the colour of the paper, as lines pass below.
    void write_names(std::string_view paper) {
        Block block(style());
        for (std::size_t i = 0; i < names_.size(); ++i) {
            const bool ringed = scene_.symbols[i].marks.ringed;
            const Item item = ringed ? ring_of(drawing_.items[i]) : drawing_.items[i];
            double y = item.centre.y - item.height / 2 - style().row() / 2 - 0.5;
            for (const std::string& line : names_[i]) {
                Item name;
                name.shape = Shape::box;
                name.stroke = Stroke::none;
                name.fill = paper;
                name.label = line;
                name.font_size = style().small();
                name.width = text_width(line, name.font_size) + 1;
                name.height = style().row() - 0.4;
                name.centre = {item.centre.x, y};
                block.symbol(name);
                y -= style().row();
            }
        }
        put(drawing_, block, {0, 0});
    }
};

}  // namespace

std::optional<Drawing> network_sheet(const Matter& matter, std::span<const Names> ways) {
    const Scene& scene = matter.scene;
    if (scene.symbols.size() + scene.alliances.size() > most_symbols) return std::nullopt;
    for (const Names names : ways)
        for (const LegendPlace legend : {LegendPlace::margin, LegendPlace::below_map})
            for (const double share : shares_for(scene, names))
                if (names != Names::beside || legend == LegendPlace::margin)
                    if (auto drawing = network_sheet(matter, names, legend, share)) return drawing;
    return std::nullopt;
}

std::int64_t keep_largest_of_few(Scene& scene) {
    if (scene.symbols.size() > few_symbols || scene.alliances.size() <= most_diamonds) return 0;
    std::ranges::stable_sort(scene.alliances, [](const Alliance& a, const Alliance& b) {
        return std::tuple(a.state == State::ended, b.count) <
               std::tuple(b.state == State::ended, a.count);
    });
    std::int64_t left_out = 0;
    for (; scene.alliances.size() > most_diamonds; scene.alliances.pop_back())
        left_out += scene.alliances.back().count;
    return left_out;
}

std::optional<Drawing> network_sheet(const Matter& matter, Names names, LegendPlace legend,
                                     double share) {
    return Attempt(matter, names, legend, share).run();
}

}  // namespace maillage::drawing
