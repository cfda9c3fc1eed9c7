#include <cmath>

#include <maillage/base/random.hpp>
#include <maillage/drawing/geographic.hpp>
#include <maillage/drawing/layered.hpp>
#include <maillage/drawing/layout.hpp>
#include <maillage/drawing/packed.hpp>
#include <maillage/drawing/pinned.hpp>
#include <maillage/drawing/separation.hpp>

#include "support/catch.hpp"

using namespace maillage;
using drawing::Body;
using drawing::Placement;
using drawing::Point;
using drawing::Rectangle;
using drawing::Tied;

namespace {

struct Network {
    std::vector<Body> bodies;
    std::vector<Tied> ties;
};

/// Actors with names below them, some without ties, and alliances of two to four.
Network random_network(std::uint32_t actors, std::uint32_t alliances, std::uint64_t seed) {
    base::RandomStream random(seed, "test.layout");
    Network network;
    for (std::uint32_t i = 0; i < actors; ++i) {
        Body body{8, 8, 8, 8, 8, 0.1 * i, false, false};
        body.left = body.right = 8 + 20 * random.uniform();
        body.below = 17;
        body.on_rim = i % 5 == 0;
        network.bodies.push_back(body);
    }
    for (std::uint32_t a = 0; a < alliances; ++a) {
        network.bodies.push_back({6, 6, 6, 6, 6, 0, false, true});
        for (std::uint32_t p = 0; p < 2 + a % 3; ++p) {
            std::uint32_t party = random.below(actors);
            if (party % 5 == 0) party = party + 1 < actors ? party + 1 : party - 1;
            network.ties.emplace_back(party, actors + a);
        }
    }
    return network;
}

/// Every body inside the area and apart from the others.
void check_apart(const Network& network, const std::vector<Point>& points, const Rectangle& area) {
    REQUIRE(points.size() == network.bodies.size());
    for (std::size_t i = 0; i < network.bodies.size(); ++i) {
        const Body& body = network.bodies[i];
        const Point& p = points[i];
        CHECK(p.x - body.left >= area.left - 0.01);
        CHECK(p.x + body.right <= area.right + 0.01);
        CHECK(p.y - body.below >= area.bottom - 0.01);
        CHECK(p.y + body.above <= area.top + 0.01);
        for (std::size_t j = 0; j < i; ++j)
            CHECK_FALSE(drawing::overlap(body, p, network.bodies[j], points[j]));
    }
}

bool is_inside(const Point& p, const Rectangle& r) {
    return p.x > r.left && p.x < r.right && p.y > r.bottom && p.y < r.top;
}

/// Actors in turn in each of the groups; relations in none.
std::vector<std::uint32_t> groups_in_turn(const Network& network, std::uint32_t groups) {
    std::vector<std::uint32_t> group_of;
    for (std::uint32_t i = 0; i < network.bodies.size(); ++i)
        group_of.push_back(network.bodies[i].is_relation ? 0 : i % groups);
    return group_of;
}

}  // namespace

TEST_CASE("symbols and names keep apart and inside the area", "[drawing]") {
    const auto seed = GENERATE(1U, 2U, 3U);
    const auto actors = GENERATE(5U, 20U, 40U);
    const Rectangle area{30, 40, 520, 470};
    const Network network = random_network(actors, actors, seed);
    const Placement placement = drawing::place(network.bodies, network.ties, area, seed);
    CHECK(placement.overlaps == 0);
    check_apart(network, placement.points, area);
}

TEST_CASE("cells hold the bodies of their group and cover the area", "[drawing]") {
    const auto actors = GENERATE(1U, 6U, 24U, 60U);
    const auto groups = GENERATE(1U, 3U, 7U);
    const Rectangle area{30, 40, 560, 500};
    const Network network = random_network(actors, actors > 1 ? actors : 0, 4);
    const auto group_of = groups_in_turn(network, groups);
    const std::vector<Point> titles(groups, Point{40, 12});
    const auto cells =
        drawing::place_packed(network.bodies, network.ties, group_of, titles, {}, area, 1);
    REQUIRE(cells.placement.overlaps == 0);
    check_apart(network, cells.placement.points, area);
    double covered = 0;
    for (const Rectangle& cell : cells.cells) covered += cell.width() * cell.height();
    CHECK(covered == Approx(area.width() * area.height()));
    for (std::size_t i = 0; i < network.bodies.size(); ++i)
        if (!network.bodies[i].is_relation)
            CHECK(is_inside(cells.placement.points[i], cells.cells[group_of[i]]));
}

