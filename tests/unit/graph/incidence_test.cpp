#include <maillage/graph/compressed_graph.hpp>
#include <maillage/graph/incidence.hpp>
#include <maillage/graph/ranges.hpp>

#include "support/catch.hpp"

using namespace maillage::graph;

TEST_CASE("an incidence can be walked from both sides") {
    Incidence::Builder builder(4);
    for (const Vertex v : {0U, 1U, 3U}) builder.push(v);
    builder.close_row();
    builder.close_row();  // a relation nobody belongs to
    for (const Vertex v : {1U, 3U}) builder.push(v);
    builder.close_row();
    const Incidence incidence = std::move(builder).finish();
    CHECK(incidence.relations() == 3);
    CHECK(incidence.vertices() == 4);
    CHECK(incidence.memberships() == 5);
    CHECK(incidence.members(1).empty());
    CHECK(std::vector(incidence.relations_of(1).begin(), incidence.relations_of(1).end()) ==
          std::vector<std::uint32_t>{0, 2});
    CHECK(incidence.relations_of(2).empty());
}

TEST_CASE("ranges are a set with ranks") {
    const Ranges set({{10, 12}, {2, 4}, {3, 5}, {7, 7}});
    CHECK(set.size() == 5);
    CHECK(set.pieces().size() == 2);
    CHECK(set.contains(4));
    CHECK_FALSE(set.contains(5));
    CHECK(set.rank(2) == 0U);
    CHECK(set.rank(11) == 4U);
    CHECK_FALSE(set.rank(12).has_value());
    std::vector<std::uint32_t> walked;
    set.for_each([&](std::uint32_t e) { walked.push_back(e); });
    CHECK(walked == std::vector<std::uint32_t>{2, 3, 4, 10, 11});
    CHECK(Ranges::of_sorted(walked).pieces().size() == 2);
    CHECK(Ranges::of_sorted(walked).rank(10) == 3U);
}
