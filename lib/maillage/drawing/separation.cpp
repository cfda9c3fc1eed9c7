#include <algorithm>
#include <cmath>

#include <maillage/drawing/separation.hpp>

namespace maillage::drawing {

namespace {

/// What body i has to cede to body j: half, everything when the other is held.
double share_of(const Body& body, const Body& other) {
    // A little more than needed: crowds settle sooner.
    constexpr double half = 0.52;
    if (body.held == other.held) return half;
    return body.held ? 0 : 2 * half;
}

bool push_apart(const Body& a, Point& p, const Body& b, Point& q) {
    const double right = p.x + a.right + gap - (q.x - b.left);
    const double left = q.x + b.right + gap - (p.x - a.left);
    const double above = p.y + a.above + gap - (q.y - b.below);
    const double below = q.y + b.above + gap - (p.y - a.below);
    if (std::min({right, left, above, below}) <= 0) return false;
    const double across = std::min(right, left), up = std::min(above, below);
    if (across < up) {
        const double by = right < left ? -across : across;
        p.x += share_of(a, b) * by;
        q.x -= share_of(b, a) * by;
    } else {
        const double by = above < below ? -up : up;
        p.y += share_of(a, b) * by;
        q.y -= share_of(b, a) * by;
    }
    return std::min(across, up) > gap / 2;
}

void keep_inside(const Body& body, const Rectangle& area, Point& p) {
    p.x = std::clamp(p.x, area.left + body.left,
                     std::max(area.left + body.left, area.right - body.right));
    p.y = std::clamp(p.y, area.bottom + body.below,
                     std::max(area.bottom + body.below, area.top - body.above));
}

/// Finds places for bodies, one after the other.
class Settling {
  public:
    Settling(std::span<const Body> bodies, std::span<const Tied> ties,
             std::span<const std::uint32_t> placed, std::span<const Rectangle> taken,
             const Rectangle& area, std::vector<Point>& points)
        : bodies_(bodies),
          taken_(taken),
          area_(area),
          points_(points),
          placed_(placed.begin(), placed.end()) {
        neighbours_.resize(bodies.size());
        is_placed_.assign(bodies.size(), 0);
        for (const std::uint32_t i : placed) is_placed_[i] = 1;
        for (const auto& [a, b] : ties) {
            neighbours_[a].push_back(b);
            neighbours_[b].push_back(a);
            if (is_placed_[a] != 0 && is_placed_[b] != 0) lines_.emplace_back(a, b);
        }
    }

    std::size_t run(std::span<const std::uint32_t> which) {
        std::size_t failed = 0;
        for (const std::uint32_t i : which) {
            if (!settle(i)) ++failed;
            placed_.push_back(i);
            is_placed_[i] = 1;
            for (const std::uint32_t other : neighbours_[i])
                if (is_placed_[other] != 0) lines_.emplace_back(other, i);
        }
        return failed;
    }

  private:
    static constexpr std::size_t places_tried = 48;
    std::span<const Body> bodies_;
    std::span<const Rectangle> taken_;
    Rectangle area_;
    std::vector<Point>& points_;
    std::vector<std::vector<std::uint32_t>> neighbours_;
    std::vector<std::uint32_t> placed_;
    std::vector<std::uint8_t> is_placed_;
    std::vector<Tied> lines_;

    /// Of what it is tied to, else of what that is tied to, else of the area.
    [[nodiscard]] Point middle_of(std::uint32_t i) const {
        Point sum;
        double count = 0;
        const auto add = [&](std::uint32_t other) {
            if (is_placed_[other] == 0) return;
            sum = {sum.x + points_[other].x, sum.y + points_[other].y};
            ++count;
        };
        for (const std::uint32_t other : neighbours_[i]) add(other);
        if (count == 0)
            for (const std::uint32_t between : neighbours_[i])
                for (const std::uint32_t other : neighbours_[between]) add(other);
        return count > 0 ? Point{sum.x / count, sum.y / count} : area_.centre();
    }

    /// Rings around the middle, as far as the area goes.
    bool settle(std::uint32_t i) {
        const Body& body = bodies_[i];
        const Point middle = middle_of(i);
        const double step = 0.7 * (body.left + body.right);
        const double farthest = std::hypot(area_.width(), area_.height());
        std::size_t tried = 0;
        double least = 1e300;
        Point best = middle;
        for (int ring = 0; ring * step < farthest && tried < places_tried; ++ring) {
            const int places = std::max(1, 6 * ring);
            for (int k = 0; k < places; ++k) {
                const double angle = 6.283185307179586 * (k + 0.5) / places;
                const Point at{middle.x + ring * step * std::cos(angle),
                               middle.y + ring * step * std::sin(angle)};
                if (!is_free(body, at)) continue;
                ++tried;
                const double cost = ring + badness(i, at, least - ring);
                if (cost < least) {
                    least = cost;
                    best = at;
                }
            }
        }
        points_[i] = best;
        return tried > 0;
    }

