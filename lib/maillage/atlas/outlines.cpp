#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numbers>
#include <tuple>

#include <nlohmann/json.hpp>

#include <maillage/atlas/outlines.hpp>
#include <maillage/base/error.hpp>
#include <maillage/base/text.hpp>

namespace maillage::atlas {

namespace {

using graph::Point;
using nlohmann::json;

constexpr double grid = 4000;         ///< Squares along the longer side.
constexpr double most_latitude = 85;  ///< Beyond, the projection runs to infinity.

/// One polygon after the other, each ring as longitudes and latitudes.
using Rings = std::vector<std::vector<Point>>;

[[noreturn]] void refuse() {
    throw base::UsageError({"U060", {}, {}});
}

void read_polygon(const json& polygon, Rings& rings) {
    for (const json& ring : polygon) {
        auto& points = rings.emplace_back();
        for (const json& position : ring) {
            const double longitude = position.at(0), latitude = position.at(1);
            points.push_back({longitude, std::clamp(latitude, -most_latitude, most_latitude)});
        }
    }
}

Rings rings_of(const json& feature) {
    Rings rings;
    const auto geometry = feature.find("geometry");
    if (geometry == feature.end() || geometry->is_null()) return rings;
    const std::string type = geometry->value("type", "");
    if (type == "Polygon") read_polygon(geometry->at("coordinates"), rings);
    if (type == "MultiPolygon")
        for (const json& polygon : geometry->at("coordinates")) read_polygon(polygon, rings);
    return rings;
}

/// Everything a feature is called.
std::vector<std::string> names_of(const json& feature) {
    std::vector<std::string> names;
    const auto add = [&](const json& value) {
        if (value.is_string()) names.push_back(base::comparison_key(value.get<std::string>()));
        if (value.is_number_integer()) names.push_back(value.dump());
    };
    if (const auto id = feature.find("id"); id != feature.end()) add(*id);
    const auto properties = feature.find("properties");
    if (properties != feature.end() && properties->is_object())
        for (const auto& [name, value] : properties->items()) add(value);
    return names;
}

/// Territories of a level by id, code and name; what two of them share names neither.
std::map<std::string, std::uint32_t> names_at(const model::Dataset& data, const Places& places,
                                              std::size_t level) {
    std::map<std::string, std::uint32_t> names;
    for (const std::uint32_t t : places.shown) {
        const model::Territory& territory = data.territories[t];
        if (static_cast<std::size_t>(territory.level) != level) continue;
        for (const std::string_view name : {territory.id, territory.code, territory.name}) {
            if (name.empty()) continue;
            const auto [at, is_new] = names.try_emplace(base::comparison_key(name), t);
            if (!is_new && at->second != t) at->second = Network::none;
        }
    }
    return names;
}

using Found = std::map<std::uint32_t, std::vector<std::size_t>>;  ///< Features of a territory.

Found find_at(const std::vector<std::vector<std::string>>& called,
              const std::map<std::string, std::uint32_t>& names) {
    Found found;
    for (std::size_t i = 0; i < called.size(); ++i) {
        for (const std::string& name : called[i]) {
            const auto at = names.find(name);
            if (at == names.end() || at->second == Network::none) continue;
            found[at->second].push_back(i);
            break;
        }
    }
    return found;
}

Point projected(const Point& place) {
    const double latitude = place.y * std::numbers::pi / 180;
    return {place.x * std::numbers::pi / 180,
            -std::log(std::tan(std::numbers::pi / 4 + latitude / 2))};
}

/// Sets rings on the grid: what falls into one square is one point.
class Grid {
  public:
    explicit Grid(const std::vector<Rings>& all) {
        for (const Rings& rings : all)
            for (const auto& ring : rings)
                for (const Point& place : ring) extend(projected(place));
        const double width = high_.x - low_.x, height = high_.y - low_.y;
        by_ = grid / std::max({width, height, 1e-9});
        size = {static_cast<std::uint16_t>(std::ceil(width * by_)),
                static_cast<std::uint16_t>(std::ceil(height * by_))};
    }
    std::pair<std::uint16_t, std::uint16_t> size;

    [[nodiscard]] std::vector<Outlines::GridPoint> thinned(const std::vector<Point>& ring) const {
        std::vector<Outlines::GridPoint> points;
        for (const Point& place : ring) {
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

std::vector<const json*> features_of(const json& document) {
    const auto features = document.find("features");
    if (features == document.end() || !features->is_array()) refuse();
    std::vector<const json*> all;
    for (const json& feature : *features)
        if (feature.is_object()) all.push_back(&feature);
    return all;
}

Outlines outlines_of(const json& document, const model::Dataset& data, const Places& places) {
    const auto features = features_of(document);
    std::vector<std::vector<std::string>> called;
    called.reserve(features.size());
    for (const json* feature : features) called.push_back(names_of(*feature));
    Found best;
    for (std::size_t level = 0; level < model::levels.size(); ++level) {
        Found found = find_at(called, names_at(data, places, level));
        if (found.size() > best.size()) best = std::move(found);
    }
    if (best.empty()) throw base::UsageError({"U061", {}, {}});
    std::vector<Rings> rings;
    Outlines outlines;
    for (const auto& [territory, own] : best) {
        auto& all = rings.emplace_back();
        for (const std::size_t i : own)
            for (auto& ring : rings_of(*features[i])) all.push_back(std::move(ring));
    }
    const Grid squares(rings);
    std::tie(outlines.width, outlines.height) = squares.size;
    std::size_t at = 0;
    for (const auto& [territory, own] : best) {
        Outlines::Shape shape{territory, {}};
        for (const auto& ring : rings[at++]) {
            auto points = squares.thinned(ring);
            if (points.size() > 3) shape.rings.push_back(std::move(points));
        }
        if (!shape.rings.empty()) outlines.shapes.push_back(std::move(shape));
    }
    return outlines;
}

}  // namespace

Outlines read_outlines(std::string_view text, const model::Dataset& data, const Places& places) {
    const json document = json::parse(text, nullptr, false);
    if (!document.is_object()) refuse();
    try {
        return outlines_of(document, data, places);
    } catch (const json::exception&) {
        refuse();
    }
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