TEST_CASE("cells are as large as is wanted of them", "[drawing]") {
    Network network;
    for (int i = 0; i < 4; ++i) network.bodies.push_back({10, 10, 10, 10, 10});
    const std::vector<std::uint32_t> group_of{0, 1, 2, 3};
    const std::vector<double> wanted{60, 20, 10, 10};
    const std::vector<Point> titles(4);
    const auto cells =
        drawing::place_packed(network.bodies, {}, group_of, titles, wanted, {0, 0, 400, 400}, 1);
    const auto size = [&](std::size_t i) {
        return cells.cells[i].width() * cells.cells[i].height();
    };
    CHECK(size(0) > 2 * size(1));
    CHECK(size(1) > size(2));
    CHECK(size(2) == Approx(size(3)));
}

TEST_CASE("cells that are too small are said", "[drawing]") {
    const Network network = random_network(60, 20, 1);
    const std::vector<Point> titles(5, Point{40, 12});
    CHECK(drawing::place_packed(network.bodies, network.ties, groups_in_turn(network, 5), titles,
                                {}, {0, 0, 200, 150}, 1)
              .placement.overlaps > 0);
}

TEST_CASE("columns stand in order, relations in lanes between them", "[drawing]") {
    const auto actors = GENERATE(2U, 15U, 40U);
    const auto groups = GENERATE(1U, 2U, 4U);
    const Rectangle area{30, 40, 560, 500};
    const Network network = random_network(actors, actors, 9);
    const auto group_of = groups_in_turn(network, groups);
    const std::vector<Point> titles(groups, Point{30, 12});
    const auto columns =
        drawing::place_layered(network.bodies, network.ties, group_of, titles, area);
    REQUIRE(columns.placement.overlaps == 0);
    check_apart(network, columns.placement.points, area);
    for (std::size_t i = 0; i < network.bodies.size(); ++i) {
        const Point& p = columns.placement.points[i];
        if (!network.bodies[i].is_relation) CHECK(is_inside(p, columns.columns[group_of[i]]));
        if (network.bodies[i].is_relation)
            for (const Rectangle& column : columns.columns) CHECK_FALSE(is_inside(p, column));
    }
    for (std::size_t g = 1; g < std::min<std::size_t>(groups, actors); ++g)
        CHECK(columns.columns[g - 1].right <= columns.columns[g].left);
}

TEST_CASE("lines of columns do not cross when they need not", "[drawing]") {
    // a - p - w, b - q - x... written in an order that crosses everywhere.
    Network network;
    for (int i = 0; i < 8; ++i) network.bodies.push_back({8, 8, 8, 8, 8});
    for (int i = 0; i < 4; ++i) network.bodies.push_back({5, 5, 5, 5, 5, 0, false, true});
    const std::vector<std::uint32_t> group_of{0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0};
    for (const auto& [left, relation, right] : {std::tuple(0U, 9U, 6U), std::tuple(1U, 11U, 7U),
                                                std::tuple(2U, 8U, 4U), std::tuple(3U, 10U, 5U)}) {
        network.ties.emplace_back(left, relation);
        network.ties.emplace_back(right, relation);
    }
    const std::vector<Point> titles(2);
    const auto columns =
        drawing::place_layered(network.bodies, network.ties, group_of, titles, {0, 0, 300, 300});
    const auto& points = columns.placement.points;
    for (const Tied& s : network.ties)
        for (const Tied& t : network.ties)
            if (s.first != t.first && s.second != t.second)
                CHECK_FALSE(drawing::cross(points[s.first], points[s.second], points[t.first],
                                           points[t.second]));
}

