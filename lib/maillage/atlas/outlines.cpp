#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <tuple>

#include <maillage/atlas/outlines.hpp>
#include <maillage/base/error.hpp>

namespace maillage::atlas {

namespace {

using graph::Point;

constexpr double grid = 4000;         ///< Squares along the longer side.
constexpr double most_latitude = 85;  ///< Beyond, the projection runs to infinity.

Point projected(const model::Place& place) {
    const double latitude =
        std::clamp(place.latitude, -most_latitude, most_latitude) * std::numbers::pi / 180;
    return {place.longitude * std::numbers::pi / 180,
            -std::log(std::tan(std::numbers::pi / 4 + latitude / 2))};
}

/// By row of the dataset.
using ShownOutlines = std::map<std::uint32_t, std::vector<const model::Outline*>>;

/// Sets rings on the grid: what falls into one square is one point.
class Grid {
  public:
    explicit Grid(const ShownOutlines& all) {
        for (const auto& [territory, outlines] : all)
            for (const model::Outline* outline : outlines)
                for (const auto& ring : outline->rings)
                    for (const model::Place& place : ring) extend(projected(place));
        const double width = high_.x - low_.x, height = high_.y - low_.y;
        by_ = grid / std::max({width, height, 1e-9});
        size = {static_cast<std::uint16_t>(std::ceil(width * by_)),
                static_cast<std::uint16_t>(std::ceil(height * by_))};
    }
    std::pair<std::uint16_t, std::uint16_t> size;

    [[nodiscard]] std::vector<Outlines::GridPoint> thinned(
        const std::vector<model::Place>& ring) const {
        std::vector<Outlines::GridPoint> points;
        for (const model::Place& place : ring) {
            const Point p = projected(place);
            const Outlines::GridPoint at{
                static_cast<std::uint16_t>(std::lround((p.x - low_.x) * by_)),
                static_cast<std::uint16_t>(std::lround((p.y - low_.y) * by_))};
            if (points.empty() || points.back() != at) points.push_back(at);
        }
        return points;
    }

  private:
    Point low_{1e300, 1e300}, high_{-1e300, -1e300};
    double by_ = 1;

    void extend(const Point& p) {
        low_ = {std::min(low_.x, p.x), std::min(low_.y, p.y)};
        high_ = {std::max(high_.x, p.x), std::max(high_.y, p.y)};
    }
};

}  // namespace

Outlines set_on_grid(std::span<const model::Outline> outlines, const Places& places) {
    ShownOutlines shown;
    for (const model::Outline& outline : outlines)
        if (outline.territory.known() &&
            std::ranges::find(places.shown, outline.territory.index) != places.shown.end())
            shown[outline.territory.index].push_back(&outline);
    if (outlines.empty()) return {};
    if (shown.empty()) throw base::UsageError({"U061", {}, {}});
    const Grid squares(shown);
    Outlines set;
    std::tie(set.width, set.height) = squares.size;
    for (const auto& [territory, own] : shown) {
        Outlines::Shape shape{territory, {}};
        for (const model::Outline* outline : own)
            for (const auto& ring : outline->rings) {
                auto points = squares.thinned(ring);
                if (points.size() > 3) shape.rings.push_back(std::move(points));
            }
        if (!shape.rings.empty()) set.shapes.push_back(std::move(shape));
    }
    return set;
}

void write_outlines(JsonText& json, const Outlines& outlines, const Places& places) {
    if (outlines.shapes.empty()) return;
    std::vector<std::uint32_t> territories, shape_ends, ring_ends;
    std::vector<std::uint16_t> points;
    for (const Outlines::Shape& shape : outlines.shapes) {
        territories.push_back(places.number[shape.territory]);
        for (const auto& ring : shape.rings) {
            for (const auto& [x, y] : ring) {
                points.push_back(x);
                points.push_back(y);
            }
            ring_ends.push_back(static_cast<std::uint32_t>(points.size()));
        }
        shape_ends.push_back(static_cast<std::uint32_t>(ring_ends.size()));
    }
    json.name("outlines").open('{').name("width").whole(outlines.width);
    json.name("height").whole(outlines.height).name("territories").array(territories);
    json.name("shapeEnds").array(shape_ends).name("ringEnds").array(ring_ends);
    json.name("points").array(points).close('}');
}

}  // namespace maillage::atlas
