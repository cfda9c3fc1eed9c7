#include <maillage/base/error.hpp>
#include <maillage/metrics/selection.hpp>

#include "support/catch.hpp"
#include "support/sketch.hpp"

using namespace maillage;
using metrics::Filter;

namespace {

std::vector<std::string> ids(const model::Dataset& data,
                             const std::vector<model::TerritoryId>& found) {
    std::vector<std::string> names;
    for (const model::TerritoryId id : found)
        names.push_back(id.known() ? std::string(data[id].id) : "*");
    return names;
}

template <class Call>
base::Message refusal(Call call) {
    try {
        call();
    } catch (const base::UsageError& error) {
        return error.message();
    }
    return {};
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("territories are found by id, then by name, each once") {
    const auto data = test::sketch("territory Aniane\nterritory Gignac\npublic town /Aniane");
    CHECK(ids(data, metrics::find_territories(data, Names{"Gignac", "*", "ANIANE", "Aniane"})) ==
          Names{"Gignac", "*", "Aniane"});
    const auto message = refusal([&] { (void)metrics::find_territories(data, Names{"Gignak"}); });
    CHECK(message.code == "U025");
    CHECK(message.help_arguments == Names{"Gignac"});
}

TEST_CASE("territories of a level lie below those named, by any parent") {
    auto data = test::sketch(
        "territory D1\nterritory D2\nterritory E < D1 D2\nterritory C < E\npublic town /C");
    for (model::Territory& territory : data.territories)
        territory.level = territory.id == "C" ? model::Level::commune : model::Level::custom;
    const auto d2 = metrics::find_territories(data, Names{"D2"});
    CHECK(ids(data, metrics::territories_of_level(data, d2, "commune")) == Names{"C"});
    CHECK(ids(data, metrics::territories_of_level(data, {}, "custom")) == Names{"D1", "D2", "E"});
    CHECK(ids(data, metrics::territories_of_level(data, d2, "all")) == Names{"*"});
    const auto message =
        refusal([&] { (void)metrics::territories_of_level(data, {}, "department"); });
    CHECK(message.code == "U026");
    CHECK(message.help_arguments == Names{"commune, custom, all"});
}

TEST_CASE("a filter is a column and a value, types and intensities in both languages") {
    const auto read = [](std::string_view text) {
        const Filter filter = metrics::read_filter(text);
        return filter.column + " " + filter.value;
    };
    CHECK(read("source=knoki") == "source knoki");
    CHECK(read("type=mécénat") == "type sponsorship");
    CHECK(read("type=Contract") == "type contract");
    CHECK(read("intensity=co-construction") == "intensity 4");
    CHECK(read("themes=a=b") == "themes a=b");
    CHECK(refusal([] { (void)metrics::read_filter("source"); }).code == "U018");
    CHECK(refusal([] { (void)metrics::read_filter("source="); }).code == "U018");
    CHECK(refusal([] { (void)metrics::read_filter("sources=x"); }).help_arguments ==
          Names{"source"});
    CHECK(refusal([] { (void)metrics::read_filter("type=sponsorshp"); }).help_arguments ==
          Names{"sponsorship"});
    CHECK(refusal([] { (void)metrics::read_filter("intensity=5"); }).code == "U027");
}

TEST_CASE("a filter on a theme that no relation has is refused with the nearest") {
    const auto data = test::sketch("public a\npublic b\nmeeting m 2021-01-01 #mobilite: a b");
    CHECK(refusal([&] {
              metrics::check_filters(data, std::vector{Filter{"themes", "Mobilité"}});
          }).code.empty());
    CHECK(refusal([&] {
              metrics::check_filters(data, std::vector{Filter{"themes", "mobilte"}});
          }).help_arguments == Names{"mobilite"});
}

TEST_CASE("a metric that does not exist is refused with the nearest") {
    CHECK(refusal([] { metrics::check_metrics(Names{"actor_count"}); }).code.empty());
    const auto message = refusal([] { metrics::check_metrics(Names{"actor_cont"}); });
    CHECK(message.code == "U021");
    CHECK(message.help_arguments == Names{"actor_count"});
}
