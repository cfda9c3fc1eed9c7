// The view `dialogue`: meetings and who came.

#include <regex>

#include <maillage/drawing/meetings.hpp>

#include "support/answers.hpp"
#include "support/random_world.hpp"
#include "unit/drawing/sheets.hpp"

using namespace maillage;
using drawing::View;
using test::count_of;
using test::map_of;
using test::sketch;

namespace {

/// Of six actors, town came three times, firm twice, club once; choir, school and Ada never; a
/// visitor came from elsewhere.
constexpr std::string_view small_country = R"(
    territory T
    territory U
    public town /T
    company firm /T
    association club /T
    association choir /T
    academic school /T
    citizen Ada-Lovelace /T person
    association visitor /U
    meeting committee-1 2021-03-01 /T: town firm
    meeting committee-2 2021-06-01 /T: town firm visitor
    meeting fair 2021-09-01 /T: town club
    meeting empty-room 2021-10-01 /T: !school
    meeting next 2022-05-01 /T: town
    as_of 2021-12-31
)";

drawing::MapOptions dialogue_options(base::Language language) {
    drawing::MapOptions options;
    options.view = View::dialogue;
    options.language = language;
    return options;
}

metrics::Request territory_t(const model::Dataset& data) {
    metrics::Request request;
    request.territories = {data.find_territory("T")};
    request.from = base::Date::year(2021).first();
    request.to = base::Date::year(2021).last();
    return request;
}

}  // namespace

TEST_CASE("the title of a map of meetings counts them and who came", "[drawing]") {
    const auto data = sketch(small_country);
    CHECK(map_of(data, dialogue_options(base::Language::french), territory_t(data))
              .find("<title>En 2021, 4 rencontres ont réuni 3 de nos 6 acteurs, et 1 "
                    "d’ailleurs.</title>") != std::string::npos);
    CHECK(map_of(data, dialogue_options(base::Language::english), territory_t(data))
              .find("<title>In 2021, 4 meetings brought together 3 of our 6 actors, and 1 from "
                    "elsewhere.</title>") != std::string::npos);
    CHECK(map_of(sketch("public a\npublic b\nempty events\nas_of 2021-12-31"),
                 dialogue_options(base::Language::english))
              .find("know of no meeting.</title>") != std::string::npos);
}

TEST_CASE("the legend of a map of meetings counts kinds, series and who is missing", "[drawing]") {
    const auto data = sketch(small_country);
    const std::string svg =
        map_of(data, dialogue_options(base::Language::french), territory_t(data));
    for (const std::string_view row :
         {"1 acteur public", "1 entreprise", "1 association<", "1 venu d’ailleurs",
          "3 jamais venus", "2 venus une seule fois", "4 rencontres<", "dont 2 en séries",
          "dont 1 sans présence", "1 rencontre prévue"}) {
        INFO(row);
        CHECK(svg.find(row) != svg.npos);
    }
}

TEST_CASE("each actor and each meeting is drawn once, no person is named there", "[drawing]") {
    const auto data = sketch(small_country);
    const std::string svg =
        map_of(data, dialogue_options(base::Language::french), territory_t(data));
    for (const std::string_view name :
         {"town", "firm", "club", "choir", "school", "visitor", "1 habitant (T)",
          "1 mars 2021 · committee-1 · 2 acteurs y sont venus",
          "1 juin 2021 · committee-2 · 3 acteurs y sont venus",
          "1 sept. 2021 · fair · 2 acteurs y sont venus",
          "1 oct. 2021 · empty-room · 0 acteur y est venu"})
        CHECK(count_of(svg, "<title>" + std::string(name) + "</title>") == 1);
    CHECK(svg.find("Lovelace") == svg.npos);
}

