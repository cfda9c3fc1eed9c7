#pragma once

#include <span>
#include <vector>

#include <maillage/graph/point.hpp>

namespace maillage::graph {

/// Moves circles apart until no two overlap: pairs push each other, and where that does not end
/// soon the whole grows a little. Neighbours stay neighbours.
///
/// Shapes   One radius per point.
/// Cost     O(n) a round while radii are alike, some tens of rounds.
void separate(std::vector<Point>& points, std::span<const double> radii);

}  // namespace maillage::graph
