#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

#include <maillage/drawing/arrangement.hpp>
#include <maillage/drawing/geographic.hpp>
#include <maillage/drawing/layered.hpp>
#include <maillage/drawing/packed.hpp>
#include <maillage/drawing/palette.hpp>
#include <maillage/drawing/pinned.hpp>
#include <maillage/drawing/projection.hpp>
#include <maillage/drawing/text_width.hpp>
#include <maillage/drawing/words.hpp>

namespace maillage::drawing {

namespace {

/// Backgrounds so light that symbols, lines and a pen stand out.
constexpr std::string_view cell_fill = "#F4F6F8";
constexpr std::string_view land = "#F5F3EC", land_rim = "#B8B4A8", here_rim = "#77736A";
constexpr std::string_view leader = "#8A8A8A";

class Arranger {
  public:
    Arranger(std::span<const Body> bodies, std::span<const Tied> ties, const Stand& stand,
             const Rectangle& area, const Style& style, const MapOptions& options)
        : bodies_(bodies),
          ties_(ties),
          stand_(stand),
          area_(area),
          style_(style),
          options_(options),
          result_{{}, {}, {}, Block(style)} {}

    Arrangement run() {
        switch (stand_.layout) {
            case Layout::packed:
                pack();
                break;
            case Layout::layered:
                layer();
                break;
            case Layout::geo:
                set_on_ground();
                break;
            case Layout::force:
                set_by_forces();
                break;
        }
        keep_positions();
        return std::move(result_);
    }

  private:
    std::span<const Body> bodies_;
    std::span<const Tied> ties_;
    const Stand& stand_;
    Rectangle area_;
    const Style& style_;
    const MapOptions& options_;
    Arrangement result_;

    [[nodiscard]] double title_height() const { return style_.row() + 3 * style_.scale; }

    /// Per body; relations have none.
    template <class Value>
    [[nodiscard]] std::vector<Value> per_body(const std::vector<Value>& values) const {
        std::vector<Value> result = values;
        result.resize(bodies_.size());
        return result;
    }

    void rectangle(const Rectangle& r, std::string_view fill, std::string_view rim) {
        result_.areas.push_back(
            {{{r.left, r.bottom}, {r.right, r.bottom}, {r.right, r.top}, {r.left, r.top}},
             fill,
             rim,
             0.6});
    }

    /// In some lines, on the colour of the cell: lines may pass below.
    void title(const Rectangle& r, const std::string& words, std::string_view paper) {
        double y = r.top - 1.5 * style_.scale - style_.row() / 2;
        for (const std::string& line : lines_of(words, r.width() - 4 * style_.scale)) {
            Item item;
            item.shape = Shape::box;
            item.stroke = Stroke::none;
            item.fill = paper;
            item.label = line;
            item.font_size = style_.small();
            item.weight = Weight::bold;
            item.width = text_width(line, style_.small(), Weight::bold) + 2;
            item.height = style_.row();
            item.centre = {r.centre().x, y};
            result_.labels.symbol(item);
            y -= style_.row();
        }
    }
    [[nodiscard]] std::vector<std::string> lines_of(const std::string& words, double width) const {
        return wrapped(words, width, style_.small(), 3, Weight::bold);
    }
    /// Room of titles that may be broken at that width.
    [[nodiscard]] std::vector<Point> titles(double widest) const {
        std::vector<Point> sizes;
        for (const std::string& words : stand_.groups) {
            Point size;
            for (const std::string& line : lines_of(words, widest * style_.scale)) {
                const double width = text_width(line, style_.small(), Weight::bold);
                size.x = std::max(size.x, width + 4.5 * style_.scale);
                size.y += size.y == 0 ? title_height() : style_.row();
            }
            sizes.push_back(words.empty() ? Point() : size);
        }
        return sizes;
    }

