#include <maillage/atlas/outlines.hpp>
#include <maillage/base/error.hpp>

#include "support/catch.hpp"

using namespace maillage;

namespace {

atlas::Places three_territories() {
    atlas::Places places;
    places.shown = places.number = {0, 1, 2};
    return places;
}

/// A square degree at the equator; two of its corners are nearly one.
model::Outline square_of(model::TerritoryId territory) {
    return {territory, {{{0, 0}, {1, 0}, {1, 0.0000001}, {1, 1}, {0, 1}, {0, 0}}}};
}

}  // namespace

TEST_CASE("an outline is set on a grid", "[atlas]") {
    const std::vector outlines{square_of(model::TerritoryId{2}), square_of({})};
    const auto set = atlas::set_on_grid(outlines, three_territories());
    REQUIRE(set.shapes.size() == 1);
    CHECK(set.shapes[0].territory == 2);
    // A degree of latitude from the equator is a little longer on the map than one of longitude.
    CHECK(set.height == 4000);
    CHECK(set.width == 4000);
    // Two corners fall into one square; the last point closes the ring.
    REQUIRE(set.shapes[0].rings.size() == 1);
    CHECK(set.shapes[0].rings[0].size() == 5);
    CHECK(set.shapes[0].rings[0][0] == atlas::Outlines::GridPoint(0, 4000));
}

TEST_CASE("outlines of nothing that is shown are refused, none are not", "[atlas]") {
    const std::vector elsewhere{square_of({}), square_of(model::TerritoryId{7})};
    CHECK_THROWS_AS(atlas::set_on_grid(elsewhere, three_territories()), base::UsageError);
    CHECK(atlas::set_on_grid({}, three_territories()).shapes.empty());
}
