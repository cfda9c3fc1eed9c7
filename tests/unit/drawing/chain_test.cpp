#include <maillage/drawing/chain.hpp>

#include "support/answers.hpp"
#include "support/catch.hpp"
#include "support/random_world.hpp"
#include "unit/drawing/sheets.hpp"

using namespace maillage;
using base::Language;
using drawing::MapFormat;
using test::count_of;
using test::sketch;

namespace {

/// Water is met, allied and tried; food is talked about; housing is cited by two and never met.
constexpr std::string_view three_stakes = R"(
    territory T
    public town /T
    company firm /T
    association club /T
    citizen Ada-Lovelace /T person
    stake T water
    stake town housing
    stake club housing
    meeting spring 2021-03-01 /T #water: town firm
    meeting summer 2021-06-01 /T #food: town club
    meeting autumn 2021-09-01 /T: town club
    alliance well 2021-05-01 /T #water: town firm
    alliance pump 2020-05-01 /T #water seen 2020-06-01: firm club
    alliance fair 2020-05-01 /T: town club
    project tank 2021-06-01 /T #water: town firm
    stage tank modelling 2021-10-01
    as_of 2021-12-31
)";

drawing::MapOptions chain(MapFormat format, Language language = Language::french) {
    drawing::MapOptions options;
    options.view = drawing::View::chain;
    options.format = format;
    options.language = language;
    return options;
}

drawing::ChainScene scene_of(const model::Dataset& data, const metrics::Request& request = {}) {
    const auto calendar = metrics::calendar(data, request);
    const metrics::Study study(data, request);
    const metrics::TerritoryView view(study, request.territories.front());
    const metrics::Scope scope(view, calendar.windows.front());
    return drawing::chain_scene(scope, request, Language::french);
}

/// So many stakes with so many relations each, of long names.
model::Dataset many(int stakes, int relations) {
    std::string text = "territory T\npublic town /T\ncompany firm /T\n";
    for (int s = 0; s < stakes; ++s) {
        const std::string stake = "a-stake-with-a-name-" + std::to_string(s);
        text += "stake town " + stake + "\n";
        for (int r = 0; r < relations; ++r) {
            const std::string id = std::to_string(s) + "x" + std::to_string(r);
            const std::string date = " 202" + std::to_string(r % 6) + "-03-01 /T #" + stake;
            text += "meeting Meeting-of-the-" + id + date + ": town firm\n";
            text += "alliance Alliance-" + id + date + ": town firm\n";
            text += "project Project-of-a-long-name-" + id + date + ": town firm\n";
        }
    }
    return sketch(text + "as_of 2025-12-31");
}

}  // namespace

TEST_CASE("the chain of a stake names its meetings, alliances and projects", "[drawing]") {
    const std::string svg = test::map_of(sketch(three_stakes), chain(MapFormat::svg));
    CHECK(svg.find("<title>Au 31 décembre 2021, 3 enjeux suivis\u202f: 1 n’est venu dans aucune "
                   "rencontre, 1 en reste aux rencontres, sans alliance.</title>") != svg.npos);
    for (const std::string_view name : {"spring", "summer", "well", "pump", "tank (modélisation)"})
        CHECK(count_of(svg, ">" + std::string(name) + "</text>") == 1);
    for (const std::string_view text :
         {"06/2021", "cité par 2 structures,", "jamais mis à table", "on en parle, rien ne",
          "décidé par le", "1 en cours", "1 sans nouvelles depuis", "1 rencontre sans enjeu noté",
          "1 alliance sans enjeu noté", "La suite"}) {
        INFO(text);
        CHECK(svg.find(text) != svg.npos);
    }
    CHECK(count_of(svg, ">La suite") == 3);
    CHECK(svg.find("Lovelace") == svg.npos);
    CHECK(test::map_of(sketch(three_stakes), chain(MapFormat::svg, Language::english))
              .find("talked about, nothing") != std::string::npos);
}

TEST_CASE("stakes decided on come first, then the most cited", "[drawing]") {
    const auto scene = scene_of(sketch(three_stakes));
    REQUIRE(scene.rows.size() == 3);
    CHECK(scene.rows[0].stake == "water");
    CHECK(scene.rows[1].stake == "housing");
    CHECK(scene.rows[2].stake == "food");
    CHECK(scene.rows[0].cells[1].items[0].name == "well");
    CHECK(scene.rows[0].cells[1].items[1].state == drawing::State::silent);
    CHECK(scene.rows[1].cells[0].is_hole);
    CHECK(scene.rows[2].cells[1].is_hole);
}

TEST_CASE("in a period, what did not start may have started before", "[drawing]") {
    metrics::Request request;
    request.from = base::Date::year(2021).first();
    request.to = base::Date::year(2021).last();
    const auto scene = scene_of(sketch(three_stakes), request);
    REQUIRE(scene.rows.size() == 3);
    CHECK(scene.rows[0].cells[1].count == 1);
    CHECK(scene.rows[1].cells[0].remark ==
          "cité par 2 structures, pas mis à table dans la période");
    CHECK(scene.rows[2].cells[1].remark == "on en parle, rien n’a démarré dans la période");
}