    /// Positions of an earlier map are kept where some are known.
    void set_by_forces() {
        std::map<std::pair<std::string_view, std::string_view>, Point> known;
        for (const model::Position& at : options_.pinned)
            known[{at.what, at.id}] = {area_.left + at.x * area_.width(),
                                       area_.top - at.y * area_.height()};
        std::vector<std::optional<Point>> places(bodies_.size());
        bool any = false;
        for (std::size_t i = 0; i < stand_.names.size(); ++i) {
            const auto found = known.find({stand_.names[i].what, stand_.names[i].id});
            if (found == known.end()) continue;
            places[i] = found->second;
            any = true;
        }
        result_.placement = any ? place_pinned(bodies_, ties_, places, area_)
                                : place(bodies_, ties_, area_, options_.seed);
    }

    void keep_positions() {
        if (result_.placement.overlaps > 0) return;
        result_.positions = stand_.names;
        for (std::size_t i = 0; i < result_.positions.size(); ++i) {
            const Point& p = result_.placement.points[i];
            result_.positions[i].x = std::clamp((p.x - area_.left) / area_.width(), 0.0, 1.0);
            result_.positions[i].y = std::clamp((area_.top - p.y) / area_.height(), 0.0, 1.0);
        }
    }

    void pack() {
        Cells cells = place_packed(bodies_, ties_, per_body(stand_.group_of), titles(74),
                                   stand_.wanted, area_, options_.seed);
        result_.placement = std::move(cells.placement);
        result_.paper = cell_fill;
        if (result_.placement.overlaps > 0) return;
        for (std::size_t g = 0; g < cells.cells.size(); ++g) {
            rectangle(cells.cells[g].inset(1), cell_fill, "#9AA3AB");
            title(cells.cells[g].inset(1), stand_.groups[g], cell_fill);
        }
    }

    void layer() {
        Columns columns = place_layered(bodies_, ties_, per_body(stand_.group_of), titles(70),
                                        {area_.left + 2, area_.bottom, area_.right - 2, area_.top});
        result_.placement = std::move(columns.placement);
        result_.paper = cell_fill;
        if (result_.placement.overlaps > 0) return;
        for (std::size_t g = 0; g < columns.columns.size(); ++g) {
            const Rectangle& column = columns.columns[g];
            if (column.width() <= 0 || stand_.groups[g].empty()) continue;
            rectangle({column.left - 2, column.bottom, column.right + 2, column.top}, cell_fill,
                      "#D5DADF");
            title({column.left - 2, column.bottom, column.right + 2, column.top}, stand_.groups[g],
                  cell_fill);
        }
    }

    void set_on_ground() {
        std::vector<std::optional<model::Place>> known = stand_.places;
        std::vector<std::optional<Point>> rough;
        rough.reserve(known.size());
        for (const auto& place : known)
            rough.push_back(place ? std::optional(roughly(*place)) : std::nullopt);
        for (const std::uint32_t far : far_off(rough)) known[far].reset();
        const std::vector<model::Place> shown = shown_with(known);
        const Projection projection(shown);
        std::vector<Point> flat;
        flat.reserve(shown.size());
        for (const model::Place& place : shown) flat.push_back(projection(place));

        std::vector<std::uint32_t> off;
        double margin = 0;
        for (std::uint32_t i = 0; i < known.size(); ++i) {
            if (!known[i]) off.push_back(i);
            margin = std::max(margin, bodies_[i].symbol);
        }
        const Side side = side_for(flat);
        const Strip strip = strip_for(bodies_, off, off_map_size(side), area_, side);
        const Fit fit(flat, strip.rest.inset(1.5 * margin));
        std::vector<std::optional<Point>> places(bodies_.size());
        for (std::size_t i = 0; i < known.size(); ++i)
            if (known[i]) places[i] = fit(projection(*known[i]));
        Ground ground = place_geographic(bodies_, ties_, places, strip);
        result_.placement = std::move(ground.placement);
        if (result_.placement.overlaps > 0) return;
        draw_land(projection, fit, strip.rest);
        for (const auto& [body, from] : ground.moved) draw_leader(from, body);
        if (off.empty()) return;
        rectangle(strip.strip, paper_white, land_rim);
        title(strip.strip, off_map(), paper_white);
    }

