#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include <maillage/graph/projection.hpp>
#include <maillage/inference/curveball.hpp>

#include "support/catch.hpp"

using namespace maillage;
using graph::Incidence;
using inference::Constraints;
using inference::Curveball;
using inference::Draws;

namespace {

using Rows = std::vector<std::vector<graph::Vertex>>;

Incidence incidence(const Rows& rows, std::size_t vertices) {
    Incidence::Builder builder(vertices);
    for (const auto& row : rows) {
        for (const graph::Vertex v : row) builder.push(v);
        builder.close_row();
    }
    return std::move(builder).finish();
}

Rows rows_of(const Incidence& table) {
    Rows rows;
    for (std::size_t i = 0; i < table.relations(); ++i)
        rows.emplace_back(table.members(i).begin(), table.members(i).end());
    return rows;
}

std::vector<std::size_t> degrees(const Incidence& table) {
    std::vector<std::size_t> found;
    for (std::size_t v = 0; v < table.vertices(); ++v)
        found.push_back(table.relations_of(v).size());
    return found;
}

/// Every table with the margins of an observed one, by trying every row in turn.
void enumerate(const Incidence& observed, const Constraints& constraints,
               std::vector<std::size_t>& left, Rows& rows, std::map<Rows, std::uint64_t>& found) {
    const auto relation = static_cast<std::uint32_t>(rows.size());
    if (relation == observed.relations()) {
        if (std::accumulate(left.begin(), left.end(), std::size_t{0}) == 0) found[rows] = 0;
        return;
    }
    for (std::uint32_t chosen = 0; chosen < (1U << observed.vertices()); ++chosen) {
        std::vector<graph::Vertex> row;
        bool allowed = true;
        for (graph::Vertex v = 0; v < observed.vertices(); ++v) {
            if ((chosen >> v & 1U) == 0) continue;
            row.push_back(v);
            allowed = allowed && left[v] > 0 &&
                      !(constraints.forbids && constraints.forbids(relation, v));
        }
        if (!allowed || row.size() != observed.members(relation).size()) continue;
        for (const graph::Vertex v : row) --left[v];
        rows.push_back(row);
        enumerate(observed, constraints, left, rows, found);
        rows.pop_back();
        for (const graph::Vertex v : row) ++left[v];
    }
}

std::map<Rows, std::uint64_t> all_tables(const Incidence& observed,
                                         const Constraints& constraints = {}) {
    std::map<Rows, std::uint64_t> found;
    auto left = degrees(observed);
    Rows rows;
    enumerate(observed, constraints, left, rows, found);
    return found;
}

/// The value that chi-square exceeds once in 10,000 (Wilson & Hilferty 1931).
double critical(std::size_t freedom) {
    const double k = static_cast<double>(freedom);
    return k * std::pow(1 - 2 / (9 * k) + 3.719 * std::sqrt(2 / (9 * k)), 3);
}

void check_uniform(const Incidence& observed, const Constraints& constraints, std::size_t draws,
                   std::size_t tables) {
    auto counts = all_tables(observed, constraints);
    REQUIRE(counts.size() == tables);
    const Curveball curveball(observed, constraints, base::RandomStream(1, "test"));
    for (std::size_t r = 0; r < draws; ++r) {
        const auto seen = counts.find(rows_of(curveball.draw({1, "test", r + 1})));
        REQUIRE(seen != counts.end());
        ++seen->second;
    }
    const double expected = static_cast<double>(draws) / static_cast<double>(tables);
    double chi_square = 0;
    for (const auto& [rows, count] : counts) {
        const double off = static_cast<double>(count) - expected;
        chi_square += off * off / expected;
    }
    INFO("chi-square " << chi_square << " on " << tables - 1);
    CHECK(chi_square < critical(tables - 1));
}

/// Fixture B of the oracle: P1 P2 E1 E2 A1 A2 A3 C1 at five meetings.
Incidence fixture_b() {
    return incidence({{0, 2, 4}, {0, 3, 4, 5}, {1, 3, 6}, {1, 6, 7}, {0}}, 8);
}

}  // namespace

