#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include <maillage/graph/compressed_graph.hpp>

namespace maillage::graph {

/// What the middle of a path of two edges does between its two ends, by the groups of the three.
enum class Role : std::uint8_t {
    coordinator,                ///< a - a - a
    itinerant,                  ///< a - b - a
    gatekeeper_representative,  ///< a - a - b: without directions, the two cannot be told apart.
    liaison                     ///< a - b - c
};
inline constexpr std::size_t role_count = 4;

/// Paths by role.
using Roles = std::array<std::int64_t, role_count>;

[[nodiscard]] Role role_of(std::uint8_t middle, std::uint8_t one, std::uint8_t other);

/// For each vertex, the open paths of two edges it is in the middle of: pairs of its neighbours
/// that share no edge, each pair once. `groups`: the group of each vertex.
///
/// Cost     O(m^1.5) time, O(n + m) memory: all pairs of neighbours are counted by groups, then
///          those that close a triangle are taken away.
/// Source   Gould & Fernandez 1989, 10.2307/270949.
[[nodiscard]] std::vector<Roles> open_paths_by_role(const CompressedGraph& graph,
                                                    std::span<const std::uint8_t> groups);

/// For each vertex, the pairs of its neighbours, of different groups and sharing no edge, that
/// have no other neighbour in common.
///
/// Cost     O(sum of the squares of degrees) time, O(n) memory.
[[nodiscard]] std::vector<std::int64_t> exclusive_paths(const CompressedGraph& graph,
                                                        std::span<const std::uint8_t> groups);

}  // namespace maillage::graph
