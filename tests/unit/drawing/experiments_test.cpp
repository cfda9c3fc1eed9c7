#include <algorithm>

#include <maillage/drawing/projects.hpp>
#include <maillage/drawing/view.hpp>

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

constexpr std::string_view four_projects = R"(
    territory T
    public town /T
    company firm /T
    association club /T
    citizen Ada-Lovelace /T person
    project tank 2021-06-01 /T: town firm Ada-Lovelace
    stage tank conception 2021-06-01
    project mill 2018-06-01 /T: town club
    stage mill modelling 2018-10-01
    project oven 2019-06-01 /T: club firm
    stage oven abandoned 2020-10-01
    project shed 2019-06-01 /T: club
    project plan 2022-06-01 /T: club
    support tank funding town 2021-07-01
    as_of 2021-12-31
)";

drawing::MapOptions projects(MapFormat format, Language language = Language::french) {
    drawing::MapOptions options;
    options.view = drawing::View::experiments;
    options.format = format;
    options.language = language;
    return options;
}

drawing::ProjectScene scene_of(const model::Dataset& data, const metrics::Request& request = {}) {
    const auto calendar = metrics::calendar(data, request);
    const metrics::Study study(data, request);
    const metrics::TerritoryView view(study, request.territories.front());
    const metrics::Scope scope(view, calendar.windows.front());
    const privacy::Naming naming(data, privacy::Persons::pseudonymised);
    const drawing::Figures figures({request, scope, naming, {}}, {"experiments_support_fit"},
                                   metrics::Detail::rows);
    return drawing::project_scene(scope, naming, figures, Language::french);
}

/// So many projects at each stage in turn, every seventh without.
model::Dataset many(int count) {
    constexpr std::array stages{"conception", "experimentation",   "modelling",
                                "spreading",  "industrialisation", "abandoned"};
    std::string text = "territory T\npublic town /T\ncompany firm /T\nassociation club /T\n";
    for (int i = 0; i < count; ++i) {
        const std::string id = "Project-of-a-long-name-" + std::to_string(i);
        text += "project " + id + " 2020-03-01 /T: town firm club\n";
        if (i % 7 < 6)
            text += "stage " + id + " " + stages[static_cast<std::size_t>(i % 7)] + " 2021-01-01\n";
    }
    return sketch(text + "empty supports\nas_of 2021-06-01");
}

}  // namespace

TEST_CASE("projects stand by stage with what they lack", "[drawing]") {
    const std::string svg = test::map_of(sketch(four_projects), projects(MapFormat::svg));
    CHECK(svg.find("<title>Au 31 décembre 2021, 4 projets\u202f: 1\u00a0en conception, "
                   "1\u00a0en modélisation, 1\u00a0abandonné, 1\u00a0d’étape inconnue.</title>") !=
          svg.npos);
    for (const std::string_view name : {"tank", "mill", "oven", "shed"})
        CHECK(count_of(svg, ">" + std::string(name) + "</text>") == 1);
    for (const std::string_view text :
         {"manque\u202f: des avis, des", "2 sans nouvelles depuis 12", "1 en cours, avec son étape",
          "1 commencé en 2021", "1 projet qui commence plus tard", "des personnes et un réseau (",
          "À part", "Ce qui manque sur cette carte"}) {
        INFO(text);
        CHECK(svg.find(text) != svg.npos);
    }
    CHECK(svg.find(">plan<") == svg.npos);
    CHECK(svg.find("Lovelace") == svg.npos);
    CHECK(test::map_of(sketch(four_projects), projects(MapFormat::svg, Language::english))
              .find("On 31 December 2021, 4 projects: 1\u00a0in conception") != std::string::npos);
}

TEST_CASE("a project is running, silent or stopped on the last day", "[drawing]") {
    const auto scene = scene_of(sketch(four_projects));
    CHECK(scene.size() == 4);
    const auto& tank = scene.groups[0].at(0);
    CHECK(tank.born);
    CHECK(tank.state == drawing::State::active);
    CHECK(tank.partners.size() == 3);
    CHECK(tank.partners.back().name == "habitant");
    CHECK(scene.groups[2].at(0).state == drawing::State::silent);
    CHECK(scene.groups[5].at(0).state == drawing::State::ended);
    CHECK(scene.groups[5].at(0).missing.empty());
    CHECK(scene.groups[7].at(0).name == "shed");
}

