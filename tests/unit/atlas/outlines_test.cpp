#include <maillage/atlas/outlines.hpp>
#include <maillage/base/error.hpp>

#include "support/catch.hpp"
#include "support/sketch.hpp"

using namespace maillage;
using test::sketch;

namespace {

constexpr std::string_view two_communes = R"(
    territory R
    territory T1 < R
    territory T2 < R
    public town /T1
    public hall /T2
)";

atlas::Outlines outlines_of(std::string_view features) {
    const auto data = sketch(two_communes);
    atlas::Places places;
    for (std::uint32_t t = 0; t < data.territories.size(); ++t) {
        places.shown.push_back(t);
        places.number.push_back(t);
    }
    return atlas::read_outlines(
        "{\"type\":\"FeatureCollection\",\"features\":[" + std::string(features) + "]}", data,
        places);
}

constexpr std::string_view square = R"("geometry":{"type":"Polygon",
    "coordinates":[[[0,0],[1,0],[1,0.0000001],[1,1],[0,1],[0,0]]]})";

std::string feature(std::string_view properties) {
    return "{\"type\":\"Feature\",\"properties\":" + std::string(properties) + "," +
           std::string(square) + "}";
}

}  // namespace

TEST_CASE("an outline is known by the id or the name of its territory", "[atlas]") {
    const auto outlines = outlines_of(feature(R"({"code":12,"nom":"t2"})"));
    REQUIRE(outlines.shapes.size() == 1);
    CHECK(outlines.shapes[0].territory == 2);
    // A degree of latitude from the equator is a little longer on the map than one of longitude.
    CHECK(outlines.height == 4000);
    CHECK(outlines.width == 4000);
    // Two corners fall into one square; the last point closes the ring.
    REQUIRE(outlines.shapes[0].rings.size() == 1);
    CHECK(outlines.shapes[0].rings[0].size() == 5);
    CHECK(outlines.shapes[0].rings[0][0] == atlas::Outlines::GridPoint(0, 4000));
}

TEST_CASE("what is no outline of the data is refused", "[atlas]") {
    CHECK_THROWS_AS(outlines_of(feature(R"({"nom":"Elsewhere"})")), base::UsageError);
    CHECK_THROWS_AS(
        outlines_of(R"({"id":"T1","geometry":{"type":"Polygon","coordinates":[["x"]]}})"),
        base::UsageError);
    const auto data = sketch(two_communes);
    CHECK_THROWS_AS(atlas::read_outlines("{}", data, {}), base::UsageError);
    CHECK_THROWS_AS(atlas::read_outlines("no", data, {}), base::UsageError);
}
