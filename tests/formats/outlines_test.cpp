#include <filesystem>

#include <maillage/base/error.hpp>
#include <maillage/formats/load.hpp>
#include <maillage/formats/outlines.hpp>

#include "support/catch.hpp"
#include "support/folder.hpp"

using namespace maillage;
using test::Folder;

namespace {

/// Departments and regions that share the code 01, as those of France do.
model::Dataset country(const Folder& folder) {
    folder.write("territories.csv",
                 "id,name,level,parent\nREG-01,Guadeloupe,region,\nREG-84,Auvergne,region,\n"
                 "DEP-01,Ain,department,REG-84\nDEP-42,Loire,department,REG-84\n");
    folder.write("actors.csv", "id,name,kind,territory\na,A,public,DEP-01\n");
    return formats::load(folder.path()).data;
}

std::vector<std::string> territories(const std::vector<model::Outline>& outlines,
                                     const model::Dataset& data) {
    std::vector<std::string> ids;
    for (const auto& outline : outlines)
        ids.emplace_back(outline.territory.known() ? data[outline.territory].id : "?");
    return ids;
}

constexpr std::uint64_t no_limit = ~std::uint64_t{0};

std::string feature(const std::string& properties, const std::string& type = "Polygon",
                    const std::string& coordinates = "[[[0,0],[1,0],[1,1],[0,0]]]") {
    return R"({"type":"Feature","properties":{)" + properties + R"(},"geometry":{"type":")" + type +
           R"(","coordinates":)" + coordinates + "}}";
}

std::vector<model::Outline> read(const Folder& folder, const model::Dataset& data,
                                 const std::string& features) {
    const auto file = folder.write("outlines.geojson",
                                   R"({"type":"FeatureCollection","features":[)" + features + "]}");
    return formats::read_outlines(file, data, no_limit);
}

std::string code_of(const Folder& folder, const std::string& bytes,
                    std::uint64_t max_input = no_limit) {
    const auto data = country(folder);
    const auto file = folder.write("x.geojson", bytes);
    try {
        (void)formats::read_outlines(file, data, max_input);
    } catch (const base::Error& error) {
        return std::string(error.message().code);
    }
    return {};
}

}  // namespace

TEST_CASE("outlines find their territories by id, by code or by name", "[formats]") {
    const Folder folder;
    const auto data = country(folder);
    using Ids = std::vector<std::string>;
    CHECK(territories(read(folder, data, feature(R"("id":"DEP-42")")), data) == Ids{"DEP-42"});
    CHECK(
        territories(read(folder, data, feature(R"("code":"01")") + "," + feature(R"("code":"42")")),
                    data) == Ids{"DEP-01", "DEP-42"});
    CHECK(territories(read(folder, data, feature(R"("nom":"AIN")")), data) == Ids{"DEP-01"});
    CHECK(territories(read(folder, data, feature(R"("code":"99")")), data) == Ids{"?"});
}

TEST_CASE("the property that names most territories is read, for the whole file", "[formats]") {
    const Folder folder;
    const auto data = country(folder);
    // Departments that say their region too.
    const std::string departments = feature(R"("insee_dep":"01","insee_reg":"84")") + "," +
                                    feature(R"("insee_dep":"42","insee_reg":"84")");
    CHECK(territories(read(folder, data, departments), data) ==
          std::vector<std::string>{"DEP-01", "DEP-42"});
}

TEST_CASE("several polygons and holes are rings", "[formats]") {
    const Folder folder;
    const auto data = country(folder);
    const std::string ring = "[[0,0],[1,0],[1,1],[0,0]]";
    const auto outlines = read(folder, data,
                               feature(R"("id":"DEP-01")", "MultiPolygon",
                                       "[[" + ring + "," + ring + "],[" + ring + "]]"));
    REQUIRE(outlines.size() == 1);
    CHECK(outlines[0].rings.size() == 3);
    CHECK(outlines[0].rings[0][1].longitude == 1);
}

TEST_CASE("arcs of a TopoJSON are joined, backwards too", "[formats]") {
    const Folder folder;
    const auto data = country(folder);
    // Two triangles of one square share its diagonal; positions are steps of half a degree.
    const auto file = folder.write("x.topojson", R"({"type":"Topology",
        "transform":{"scale":[0.5,0.5],"translate":[10,40]},
        "arcs":[[[0,0],[2,2]],[[2,2],[-2,0],[0,-2]],[[0,0],[2,0],[0,2]]],
        "objects":{"land":{"type":"GeometryCollection","geometries":[
            {"type":"Polygon","arcs":[[0,1]],"id":"DEP-01"},
            {"type":"MultiPolygon","arcs":[[[2,-1]]],"id":"DEP-42"}]}}})");
    const auto outlines = formats::read_outlines(file, data, no_limit);
    CHECK(territories(outlines, data) == std::vector<std::string>{"DEP-01", "DEP-42"});
    const auto& lower = outlines[1].rings[0];
    REQUIRE(lower.size() == 4);
    CHECK(lower[0].longitude == 10);
    CHECK(lower[1].longitude == 11);
    CHECK(lower[1].latitude == 40);
    CHECK(lower[2].latitude == 41);
    CHECK(lower[3].latitude == 40);
}

TEST_CASE("a file without outline in degrees is refused", "[formats]") {
    const Folder folder;
    CHECK(code_of(folder, "") == "E490");
    CHECK(code_of(folder, "{\"type\":") == "E490");
    CHECK(code_of(folder, std::string(100000, '[')) == "E490");
    CHECK(code_of(folder, "[]") == "E491");
    CHECK(code_of(folder, R"({"type":"FeatureCollection","features":{}})") == "E491");
    CHECK(code_of(folder, feature("", "Point", "[1,2]")) == "E491");
    CHECK(code_of(folder, feature("", "Polygon", R"([["a",[1],null,[0,0]]])")) == "E491");
    CHECK(code_of(folder, R"({"type":"Topology","arcs":[],"objects":{"a":{"type":"Polygon",
                             "arcs":[[9]]}}})") == "E491");
    CHECK(code_of(folder, feature("", "Polygon", "[[[652000,6862000],[0,0],[0,1],[1,1]]]")) ==
          "E492");
    CHECK(code_of(folder, feature(""), 10) == "E504");
}
