#pragma once

#include <cstdint>

#include <maillage/graph/compressed_graph.hpp>
#include <maillage/metrics/lifetimes.hpp>

namespace maillage::metrics {

/// Pairs of actors of V that are allied on a day; vertices by rank in `view.partnerships.actors`.
[[nodiscard]] graph::CompressedGraph ties_on(const TerritoryView& view, base::Day day,
                                             SilentAs silent);

/// Edges that two graphs on the same vertices have in common.
[[nodiscard]] std::int64_t common_edges(const graph::CompressedGraph& a,
                                        const graph::CompressedGraph& b);

}  // namespace maillage::metrics
