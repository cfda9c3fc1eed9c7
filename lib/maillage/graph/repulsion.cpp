#include <algorithm>
#include <cmath>

#include <maillage/graph/repulsion.hpp>

namespace maillage::graph {

namespace {

constexpr int levels = 20;  ///< Halvings of the side: 2 bits of a key each.
/// Distance over side from which a square is one point. Layouts do not need the 0.5 of orbits.
constexpr float opening = 0.85F;
/// Two points at the same place do not push each other.
constexpr float softening = 1e-9F;

/// Spreads the lower 20 bits, a zero between any two.
std::uint64_t spread(std::uint64_t bits) {
    bits = (bits | bits << 16) & 0x0000FFFF0000FFFF;
    bits = (bits | bits << 8) & 0x00FF00FF00FF00FF;
    bits = (bits | bits << 4) & 0x0F0F0F0F0F0F0F0F;
    bits = (bits | bits << 2) & 0x3333333333333333;
    return (bits | bits << 1) & 0x5555555555555555;
}

}  // namespace

/// What acts on the points of one leaf, a lane each.
class Repulsion::Interactions {
  public:
    Interactions(const Repulsion& all, const Leaf& leaf) {
        for (std::uint32_t i = leaf.first; i < leaf.last; ++i) {
            here_x_[i - leaf.first] = all.xs_[i];
            here_y_[i - leaf.first] = all.ys_[i];
        }
    }

    void add(float x, float y, float mass) {
        for (std::size_t k = 0; k < lanes; ++k) {
            const float dx = here_x_[k] - x, dy = here_y_[k] - y;
            const float push = mass / (dx * dx + dy * dy + softening);
            push_x_[k] += push * dx;
            push_y_[k] += push * dy;
        }
    }

    [[nodiscard]] std::array<Point, lanes> pushes() const {
        std::array<Point, lanes> result;
        for (std::size_t k = 0; k < lanes; ++k) result[k] = {push_x_[k], push_y_[k]};
        return result;
    }

  private:
    std::array<float, lanes> here_x_{}, here_y_{}, push_x_{}, push_y_{};
};

Repulsion::Repulsion(std::span<const Point> points, std::span<const double> masses) {
    if (points.empty()) return;
    sort(points, masses);
    squares_.reserve(points.size());
    leaves_.reserve(points.size() / 2 + 1);
    build(0, static_cast<std::uint32_t>(points.size()), 0);
}

void Repulsion::sort(std::span<const Point> points, std::span<const double> masses) {
    Point low = points.front(), high = low;
    for (const Point& p : points) {
        low = {std::min(low.x, p.x), std::min(low.y, p.y)};
        high = {std::max(high.x, p.x), std::max(high.y, p.y)};
    }
    side_ = std::max({high.x - low.x, high.y - low.y, 1e-9});
    const double scale = ((1 << levels) - 1) / side_;
    std::vector<std::pair<std::uint64_t, std::uint32_t>> sorted(points.size());
    for (std::uint32_t i = 0; i < points.size(); ++i) {
        const auto x = static_cast<std::uint64_t>((points[i].x - low.x) * scale);
        const auto y = static_cast<std::uint64_t>((points[i].y - low.y) * scale);
        sorted[i] = {spread(x) | spread(y) << 1, i};
    }
    std::ranges::sort(sorted);
    for (const auto& [key, i] : sorted) {
        keys_.push_back(key);
        order_.push_back(i);
        // From the corner: what is far from the origin keeps its digits.
        xs_.push_back(static_cast<float>(points[i].x - low.x));
        ys_.push_back(static_cast<float>(points[i].y - low.y));
        masses_.push_back(static_cast<float>(masses[i]));
    }
}

void Repulsion::build(std::uint32_t first, std::uint32_t last, int level) {
    // Down to the smallest square that holds all of them.
    const auto quadrant = [&](std::uint32_t i) {
        return keys_[i] >> (2 * (levels - 1 - level)) & 3;
    };
    const bool is_leaf = last - first <= lanes;
    if (!is_leaf)
        while (level < levels && quadrant(first) == quadrant(last - 1)) ++level;
    const auto at = static_cast<std::uint32_t>(squares_.size());
    squares_.push_back({0, 0, 0, static_cast<float>(std::ldexp(side_, -level)) / opening, first,
                        last, 0, is_leaf || level >= levels});
    if (squares_[at].is_leaf) {
        // More points than lanes at one place: several leaves of one square.
        for (std::uint32_t from = first; from < last; from += lanes)
            leaves_.push_back({from, std::min<std::uint32_t>(from + lanes, last), 0, 0, 0});
    } else {
        for (std::uint32_t from = first; from < last;) {
            std::uint32_t to = from + 1;
            while (to < last && quadrant(to) == quadrant(from)) ++to;
            build(from, to, level + 1);
            from = to;
        }
    }
    close(at);
}

/// Weighs a square of which everything inside is known.
void Repulsion::close(std::uint32_t at) {
    Square& square = squares_[at];
    square.next = static_cast<std::uint32_t>(squares_.size());
    const auto weigh = [&](float x, float y, float mass) {
        square.x += mass * x;
        square.y += mass * y;
        square.mass += mass;
    };
    if (square.is_leaf)
        for (std::uint32_t i = square.first; i < square.last; ++i)
            weigh(xs_[i], ys_[i], masses_[i]);
    else
        for (std::uint32_t child = at + 1; child < square.next; child = squares_[child].next)
            weigh(squares_[child].x, squares_[child].y, squares_[child].mass);
    square.x /= square.mass;
    square.y /= square.mass;
    if (!square.is_leaf) return;
    const std::size_t count = (square.last - square.first + lanes - 1) / lanes;
    for (std::size_t k = leaves_.size() - count; k < leaves_.size(); ++k) {
        Leaf& leaf = leaves_[k];
        leaf.x = square.x;
        leaf.y = square.y;
        for (std::uint32_t i = leaf.first; i < leaf.last; ++i)
            leaf.radius = std::max(leaf.radius, std::hypot(xs_[i] - leaf.x, ys_[i] - leaf.y));
    }
}

std::span<const std::uint32_t> Repulsion::points_of(std::size_t leaf) const {
    return std::span(order_).subspan(leaves_[leaf].first, leaves_[leaf].last - leaves_[leaf].first);
}

std::array<Point, Repulsion::lanes> Repulsion::pushes_on(std::size_t which) const {
    const Leaf& leaf = leaves_[which];
    Interactions acting(*this, leaf);
    for (std::uint32_t at = 0; at < squares_.size();) {
        const Square& square = squares_[at];
        const float dx = square.x - leaf.x, dy = square.y - leaf.y;
        const float far = square.reach + leaf.radius;
        const bool holds_it = square.first <= leaf.first && leaf.first < square.last;
        if (!holds_it && dx * dx + dy * dy > far * far) {
            acting.add(square.x, square.y, square.mass);
            at = square.next;
        } else if (square.is_leaf) {
            for (std::uint32_t i = square.first; i < square.last; ++i)
                acting.add(xs_[i], ys_[i], masses_[i]);
            at = square.next;
        } else {
            ++at;
        }
    }
    return acting.pushes();
}

}  // namespace maillage::graph
