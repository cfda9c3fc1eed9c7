#pragma once

// A thousand pairs, each asked at 5 % whether it stands out: fifty do by chance alone. The step-up
// rule of Benjamini and Hochberg keeps the expected share of false ones among those retained, not
// among all, at the level q: sort the p, find the last of rank k with p <= q k / m, retain it and
// all before it. Told as an adjusted p, so that one number serves every level: the least q at which
// a comparison would be retained.
//
// Source   Benjamini & Hochberg 1995, doi:10.1111/j.2517-6161.1995.tb02031.x. The level holds for
//          independent p and for those that rise together (Benjamini & Yekutieli 2001,
//          doi:10.1214/aos/1013699998).

#include <span>
#include <vector>

namespace maillage::inference {

/// The share of false discoveries that is accepted.
inline constexpr double discovery_level = 0.05;

/// The p of one family of comparisons, adjusted: those retained at level q are at most q.
///
/// Shapes   In the order given; never under the p itself, never over 1; in the order of the p, and
///          equal for equal p.
/// Cost     O(m log m).
[[nodiscard]] std::vector<double> benjamini_hochberg(std::span<const double> p);

}  // namespace maillage::inference
