#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include <maillage/drawing/drawing.hpp>

namespace maillage::drawing {

/// Room that a symbol takes around its centre, its name included.
struct Body {
    double left = 0, right = 0, below = 0, above = 0;
    double symbol = 0;         ///< Half the size of the symbol alone: lines keep off it.
    double sector = 0;         ///< Preferred angle, radians from the top, clockwise.
    bool on_rim = false;       ///< Without ties: set around the others.
    bool is_relation = false;  ///< Between its parties, in no sector.
    bool held = false;         ///< Keeps its place: others give way.
};

using Tied = std::pair<std::uint32_t, std::uint32_t>;

struct Placement {
    std::vector<Point> points;
    std::size_t overlaps = 0;  ///< Pairs of bodies that still overlap: 0 when all is well.
    double cost = 0;           ///< Of reading: crossings, lines below symbols, length.
    Rectangle inside{};        ///< What the rim leaves to the others.
    std::size_t rounds = 0;    ///< Of the rim.
};

/// Places bodies in an area so that tied ones are near, sectors are kept gently, and no two
/// overlap; bodies of the rim run along its border.
///
/// Random   Stream `drawing.layout` of the seed; same input, same points.
/// Cost     O((n + m) log n) per step of the forces (Barnes and Hut 1986), O(n log n + m n / c)
///          per step of the separation, a few hundred steps of each.
[[nodiscard]] Placement place(std::span<const Body> bodies, std::span<const Tied> ties,
                              const Rectangle& area, std::uint64_t seed);

/// Places bodies where they are wished, moved apart until no two overlap; bodies of the rim run
/// along its border.
///
/// Shapes   One wish a body, from -1 to 1 across and up what the rim leaves; those of the rim are
///          not looked at.
/// Cost     O(n log n + crowds) a step, a few hundred steps, and O(m (m + n)) to tell the cost.
[[nodiscard]] Placement place_as_wished(std::span<const Body> bodies, std::span<const Tied> ties,
                                        std::span<const Point> wishes, const Rectangle& area);

}  // namespace maillage::drawing