TEST_CASE("curveball keeps both margins, and each member of a block in its block", "[inference]") {
    Rows rows;
    for (std::uint32_t i = 0; i < 12; ++i) rows.push_back({i % 5, 5 + i % 3, 8 + i % 7});
    const Incidence observed = incidence(rows, 15);
    Constraints constraints;
    for (std::uint32_t i = 0; i < 12; ++i) constraints.blocks.push_back(i < 6 ? 7 : 3);
    const Draws draws(observed, constraints, 50, 1, "test", 1);
    CHECK(draws.diagnostics().rounds >= 10);
    CHECK(draws.diagnostics().trades == draws.diagnostics().rounds * 6);
    CHECK(draws.diagnostics().moved > 0);
    for (std::size_t r = 0; r < draws.size(); ++r) {
        const Incidence table = draws.table(r);
        CHECK(degrees(table) == degrees(observed));
        for (std::size_t i = 0; i < 12; ++i) CHECK(table.members(i).size() == 3);
        const auto first_block = [](const Incidence& of) {
            auto part = rows_of(of);
            part.resize(6);
            return degrees(incidence(part, 15));
        };
        CHECK(first_block(table) == first_block(observed));
    }
}

TEST_CASE("a forbidden cell is never filled, and one that was filled stays", "[inference]") {
    Rows rows;
    for (std::uint32_t i = 0; i < 10; ++i) rows.push_back({i % 4, 4 + i % 4});
    const Incidence observed = incidence(rows, 8);
    Constraints constraints;
    // Vertex 2 is in relations 2 and 6; it may only be in the last six: 2 stays where it is.
    constraints.forbids = [](std::uint32_t i, graph::Vertex v) { return v == 2 && i < 4; };
    const Draws draws(observed, constraints, 200, 1, "test", 1);
    bool moved = false;
    for (std::size_t r = 0; r < draws.size(); ++r) {
        const Incidence table = draws.table(r);
        const auto of = table.relations_of(2);
        const std::vector<std::uint32_t> relations(of.begin(), of.end());
        REQUIRE(relations.size() == 2);
        CHECK(relations[0] == 2);
        CHECK(relations[1] >= 4);
        moved = moved || relations[1] != 6;
    }
    CHECK(moved);
}

TEST_CASE("curveball: every table with the same margins is as likely", "[inference]") {
    // Numbers of tables by hand: permutations, 2-regular, and by the choices of the first row.
    check_uniform(incidence({{0}, {1}, {2}}, 3), {}, 6000, 6);
    check_uniform(incidence({{0}, {1}, {2}, {3}}, 4), {}, 12000, 24);
    check_uniform(incidence({{0, 1}, {0, 1}, {2, 3}, {2, 3}}, 4), {}, 18000, 90);
    check_uniform(incidence({{0, 1}, {0, 2}, {1}}, 3), {}, 6000, 5);
    check_uniform(incidence({{0, 1, 2}, {0, 3}, {1}, {0}}, 4), {}, 20000, 13);
}

TEST_CASE("curveball with a forbidden cell: every table without it is as likely", "[inference]") {
    Constraints constraints;
    constraints.forbids = [](std::uint32_t i, graph::Vertex v) { return i == 3 && v == 0; };
    // Of the 90 tables, the cell is empty in half.
    check_uniform(incidence({{0, 1}, {0, 1}, {2, 3}, {2, 3}}, 4), constraints, 18000, 45);
}

TEST_CASE("curveball on fixture B: each of the 47,472 tables is as likely", "[inference][slow]") {
    check_uniform(fixture_b(), {}, 500000, 47472);
}

TEST_CASE("curveball on fixture B: the exact means of the oracle", "[inference][oracle]") {
    // oracle/fixture_b: mean 0.62532612, sd 0.13614400 of E-I, 13.54550051 pairs, by enumeration.
    const std::vector<int> kinds{0, 0, 1, 1, 2, 2, 2, 3};
    const std::size_t count = 5000;
    const Draws draws(fixture_b(), {}, count, 1, "test", 1);
    const auto pairs = draws.statistic(
        [](const Incidence& table) { return double(graph::projected(table).edges()); }, 1);
    const auto index = draws.statistic(
        [&](const Incidence& table) {
            const auto ties = graph::projected(table);
            double inside = 0;
            for (graph::Vertex a = 0; a < ties.vertices(); ++a)
                for (const graph::Vertex b : ties.neighbours(a))
                    if (a < b && kinds[a] == kinds[b]) ++inside;
            return 1 - 2 * inside / double(ties.edges());
        },
        1);
    const auto mean = [&](const std::vector<double>& values) {
        return std::accumulate(values.begin(), values.end(), 0.0) / double(count);
    };
    const double mean_pairs = mean(pairs), mean_index = mean(index);
    double squares = 0;
    for (const double value : pairs) squares += (value - mean_pairs) * (value - mean_pairs);
    const double error = std::sqrt(squares / double(count - 1) / double(count));
    CHECK(std::abs(mean_index - 0.6253261189434092) < 4 * 0.13614399669781127 / std::sqrt(5000.0));
    CHECK(std::abs(mean_pairs - 13.545500505561172) < 4 * error);
}

