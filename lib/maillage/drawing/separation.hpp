#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <maillage/drawing/layout.hpp>

namespace maillage::drawing {

inline constexpr double gap = 3;  ///< Free points between two bodies.

/// Moves overlapping bodies apart once, along the shorter way, and keeps them inside the area;
/// gives the number of pairs that overlapped. Sorts `which`, the bodies that may move. Those held
/// stay while the others can give way.
///
/// Cost     O(n log n) while few stand one above the other.
std::size_t separate(std::span<const Body> bodies, std::vector<Point>& points,
                     std::vector<std::uint32_t>& which, const Rectangle& area);

/// Whether two bodies overlap where they stand.
[[nodiscard]] bool overlap(const Body& a, const Point& p, const Body& b, const Point& q);

/// From a line to a point beside it, and how far that is; very far when it is not beside.
struct Beside {
    Point off;
    double distance;
};
[[nodiscard]] Beside beside(const Point& point, const Point& from, const Point& to);

/// Whether two lines cross.
[[nodiscard]] bool cross(const Point& from, const Point& to, const Point& other_from,
                         const Point& other_to);

/// Sets each body of `which`, one after the other, at the free place nearest to the middle of what
/// it is tied to, preferring places whose lines pass below no symbol. Those `placed` and the
/// rectangles `taken` stay where they are; gives the number of bodies that found no place.
///
/// Cost     O(which * bodies) times the places tried, some tens.
[[nodiscard]] std::size_t settle(std::span<const Body> bodies, std::span<const Tied> ties,
                                 std::span<const std::uint32_t> placed,
                                 std::span<const std::uint32_t> which,
                                 std::span<const Rectangle> taken, const Rectangle& area,
                                 std::vector<Point>& points);

/// The same for all relations, everything else being placed.
[[nodiscard]] std::size_t settle_relations(std::span<const Body> bodies, std::span<const Tied> ties,
                                           std::span<const Rectangle> taken, const Rectangle& area,
                                           std::vector<Point>& points);

}  // namespace maillage::drawing
