#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>

#include <maillage/graph/overlaps.hpp>

namespace maillage::graph {

namespace {

constexpr int rounds_before_growing = 5;
constexpr double growth = 1.1;

/// Circles by squares as wide as the largest: what can overlap stands in touching squares.
class Rounds {
  public:
    Rounds(std::vector<Point>& points, std::span<const double> radii)
        : points_(points), radii_(radii), order_(points.size()), keys_(points.size()) {
        widest_ = 2 * *std::ranges::max_element(radii);
        std::iota(order_.begin(), order_.end(), 0);
    }

    /// One round; false when nothing overlapped.
    bool run() {
        sort();
        bool moved = false;
        std::size_t above = 0;
        for (std::size_t k = 0; k < order_.size(); ++k) {
            const auto [row, column] = keys_[order_[k]];
            for (std::size_t j = k + 1; j < order_.size() && is_near(order_[j], row, column); ++j)
                moved |= push(order_[k], order_[j]);
            while (above < order_.size() && keys_[order_[above]] < std::pair(row + 1, column - 1))
                ++above;
            for (std::size_t j = above; j < order_.size() && is_near(order_[j], row + 1, column);
                 ++j)
                moved |= push(order_[k], order_[j]);
        }
        return moved;
    }

  private:
    std::vector<Point>& points_;
    std::span<const double> radii_;
    std::vector<std::uint32_t> order_;
    std::vector<std::pair<std::int64_t, std::int64_t>> keys_;  ///< Row and column.
    double widest_ = 1;

    void sort() {
        for (std::size_t i = 0; i < points_.size(); ++i)
            keys_[i] = {static_cast<std::int64_t>(std::floor(points_[i].y / widest_)),
                        static_cast<std::int64_t>(std::floor(points_[i].x / widest_))};
        std::ranges::sort(order_, {}, [&](std::uint32_t i) { return std::pair(keys_[i], i); });
    }
    [[nodiscard]] bool is_near(std::uint32_t i, std::int64_t row, std::int64_t column) const {
        return keys_[i].first == row && keys_[i].second <= column + 1;
    }

    bool push(std::uint32_t i, std::uint32_t j) {
        const double least = radii_[i] + radii_[j];
        Point d{points_[j].x - points_[i].x, points_[j].y - points_[i].y};
        const double squared = d.x * d.x + d.y * d.y;
        if (squared >= least * least) return false;
        double far = std::sqrt(squared);
        if (far < 1e-9 * least) {
            // At one place: a direction of its own for each pair.
            d = {std::cos(i + 0.7 * j), std::sin(i + 0.7 * j)};
            far = 1;
        }
        // A hair more than needed, so that rounding does not undo it.
        const double by = 0.5 * (least * 1.001 - (squared > 0 ? std::sqrt(squared) : 0)) / far;
        points_[i].x -= by * d.x;
        points_[i].y -= by * d.y;
        points_[j].x += by * d.x;
        points_[j].y += by * d.y;
        return true;
    }
};

}  // namespace

void separate(std::vector<Point>& points, std::span<const double> radii) {
    if (points.size() < 2) return;
    Rounds rounds(points, radii);
    for (int round = 1; rounds.run(); ++round)
        if (round % rounds_before_growing == 0)
            for (Point& p : points) p = {growth * p.x, growth * p.y};
}

}  // namespace maillage::graph
