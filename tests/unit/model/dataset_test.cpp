#include <maillage/model/dataset.hpp>

#include "support/catch.hpp"
#include "support/random_world.hpp"
#include "support/sketch.hpp"

using namespace maillage;

TEST_CASE("every row is found by its id and nothing else is") {
    for (std::uint32_t seed = 1; seed <= 20; ++seed) {
        const model::Dataset data = model::finish(test::random_draft(seed));
        for (std::uint32_t i = 0; i < data.territories.size(); ++i)
            REQUIRE(data.find_territory(data.territories[i].id).index == i);
        for (std::uint32_t i = 0; i < data.actors.size(); ++i)
            REQUIRE(data.find_actor(data.actors[i].id).index == i);
        for (const auto* absent : {"", "nobody", "\x01", "\xff"}) {
            CHECK_FALSE(data.find_territory(absent).known());
            CHECK_FALSE(data.find_actor(absent).known());
        }
    }
}

TEST_CASE("ids are told apart by capitals and accents") {
    const model::Dataset data = test::sketch(
        "territory T1\n"
        "public town /T1\n"
        "public Town /T1\n"
        "public t\u00F4wn\n");
    CHECK(data[data.find_actor("Town")].id == "Town");
    CHECK(data[data.find_actor("town")].id == "town");
    CHECK(data[data.find_actor("t\u00F4wn")].id == "t\u00F4wn");
    CHECK_FALSE(data.find_actor("TOWN").known());
}
