#pragma once

// How far would a figure that describes relations move with other relations of the same sort?
// Relations are drawn with replacement inside their block, as many as there are, and the figure is
// taken again: the limits are the 2.5 and 97.5 % points of what the draws give. For means and
// shares over relations only: a count of distinct actors or pairs is always lower in a draw, where
// a relation is drawn twice.
//
// Source   Efron 1979, 10.1214/aos/1176344552 (percentile limits).

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include <maillage/inference/intervals.hpp>

namespace maillage::inference {

/// Limits at 95 % of several figures taken on the same draws.
///
/// Shapes     `blocks`: the block of each relation, 0 or more; `of` takes the numbers of the
///            relations drawn, in the order of the blocks, and writes `count` figures.
/// Undefined  Empty under 8 relations or without draws.
/// Random     Streams named `purpose`, one for each draw.
/// Cost       O(replicates * relations), and as many calls of `of`.
[[nodiscard]] std::vector<Interval> relation_limits(
    std::span<const std::uint32_t> blocks, std::size_t count,
    const std::function<void(std::span<const std::uint32_t> drawn, std::span<double> figures)>& of,
    std::uint32_t replicates, std::uint64_t seed, std::string_view purpose);

}  // namespace maillage::inference
