#include <maillage/graph/open_paths.hpp>

#include "support/catch.hpp"

using namespace maillage::graph;

TEST_CASE("the middle of a star joins its ends by their groups", "[graph]") {
    // 0 is the middle: one end of its group, two of another, one of a third.
    const std::vector<Pair> pairs{{0, 1}, {0, 2}, {0, 3}, {0, 4}};
    const CompressedGraph star(5, pairs);
    const std::vector<std::uint8_t> groups{0, 0, 1, 1, 2};
    const auto roles = open_paths_by_role(star, groups);
    CHECK(roles[0] == Roles{0, 1, 3, 2});
    CHECK(roles[1] == Roles{});
    CHECK(exclusive_paths(star, groups) == std::vector<std::int64_t>{5, 0, 0, 0, 0});
}

TEST_CASE("a pair that is tied, or joined twice, is left out", "[graph]") {
    // A square 0 - 1 - 2 - 3 with a tail 3 - 4, and a triangle 4 - 5 - 6.
    const std::vector<Pair> pairs{{0, 1}, {0, 3}, {1, 2}, {2, 3}, {3, 4}, {4, 5}, {4, 6}, {5, 6}};
    const CompressedGraph graph(7, pairs);
    const std::vector<std::uint8_t> groups{0, 1, 2, 3, 4, 5, 6};
    const auto roles = open_paths_by_role(graph, groups);
    const auto liaison = static_cast<std::size_t>(Role::liaison);
    CHECK(roles[1][liaison] == 1);
    CHECK(roles[3][liaison] == 3);
    CHECK(roles[4][liaison] == 2);
    CHECK(roles[5][liaison] == 0);
    CHECK(exclusive_paths(graph, groups) == std::vector<std::int64_t>{0, 0, 0, 2, 2, 0, 0});
}

TEST_CASE("no vertex, no path", "[graph]") {
    CHECK(open_paths_by_role(CompressedGraph(), {}).empty());
    CHECK(exclusive_paths(CompressedGraph(), {}).empty());
}
