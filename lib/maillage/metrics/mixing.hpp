#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include <maillage/graph/compressed_graph.hpp>
#include <maillage/model/words.hpp>

namespace maillage::metrics {

/// Actors per kind, and tied pairs per pair of kinds, the smaller index first.
struct Mixing {
    static constexpr std::size_t kinds = model::kinds.size();
    std::array<std::int64_t, kinds> actors{};
    std::array<std::array<std::int64_t, kinds>, kinds> pairs{};

    [[nodiscard]] std::int64_t all() const;
    [[nodiscard]] std::int64_t inside() const;  ///< Pairs of one kind.
};

/// `of_vertices` are the kinds of the vertices.
[[nodiscard]] Mixing mixing_of(const graph::CompressedGraph& ties,
                               std::span<const model::Kind> of_vertices);

/// Newman's r: the share of pairs inside a kind, beyond what the ends of each kind alone would
/// give, over the most that it could be; 1 when every pair is of one kind.
///
/// Undefined  Without pairs, and when all their ends are of one kind.
/// Source     Newman 2003, doi:10.1103/PhysRevE.67.026126.
[[nodiscard]] std::optional<double> assortativity(const Mixing& mixing);

/// Its standard deviation, from leaving out each pair in turn: the root of the sum of the squares
/// of what that changes.
///
/// Undefined  When r is, or becomes so.
[[nodiscard]] std::optional<double> jackknife_of_assortativity(const Mixing& mixing);

}  // namespace maillage::metrics
