// The view `change`: two dates on one map.

#include <regex>

#include <maillage/base/error.hpp>

#include "support/random_world.hpp"
#include "unit/drawing/sheets.hpp"

using namespace maillage;
using drawing::View;
using test::count_of;
using test::map_of;
using test::sketch;

namespace {

/// On 31 December 2018: garden and fair. In between begin bakery, plan, and stall, which ends; fair
/// ends. On 31 December 2021: garden, bakery, plan.
constexpr std::string_view small_country = R"(
    territory T
    public town /T
    company firm /T
    association club /T closed 2020-03-01
    association choir /T
    academic school /T created 2020-01-01
    citizen Ada-Lovelace /T person
    alliance garden 2018-05-01 /T seen 2021-12-01: firm club
    alliance fair 2017-01-01..2021-02-01 /T: town choir
    alliance bakery 2021-05-01 /T: town firm
    alliance plan 2020-05-01 /T seen 2021-12-01: town school
    alliance stall 2019-05-01..2020-05-01 /T: town firm
    as_of 2021-12-31
)";

metrics::TwoWindows years(int before, int after) {
    const auto year = [](int y) {
        return metrics::window_of(base::Date::year(y).first(), base::Date::year(y).last());
    };
    return {year(before), year(after)};
}

drawing::MapOptions change_options(int before, int after, base::Language language) {
    drawing::MapOptions options;
    options.view = View::change;
    options.language = language;
    options.windows = years(before, after);
    return options;
}

std::int64_t told(const metrics::Changes& changes, std::string_view measure) {
    for (const auto& row : changes.rows)
        if (row.record().metric == metrics::map_difference_id &&
            row.record().key == "measure=" + std::string(measure) &&
            row.perimeter == metrics::Perimeter::full)
            return static_cast<std::int64_t>(*row.change);
    return 0;
}

/// "none" or a number.
std::int64_t number(const std::string& text) {
    return text == "none" ? 0 : std::stoll(text);
}

}  // namespace

TEST_CASE("a map of change says its stocks and flows in the title", "[drawing]") {
    const auto data = sketch(small_country);
    CHECK(
        map_of(data, change_options(2018, 2021, base::Language::french))
            .find("<title>Entre fin 2018 et fin 2021, nous passons de 2 à 3 alliances\u202f: 3 se "
                  "sont ajoutées, 2 ont pris fin.</title>") != std::string::npos);
    CHECK(map_of(data, change_options(2018, 2021, base::Language::english))
              .find("<title>Between the end of 2018 and the end of 2021, we went from 2 to 3 "
                    "alliances: 3 were added, 2 ended.</title>") != std::string::npos);
}

TEST_CASE("the legend of a map of change counts what came, lasted and went", "[drawing]") {
    const std::string svg =
        map_of(sketch(small_country), change_options(2018, 2021, base::Language::french));
    for (const std::string_view row :
         {"5 + 1 − 1 = 5", "1 acteur public", "1 entreprise", "2 associations", "1 habitant",
          "1 sans alliance connue", "1 nouveau<", "1 a cessé<", "2 + 3 − 2 = 3", "3 nouvelles<",
          "1 dure<", "2 terminées<", "dont 1 née et terminée"}) {
        INFO(row);
        CHECK(svg.find(row) != svg.npos);
    }
}

TEST_CASE("each actor and alliance of two dates is drawn once", "[drawing]") {
    const std::string svg =
        map_of(sketch(small_country), change_options(2018, 2021, base::Language::french));
    for (const std::string_view name : {"town", "firm", "club", "choir", "school", "1 habitant (T)",
                                        "garden", "− fair", "+ bakery", "+ plan", "± stall"})
        CHECK(count_of(svg, "<title>" + std::string(name) + "</title>") == 1);
    CHECK(svg.find("Lovelace") == svg.npos);
}

TEST_CASE("a map of change gives the numbers of the comparison", "[drawing]") {
    static const std::regex sentence(
        "<title>Between [^<]*, we went from (\\d+) to (\\d+) (alliance|actor)s?: (none|\\d+) "
        "(?:was|were) added, (none|\\d+) (?:ended|closed)\\.</title>");
    int compared = 0;
    for (std::uint32_t seed = 1; seed <= 60; ++seed) {
        const auto data = model::finish(test::random_draft(seed));
        INFO("seed " << seed);
        const auto windows = years(2019, 2021);
        const auto changes = metrics::changes(data, {}, windows.before, windows.after);
        std::string svg;
        try {
            svg = map_of(data, change_options(2019, 2021, base::Language::english));
        } catch (const base::UsageError&) {
            continue;
        }
        std::smatch m;
        REQUIRE(std::regex_search(svg, m, sentence));
        const std::string thing = m[3] == "alliance" ? "alliances" : "actors";
        const std::int64_t before = std::stoll(m[1]), after = std::stoll(m[2]), came = number(m[4]),
                           went = number(m[5]);
        CHECK(before + came - went == after);
        CHECK(after - before == told(changes, thing));
        CHECK(came == told(changes, thing + "_new"));
        CHECK(-went == told(changes, thing + "_ended"));
        ++compared;
    }
    CHECK(compared > 20);
}

TEST_CASE("a map of change holds on its sheet", "[drawing]") {
    const auto actors = GENERATE(0, 1, 45, 110, 400);
    const auto paper = GENERATE(drawing::Paper::a4, drawing::Paper::a3);
    const auto orientation =
        GENERATE(drawing::Orientation::landscape, drawing::Orientation::portrait);
    auto options = change_options(2019, 2020, base::Language::french);
    options.paper = paper;
    options.orientation = orientation;
    const auto data = test::country(actors, 6);
    const std::string dot = test::dot_of(data, options);
    CHECK(dot == test::dot_of(data, options));
    test::check_sheet(dot, paper, orientation);
}

TEST_CASE("what cannot be two dates is refused", "[drawing]") {
    auto options = change_options(2019, 2021, base::Language::english);
    CHECK_THROWS_AS(map_of(sketch("public a\npublic b\nalliance x ?: a b"), options),
                    base::UsageError);
    CHECK_THROWS_AS(map_of(sketch("public a\nas_of 2018-12-31"), options), base::UsageError);
    options.windows.reset();
    CHECK_THROWS_AS(map_of(sketch("public a\nas_of 2018-12-31"), options), base::UsageError);
}
