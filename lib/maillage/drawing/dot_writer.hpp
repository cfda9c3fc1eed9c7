#pragma once

#include <string>
#include <string_view>

#include <maillage/drawing/drawing.hpp>

namespace maillage::drawing {

/// Writes a drawing as DOT for the engine `nop2`: positions in points, sizes in inches, names of
/// nodes n0, n1... Text stands in labels only, escaped: never in a name, an identifier, an address
/// or a font, never as HTML.
///
/// Cost     Linear.
[[nodiscard]] std::string write_dot(const Drawing& drawing, int dots_per_inch = 0);

/// A text as the inside of a quoted label of DOT.
[[nodiscard]] std::string escaped_label(std::string_view text);

}  // namespace maillage::drawing
