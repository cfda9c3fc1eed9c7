#include <maillage/metrics/run.hpp>
#include <maillage/metrics/scope.hpp>

#include "support/answers.hpp"
#include "support/catch.hpp"
#include "support/sketch.hpp"

using namespace maillage;
using test::sketch;

namespace {

//        R     Q        north and south below R; south below Q too
//       / \   /
//   north  south
constexpr auto two_parents = R"(
    territory R
    territory Q
    territory north < R
    territory south < R Q
    public town /north
    company firm /south
    association club /south
    citizen nomads
    alliance p1 2020-01-01 /north: firm club
    alliance p2 2021-01-01 /south: town firm
    alliance p3 2021-06-01: nomads club
    alliance alone 2021-06-01: town
    as_of 2022-12-31
)";

std::vector<std::string> ids(const model::Dataset& data, const std::vector<std::uint32_t>& rows) {
    std::vector<std::string> found;
    for (const auto row : rows) found.emplace_back(data.partnerships.rows[row].id);
    return found;
}

using Ids = std::vector<std::string>;

Ids alliances_of(std::string_view territory, metrics::Attribution attribution) {
    const auto data = sketch(two_parents);
    metrics::Request request;
    request.attribution = attribution;
    const metrics::Study study(data, request);
    const auto id = territory == "*" ? model::TerritoryId{} : data.find_territory(territory);
    return ids(data, metrics::TerritoryView(study, id).partnerships.relations);
}

}  // namespace

TEST_CASE("a relation belongs to a territory by its parties, by its place, or by either") {
    using enum metrics::Attribution;
    CHECK(alliances_of("north", seat) == Ids{"p2"});
    CHECK(alliances_of("north", place) == Ids{"p1"});
    CHECK(alliances_of("north", either) == Ids{"p1", "p2"});
    CHECK(alliances_of("south", seat) == Ids{"p1", "p2", "p3"});
    CHECK(alliances_of("Q", seat) == alliances_of("south", seat));
    CHECK(alliances_of("R", place) == Ids{"p1", "p2"});
    CHECK(alliances_of("*", place) == Ids{"p1", "p2", "p3"});
}

TEST_CASE("a territory with two parents counts once under each") {
    const auto data = sketch(two_parents);
    metrics::Request request;
    request.metrics = {"actor_count"};
    request.territories = {{}, data.find_territory("R"), data.find_territory("Q")};
    const auto values = metrics::compute(data, request);
    CHECK(test::value(values, "actor_count") == 4.0);
    CHECK(test::value(values, "actor_count", "", "R") == 3.0);
    CHECK(test::value(values, "actor_count", "", "Q") == 2.0);
    CHECK(test::value(values, "actor_count", "kind=citizen") == 1.0);
    CHECK(test::find(values, "actor_count", "kind=citizen", "R") == nullptr);
}

TEST_CASE("the default window opens with the year of the first date and closes with the data") {
    const auto data = sketch(
        "public a\npublic b\nalliance p 2019-05-02..2030-01-01: a b\n"
        "meeting m 2021-03-01: a b\n");
    const auto calendar = metrics::calendar(data, {});
    REQUIRE(calendar.as_of.has_value());
    CHECK(base::iso(*calendar.as_of) == "2021-03-01");
    REQUIRE(calendar.windows.size() == 1);
    CHECK(calendar.windows[0].period == "2019-01-01/2021-03-01");
    metrics::Request by_year;
    by_year.breakdown = metrics::Breakdown::by_year;
    const auto years = metrics::calendar(data, by_year).windows;
    REQUIRE(years.size() == 3);
    CHECK(years[2].period == "2021");
}

TEST_CASE("an open end is unknown: without news for twelve months it is silent") {
    const auto data = sketch(R"(
        public a
        company b
        alliance old 2019-01-01: a b
        alliance told 2019-01-01 seen 2022-06-01: a b
        alliance over 2019-01-01..2020-01-01: a b
        alliance plan 2023-05-01: a b
        as_of 2022-12-31
    )");
    const metrics::Request request;
    const metrics::Study study(data, request);
    const auto life = [&](std::string_view id) {
        return study.partnerships.life[test::row_of(data, id)];
    };
    CHECK(life("old") == metrics::Life::silent);
    CHECK(life("told") == metrics::Life::running);
    CHECK(life("over") == metrics::Life::ended);
    CHECK(life("plan") == metrics::Life::planned);
}

TEST_CASE("a meeting of two of its parties is a sign that an alliance lives") {
    const auto data = sketch(R"(
        public a
        company b
        association c
        alliance p 2019-01-01: a b
        alliance q 2019-01-01: a c
        meeting m 2022-06-01: a b
        as_of 2022-12-31
    )");
    const metrics::Request request;
    const metrics::Study study(data, request);
    CHECK(study.partnerships.life[test::row_of(data, "p")] == metrics::Life::running);
    CHECK(study.partnerships.life[test::row_of(data, "q")] == metrics::Life::silent);
}
