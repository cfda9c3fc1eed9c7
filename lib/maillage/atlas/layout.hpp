#pragma once

#include <cstdint>
#include <vector>

#include <maillage/atlas/network.hpp>
#include <maillage/graph/point.hpp>

namespace maillage::atlas {

/// Where things stand on the page, y downwards, in units of a symbol: neighbours are a few apart.
struct Positions {
    std::vector<graph::Point> symbols, relations;
};

/// Places what is tied near, everything else apart (graph::layout); those without alliance nor
/// project stand in a frame around the others, by kind. Meetings move nothing: each stands amid
/// those who came.
///
/// Random   Stream `graph.layout` of the seed; same network, same positions on any number of
///          threads.
/// Cost     That of `graph::layout`: about half a second for 10,000 symbols and relations.
[[nodiscard]] Positions place(const Network& network, std::uint64_t seed, unsigned threads);

}  // namespace maillage::atlas
