#include <algorithm>
#include <cmath>
#include <numbers>

#include <maillage/drawing/projection.hpp>

namespace maillage::drawing {

namespace {

constexpr double degree = std::numbers::pi / 180;

struct Box {
    double west = 1e300, south = 1e300, east = -1e300, north = -1e300;
};

Box box_of(std::span<const model::Place> places) {
    Box box;
    for (const model::Place& p : places)
        box = {std::min(box.west, p.longitude), std::min(box.south, p.latitude),
               std::max(box.east, p.longitude), std::max(box.north, p.latitude)};
    return box;
}

Point equal_earth(double longitude, double latitude) {
    constexpr double a = 1.340264, b = -0.081106, c = 0.000893, d = 0.003796;
    const double root = std::sqrt(3.0) / 2;
    const double t = std::asin(root * std::sin(latitude));
    const double t2 = t * t, t6 = t2 * t2 * t2;
    return {longitude * std::cos(t) / (root * (a + 3 * b * t2 + t6 * (7 * c + 9 * d * t2))),
            t * (a + b * t2 + t6 * (c + d * t2))};
}

Point azimuthal(double longitude, double latitude, double middle) {
    const double cosine = std::sin(middle) * std::sin(latitude) +
                          std::cos(middle) * std::cos(latitude) * std::cos(longitude);
    const double k = std::sqrt(2 / std::max(1 + cosine, 1e-9));
    return {k * std::cos(latitude) * std::sin(longitude),
            k * (std::cos(middle) * std::sin(latitude) -
                 std::sin(middle) * std::cos(latitude) * std::cos(longitude))};
}

double cross_product(const Point& a, const Point& b, const Point& p) {
    return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
}

/// One side of a rectangle: what lies where `inside` is positive stays.
template <class Inside>
std::vector<Point> cut(const std::vector<Point>& polygon, Inside inside) {
    std::vector<Point> kept;
    for (std::size_t i = 0; i < polygon.size(); ++i) {
        const Point &a = polygon[i], &b = polygon[(i + 1) % polygon.size()];
        const double at_a = inside(a), at_b = inside(b);
        if (at_a >= 0) kept.push_back(a);
        if ((at_a >= 0) == (at_b >= 0)) continue;
        const double share = at_a / (at_a - at_b);
        kept.push_back({a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)});
    }
    return kept;
}

}  // namespace

Projection::Projection(std::span<const model::Place> shown) {
    if (shown.empty()) return;
    const Box box = box_of(shown);
    is_world_ = box.east - box.west > 90 || box.north - box.south > 90;
    longitude_ = is_world_ ? 0 : (box.west + box.east) / 2 * degree;
    latitude_ = is_world_ ? 0 : (box.south + box.north) / 2 * degree;
}

Point Projection::operator()(const model::Place& place) const {
    const double longitude = place.longitude * degree - longitude_;
    const double latitude = place.latitude * degree;
    return is_world_ ? equal_earth(longitude, latitude) : azimuthal(longitude, latitude, latitude_);
}

Fit::Fit(std::span<const Point> points, const Rectangle& room) : to_(room.centre()) {
    Rectangle box{1e300, 1e300, -1e300, -1e300};
    for (const Point& p : points)
        box = {std::min(box.left, p.x), std::min(box.bottom, p.y), std::max(box.right, p.x),
               std::max(box.top, p.y)};
    if (points.empty()) return;
    from_ = box.centre();
    scale_ = std::min(room.width() / std::max(box.width(), 1e-9),
                      room.height() / std::max(box.height(), 1e-9));
    // A single place is no reason for a scale of millimetres.
    constexpr double closest = 72 / 25.4 * 6371000 / 25;  // 1 mm is 25 m.
    scale_ = std::min(scale_, closest);
}

std::vector<Point> clipped(std::vector<Point> polygon, const Rectangle& to) {
    polygon = cut(polygon, [&](const Point& p) { return p.x - to.left; });
    polygon = cut(polygon, [&](const Point& p) { return to.right - p.x; });
    polygon = cut(polygon, [&](const Point& p) { return p.y - to.bottom; });
    polygon = cut(polygon, [&](const Point& p) { return to.top - p.y; });
    return polygon;
}

std::vector<Point> simplified(const std::vector<Point>& polygon, double tolerance) {
    if (polygon.size() < 4) return polygon;
    std::vector<std::uint8_t> kept(polygon.size(), 0);
    kept.front() = kept.back() = 1;
    std::vector<std::pair<std::size_t, std::size_t>> waiting{{0, polygon.size() - 1}};
    // The first line of a closed ring has no length: from its farthest corner there are two.
    while (!waiting.empty()) {
        const auto [first, last] = waiting.back();
        waiting.pop_back();
        const Point &a = polygon[first], &b = polygon[last];
        const double length = std::hypot(b.x - a.x, b.y - a.y);
        double most = tolerance;
        std::size_t at = 0;
        for (std::size_t i = first + 1; i < last; ++i) {
            const Point& p = polygon[i];
            const double off = length < 1e-9 ? std::hypot(p.x - a.x, p.y - a.y)
                                             : std::abs(cross_product(a, b, p)) / length;
            if (off > most) {
                most = off;
                at = i;
            }
        }
        if (at == 0) continue;
        kept[at] = 1;
        waiting.emplace_back(first, at);
        waiting.emplace_back(at, last);
    }
    std::vector<Point> result;
    for (std::size_t i = 0; i < polygon.size(); ++i)
        if (kept[i] != 0) result.push_back(polygon[i]);
    return result;
}

double extent(std::span<const model::Place> places) {
    if (places.empty()) return 0;
    const Box box = box_of(places);
    return std::max(box.east - box.west, box.north - box.south);
}

bool holds(std::span<const model::Place> ring, const model::Place& place) {
    bool inside = false;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const model::Place &a = ring[i], &b = ring[(i + 1) % ring.size()];
        if ((a.latitude > place.latitude) == (b.latitude > place.latitude)) continue;
        const double share = (place.latitude - a.latitude) / (b.latitude - a.latitude);
        if (place.longitude < a.longitude + share * (b.longitude - a.longitude)) inside = !inside;
    }
    return inside;
}

Gravity gravity(std::span<const model::Place> ring) {
    Gravity result;
    if (ring.empty()) return result;
    double x = 0, y = 0, twice = 0;
    // From a corner of its own: far from the origin digits would be lost.
    const model::Place& from = ring.front();
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const model::Place &a = ring[i], &b = ring[(i + 1) % ring.size()];
        const Point p{a.longitude - from.longitude, a.latitude - from.latitude};
        const Point q{b.longitude - from.longitude, b.latitude - from.latitude};
        const double cross = p.x * q.y - q.x * p.y;
        twice += cross;
        x += cross * (p.x + q.x);
        y += cross * (p.y + q.y);
    }
    if (std::abs(twice) < 1e-12) return {from, 0};
    result.centre = {from.longitude + x / (3 * twice), from.latitude + y / (3 * twice)};
    result.area = std::abs(twice) / 2 * std::cos(result.centre.latitude * degree);
    return result;
}

}  // namespace maillage::drawing
