#pragma once

#include <maillage/drawing/drawing.hpp>
#include <maillage/drawing/legend.hpp>
#include <maillage/drawing/scene.hpp>
#include <maillage/drawing/texts.hpp>

namespace maillage::drawing {

/// Everything a sheet is made from.
struct Matter {
    const Scene& scene;
    const Texts& texts;
    LegendFacts facts;
    const MapOptions& options;
};

/// Lays out a sheet: title, map, index of names or names beside symbols, list of alliances,
/// legend, blank box, sources. Exact paper, margins of 10 mm.
///
/// Errors   LimitError when the symbols do not fit apart from one another.
[[nodiscard]] Drawing compose(const Matter& matter);

}  // namespace maillage::drawing
