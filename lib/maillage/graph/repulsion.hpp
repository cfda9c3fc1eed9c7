#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include <maillage/graph/point.hpp>

namespace maillage::graph {

/// Repulsion between all points of a plane, far groups acting as one point at their centre.
///
/// Points are sorted along a curve that fills the plane (Morton's), so that a square of the
/// quadtree is a run of them, and the tree a list that is read forwards: a square that is far
/// enough, or has been looked into, is followed by the one to look at next. Points of one leaf
/// share one such reading, and stand in lanes that a processor works on together.
///
/// Cost     O(n log n) to build, O(log n) a leaf.
/// Source   Barnes & Hut 1986, doi:10.1038/324446a0; shared readings: Barnes 1990,
///          doi:10.1016/0021-9991(90)90232-P.
class Repulsion {
  public:
    static constexpr std::size_t lanes = 8;

    /// Masses beside points.
    Repulsion(std::span<const Point> points, std::span<const double> masses);

    [[nodiscard]] std::size_t leaves() const { return leaves_.size(); }
    /// The points of a leaf, by their positions among those given.
    [[nodiscard]] std::span<const std::uint32_t> points_of(std::size_t leaf) const;
    /// For each point of a leaf, in the order of `points_of`: sum over the other points of their
    /// mass times the vector from them to it, over the squared distance.
    [[nodiscard]] std::array<Point, lanes> pushes_on(std::size_t leaf) const;

  private:
    /// A square, its centre of mass, and the distance from which it acts as one point.
    struct Square {
        float x = 0, y = 0, mass = 0, reach = 0;
        std::uint32_t first = 0, last = 0;  ///< Its points.
        std::uint32_t next = 0;             ///< The square to read when this one is done.
        bool is_leaf = false;
    };
    struct Leaf {
        std::uint32_t first = 0, last = 0;
        float x = 0, y = 0, radius = 0;
    };
    class Interactions;
    std::vector<std::uint32_t> order_;  ///< Along the curve.
    std::vector<float> xs_, ys_, masses_;
    std::vector<std::uint64_t> keys_;
    std::vector<Square> squares_;
    std::vector<Leaf> leaves_;
    double side_ = 1;

    void sort(std::span<const Point> points, std::span<const double> masses);
    void build(std::uint32_t first, std::uint32_t last, int level);
    void close(std::uint32_t square);
};

}  // namespace maillage::graph
