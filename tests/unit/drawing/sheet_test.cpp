#include <cstdio>
#include <map>
#include <regex>

#include <maillage/drawing/scene.hpp>
#include <maillage/metrics/scope.hpp>

#include "support/answers.hpp"
#include "support/catch.hpp"
#include "support/random_world.hpp"
#include "unit/drawing/drawings.hpp"

using namespace maillage;
using drawing::MapFormat;

namespace {

/// A node of the DOT of a map.
struct Node {
    std::string shape;
    double x, y, width, height;
    double font_size = 0;  ///< 0: without label.
};

std::vector<Node> nodes_of(const std::string& dot) {
    static const std::regex line(
        R"dot(n\d+ \[shape=(\w+), pos="([\d.-]+),([\d.-]+)", width=([\d.]+), height=([\d.]+)(.*)\];)dot");
    static const std::regex size("fontsize=([\\d.]+)");
    std::vector<Node> nodes;
    std::istringstream lines(dot);
    for (std::string text; std::getline(lines, text);) {
        std::smatch m;
        if (!std::regex_match(text, m, line)) continue;
        nodes.push_back(
            {m[1], std::stod(m[2]), std::stod(m[3]), 72 * std::stod(m[4]), 72 * std::stod(m[5])});
        const std::string rest = m[6];
        if (std::regex_search(rest, m, size)) nodes.back().font_size = std::stod(m[1]);
    }
    return nodes;
}

/// So many actors of all kinds in so many communes, every third allied with the next of its kind.
model::Dataset country(int actors, int communes) {
    std::string text = "territory R\n";
    for (int c = 0; c < communes; ++c) text += "territory C" + std::to_string(c) + " < R\n";
    constexpr std::array kinds{"public", "company", "association", "academic", "other"};
    for (int i = 0; i < actors; ++i)
        text += std::string(kinds[static_cast<std::size_t>(i) % 5]) + " Actor" + std::to_string(i) +
                " /C" + std::to_string(i % communes) + "\n";
    for (int i = 0; i + 7 < actors; i += 3)
        text += "alliance p" + std::to_string(i) + " 2020-0" + std::to_string(1 + i % 9) +
                ": Actor" + std::to_string(i) + " Actor" + std::to_string(i + 5) +
                (i % 2 == 0 ? " Actor" + std::to_string(i + 7) : "") + "\n";
    return test::sketch(text + "as_of 2020-12-31");
}

std::string dot_of(const model::Dataset& data, drawing::Paper paper,
                   drawing::Orientation orientation) {
    drawing::MapOptions options;
    options.format = MapFormat::dot;
    options.paper = paper;
    options.orientation = orientation;
    return test::map_of(data, options);
}

}  // namespace

TEST_CASE("a sheet holds what it shows inside its margins, symbols apart, no tiny text",
          "[drawing]") {
    const auto actors = GENERATE(2, 45, 110, 400);
    const auto paper = GENERATE(drawing::Paper::a4, drawing::Paper::a3);
    const auto orientation =
        GENERATE(drawing::Orientation::landscape, drawing::Orientation::portrait);
    const bool a4 = paper == drawing::Paper::a4;
    double width = a4 ? 841.89 : 1190.55, height = a4 ? 595.276 : 841.89;
    if (orientation == drawing::Orientation::portrait) std::swap(width, height);
    const auto nodes = nodes_of(dot_of(country(actors, 6), paper, orientation));
    const double margin = 10 / 25.4 * 72 - 0.1;
    std::vector<Node> symbols;
    for (const Node& node : nodes) {
        if (node.font_size > 0) CHECK(node.font_size >= (a4 ? 7 : 9) - 0.01);
        if (node.shape == "none") continue;
        CHECK(node.x - node.width / 2 >= margin);
        CHECK(node.x + node.width / 2 <= width - margin);
        CHECK(node.y - node.height / 2 >= margin);
        CHECK(node.y + node.height / 2 <= height - margin);
        if (node.shape != "box") symbols.push_back(node);
    }
    for (std::size_t i = 0; i < symbols.size(); ++i)
        for (std::size_t j = 0; j < i; ++j) {
            const Node &a = symbols[i], &b = symbols[j];
            const bool apart = std::abs(a.x - b.x) >= (a.width + b.width) / 2 - 0.01 ||
                               std::abs(a.y - b.y) >= (a.height + b.height) / 2 - 0.01;
            CHECK(apart);
        }
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
