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

/// Finds places for relations, one after the other.
class Settling {
  public:
    Settling(std::span<const Body> bodies, std::span<const Tied> ties,
             std::span<const Rectangle> taken, const Rectangle& area, std::vector<Point>& points)
        : bodies_(bodies), taken_(taken), area_(area), points_(points) {
        parties_.resize(bodies.size());
        for (const auto& [party, relation] : ties) parties_[relation].push_back(party);
        for (std::uint32_t i = 0; i < bodies.size(); ++i)
            if (!bodies[i].is_relation) placed_.push_back(i);
    }

    std::size_t run() {
        std::size_t failed = 0;
        for (std::uint32_t i = 0; i < bodies_.size(); ++i) {
            if (!bodies_[i].is_relation) continue;
            if (!settle(i)) ++failed;
            placed_.push_back(i);
            for (const std::uint32_t party : parties_[i]) lines_.emplace_back(party, i);
        }
        return failed;
    }

  private:
    static constexpr std::size_t places_tried = 48;
    std::span<const Body> bodies_;
    std::span<const Rectangle> taken_;
    Rectangle area_;
    std::vector<Point>& points_;
    std::vector<std::vector<std::uint32_t>> parties_;
    std::vector<std::uint32_t> placed_;
    std::vector<Tied> lines_;

    [[nodiscard]] Point middle_of(std::uint32_t relation) const {
        Point middle;
        for (const std::uint32_t party : parties_[relation]) {
            middle.x += points_[party].x;
            middle.y += points_[party].y;
        }
        const auto count = std::max<std::size_t>(1, parties_[relation].size());
        return {middle.x / static_cast<double>(count), middle.y / static_cast<double>(count)};
    }

    /// Rings around the middle, as far as the area goes.
    bool settle(std::uint32_t relation) {
        const Body& body = bodies_[relation];
        const Point middle = middle_of(relation);
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
                if (!is_free(relation, at)) continue;
                ++tried;
                const double cost = ring + badness(relation, at, least - ring);
                if (cost < least) {
                    least = cost;
                    best = at;
                }
            }
        }
        points_[relation] = best;
        return tried > 0;
    }

    [[nodiscard]] bool is_free(std::uint32_t relation, const Point& at) const {
        const Body& body = bodies_[relation];
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
    [[nodiscard]] double badness(std::uint32_t relation, const Point& at, double enough) const {
        double sum = 0;
        for (const std::uint32_t party : parties_[relation]) {
            for (const std::uint32_t i : placed_)
                if (i != party &&
                    beside(points_[i], points_[party], at).distance < bodies_[i].symbol + 1)
                    sum += 2;
            if (sum >= enough) return sum;
            for (const Tied& line : lines_)
                if (line.first != party &&
                    cross(points_[party], at, points_[line.first], points_[line.second]))
                    sum += 0.25;
        }
        for (const Tied& line : lines_)
            if (beside(at, points_[line.first], points_[line.second]).distance <
                bodies_[relation].symbol + 1)
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

std::size_t settle_relations(std::span<const Body> bodies, std::span<const Tied> ties,
                             std::span<const Rectangle> taken, const Rectangle& area,
                             std::vector<Point>& points) {
    return Settling(bodies, ties, taken, area, points).run();
}

}  // namespace maillage::drawing