    /// Before the projection is chosen.
    [[nodiscard]] static Point roughly(const model::Place& place) {
        return {place.longitude * std::cos(place.latitude * std::numbers::pi / 180),
                place.latitude};
    }
    [[nodiscard]] std::string off_map() const {
        return std::string(words::off_map.in(options_.language));
    }
    [[nodiscard]] Point off_map_size(Side side) const {
        const double width =
            side == Side::right ? 74 * style_.scale : area_.width() - 8 * style_.scale;
        const auto lines = lines_of(off_map(), width);
        return {width + 6 * style_.scale,
                title_height() + static_cast<double>(lines.size() - 1) * style_.row()};
    }

    /// Where the map leaves room of itself.
    [[nodiscard]] Side side_for(const std::vector<Point>& flat) const {
        Rectangle box{1e300, 1e300, -1e300, -1e300};
        for (const Point& p : flat)
            box = {std::min(box.left, p.x), std::min(box.bottom, p.y), std::max(box.right, p.x),
                   std::max(box.top, p.y)};
        return box.width() * area_.height() < 0.9 * box.height() * area_.width() ? Side::right
                                                                                 : Side::bottom;
    }

    /// What the map has to hold: all places, the land of the territory, and the pieces of land
    /// where somebody is, unless they reach much farther than all of them.
    [[nodiscard]] std::vector<model::Place> shown_with(
        const std::vector<std::optional<model::Place>>& known) const {
        std::vector<model::Place> shown;
        for (const auto& place : known)
            if (place) shown.push_back(*place);
        const std::vector<model::Place> somebody = shown;
        const double widest = 1.5 * extent(somebody);
        for (const model::Outline& outline : stand_.outlines) {
            const bool is_here = stand_.territory.known() && outline.territory == stand_.territory;
            for (const auto& ring : outline.rings) {
                const auto is_inside = [&](const model::Place& p) { return holds(ring, p); };
                if (is_here || (extent(ring) < widest && std::ranges::any_of(somebody, is_inside)))
                    shown.insert(shown.end(), ring.begin(), ring.end());
            }
        }
        return shown;
    }

    /// Outlines as far as they reach into the map; that of the territory shown over the others.
    void draw_land(const Projection& projection, const Fit& fit, const Rectangle& room) {
        std::vector<Area> here;
        for (const model::Outline& outline : stand_.outlines) {
            const bool is_here = stand_.territory.known() && outline.territory == stand_.territory;
            for (const auto& ring : outline.rings) {
                std::vector<Point> polygon;
                polygon.reserve(ring.size());
                for (const model::Place& place : ring) polygon.push_back(fit(projection(place)));
                polygon = simplified(clipped(std::move(polygon), room), 0.35);
                if (polygon.size() < 3) continue;
                if (is_here)
                    here.push_back({std::move(polygon), {}, here_rim, 1.2});
                else
                    result_.areas.push_back({std::move(polygon), land, land_rim, 0.5});
            }
        }
        std::ranges::move(here, std::back_inserter(result_.areas));
    }

    /// From where it is to where it is drawn.
    void draw_leader(const Point& from, std::uint32_t body) {
        result_.areas.push_back({{from, result_.placement.points[body]}, {}, leader, 0.5});
        const double half = 1.1;
        result_.areas.push_back({{{from.x - half, from.y},
                                  {from.x, from.y - half},
                                  {from.x + half, from.y},
                                  {from.x, from.y + half}},
                                 leader,
                                 leader,
                                 0.3});
    }
};

}  // namespace

Arrangement arrange(std::span<const Body> bodies, std::span<const Tied> ties, const Stand& stand,
                    const Rectangle& area, const Style& style, const MapOptions& options) {
    return Arranger(bodies, ties, stand, area, style, options).run();
}

}  // namespace maillage::drawing