TEST_CASE("bodies stand near their places, those without in a strip", "[drawing]") {
    const auto side = GENERATE(drawing::Side::bottom, drawing::Side::right);
    const Rectangle area{30, 40, 560, 500};
    const Network network = random_network(30, 20, 3);
    std::vector<std::optional<Point>> places(network.bodies.size());
    std::vector<std::uint32_t> without;
    for (std::uint32_t i = 0; i < 30; ++i) {
        if (i % 10 == 9)
            without.push_back(i);
        else
            places[i] = Point{80.0 + 40 * (i % 8), 150.0 + 60 * (i / 8)};
    }
    const auto strip = drawing::strip_for(network.bodies, without, {60, 12}, area, side);
    const auto ground = drawing::place_geographic(network.bodies, network.ties, places, strip);
    REQUIRE(ground.placement.overlaps == 0);
    check_apart(network, ground.placement.points, area);
    for (const std::uint32_t i : without) CHECK(is_inside(ground.placement.points[i], strip.strip));
    for (std::uint32_t i = 0; i < 30; ++i)
        if (places[i]) {
            CHECK_FALSE(is_inside(ground.placement.points[i], strip.strip));
            CHECK(std::hypot(ground.placement.points[i].x - places[i]->x,
                             ground.placement.points[i].y - places[i]->y) < 80);
        }
}

TEST_CASE("positions are kept, what is new finds room", "[drawing]") {
    const Rectangle area{30, 40, 560, 500};
    const Network network = random_network(30, 25, 6);
    const auto before = drawing::place(network.bodies, network.ties, area, 1);
    REQUIRE(before.overlaps == 0);
    std::vector<std::optional<Point>> places(before.points.begin(), before.points.end());
    SECTION("all known: nothing moves") {
        const auto after = drawing::place_pinned(network.bodies, network.ties, places, area);
        CHECK(after.overlaps == 0);
        for (std::size_t i = 0; i < places.size(); ++i) {
            CHECK(after.points[i].x == before.points[i].x);
            CHECK(after.points[i].y == before.points[i].y);
        }
    }
    SECTION("some new: the others stay") {
        for (const std::size_t i : {0U, 3U, 8U, 40U, 50U}) places[i].reset();
        const auto after = drawing::place_pinned(network.bodies, network.ties, places, area);
        REQUIRE(after.overlaps == 0);
        check_apart(network, after.points, area);
        for (std::size_t i = 0; i < places.size(); ++i)
            if (places[i]) CHECK(after.points[i].x == before.points[i].x);
    }
    SECTION("none known: everything finds room") {
        const std::vector<std::optional<Point>> none(places.size());
        const auto after = drawing::place_pinned(network.bodies, network.ties, none, area);
        REQUIRE(after.overlaps == 0);
        check_apart(network, after.points, area);
    }
}

TEST_CASE("a place far off is left out when it makes the others small", "[drawing]") {
    std::vector<std::optional<Point>> places;
    for (int i = 0; i < 20; ++i) places.emplace_back(Point{i % 5 * 1.0, i / 5 * 1.0});
    CHECK(drawing::far_off(places).empty());
    places[7] = Point{100, 3};
    CHECK(drawing::far_off(places) == std::vector<std::uint32_t>{7});
}

TEST_CASE("a layout depends on its seed only", "[drawing]") {
    const Network network = random_network(30, 25, 7);
    const Rectangle area{0, 0, 500, 400};
    const auto xs = [&](std::uint64_t seed) {
        std::vector<double> values;
        for (const Point& p : drawing::place(network.bodies, network.ties, area, seed).points) {
            values.push_back(p.x);
            values.push_back(p.y);
        }
        return values;
    };
    CHECK(xs(1) == xs(1));
    CHECK(xs(1) != xs(2));
}

TEST_CASE("what cannot fit is said, not drawn over", "[drawing]") {
    const Network network = random_network(60, 60, 1);
    CHECK(drawing::place(network.bodies, network.ties, {0, 0, 120, 100}, 1).overlaps > 0);
}
