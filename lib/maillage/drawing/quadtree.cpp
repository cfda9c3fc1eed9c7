#include <algorithm>

#include <maillage/drawing/quadtree.hpp>

namespace maillage::drawing {

namespace {

/// Steps into the quadrant of a cell that holds a point.
unsigned descend(const Point& at, Point& corner, double& side) {
    side /= 2;
    const unsigned right = at.x >= corner.x + side ? 1 : 0;
    const unsigned up = at.y >= corner.y + side ? 1 : 0;
    if (right != 0) corner.x += side;
    if (up != 0) corner.y += side;
    return right + 2 * up;
}

}  // namespace

Quadtree::Quadtree(std::span<const Point> points, std::span<const double> masses)
    : points_(points), masses_(masses) {
    if (points.empty()) return;
    Point high = corner_ = points.front();
    for (const Point& p : points) {
        corner_ = {std::min(corner_.x, p.x), std::min(corner_.y, p.y)};
        high = {std::max(high.x, p.x), std::max(high.y, p.y)};
    }
    side_ = std::max({high.x - corner_.x, high.y - corner_.y, 1e-9}) * 1.001;
    cells_.reserve(points.size() * 3);
    cells_.emplace_back();
    for (std::uint32_t i = 0; i < points.size(); ++i) insert(i);
}

std::uint32_t Quadtree::child(std::uint32_t cell, unsigned quadrant) {
    if (cells_[cell].children[quadrant] == none) {
        cells_[cell].children[quadrant] = static_cast<std::uint32_t>(cells_.size());
        cells_.emplace_back();
    }
    return cells_[cell].children[quadrant];
}

void Quadtree::weigh(std::uint32_t cell, std::uint32_t point) {
    cells_[cell].mass += masses_[point];
    cells_[cell].sum.x += masses_[point] * points_[point].x;
    cells_[cell].sum.y += masses_[point] * points_[point].y;
}

void Quadtree::insert(std::uint32_t point) {
    std::uint32_t at = 0;
    Point corner = corner_;
    double side = side_;
    for (int depth = 0; depth < deepest; ++depth) {
        if (cells_[at].is_leaf && cells_[at].point == none && cells_[at].mass == 0) {
            cells_[at].point = point;
            break;
        }
        if (cells_[at].is_leaf) {
            // Its one point moves one level down before the new one passes.
            const std::uint32_t old = cells_[at].point;
            Point below_corner = corner;
            double below_side = side;
            const std::uint32_t below = child(at, descend(points_[old], below_corner, below_side));
            cells_[below].point = old;
            weigh(below, old);
            cells_[at].point = none;
            cells_[at].is_leaf = false;
        }
        weigh(at, point);
        at = child(at, descend(points_[point], corner, side));
    }
    weigh(at, point);
}

Point Quadtree::push_on(std::uint32_t point) const {
    const Point here = points_[point];
    Point push;
    std::vector<std::pair<std::uint32_t, double>> waiting{{0, side_}};
    while (!waiting.empty()) {
        const auto [at, side] = waiting.back();
        waiting.pop_back();
        const Cell& cell = cells_[at];
        if (cell.is_leaf && cell.point == point) continue;
        const double dx = here.x - cell.sum.x / cell.mass;
        const double dy = here.y - cell.sum.y / cell.mass;
        const double squared = dx * dx + dy * dy + 1e-6;
        if (cell.is_leaf || side * side < opening * opening * squared) {
            push.x += cell.mass * dx / squared;
            push.y += cell.mass * dy / squared;
            continue;
        }
        for (const std::uint32_t next : cell.children)
            if (next != none) waiting.emplace_back(next, side / 2);
    }
    return push;
}

}  // namespace maillage::drawing
