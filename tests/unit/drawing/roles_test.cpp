// The view `roles`: who alone joins two parts of the network, and who stands between worlds.

#include <algorithm>
#include <regex>

#include <maillage/drawing/roles.hpp>

#include "support/answers.hpp"
#include "support/random_world.hpp"
#include "unit/drawing/sheets.hpp"

using namespace maillage;
using drawing::View;
using test::count_of;
using test::map_of;
using test::sketch;

namespace {

drawing::MapOptions roles_options(base::Language language = base::Language::english) {
    drawing::MapOptions options;
    options.view = View::roles;
    options.language = language;
    return options;
}

/// A hub allied with ten companies and ten associations, two by two: a draw forgets two of the
/// twenty alliances, the hub joins what is left.
std::string star(std::string_view hub = "public hub") {
    std::string text(hub);
    const std::string name(hub.substr(hub.find(' ') + 1, hub.find(' ', 8) - hub.find(' ') - 1));
    for (int i = 0; i < 20; ++i)
        text += "\n" + std::string(i < 10 ? "company" : "association") + " leaf" +
                std::to_string(i) + "\nalliance p" + std::to_string(i) + " 2020: " + name +
                " leaf" + std::to_string(i);
    return text + "\nas_of 2020-12-31";
}

drawing::Roles roles_of(const model::Dataset& data) {
    const metrics::Request request;
    const drawing::MapOptions options;
    const auto calendar = metrics::calendar(data, request);
    const metrics::Study study(data, request);
    const metrics::TerritoryView view(study, {});
    const metrics::Scope scope(view, calendar.windows[0]);
    const privacy::Naming naming(data, privacy::Persons::pseudonymised);
    return drawing::read_roles({request, scope, naming, options});
}

}  // namespace

TEST_CASE("who alone joins two parts is ringed, with how often it still does", "[drawing]") {
    const auto data = sketch(star());
    const auto roles = roles_of(data);
    REQUIRE(roles.actors.size() == 1);
    CHECK(roles.articulations == 1);
    // Of 21 actors, one leaf stays the largest part.
    CHECK(roles.actors[0].cut_off == 19);
    CHECK(roles.actors[0].kept == 100);
    CHECK(roles.bridges == 20);
    CHECK(roles.between.size() == 1);
    const std::string svg = map_of(data, roles_options(base::Language::french));
    CHECK(
        svg.find("1 acteur relie seul deux parties du réseau d’alliances, 20 liens aussi\u202f; 1 "
                 "acteur est l’allié commun de deux autres mondes.</title>") != svg.npos);
    CHECK(svg.find("100\u202f% · hub") != svg.npos);
}

// Each draw forgets one of three alliances: b still joins a to c in about one draw of three.
TEST_CASE("what does not hold without a tenth of the alliances is counted, not marked",
          "[drawing]") {
    const auto data = sketch(
        "public a\ncompany b\npublic c\npublic d\nalliance p 2020: a b\nalliance q 2020: b c\n"
        "alliance r 2020: c d\nas_of 2020-12-31");
    const auto roles = roles_of(data);
    CHECK(roles.articulations == 2);
    CHECK(roles.bridges == 3);
    CHECK(roles.actors.empty());
    CHECK(roles.ties.empty());
    const std::string svg = map_of(data, roles_options());
    CHECK(svg.find("2 actors alone join two parts") != svg.npos);
    CHECK(svg.find("in 80 draws of 100") == svg.npos);
    CHECK(svg.find("no longer") == svg.rfind("no longer"));  // In the footer, beside no name.
}

TEST_CASE("places of persons are counted, never marked or named", "[drawing]") {
    const auto data = sketch(star("citizen Ada-Lovelace person"));
    const std::string svg = map_of(data, roles_options());
    CHECK(svg.find("Ada") == svg.npos);
    CHECK(svg.find("places of persons, not marked") != svg.npos);
    CHECK(svg.find("% · ") == svg.npos);
}

TEST_CASE("each actor and alliance of the network is drawn once", "[drawing]") {
    const std::string svg = map_of(sketch(star()), roles_options());
    CHECK(count_of(svg, "<title>100% · hub</title>") == 1);
    for (int i = 0; i < 20; ++i) {
        CHECK(count_of(svg, "<title>leaf" + std::to_string(i) + "</title>") == 1);
        CHECK(count_of(svg, "<title>p" + std::to_string(i) + "</title>") == 1);
    }
}

TEST_CASE("a map of roles gives the numbers of the report", "[drawing]") {
    static const std::regex sentence(
        "(no|No|\\d+) actors? alone joins? two parts of the network of alliances(?:, (\\d+) ties? "
        "do(?:es)?)?(?:; (\\d+) actors? (?:is|are) the common ally of two other "
        "worlds)?\\.</title>");
    int compared = 0;
    for (std::uint32_t seed = 1; seed <= 40; ++seed) {
        const auto data = model::finish(test::random_draft(seed));
        metrics::Request request;
        request.detail = metrics::Detail::rows;
        request.replicates = 0;
        request.metrics = {"fragility_articulation", "fragility_bridges",
                           "emergence_brokerage_roles"};
        const auto values = metrics::compute(data, request);
        const std::string svg = map_of(data, roles_options());
        std::smatch m;
        INFO("seed " << seed);
        if (!std::regex_search(svg, m, sentence)) {
            CHECK(svg.find("know of no alliance") != svg.npos);
            continue;
        }
        const auto number = [&](std::size_t group) {
            const std::string text = m[group];
            return text.empty() || text == "no" || text == "No" ? 0 : std::stod(text);
        };
        CHECK(number(1) == test::value(values, "fragility_articulation"));
        CHECK(number(2) == test::value(values, "fragility_bridges"));
        const auto between = std::ranges::count_if(values.rows, [](const metrics::Estimate& row) {
            return row.metric == "emergence_brokerage_roles" &&
                   row.key.starts_with("measure=liaison;actor=") && row.value > 0;
        });
        CHECK(number(3) == static_cast<double>(between));
        ++compared;
    }
    CHECK(compared > 20);
}

TEST_CASE("a map of roles holds on its sheet", "[drawing]") {
    const auto actors = GENERATE(0, 1, 45, 110, 400);
    const auto paper = GENERATE(drawing::Paper::a4, drawing::Paper::a3);
    const auto orientation =
        GENERATE(drawing::Orientation::landscape, drawing::Orientation::portrait);
    auto options = roles_options(base::Language::french);
    options.paper = paper;
    options.orientation = orientation;
    const auto data = test::country(actors, 6);
    const std::string dot = test::dot_of(data, options);
    CHECK(dot == test::dot_of(data, options));
    test::check_sheet(dot, paper, orientation);
}
