#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include <maillage/drawing/drawing.hpp>

namespace maillage::drawing {

/// Sums of repulsion by cells: a far group of points acts as one at its centre (Barnes and Hut
/// 1986, doi:10.1038/324446a0).
///
/// Cost     O(n log n) to build, O(log n) a question.
class Quadtree {
  public:
    /// Masses beside points; both must outlive the tree.
    Quadtree(std::span<const Point> points, std::span<const double> masses);

    /// Sum over the other points of their mass times the vector from them to this one, over the
    /// squared distance.
    [[nodiscard]] Point push_on(std::uint32_t point) const;

  private:
    static constexpr std::uint32_t none = 0xFFFFFFFF;
    static constexpr int deepest = 40;
    static constexpr double opening = 0.8;  ///< Side over distance under which a cell is one point.

    struct Cell {
        Point sum;
        double mass = 0;
        std::array<std::uint32_t, 4> children{none, none, none, none};
        std::uint32_t point = none;
        bool is_leaf = true;
    };
    std::span<const Point> points_;
    std::span<const double> masses_;
    std::vector<Cell> cells_;
    Point corner_;
    double side_ = 1;

    void insert(std::uint32_t point);
    void weigh(std::uint32_t cell, std::uint32_t point);
    [[nodiscard]] std::uint32_t child(std::uint32_t cell, unsigned quadrant);
};

}  // namespace maillage::drawing
