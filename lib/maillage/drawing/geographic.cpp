#include <algorithm>
#include <cmath>
#include <map>

#include <maillage/drawing/geographic.hpp>
#include <maillage/drawing/separation.hpp>

namespace maillage::drawing {

namespace {

constexpr int rounds = 600;
constexpr double too_far = 0.12;  ///< Of the width of the map, when many stand so far.
constexpr std::size_t few = 8;    ///< Bodies that may stand anywhere.
constexpr double worth_leaving_out = 1.25;
constexpr double golden_angle = 2.399963229728653;

/// Those at one place start around it, in the order of seeds of a sunflower.
void start_around(std::span<const Body> bodies, const std::vector<std::uint32_t>& placed,
                  std::vector<Point>& points) {
    std::map<std::pair<double, double>, int> at_one_place;
    for (const std::uint32_t i : placed) {
        const int k = at_one_place[{points[i].x, points[i].y}]++;
        const double far = 0.9 * bodies[i].symbol * std::sqrt(static_cast<double>(k));
        points[i].x += far * std::cos(k * golden_angle);
        points[i].y += far * std::sin(k * golden_angle);
    }
}

/// The room of the largest of some bodies.
Body largest(std::span<const Body> bodies, std::span<const std::uint32_t> which) {
    Body most;
    for (const std::uint32_t i : which) {
        most.left = std::max(most.left, bodies[i].left);
        most.right = std::max(most.right, bodies[i].right);
        most.below = std::max(most.below, bodies[i].below);
        most.above = std::max(most.above, bodies[i].above);
    }
    return most;
}

/// Sets bodies in rows below the title of a strip; a short row stands in the middle.
void fill_strip(std::span<const Body> bodies, std::span<const std::uint32_t> which,
                const Strip& strip, std::vector<Point>& points) {
    if (which.empty()) return;
    const Body most = largest(bodies, which);
    const double width = most.left + most.right + gap, height = most.below + most.above + gap;
    const Rectangle& room = strip.strip;
    const auto columns = static_cast<std::size_t>(std::max(1.0, std::floor(room.width() / width)));
    const auto abreast = static_cast<double>(std::min(columns, which.size()));
    const double left = room.centre().x - abreast * width / 2;
    for (std::size_t k = 0; k < which.size(); ++k) {
        const std::size_t column = k % columns, row = k / columns;
        points[which[k]] = {
            left + (static_cast<double>(column) + 0.5) * width + (most.left - most.right) / 2,
            room.top - strip.title_height - (static_cast<double>(row) + 0.5) * height +
                (most.below - most.above) / 2};
    }
}

/// How large some points would be drawn: the more, the nearer they are.
double scale_of(const std::vector<Point>& points) {
    Point low{1e300, 1e300}, high{-1e300, -1e300};
    for (const Point& p : points) {
        low = {std::min(low.x, p.x), std::min(low.y, p.y)};
        high = {std::max(high.x, p.x), std::max(high.y, p.y)};
    }
    return 1 / std::max({high.x - low.x, high.y - low.y, 1e-12});
}

}  // namespace

Strip strip_for(std::span<const Body> bodies, std::span<const std::uint32_t> which,
                const Point& title, const Rectangle& area, Side side) {
    Strip result{area, area, title.y};
    if (which.empty()) return {{}, area, 0};
    const Body most = largest(bodies, which);
    const double width = most.left + most.right + gap, height = most.below + most.above + gap;
    const auto fit = [](double room, double one) { return std::max(1.0, std::floor(room / one)); };
    const auto count = static_cast<double>(which.size());
    if (side == Side::bottom) {
        const double rows = std::ceil(count / fit(area.width(), width));
        result.strip.top = area.bottom + rows * height + title.y;
        result.rest.bottom = result.strip.top + gap;
    } else {
        const double columns = std::ceil(count / fit(area.height() - title.y, height));
        result.strip.left = area.right - std::max(columns * width, title.x);
        const double rows = std::ceil(count / fit(result.strip.width(), width));
        result.strip.bottom = area.top - title.y - rows * height - gap;
        result.rest.right = result.strip.left - gap;
    }
    return result;
}

Ground place_geographic(std::span<const Body> bodies, std::span<const Tied> ties,
                        std::span<const std::optional<Point>> places, const Strip& strip) {
    Ground ground;
    auto& points = ground.placement.points;
    points.resize(bodies.size(), strip.rest.centre());
    std::vector<std::uint32_t> placed, without;
    for (std::uint32_t i = 0; i < bodies.size(); ++i) {
        if (bodies[i].is_relation) continue;
        (places[i] ? placed : without).push_back(i);
        if (places[i]) points[i] = *places[i];
    }
    fill_strip(bodies, without, strip, points);
    start_around(bodies, placed, points);
    std::size_t overlaps = placed.empty() ? 0 : 1;
    for (int round = 0; round < rounds && overlaps > 0; ++round)
        overlaps = separate(bodies, points, placed, strip.rest);
    std::ranges::sort(placed);
    std::size_t astray = 0;
    for (const std::uint32_t i : placed) {
        const double far = std::hypot(points[i].x - places[i]->x, points[i].y - places[i]->y);
        if (far > 1.5 * bodies[i].symbol) ground.moved.emplace_back(i, *places[i]);
        if (far > too_far * strip.rest.width()) ++astray;
    }
    if (placed.size() > few && astray > placed.size() / 10) overlaps += astray;
    std::vector<Rectangle> taken;
    if (!without.empty()) taken.push_back(strip.strip);
    const Rectangle area{
        strip.rest.left,
        without.empty() ? strip.rest.bottom : std::min(strip.rest.bottom, strip.strip.bottom),
        std::max(strip.rest.right, without.empty() ? 0 : strip.strip.right), strip.rest.top};
    overlaps += settle_relations(bodies, ties, taken, area, points);
    ground.placement.overlaps = overlaps;
    ground.placement.inside = strip.rest;
    return ground;
}

std::vector<std::uint32_t> far_off(std::span<const std::optional<Point>> places) {
    std::vector<std::pair<std::uint32_t, Point>> left;
    for (std::uint32_t i = 0; i < places.size(); ++i)
        if (places[i]) left.emplace_back(i, *places[i]);
    std::vector<std::uint32_t> far;
    for (std::size_t most = left.size() / 10; most > 0; --most) {
        std::vector<Point> all;
        all.reserve(left.size());
        for (const auto& [i, p] : left) all.push_back(p);
        const double now = scale_of(all);
        std::size_t best = left.size();
        double gain = worth_leaving_out;
        for (std::size_t k = 0; k < left.size(); ++k) {
            std::vector<Point> others = all;
            others.erase(others.begin() + static_cast<std::ptrdiff_t>(k));
            if (const double then = scale_of(others) / now; then > gain) {
                gain = then;
                best = k;
            }
        }
        if (best == left.size()) break;
        far.push_back(left[best].first);
        left.erase(left.begin() + static_cast<std::ptrdiff_t>(best));
    }
    std::ranges::sort(far);
    return far;
}

}  // namespace maillage::drawing
