#include <maillage/base/random.hpp>
#include <maillage/drawing/layout.hpp>

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

bool overlap(const Body& a, const Point& p, const Body& b, const Point& q) {
    return p.x + a.right > q.x - b.left && q.x + b.right > p.x - a.left &&
           p.y + a.above > q.y - b.below && q.y + b.above > p.y - a.below;
}

}  // namespace

TEST_CASE("symbols and names keep apart and inside the area", "[drawing]") {
    const auto seed = GENERATE(1U, 2U, 3U);
    const auto actors = GENERATE(5U, 20U, 40U);
    const Rectangle area{30, 40, 520, 470};
    const Network network = random_network(actors, actors, seed);
    const Placement placement = drawing::place(network.bodies, network.ties, area, seed);
    CHECK(placement.overlaps == 0);
    for (std::size_t i = 0; i < network.bodies.size(); ++i) {
        const Body& body = network.bodies[i];
        const Point& p = placement.points[i];
        CHECK(p.x - body.left >= area.left - 0.01);
        CHECK(p.x + body.right <= area.right + 0.01);
        CHECK(p.y - body.below >= area.bottom - 0.01);
        CHECK(p.y + body.above <= area.top + 0.01);
        for (std::size_t j = 0; j < i; ++j)
            CHECK_FALSE(overlap(body, p, network.bodies[j], placement.points[j]));
    }
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
