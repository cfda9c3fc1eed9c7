#pragma once

#include <span>
#include <vector>

#include <maillage/drawing/drawing.hpp>
#include <maillage/model/outlines.hpp>

namespace maillage::drawing {

/// From degrees to a plane on which areas keep their proportions: around the middle of what is
/// shown (Lambert's azimuthal), or of the world (Equal Earth) when that is more than 90 degrees
/// wide.
///
/// Units    Of the plane: radii of the earth.
/// Source   Snyder 1987, 10.3133/pp1395; Savric, Patterson & Jenny 2018,
///          10.1080/13658816.2018.1504949.
class Projection {
  public:
    /// For a map that shows these places.
    explicit Projection(std::span<const model::Place> shown);

    [[nodiscard]] Point operator()(const model::Place& place) const;

  private:
    bool is_world_ = false;
    double longitude_ = 0, latitude_ = 0;  ///< Of the middle, radians.
};

/// Fits points into a rectangle, at one scale.
class Fit {
  public:
    Fit(std::span<const Point> points, const Rectangle& room);

    [[nodiscard]] Point operator()(const Point& p) const {
        return {to_.x + scale_ * (p.x - from_.x), to_.y + scale_ * (p.y - from_.y)};
    }

  private:
    Point from_, to_;
    double scale_ = 1;
};

/// The part of a polygon inside a rectangle (Sutherland & Hodgman 1974, 10.1145/360767.360802);
/// empty when there is none.
[[nodiscard]] std::vector<Point> clipped(std::vector<Point> polygon, const Rectangle& to);

/// Without the corners that are less than `tolerance` off the line between their neighbours
/// (Douglas & Peucker 1973).
[[nodiscard]] std::vector<Point> simplified(const std::vector<Point>& polygon, double tolerance);

/// The longer side of the box around places, in degrees.
[[nodiscard]] double extent(std::span<const model::Place> places);

/// Whether a place lies inside a ring.
[[nodiscard]] bool holds(std::span<const model::Place> ring, const model::Place& place);

/// The centre of gravity of a closed ring, and its area in square degrees of the equator.
struct Gravity {
    model::Place centre;
    double area = 0;
};
[[nodiscard]] Gravity gravity(std::span<const model::Place> ring);

}  // namespace maillage::drawing
