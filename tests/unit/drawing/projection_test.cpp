#include <cmath>
#include <numbers>

#include <maillage/drawing/projection.hpp>

#include "support/catch.hpp"

using namespace maillage;
using drawing::Point;
using drawing::Projection;
using model::Place;

namespace {

/// Of a polygon, by the shoelace formula.
double area(const std::vector<Point>& polygon) {
    double twice = 0;
    for (std::size_t i = 0; i < polygon.size(); ++i) {
        const Point &a = polygon[i], &b = polygon[(i + 1) % polygon.size()];
        twice += a.x * b.y - b.x * a.y;
    }
    return std::abs(twice) / 2;
}

/// The area on the plane of a cell of one degree, over that on the sphere of radius 1.
double kept(const Projection& projection, double west, double south) {
    constexpr double degree = std::numbers::pi / 180;
    std::vector<Point> cell;
    for (int i = 0; i < 10; ++i) cell.push_back(projection({west + i / 10.0, south}));
    for (int i = 0; i < 10; ++i) cell.push_back(projection({west + 1, south + i / 10.0}));
    for (int i = 0; i < 10; ++i) cell.push_back(projection({west + 1 - i / 10.0, south + 1}));
    for (int i = 0; i < 10; ++i) cell.push_back(projection({west, south + 1 - i / 10.0}));
    return area(cell) / (degree * (std::sin((south + 1) * degree) - std::sin(south * degree)));
}

}  // namespace

TEST_CASE("areas keep their proportions", "[drawing]") {
    const std::vector<Place> france{{-5, 42}, {9, 51}};
    const std::vector<Place> world{{-120, -40}, {150, 60}};
    const Projection near(france), far(world);
    for (const double south : {42.0, 46.0, 50.0})
        for (const double west : {-5.0, 2.0, 8.0})
            CHECK(kept(near, west, south) == Approx(1).epsilon(1e-3));
    for (const double south : {-35.0, 0.0, 55.0})
        for (const double west : {-100.0, 10.0, 140.0})
            CHECK(kept(far, west, south) == Approx(1).epsilon(1e-3));
}

TEST_CASE("north is up, east is right", "[drawing]") {
    const std::vector<Place> shown{{0, 40}, {4, 44}};
    const Projection projection(shown);
    CHECK(projection({2, 43}).y > projection({2, 42}).y);
    CHECK(projection({3, 42}).x > projection({2, 42}).x);
}

TEST_CASE("polygons are cut at a rectangle and lose needless corners", "[drawing]") {
    const std::vector<Point> square{{-1, -1}, {3, -1}, {3, 3}, {-1, 3}};
    CHECK(area(drawing::clipped(square, {0, 0, 2, 2})) == Approx(4));
    CHECK(area(drawing::clipped(square, {2, 2, 5, 5})) == Approx(1));
    CHECK(drawing::clipped(square, {5, 5, 6, 6}).empty());
    const std::vector<Point> line{{0, 0}, {1, 0.01}, {2, -0.01}, {3, 0}, {3, 2}, {0, 0}};
    CHECK(drawing::simplified(line, 0.1).size() == 4);
}

TEST_CASE("the centre of gravity of a ring", "[drawing]") {
    const std::vector<Place> square{{10, 0}, {12, 0}, {12, 2}, {10, 2}, {10, 0}};
    const auto found = drawing::gravity(square);
    CHECK(found.centre.longitude == Approx(11));
    CHECK(found.centre.latitude == Approx(1));
    CHECK(found.area == Approx(4).epsilon(1e-3));
    CHECK(drawing::holds(square, {11, 1}));
    CHECK_FALSE(drawing::holds(square, {13, 1}));
}
