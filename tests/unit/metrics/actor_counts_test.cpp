// What is simply counted of one actor, and of several taken as one.

#include <maillage/metrics/actor_counts.hpp>

#include "support/catch.hpp"
#include "support/sketch.hpp"

using namespace maillage;

namespace {

/// The scope of everything, or of a year.
struct Counted {
    model::Dataset data;
    metrics::Request request;
    metrics::Calendar calendar;
    metrics::Study study;
    metrics::TerritoryView view;
    metrics::Scope scope;
    metrics::ActorCounter counter;

    explicit Counted(std::string_view text, std::optional<int> year = std::nullopt)
        : data(test::sketch(text)),
          request(asked(year)),
          calendar(metrics::calendar(data, request)),
          study(data, request),
          view(study, {}),
          scope(view, calendar.windows.front()),
          counter(scope) {}

    static metrics::Request asked(std::optional<int> year) {
        metrics::Request request;
        if (year) {
            request.from = base::Date::year(*year).first();
            request.to = base::Date::year(*year).last();
        }
        return request;
    }
    metrics::ActorCounts of(std::initializer_list<std::string_view> ids) {
        std::vector<std::uint32_t> actors;
        for (const std::string_view id : ids) actors.push_back(data.find_actor(id).index);
        std::ranges::sort(actors);
        return counter.of(actors);
    }
    [[nodiscard]] std::vector<std::string> listed() const {
        std::vector<std::string> ids;
        for (const std::uint32_t actor : metrics::actors_of(scope))
            ids.emplace_back(data.actors[actor].id);
        std::ranges::sort(ids);
        return ids;
    }
};

constexpr std::string_view valley = R"(
    public town
    company firm
    association club
    association choir
    citizen jo person
    citizen al person
    company gone closed 2019-05-01
    meeting m1 2020-03-01: town firm jo
    meeting m2 2021-03-01: town al jo !club
    alliance p1 2020-06-01..2020-12-01: town firm
    alliance p2 2020-06-01 seen 2021-11-01: town firm club
    alliance p3 2021-02-01: jo club
    project x1 2020-07-01: town club
    stage x1 modelling 2021-09-01
    as_of 2021-12-31
)";

std::int64_t of_kind(const metrics::ActorCounts& counts, model::Kind kind) {
    return counts.partners[static_cast<std::size_t>(kind)];
}

}  // namespace

TEST_CASE("meetings, alliances, allies by kind and projects of an actor", "[metrics]") {
    Counted world(valley);
    const auto town = world.of({"town"});
    CHECK(town.meetings == 2);
    CHECK(town.alliances == 2);
    CHECK(town.running == 1);  // p1 ended
    CHECK(town.silent == 0);
    CHECK(town.projects == 1);
    // The firm shares two alliances with the town, and is one ally.
    CHECK(of_kind(town, model::Kind::company) == 1);
    CHECK(of_kind(town, model::Kind::association) == 1);
    CHECK(of_kind(town, model::Kind::public_body) == 0);
    const auto club = world.of({"club"});
    CHECK(club.meetings == 0);  // invited, did not come
    CHECK(club.alliances == 2);
    CHECK(of_kind(club, model::Kind::citizen) == 1);
    const auto choir = world.of({"choir"});
    CHECK(choir.alliances == 0);
    CHECK_FALSE(choir.last_seen.known());
}

TEST_CASE("several actors taken as one count each thing once", "[metrics]") {
    Counted world(valley);
    const auto both = world.of({"jo", "al"});
    CHECK(both.meetings == 2);  // m2 once, though both came
    CHECK(both.alliances == 1);
    const auto allies = world.of({"town", "firm"});
    CHECK(of_kind(allies, model::Kind::company) == 0);  // not of each other
    CHECK(of_kind(allies, model::Kind::association) == 1);
}

TEST_CASE("an actor was last seen at the latest date recorded, never after the window",
          "[metrics]") {
    Counted all(valley);
    CHECK(all.of({"town"}).last_seen.iso() == "2021-11-01");
    CHECK(all.of({"jo"}).last_seen.iso() == "2021-03-01");
    CHECK(all.of({"club"}).last_seen.iso() == "2021-11-01");
    Counted year(valley, 2020);
    CHECK(year.of({"town"}).last_seen.iso() == "2020-12-01");
    CHECK(year.of({"town"}).meetings == 1);
    CHECK_FALSE(year.of({"al"}).last_seen.known());
}

TEST_CASE("an alliance without news for a year is silent, and of its actors", "[metrics]") {
    Counted world("public a\npublic b\nalliance p 2019-01-01: a b\nas_of 2021-12-31\n");
    CHECK(world.of({"a"}).running == 1);
    CHECK(world.of({"a"}).silent == 1);
}

TEST_CASE("a date known to the year is not made a day", "[metrics]") {
    Counted world("public a\npublic b\nalliance p 2020: a b\nas_of 2021-12-31\n");
    CHECK(world.of({"a"}).last_seen.iso() == "2020");
}

TEST_CASE("who has a row: those active in the window, and those who took part", "[metrics]") {
    CHECK(Counted(valley).listed() ==
          std::vector<std::string>{"al", "choir", "club", "firm", "jo", "town"});
    // Closed in 2019: on the list of that year.
    const auto listed = Counted(valley, 2019).listed();
    CHECK(std::ranges::find(listed, "gone") != listed.end());
}
