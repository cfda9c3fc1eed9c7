#include <maillage/drawing/scene.hpp>
#include <maillage/metrics/scope.hpp>

#include "support/answers.hpp"
#include "support/catch.hpp"
#include "support/random_world.hpp"
#include "unit/drawing/sheets.hpp"

using namespace maillage;
using test::country;

namespace {

std::string dot_of(const model::Dataset& data, drawing::Paper paper,
                   drawing::Orientation orientation) {
    drawing::MapOptions options;
    options.paper = paper;
    options.orientation = orientation;
    return test::dot_of(data, options);
}

}  // namespace

TEST_CASE("a sheet holds what it shows inside its margins, symbols apart, no tiny text",
          "[drawing]") {
    const auto actors = GENERATE(2, 45, 110, 400);
    const auto paper = GENERATE(drawing::Paper::a4, drawing::Paper::a3);
    const auto orientation =
        GENERATE(drawing::Orientation::landscape, drawing::Orientation::portrait);
    test::check_sheet(dot_of(country(actors, 6), paper, orientation), paper, orientation);
}

TEST_CASE("names that do not fit beside the symbols stand in an index", "[drawing]") {
    drawing::MapOptions options;
    const std::string svg = test::map_of(country(110, 6), options);
    for (int i = 0; i < 110; ++i)
        CHECK(test::count_of(svg, ">Actor" + std::to_string(i) + "<") == 2);
}

TEST_CASE("beyond 300 symbols actors are merged by territory, and it is said", "[drawing]") {
    drawing::MapOptions options;
    const std::string svg = test::map_of(country(400, 6), options);
    CHECK(svg.find("400 actors, merged by territory") != svg.npos);
    CHECK(svg.find("Actor") == svg.npos);
    for (int c = 0; c < 6; ++c) CHECK(svg.find("<title>C" + std::to_string(c) + ": 6") != svg.npos);
    const std::string kinds = test::map_of(country(400, 1), options);
    CHECK(kinds.find("400 actors, merged by kind") != kinds.npos);
}

TEST_CASE("the counts of a map are those of the report", "[drawing]") {
    for (std::uint32_t seed = 1; seed <= 40; ++seed) {
        const auto data = model::finish(test::random_draft(seed));
        for (std::uint32_t t = 0; t <= data.territories.size(); ++t) {
            metrics::Request request;
            if (t > 0) request.territories = {{t - 1}};
            request.metrics = {"actor_count", "emergence_active_count"};
            const auto calendar = metrics::calendar(data, request);
            const metrics::Study study(data, request);
            const metrics::TerritoryView view(study, request.territories[0]);
            const metrics::Scope scope(view, calendar.windows[0]);
            const auto counts = drawing::count(scope, drawing::read(scope));
            const auto values = metrics::compute(data, request);
            const std::string id(view.id());
            INFO("seed " << seed << ", territory " << id);
            CHECK(static_cast<double>(counts.actors) == test::value(values, "actor_count", "", id));
            const auto* active = test::find(values, "emergence_active_count", "", id);
            if (active == nullptr || !active->value) continue;
            CHECK(static_cast<double>(counts.running()) == *active->value);
            CHECK(static_cast<double>(counts.alliances[0]) ==
                  active->range_low.value_or(*active->value));
        }
    }
}