TEST_CASE("without any project the sheet says what to fill in", "[drawing]") {
    const std::string svg =
        test::map_of(sketch("public a\nempty experiments"), projects(MapFormat::svg));
    CHECK(svg.find("<title>Aucun projet n’est noté.</title>") != svg.npos);
    CHECK(svg.find("etapes_experimentation.csv") != svg.npos);
}

TEST_CASE("every project is named or counted", "[drawing]") {
    const int count = GENERATE(1, 14, 60, 400);
    const auto paper = GENERATE(drawing::Paper::a4, drawing::Paper::a3);
    const auto orientation =
        GENERATE(drawing::Orientation::landscape, drawing::Orientation::portrait);
    auto options = projects(MapFormat::dot, Language::english);
    options.paper = paper;
    options.orientation = orientation;
    const std::string dot = test::map_of(many(count), options);
    std::int64_t pennants = 0, others = 0;
    for (const test::Node& node : test::nodes_of(dot)) {
        pennants += node.shape == "house";
        if (node.label.starts_with("and ") && node.label.ends_with(" more"))
            others += std::stol(node.label.substr(4));
    }
    // Of the legend: running, silent, stopped.
    const std::int64_t signs = count == 1 ? 1 : 3;
    CHECK(pennants - signs + others == count);
}

TEST_CASE("a sheet of projects holds what it shows inside its margins, apart, no tiny text",
          "[drawing]") {
    const int count = GENERATE(1, 14, 60, 400);
    const auto paper = GENERATE(drawing::Paper::a4, drawing::Paper::a3);
    const auto orientation =
        GENERATE(drawing::Orientation::landscape, drawing::Orientation::portrait);
    const auto language = GENERATE(Language::english, Language::french);
    auto options = projects(MapFormat::dot, language);
    options.paper = paper;
    options.orientation = orientation;
    const auto data = many(count);
    const std::string dot = test::map_of(data, options);
    test::check_sheet(dot, paper, orientation);
    CHECK(dot == test::map_of(data, options));
}

TEST_CASE("the counts of projects are those of the report", "[drawing]") {
    for (std::uint32_t seed = 1; seed <= 40; ++seed) {
        const auto data = model::finish(test::random_draft(seed));
        metrics::Request request;
        request.metrics = {"experiments_count"};
        const auto values = metrics::compute(data, request);
        const auto scene = scene_of(data, request);
        INFO("seed " << seed);
        const auto all = test::value(values, "experiments_count", "");
        if (!all) continue;
        CHECK(static_cast<double>(scene.size()) == *all);
        for (std::size_t group = 0; group < drawing::stage_groups; ++group) {
            const std::string code =
                group < model::stages.size() ? std::string(model::stages[group].code) : "unknown";
            const auto at = test::value(values, "experiments_count", "stage=" + code);
            CHECK(static_cast<double>(scene.groups[group].size()) == at.value_or(0));
        }
    }
}

TEST_CASE("hostile projects survive as text and as nothing else", "[drawing]") {
    auto data = sketch(four_projects);
    for (auto& row : data.experiments.rows)
        row.name = data.text.keep("</title><script>alert(1)</script>\"\\N\x01");
    for (auto& actor : data.actors) actor.name = data.text.keep("</g>\"&lt;\\\x1b[2J");
    const std::string svg = test::map_of(data, projects(MapFormat::svg));
    CHECK(svg.find("<script") == svg.npos);
    CHECK(svg.find('\x1b') == svg.npos);
    const auto said = test::said_by("xmllint", "--noout --nonet", svg);
    if (said) CHECK(said->empty());
    for (const MapFormat format : {MapFormat::pdf, MapFormat::png, MapFormat::dot})
        CHECK_NOTHROW(test::map_of(data, projects(format)));
}
