#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>

#include <maillage/graph/packing.hpp>

namespace maillage::graph {

namespace {

constexpr double squares_per_rectangle = 24;

/// Which squares of the plane are taken; (0, 0) is the middle.
class Plane {
  public:
    Plane(int half) : half_(half), taken_(std::size_t(2 * half + 1) * (2 * half + 1), 0) {}

    [[nodiscard]] bool is_free(int left, int bottom, int width, int height) const {
        if (left < -half_ || bottom < -half_ || left + width > half_ || bottom + height > half_)
            return false;
        // Most places that are taken are seen at a corner.
        if (at(left, bottom) || at(left + width - 1, bottom + height - 1)) return false;
        for (int y = bottom; y < bottom + height; ++y)
            for (int x = left; x < left + width; ++x)
                if (at(x, y)) return false;
        return true;
    }
    void take(int left, int bottom, int width, int height) {
        for (int y = bottom; y < bottom + height; ++y)
            for (int x = left; x < left + width; ++x) taken_[index(x, y)] = 1;
    }

  private:
    int half_;
    std::vector<std::uint8_t> taken_;

    [[nodiscard]] std::size_t index(int x, int y) const {
        return std::size_t(y + half_) * (2 * half_ + 1) + (x + half_);
    }
    [[nodiscard]] bool at(int x, int y) const { return taken_[index(x, y)] != 0; }
};

/// A place on the square ring of that radius, in a fixed order.
std::pair<int, int> place_on_ring(int radius, int step) {
    if (radius == 0) return {0, 0};
    const int side = step / (2 * radius), along = step % (2 * radius) - radius;
    switch (side) {
        case 0:
            return {along, radius};
        case 1:
            return {radius, -along};
        case 2:
            return {-along, -radius};
        default:
            return {-radius, along};
    }
}

struct Cells {
    int width, height;
    bool operator==(const Cells&) const = default;
};

}  // namespace

std::vector<Point> packed(std::span<const Point> sizes) {
    std::vector<Point> middles(sizes.size());
    double area = 0;
    for (const Point& size : sizes) area += size.x * size.y;
    const double side = std::sqrt(std::max(area, 1e-12) /
                                  (squares_per_rectangle * static_cast<double>(sizes.size())));
    std::vector<Cells> cells;
    double all = 0;
    int longest = 1;
    for (const Point& size : sizes) {
        cells.push_back({std::max(1, static_cast<int>(std::ceil(size.x / side))),
                         std::max(1, static_cast<int>(std::ceil(size.y / side)))});
        all += double(cells.back().width) * cells.back().height;
        longest = std::max({longest, cells.back().width, cells.back().height});
    }
    std::vector<std::uint32_t> order(sizes.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, [&](std::uint32_t a, std::uint32_t b) {
        const auto rank = [&](std::uint32_t i) {
            return std::pair(cells[i].width * cells[i].height, cells[i].width);
        };
        return rank(a) > rank(b);
    });
    const int half = longest + static_cast<int>(std::ceil(std::sqrt(all)));
    Plane plane(half);
    int radius = 0, step = 0;
    Cells before{0, 0};
    for (const std::uint32_t i : order) {
        const auto [width, height] = cells[i];
        // Where an equal one found no room there is none.
        if (cells[i] != before) radius = step = 0;
        before = cells[i];
        for (bool is_placed = false; !is_placed; ++step) {
            if (step >= std::max(1, 8 * radius)) {
                ++radius;
                step = 0;
            }
            const auto [x, y] = place_on_ring(radius, step);
            const int left = x - width / 2, bottom = y - height / 2;
            if (!plane.is_free(left, bottom, width, height)) continue;
            plane.take(left, bottom, width, height);
            middles[i] = {(left + width / 2.0) * side, (bottom + height / 2.0) * side};
            is_placed = true;
        }
    }
    return middles;
}

}  // namespace maillage::graph
