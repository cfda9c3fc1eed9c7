#pragma once

// How far would a figure of a network move with other actors of the same sort? Actors are drawn
// with replacement, as many as there are; two drawn actors are tied when the originals are. Two
// copies of one actor have no dyad of their own: they take that of two actors drawn at random. For
// a network at two dates the same draw of actors serves both, and so does the dyad that fills in.
//
// This treats the ties as seen on a sample of actors. It is wider than need be where ties are
// nearly independent: see docs/method/change_paired_bootstrap.md for what it holds in practice.
//
// Source   Snijders & Borgatti 1999 (Connections 22(2), 161-170).

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include <maillage/graph/compressed_graph.hpp>

namespace maillage::inference {

/// Ties of a draw: in all, and between two vertices of one class.
struct TieCounts {
    double all = 0, inside = 0;
};
struct PairedCounts {
    TieCounts before, after;
};

/// The counts of `replicates` draws.
///
/// Shapes   Two graphs on the same n >= 2 vertices; `classes` of the vertices.
/// Random   Streams named `purpose`, one for each draw.
/// Cost     O(replicates * (n + m)).
[[nodiscard]] std::vector<PairedCounts> paired_vertex_draws(const graph::CompressedGraph& before,
                                                            const graph::CompressedGraph& after,
                                                            std::span<const std::uint8_t> classes,
                                                            std::uint32_t replicates,
                                                            std::uint64_t seed,
                                                            std::string_view purpose);

/// Standard deviation of draws, divisor one less than their number; 0 for fewer than two.
[[nodiscard]] double standard_deviation(std::span<const double> draws);

}  // namespace maillage::inference
