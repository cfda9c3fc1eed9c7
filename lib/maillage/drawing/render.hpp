#pragma once

#include <string>

#include <maillage/drawing/drawing.hpp>
#include <maillage/drawing/map.hpp>

namespace maillage::drawing {

/// Renders a drawing; the door of Graphviz. SVG gets the title, the description and the titles of
/// the items; PDF a fixed date of creation, so that two runs give the same bytes.
///
/// Errors   LimitError when Graphviz refuses the drawing. Safe from several threads: Graphviz is
///          not, calls wait for one another.
/// Cost     About 0.1 ms an item for SVG, 1 ms for PDF and PNG.
[[nodiscard]] std::string render(const Drawing& drawing, MapFormat format);

}  // namespace maillage::drawing