TEST_CASE("the most regular stand in the middle, who came once outside the ring", "[drawing]") {
    drawing::Scene scene;
    for (const std::uint32_t times : {4U, 2U, 2U, 1U, 1U}) {
        scene.symbols.emplace_back();
        scene.symbols.back().times = times;
    }
    scene.alliances.resize(4);
    scene.alliances[0].parties = {0, 1, 3};
    scene.alliances[1].parties = {0, 1};
    scene.alliances[2].parties = {0, 2, 4};
    scene.alliances[3].parties = {0, 2};
    const auto points = drawing::ring_of_meetings(scene);
    const auto far = [&](std::size_t i) { return std::hypot(points[i].x, points[i].y); };
    CHECK(far(0) < 0.01);
    for (const std::size_t twice : {1U, 2U})
        for (std::size_t ticket = 5; ticket < 9; ++ticket) CHECK(far(twice) < far(ticket));
    for (const std::size_t once : {3U, 4U})
        for (std::size_t ticket = 5; ticket < 9; ++ticket) CHECK(far(once) > far(ticket));
    // Clockwise from the top.
    CHECK(points[5].x > 0);
    CHECK(points[5].y > 0);
    CHECK(points[6].y < 0);
    CHECK(points[8].x < 0);
}

TEST_CASE("many meetings are merged by month or year, and it is said", "[drawing]") {
    std::string text = "public a\npublic b\n";
    for (int m = 0; m < 40; ++m)
        text += "meeting m" + std::to_string(m) + " 2020-0" + std::to_string(1 + m % 9) + "-" +
                std::to_string(10 + m / 9) + ": a b\n";
    const std::string months =
        map_of(sketch(text + "as_of 2020-12-31"), dialogue_options(base::Language::english));
    CHECK(months.find("merged by month") != months.npos);
    CHECK(months.find("<title>Jan 2020 · 5 meetings · 2 actors came</title>") != months.npos);
    for (int y = 1980; y < 2020; ++y)
        text += "meeting y" + std::to_string(y) + " " + std::to_string(y) + "-05-01: a\n";
    const std::string years =
        map_of(sketch(text + "as_of 2020-12-31"), dialogue_options(base::Language::english));
    CHECK(years.find("merged by year") != years.npos);
    CHECK(years.find("<title>1980–1981 · 2 meetings · 1 actor came</title>") != years.npos);
}

TEST_CASE("a map of meetings gives the numbers of the report", "[drawing]") {
    static const std::regex sentence(
        "(\\d+) meetings? brought together (\\d+)(?: of our (\\d+))? (?:organisation|actor)s?"
        "(?:, and (\\d+) from elsewhere)?\\.</title>");
    int compared = 0;
    for (std::uint32_t seed = 1; seed <= 60; ++seed) {
        const auto data = model::finish(test::random_draft(seed));
        metrics::Request request;
        request.metrics = {"dialogue_event_count", "dialogue_reach"};
        if (seed % 2 == 0 && !data.territories.empty()) request.territories = {{0}};
        const metrics::TerritoryView view(metrics::Study(data, request), request.territories[0]);
        const std::string id(view.id());
        const auto values = metrics::compute(data, request);
        const auto meetings = test::value(values, "dialogue_event_count", "", id);
        const auto* reach = test::find(values, "dialogue_reach", "", id);
        if (meetings.value_or(0) == 0 || reach == nullptr) continue;
        INFO("seed " << seed);
        const std::string svg = map_of(data, dialogue_options(base::Language::english), request);
        std::smatch m;
        REQUIRE(std::regex_search(svg, m, sentence));
        CHECK(std::stod(m[1]) == *meetings);
        CHECK(std::stod(m[2]) == reach->numerator.value_or(0));
        if (m[3].matched) CHECK(std::stod(m[3]) == *reach->denominator);
        CHECK(m[3].matched == reach->value.has_value());
        const double outside = m[4].matched ? std::stod(m[4]) : 0;
        CHECK(outside == test::value(values, "dialogue_reach", "measure=outside", id).value_or(0));
        ++compared;
    }
    CHECK(compared > 20);
}

TEST_CASE("a map of meetings holds on its sheet", "[drawing]") {
    const auto actors = GENERATE(0, 1, 45, 110, 400);
    const auto paper = GENERATE(drawing::Paper::a4, drawing::Paper::a3);
    const auto orientation =
        GENERATE(drawing::Orientation::landscape, drawing::Orientation::portrait);
    auto options = dialogue_options(base::Language::french);
    options.paper = paper;
    options.orientation = orientation;
    const auto data = test::country(actors, 6);
    const std::string dot = test::dot_of(data, options);
    CHECK(dot == test::dot_of(data, options));
    test::check_sheet(dot, paper, orientation);
}
