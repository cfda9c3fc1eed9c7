#pragma once

#include <maillage/drawing/block.hpp>
#include <maillage/drawing/map.hpp>
#include <maillage/drawing/texts.hpp>

namespace maillage::drawing {

/// The parts of a sheet. On a landscape sheet lists and legend share the right side, on a portrait
/// sheet the bottom.
struct Frame {
    Style style;
    Rectangle page;
    Rectangle body;         ///< Between head and foot.
    Rectangle map, margin;  ///< Of the body; `margin`: beside or below, for lists and legend.
    bool landscape = true;
};

/// Starts a drawing: size of the paper, title, subtitle, footer; gives what is left to the map and
/// its margin, which takes `share` of it.
[[nodiscard]] Frame start_sheet(Drawing& drawing, const Texts& texts, const MapOptions& options,
                                double share);

/// Says in the middle of the map that there is nothing on it.
void say_nothing(Drawing& drawing, const Frame& frame, const Texts& texts);

/// The symbols of a map, which come first so that n0, n1... are they, and the sheet around them.
[[nodiscard]] Drawing joined(Drawing symbols, Drawing sheet);

}  // namespace maillage::drawing