TEST_CASE("without any stake the sheet says what to fill in", "[drawing]") {
    const std::string svg = test::map_of(sketch("public a\nempty events"), chain(MapFormat::svg));
    CHECK(svg.find("<title>Aucun enjeu n’est noté.</title>") != svg.npos);
    CHECK(svg.find("Pour remplir cette feuille") != svg.npos);
    CHECK(svg.find("enjeux_territoire.csv") != svg.npos);
}

TEST_CASE("a column that no table speaks of is not 0", "[drawing]") {
    const auto scene = scene_of(sketch("public a\ncompany b\nmeeting m 2020 #water: a b"));
    REQUIRE(scene.rows.size() == 1);
    CHECK(scene.known == std::array{true, false, false});
    CHECK(scene.rows[0].cells[1].remark == "non noté");
}

TEST_CASE("every item of a chain is named or counted", "[drawing]") {
    const auto [stakes, relations] = GENERATE(std::pair{3, 2}, std::pair{9, 12}, std::pair{40, 3});
    const auto paper = GENERATE(drawing::Paper::a4, drawing::Paper::a3);
    const auto orientation =
        GENERATE(drawing::Orientation::landscape, drawing::Orientation::portrait);
    auto options = chain(MapFormat::dot, Language::english);
    options.paper = paper;
    options.orientation = orientation;
    const std::string dot = test::map_of(many(stakes, relations), options);
    std::int64_t rows = 0, named = 0, counted = 0, stakes_left = 0;
    for (const test::Node& node : test::nodes_of(dot)) {
        rows += node.label.starts_with("a-stake-with");
        named += node.label.starts_with("Meeting-of") || node.label.starts_with("Alliance-") ||
                 node.label.starts_with("Project-of");
        if (!node.label.starts_with("and ") || node.label.find(" more") == std::string::npos)
            continue;
        const std::int64_t count = std::stol(node.label.substr(4));
        (node.label.find("stake") == std::string::npos ? counted : stakes_left) += count;
    }
    CHECK(rows + stakes_left == stakes);
    CHECK(named + counted == 3 * relations * rows);
    CHECK(rows >= std::min(stakes, 6));
}

TEST_CASE("a sheet of chains holds what it shows inside its margins, apart, no tiny text",
          "[drawing]") {
    const auto [stakes, relations] =
        GENERATE(std::pair{1, 1}, std::pair{3, 2}, std::pair{9, 12}, std::pair{40, 3});
    const auto paper = GENERATE(drawing::Paper::a4, drawing::Paper::a3);
    const auto orientation =
        GENERATE(drawing::Orientation::landscape, drawing::Orientation::portrait);
    auto options = chain(MapFormat::dot);
    options.paper = paper;
    options.orientation = orientation;
    test::check_sheet(test::map_of(many(stakes, relations), options), paper, orientation);
    CHECK(test::map_of(many(stakes, relations), options) ==
          test::map_of(many(stakes, relations), options));
}

TEST_CASE("hostile stakes survive as text and as nothing else", "[drawing]") {
    auto data = sketch(three_stakes);
    data.themes[0].label = data.text.keep("</title><script>alert(1)</script>");
    data.themes[1].label = data.text.keep("\\N\"&amp;\x1b[2J");
    for (auto& row : data.events.rows) row.name = data.text.keep("</g>\"\\\x01&lt;");
    const std::string svg = test::map_of(data, chain(MapFormat::svg));
    CHECK(svg.find("<script") == svg.npos);
    CHECK(svg.find('\x1b') == svg.npos);
    const auto said = test::said_by("xmllint", "--noout --nonet", svg);
    if (said) CHECK(said->empty());
    for (const MapFormat format : {MapFormat::pdf, MapFormat::png, MapFormat::dot})
        CHECK_NOTHROW(test::map_of(data, chain(format)));
}

TEST_CASE("the counts of chains are those of the report", "[drawing]") {
    for (std::uint32_t seed = 1; seed <= 40; ++seed) {
        const auto data = model::finish(test::random_draft(seed));
        metrics::Request request;
        request.metrics = {"stake_chain"};
        const auto values = metrics::compute(data, request);
        const auto scene = scene_of(data, request);
        INFO("seed " << seed);
        if (data.themes.empty()) continue;
        CHECK(static_cast<double>(scene.rows.size()) == test::value(values, "stake_chain", ""));
        std::int64_t never_met = 0;
        for (const auto& row : scene.rows) {
            const auto key = base::comparison_key(row.stake);
            const std::array<std::string, 3> measures{"events", "partnerships", "experiments"};
            for (std::size_t link = 0; link < measures.size(); ++link) {
                const auto value = test::value(values, "stake_chain",
                                               "measure=" + measures[link] + ";stake=" + key);
                CHECK(row.cells[link].known == value.has_value());
                if (!value) continue;
                CHECK(static_cast<double>(row.cells[link].count) == *value);
                CHECK(static_cast<double>(row.cells[link].items.size()) == *value);
            }
            never_met += row.cells[0].is_hole;
        }
        if (const auto holes = test::value(values, "stake_chain", "measure=cited_never_met"))
            CHECK(static_cast<double>(never_met) == *holes);
    }
}
