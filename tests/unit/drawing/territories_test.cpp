// The view `territories`: alliances between territories, actors merged.

#include <regex>

#include "support/answers.hpp"
#include "support/random_world.hpp"
#include "unit/drawing/sheets.hpp"

using namespace maillage;
using drawing::View;
using test::map_of;
using test::sketch;

namespace {

drawing::MapOptions territories_options(base::Language language = base::Language::english) {
    drawing::MapOptions options;
    options.view = View::territories;
    options.language = language;
    return options;
}

/// Two alliances between the communes, one within the first; one ended, one without seat.
constexpr std::string_view two_communes = R"(
    territory R
    territory T1 < R
    territory T2 < R
    public town /T1
    company firm /T1
    association club /T2
    academic school /T2
    alliance garden 2021-05-01 seen 2021-12-01: town club
    alliance stall 2021-05-01 seen 2021-12-01: firm club school
    alliance plan 2021-05-01 seen 2021-12-01: town firm
    alliance fair 2017-01-01..2019-02-01: firm school
    as_of 2021-12-31
)";

}  // namespace

TEST_CASE("a map of territories says how many alliances join several", "[drawing]") {
    const auto data = sketch(two_communes);
    CHECK(
        map_of(data, territories_options(base::Language::french))
            .find("<title>Au 31 décembre 2021, 2 alliances relient plusieurs territoires\u202f; 1 "
                  "reste dans un seul.</title>") != std::string::npos);
    CHECK(map_of(data, territories_options())
              .find("<title>On 31 December 2021, 2 alliances join several territories; 1 stays "
                    "within one.</title>") != std::string::npos);
}

TEST_CASE("alliances between and within territories are those of the report", "[drawing]") {
    static const std::regex title(
        R"re(<title>.*?(no|\d+) alliances? joins? several [a-z]+(?:; (\d+) stays?[^<]*)?.</title>)re");
    std::size_t read = 0;
    for (std::uint32_t seed = 1; seed <= 20; ++seed) {
        const auto data = model::finish(test::random_draft(seed));
        metrics::Request request;
        request.metrics = {"emergence_active_count"};
        const auto values = metrics::compute(data, request);
        const auto& whole = values.rows.front();
        REQUIRE(whole.key.empty());
        const std::string svg = map_of(data, territories_options());
        std::smatch found;
        INFO(seed);
        REQUIRE(std::regex_search(svg, found, title));
        const auto number = [&](int group) {
            return found[group].matched && found[group] != "no" ? std::stod(found[group]) : 0;
        };
        CHECK(number(1) + number(2) == *whole.value);
        read += number(1) > 0;
    }
    CHECK(read > 5);
}

TEST_CASE("a map of territories holds each once, apart and inside the page", "[drawing]") {
    for (const auto paper : {drawing::Paper::a4, drawing::Paper::a3}) {
        auto options = territories_options();
        options.paper = paper;
        for (const auto orientation :
             {drawing::Orientation::landscape, drawing::Orientation::portrait}) {
            options.orientation = orientation;
            test::check_sheet(test::dot_of(test::country(400, 12), options), paper, orientation);
        }
    }
    const auto twice = test::dot_of(sketch(two_communes), territories_options());
    CHECK(twice == test::dot_of(sketch(two_communes), territories_options()));
}

TEST_CASE("a map of territories without any, or without alliance, still tells", "[drawing]") {
    CHECK_FALSE(map_of(sketch("public town"), territories_options()).empty());
    CHECK(map_of(sketch("public town\ncompany firm\nalliance p 2020: town firm\nas_of 2020-12-31"),
                 territories_options())
              .find("merged by kind") != std::string::npos);
}
