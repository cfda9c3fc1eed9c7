#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include <maillage/graph/incidence.hpp>

namespace maillage::graph {

/// Vertices joined by a chain of relations.
struct Island {
    std::int64_t members = 0;
    std::int64_t marked = 0;  ///< Among them.
};

/// The islands of a network, and into what each falls without one of its relations.
///
///     a b c | c d | d e     Without {c, d}: {a, b, c} and {d, e}. Without {a, b, c}: {c, d, e};
///                           a and b belong to nothing else and are gone.
///
/// Shapes   `marked` has one entry per vertex; a vertex without relation is an island.
/// Cost     O(vertices + memberships), and sorting the pieces; without recursion.
/// Source   Hopcroft & Tarjan 1973, 10.1145/362248.362272, on vertices and relations as one graph.
class Islands {
  public:
    Islands(const Incidence& network, std::span<const std::uint8_t> marked);

    [[nodiscard]] const std::vector<Island>& all() const { return islands_; }
    /// Position in `all` of the island of a relation; nothing for a relation without member.
    [[nodiscard]] std::optional<std::size_t> of(std::size_t relation) const;

    struct Piece {
        std::uint32_t relation;
        Island island;
    };
    /// What the island of a relation becomes without it.
    [[nodiscard]] std::span<const Piece> without(std::uint32_t relation) const;

  private:
    class Search;
    std::vector<Island> islands_;
    std::vector<std::uint32_t> island_of_;  ///< Per relation.
    std::vector<Piece> pieces_;             ///< By relation.
};

}  // namespace maillage::graph