    [[nodiscard]] bool is_free(const Body& body, const Point& at) const {
        if (at.x - body.left < area_.left || at.x + body.right > area_.right ||
            at.y - body.below < area_.bottom || at.y + body.above > area_.top)
            return false;
        for (const Rectangle& r : taken_)
            if (at.x + body.right > r.left && at.x - body.left < r.right &&
                at.y + body.above > r.bottom && at.y - body.below < r.top)
                return false;
        return std::ranges::none_of(
            placed_, [&](std::uint32_t i) { return overlap(body, at, bodies_[i], points_[i]); });
    }

    /// In rings: lines below symbols of others, a place below lines of others, crossings.
    [[nodiscard]] double badness(std::uint32_t which, const Point& at, double enough) const {
        double sum = 0;
        for (const std::uint32_t end : neighbours_[which]) {
            if (is_placed_[end] == 0) continue;
            for (const std::uint32_t i : placed_)
                if (i != end &&
                    beside(points_[i], points_[end], at).distance < bodies_[i].symbol + 1)
                    sum += 2;
            if (sum >= enough) return sum;
            for (const Tied& line : lines_)
                if (line.first != end && line.second != end &&
                    cross(points_[end], at, points_[line.first], points_[line.second]))
                    sum += 0.25;
        }
        for (const Tied& line : lines_)
            if (beside(at, points_[line.first], points_[line.second]).distance <
                bodies_[which].symbol + 1)
                sum += 1;
        return sum;
    }
};

}  // namespace

std::size_t separate(std::span<const Body> bodies, std::vector<Point>& points,
                     std::vector<std::uint32_t>& which, const Rectangle& area) {
    std::ranges::sort(which, {},
                      [&](std::uint32_t i) { return std::pair(points[i].x - bodies[i].left, i); });
    double widest = 0;
    for (const std::uint32_t i : which) widest = std::max(widest, bodies[i].left + bodies[i].right);
    std::size_t overlaps = 0;
    for (std::size_t k = 0; k < which.size(); ++k) {
        const std::uint32_t i = which[k];
        for (std::size_t other = k + 1; other < which.size(); ++other) {
            const std::uint32_t j = which[other];
            if (points[j].x - bodies[j].left > points[i].x + bodies[i].right + widest) break;
            if (push_apart(bodies[i], points[i], bodies[j], points[j])) ++overlaps;
        }
    }
    for (const std::uint32_t i : which) keep_inside(bodies[i], area, points[i]);
    return overlaps;
}

bool overlap(const Body& a, const Point& p, const Body& b, const Point& q) {
    return p.x + a.right > q.x - b.left && q.x + b.right > p.x - a.left &&
           p.y + a.above > q.y - b.below && q.y + b.above > p.y - a.below;
}

Beside beside(const Point& point, const Point& from, const Point& to) {
    const Point d{to.x - from.x, to.y - from.y};
    const double squared = d.x * d.x + d.y * d.y;
    const double along =
        squared < 1 ? -1 : ((point.x - from.x) * d.x + (point.y - from.y) * d.y) / squared;
    if (along <= 0 || along >= 1) return {{}, 1e9};
    const Point off{point.x - from.x - along * d.x, point.y - from.y - along * d.y};
    return {off, std::sqrt(off.x * off.x + off.y * off.y)};
}

bool cross(const Point& from, const Point& to, const Point& other_from, const Point& other_to) {
    const auto side = [](const Point& a, const Point& b, const Point& c) {
        return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x) > 0;
    };
    return side(from, to, other_from) != side(from, to, other_to) &&
           side(other_from, other_to, from) != side(other_from, other_to, to);
}

std::size_t settle(std::span<const Body> bodies, std::span<const Tied> ties,
                   std::span<const std::uint32_t> placed, std::span<const std::uint32_t> which,
                   std::span<const Rectangle> taken, const Rectangle& area,
                   std::vector<Point>& points) {
    return Settling(bodies, ties, placed, taken, area, points).run(which);
}

std::size_t settle_relations(std::span<const Body> bodies, std::span<const Tied> ties,
                             std::span<const Rectangle> taken, const Rectangle& area,
                             std::vector<Point>& points) {
    std::vector<std::uint32_t> placed, relations;
    for (std::uint32_t i = 0; i < bodies.size(); ++i)
        (bodies[i].is_relation ? relations : placed).push_back(i);
    return settle(bodies, ties, placed, relations, taken, area, points);
}

}  // namespace maillage::drawing
