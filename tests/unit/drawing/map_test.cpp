#include <cstdio>
#include <cstdlib>
#include <ctime>

#include "support/catch.hpp"
#include "unit/drawing/drawings.hpp"

using namespace maillage;
using drawing::MapFormat;
using test::count_of;
using test::map_of;
using test::sketch;

namespace {

/// Five bodies and a person; two alliances run, one of them silent, one has ended, one is a plan.
constexpr std::string_view small_country = R"(
    territory T
    public town /T
    company firm /T
    association club /T
    association choir /T
    academic school /T
    citizen Ada-Lovelace /T person
    meeting m1 2021-03-01 /T: town firm school
    alliance bakery 2021-05-01 /T seen 2021-12-01: town firm
    alliance garden 2018-05-01 /T: firm club
    alliance fair 2019-01-01..2021-02-01 /T: town choir
    alliance plan 2022-05-01 /T: town school
    as_of 2021-12-31
)";

drawing::MapOptions french(MapFormat format) {
    drawing::MapOptions options;
    options.format = format;
    options.language = base::Language::french;
    return options;
}

metrics::Request year_2021() {
    metrics::Request request;
    request.from = base::Date::year(2021).first();
    request.to = base::Date::year(2021).last();
    return request;
}

}  // namespace

TEST_CASE("the title of a map is a sentence with its counts", "[drawing]") {
    const auto data = sketch(small_country);
    const std::string svg = map_of(data, french(MapFormat::svg), year_2021());
    CHECK(svg.find("<title>En 2021, 2 alliances relient 3 de nos 6 acteurs\u202f; pour 3, nous "
                   "n’en connaissons aucune.</title>") != svg.npos);
    auto english = french(MapFormat::svg);
    english.language = base::Language::english;
    CHECK(map_of(data, english, year_2021())
              .find("<title>In 2021, 2 alliances link 3 of our 6 actors; for 3, we know of "
                    "none.</title>") != std::string::npos);
}

TEST_CASE("one alliance, or none, is said in the singular", "[drawing]") {
    const std::string one =
        map_of(sketch("public a\npublic b\nalliance x 2020: a b"), french(MapFormat::svg));
    CHECK(one.find("1 alliance relie nos 2 structures.") != one.npos);
    const std::string none =
        map_of(sketch("public a\npublic b\nempty partnerships"), french(MapFormat::svg));
    CHECK(none.find("<title>Nous ne connaissons aucune alliance entre nos 2 structures.</title>") !=
          none.npos);
}

// Rows are looked for by the part that stands on their first line.
TEST_CASE("the legend says kinds, states and what is not drawn, with counts", "[drawing]") {
    const std::string svg = map_of(sketch(small_country), french(MapFormat::svg), year_2021());
    for (const std::string_view row :
         {"1 acteur public", "1 entreprise", "2 associations", "1 habitant", "1 en cours",
          "1 sans nouvelles depuis", "1 terminée dans la", "1 née en 2021", "2 isolés",
          "1 acteur n’a plus que", "2 paires se sont rencontrées",
          "1 alliance annoncée après cette date", "Ce qui manque sur cette carte",
          "Carte à corriger ensemble"}) {
        INFO(row);
        CHECK(svg.find(row) != svg.npos);
    }
}

TEST_CASE("each actor and each alliance is drawn once, no person is named", "[drawing]") {
    const std::string svg = map_of(sketch(small_country), french(MapFormat::svg), year_2021());
    for (const std::string_view name :
         {"town", "firm", "club", "choir", "school", "bakery", "garden", "fair", "1 habitant (T)"})
        CHECK(count_of(svg, "<title>" + std::string(name) + "</title>") == 1);
    CHECK(svg.find("<title>plan</title>") == svg.npos);
    for (const MapFormat format : {MapFormat::svg, MapFormat::dot, MapFormat::pdf, MapFormat::png})
        CHECK(map_of(sketch(small_country), french(format), year_2021()).find("Lovelace") ==
              std::string::npos);
}

TEST_CASE("when every actor is a person, persons stand apart under pseudonyms", "[drawing]") {
    const std::string svg =
        map_of(sketch("citizen Ada person\ncitizen Grace person\nalliance x 2020: Ada Grace"),
               french(MapFormat::svg));
    CHECK(count_of(svg, "<title>P-") == 2);
    CHECK(svg.find("Ada") == svg.npos);
    CHECK(svg.find("Grace") == svg.npos);
}

TEST_CASE("an SVG map is well-formed XML", "[drawing]") {
    const std::string svg = map_of(sketch(small_country), french(MapFormat::svg), year_2021());
    const auto said = test::said_by("xmllint", "--noout --nonet", svg);
    if (!said) {
        std::puts("SKIPPED: xmllint is not installed");
        return;
    }
    CHECK(said->find("error") == said->npos);
    CHECK(svg.find("<desc>") != svg.npos);
    CHECK(svg.find("width=\"297mm\" height=\"210mm\"") != svg.npos);
}

TEST_CASE("a PDF map is one exact sheet with real text", "[drawing]") {
    auto options = french(MapFormat::pdf);
    const auto paper = GENERATE(drawing::Paper::a4, drawing::Paper::a3);
    const auto orientation =
        GENERATE(drawing::Orientation::landscape, drawing::Orientation::portrait);
    options.paper = paper;
    options.orientation = orientation;
    const std::string pdf = map_of(sketch(small_country), options, year_2021());
    const auto said = test::said_by("pdfinfo", "", pdf);
    const auto text = test::said_by("pdftotext", "-raw", pdf, "-");
    if (!said || !text) {
        std::puts("SKIPPED: pdfinfo and pdftotext are not installed");
        return;
    }
    const bool a4 = paper == drawing::Paper::a4;
    const std::string longer = a4 ? "842" : "1191", shorter = a4 ? "595" : "842";
    const bool landscape = orientation == drawing::Orientation::landscape;
    CHECK(said->find("Pages:           1\n") != said->npos);
    CHECK(said->find(landscape ? longer + " x " + shorter : shorter + " x " + longer) !=
          said->npos);
    CHECK(text->find("2 alliances relient 3 de nos 6 acteurs") != text->npos);
    CHECK(text->find("Ce qui manque sur cette carte") != text->npos);
}

TEST_CASE("a PDF map says neither the time nor the place", "[drawing]") {
    const auto data = sketch(small_country);
    const std::string here = map_of(data, french(MapFormat::pdf), year_2021());
    setenv("TZ", "<+0930>-09:30", 1);
    tzset();
    const std::string far = map_of(data, french(MapFormat::pdf), year_2021());
    unsetenv("TZ");
    tzset();
    CHECK(here == far);
    CHECK(far.find("/CreationDate (D:20000101000000Z)") != far.npos);
    const auto said = test::said_by("pdfinfo", "", far);
    if (said) CHECK(said->find("rror") == said->npos);
}

TEST_CASE("the same map is the same bytes in every format", "[drawing]") {
    const auto data = sketch(small_country);
    for (const MapFormat format : {MapFormat::svg, MapFormat::dot, MapFormat::pdf, MapFormat::png})
        CHECK(map_of(data, french(format), year_2021()) ==
              map_of(data, french(format), year_2021()));
}
