#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <maillage/graph/compressed_graph.hpp>
#include <maillage/graph/point.hpp>

namespace maillage::graph {

struct LayoutOptions {
    std::uint64_t seed = 1;
    unsigned threads = 0;  ///< 0: as many as cores.
    /// Room that each vertex takes around its point; empty: none. Then no two circles overlap.
    std::span<const double> radii{};
};

/// Places the vertices of a graph on a plane: tied ones near, others apart, pieces that nothing
/// joins beside one another, the largest amid the others.
///
///     Coarse graphs are made by joining vertices to neighbours until few are left. The coarsest is
///     placed from a random start; each finer one starts where the coarser one ended, so that the
///     whole is right before details are, and a few steps are enough on each.
///
/// Shapes   One point per vertex; radii have one entry per vertex or none.
/// Units    The median tie is 1 long; with radii, the unit is theirs and ties are as long as the
///          circles need. The middle of all points is (0, 0).
/// Random   Stream `graph.layout` of the seed; same input, same points on any number of threads.
/// Cost     O((n + m) log n) time, O(n + m) memory: about half a second for 10,000 vertices and
///          60,000 edges on two cores.
/// Source   Forces: Fruchterman & Reingold 1991, 10.1002/spe.4380211102; coarse graphs: Walshaw
///          2003, 10.7155/jgaa.00070, and Hu 2005, Mathematica Journal 10(1).
[[nodiscard]] std::vector<Point> layout(const CompressedGraph& graph, const LayoutOptions& options);

}  // namespace maillage::graph