TEST_CASE("tables of one walk spread as independent ones, nearly without memory", "[inference]") {
    const std::size_t count = 5000;
    const auto pairs_of = [&](inference::Sampling sampling) {
        const Draws draws(fixture_b(), {}, count, 1, "test", 1, sampling);
        return draws.statistic(
            [](const Incidence& table) { return double(graph::projected(table).edges()); }, 1);
    };
    const auto thinned = pairs_of(inference::Sampling::thinned);
    const auto independent = pairs_of(inference::Sampling::independent);
    const auto share_up_to = [&](const std::vector<double>& values, double most) {
        return double(std::ranges::count_if(values, [&](double v) { return v <= most; })) /
               double(count);
    };
    // Shares of two samples: four standard errors, at most.
    for (const double most : {10.0, 11.0, 12.0, 13.0, 14.0, 15.0})
        CHECK(std::abs(share_up_to(thinned, most) - share_up_to(independent, most)) <
              4 * std::sqrt(0.5 / double(count)));
    const double mean = 13.545500505561172;  // oracle/fixture_b, by enumeration
    double squares = 0, products = 0, sum = 0;
    for (std::size_t r = 0; r < count; ++r) {
        sum += thinned[r] - mean;
        squares += (thinned[r] - mean) * (thinned[r] - mean);
        if (r > 0) products += (thinned[r] - mean) * (thinned[r - 1] - mean);
    }
    CHECK(std::abs(sum) < 4 * std::sqrt(squares));
    CHECK(std::abs(products / squares) < 0.1);
}

TEST_CASE("a walk keeps margins, and is the same on any number of threads", "[inference]") {
    const Draws one(fixture_b(), {}, 20, 1, "test", 1, inference::Sampling::thinned);
    const Draws four(fixture_b(), {}, 20, 1, "test", 4, inference::Sampling::thinned);
    for (std::size_t r = 0; r < 20; ++r) {
        CHECK(rows_of(one.table(r)) == rows_of(four.table(r)));
        CHECK(degrees(one.table(r)) == degrees(fixture_b()));
    }
    CHECK(rows_of(one.table(0)) != rows_of(one.table(1)));
}

TEST_CASE("draws are the same on any number of threads, and differ by seed", "[inference]") {
    const Draws one(fixture_b(), {}, 40, 1, "test", 1);
    const Draws four(fixture_b(), {}, 40, 1, "test", 4);
    const Draws other(fixture_b(), {}, 40, 2, "test", 4);
    std::size_t same = 0;
    for (std::size_t r = 0; r < 40; ++r) {
        CHECK(rows_of(one.table(r)) == rows_of(four.table(r)));
        if (rows_of(one.table(r)) == rows_of(other.table(r))) ++same;
    }
    CHECK(same < 5);
}

TEST_CASE("tables with nothing to trade stay as they are", "[inference]") {
    using inference::Sampling;
    for (const Rows& rows : {Rows{}, Rows{{}, {}}, Rows{{0, 1, 2}}, Rows{{0, 1}, {0, 1}}})
        for (const Sampling sampling : {Sampling::independent, Sampling::thinned}) {
            const Draws draws(incidence(rows, 3), {}, 3, 1, "test", 2, sampling);
            CHECK(draws.diagnostics().moved == 0);
            CHECK(rows_of(draws.table(2)) == rows);
        }
}

TEST_CASE("a small block joins the next, and the last the one before", "[inference]") {
    using Labels = std::vector<std::uint32_t>;
    const auto joined = [](std::vector<std::uint64_t> labels) {
        return inference::joined_blocks(labels, 3);
    };
    CHECK(joined({5, 5, 5, 9, 9, 9}) == Labels{0, 0, 0, 1, 1, 1});
    CHECK(joined({9, 5, 5, 9, 9}) == Labels{0, 0, 0, 0, 0});
    CHECK(joined({1, 1, 1, 2, 3, 3, 3}) == Labels{0, 0, 0, 1, 1, 1, 1});
    CHECK(joined({1, 1, 1, 2, 2}) == Labels{0, 0, 0, 0, 0});
    CHECK(joined({4, 2}) == Labels{0, 0});
    CHECK(joined({}).empty());
}
