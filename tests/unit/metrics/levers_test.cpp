// What a group can meet of its needs, and the pairs that complete each other.

#include <algorithm>
#include <numeric>
#include <random>

#include <maillage/metrics/levers.hpp>
#include <maillage/metrics/run.hpp>

#include "support/answers.hpp"
#include "support/catch.hpp"
#include "support/sketch.hpp"

using namespace maillage;
using metrics::LeverRows;
using test::find;
using test::value;

namespace {

LeverRows lever_of(std::initializer_list<std::pair<double, double>> levels) {
    LeverRows lever;
    for (const auto& [offer, need] : levels)
        lever.rows.push_back({static_cast<std::uint32_t>(lever.rows.size()), offer, need});
    return lever;
}

/// Every set of offers on the side of the source, every set of needs; an edge without bound from an
/// offer to every need of another may not be cut.
double least_cut(const LeverRows& lever) {
    const auto n = lever.rows.size();
    double least = 1e9;
    for (std::uint32_t offers = 0; offers < 1U << n; ++offers)
        for (std::uint32_t needs = 0; needs < 1U << n; ++needs) {
            double cut = 0;
            bool possible = true;
            for (std::size_t i = 0; i < n; ++i) {
                const bool gives = ((offers >> i) & 1U) != 0, takes = ((needs >> i) & 1U) != 0;
                if (!gives) cut += lever.rows[i].offer;
                if (takes) cut += lever.rows[i].need;
                for (std::size_t j = 0; gives && j < n; ++j)
                    possible = possible && (i == j || ((needs >> j) & 1U) != 0);
            }
            if (possible) least = std::min(least, cut);
        }
    return least;
}

metrics::Values detailed(const model::Dataset& data) {
    metrics::Request request;
    request.metrics = {"complementarity_pair", "complementarity_group"};
    request.detail = metrics::Detail::rows;
    return metrics::compute(data, request);
}

}  // namespace

TEST_CASE("what others can meet of needs, in cases told by hand") {
    CHECK(most_served(lever_of({})) == 0);
    CHECK(most_served(lever_of({{4, 4}})) == 0);          // alone, nobody to serve
    CHECK(most_served(lever_of({{3, 0}, {0, 4}})) == 3);  // offers run out
    CHECK(most_served(lever_of({{4, 0}, {0, 1}})) == 1);  // needs run out
    CHECK(most_served(lever_of({{2, 2}, {2, 2}})) == 4);  // in turn
    CHECK(most_served(lever_of({{4, 4}, {1, 0}, {0, 1}})) == 2);
    CHECK(most_served(lever_of({{2.5, 0}, {0, 1.25}})) == 1.25);
}

TEST_CASE("the closed form of the largest flow is the least cut") {
    std::mt19937 random(7);
    for (int world = 0; world < 400; ++world) {
        LeverRows lever;
        for (std::uint32_t i = 0; i < 1 + random() % 5; ++i)
            lever.rows.push_back(
                {i, static_cast<double>(random() % 5) / 2, static_cast<double>(random() % 5) / 2});
        INFO(world);
        CHECK(most_served(lever) == least_cut(lever));
    }
}

TEST_CASE("an actor that says a lever twice has the larger of each") {
    const auto data = test::sketch(
        "public a\ncompany b\nlever a rooms 1 0\nlever a rooms 3 2\nlever b rooms 0 4\n");
    const auto levers = metrics::levers_of(data, graph::Ranges({{0, 2}}));
    REQUIRE(levers.size() == 1);
    REQUIRE(levers[0].rows.size() == 2);
    CHECK(levers[0].rows[0].offer == 3);
    CHECK(levers[0].rows[0].need == 2);
}

TEST_CASE("an actor without a line said nothing, one without a need needs nothing") {
    const auto data = test::sketch(
        "public a\ncompany b\nassociation c\ncitizen d\nlever a rooms 3 0\nlever b rooms 0 4\n"
        "lever c rooms 0 0\n");
    const auto values = detailed(data);
    // a b 3/4, b c 0; a c has no need, d said nothing.
    CHECK(find(values, "complementarity_pair")->n == 2);
    CHECK(value(values, "complementarity_pair") == 0.375);
    CHECK(find(values, "complementarity_group")->n == 3);
}

TEST_CASE("without need there is nothing to meet") {
    const auto data = test::sketch("public a\ncompany b\nlever a rooms 3 0\nlever b rooms 1 0\n");
    const auto values = detailed(data);
    for (const char* id : {"complementarity_pair", "complementarity_group"}) {
        CHECK(find(values, id)->status == metrics::Status::undefined);
        CHECK(find(values, id)->reason == "no_needs");
    }
}

TEST_CASE("of many pairs the thousand best met are given, and how many there are") {
    std::string world;
    for (int i = 0; i < 50; ++i)
        world += "company a" + std::to_string(100 + i) + "\nlever a" + std::to_string(100 + i) +
                 " rooms " + std::to_string(1 + i % 4) + " 4\n";
    const auto values = detailed(test::sketch(world));
    const auto is_pair = [](const metrics::Estimate& row) {
        return row.key.starts_with("actors=") && row.key.find(';') == std::string::npos;
    };
    CHECK(std::ranges::count_if(values.rows, is_pair) == 1000);
    const auto note = std::ranges::find(values.notes, "M440", &base::Message::code);
    REQUIRE(note != values.notes.end());
    CHECK(note->arguments == std::vector<std::string>{"1000", "1225"});
    // 12 actors offer 4, 12 offer 3, 13 offer 1 and 13 offer 2. The pairs of two that offer little
    // are those left out.
    CHECK(value(values, "complementarity_pair", "actors=a103|a107") == 1);
    CHECK(value(values, "complementarity_pair", "actors=a144|a148") == std::nullopt);
}

TEST_CASE("a territory meets its needs among its own") {
    const auto data = test::sketch(
        "territory A\nterritory B\npublic a /A\ncompany b /A\nassociation c /B\n"
        "lever a rooms 1 0\nlever b rooms 0 4\nlever c rooms 4 0\nempty partnerships\n");
    metrics::Request request;
    request.metrics = {"complementarity_group"};
    request.territories.push_back(data.find_territory("A"));
    const auto values = metrics::compute(data, request);
    CHECK(value(values, "complementarity_group") == 1);
    CHECK(value(values, "complementarity_group", "", "A") == 0.25);
}
