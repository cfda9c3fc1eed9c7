#include <maillage/base/error.hpp>
#include <maillage/formats/positions.hpp>

#include "support/catch.hpp"
#include "support/folder.hpp"

using namespace maillage;

namespace {

std::string code_of(const std::string& bytes) {
    const test::Folder folder;
    try {
        (void)formats::read_positions(folder.write("p.csv", bytes));
    } catch (const base::Error& error) {
        return std::string(error.message().code);
    }
    return {};
}

}  // namespace

TEST_CASE("positions come back as they were written, in an order of their own", "[formats]") {
    const std::vector<model::Position> positions{{"alliance", "p;1, \"two\"", 0.25, 1},
                                                 {"actor", "b", 0.123456789, 0},
                                                 {"actor", "a", 1, 0.5}};
    const std::string text = formats::write_positions(positions);
    CHECK(text ==
          "what,id,x,y\nactor,a,1.000000,0.500000\nactor,b,0.123457,0.000000\n"
          "alliance,\"p;1, \"\"two\"\"\",0.250000,1.000000\n");
    const test::Folder folder;
    const auto read = formats::read_positions(folder.write("p.csv", text));
    REQUIRE(read.size() == 3);
    CHECK(read[2].id == "p;1, \"two\"");
    CHECK(read[1].x == 0.123457);
    CHECK(formats::write_positions(read) == text);
}

TEST_CASE("a spreadsheet may have saved them", "[formats]") {
    const test::Folder folder;
    const auto read =
        formats::read_positions(folder.write("p.csv", "id;what;y;x\r\na;actor;0.5;0.25\r\n"));
    REQUIRE(read.size() == 1);
    CHECK(read[0].x == 0.25);
    CHECK(read[0].what == "actor");
}

TEST_CASE("what is no position is refused", "[formats]") {
    CHECK(code_of("") == "E493");
    CHECK(code_of("id,x,y\na,0,0\n") == "E493");
    CHECK(code_of("what,id,x,y\n") == "");
    for (const std::string bad : {"", "a", "nan", "-0.1", "1.01", "0.5x"})
        CHECK(code_of("what,id,x,y\nactor,a,0," + bad + "\n") == "E494");
}
