#pragma once

#include <maillage/drawing/chain.hpp>
#include <maillage/drawing/legend_block.hpp>
#include <maillage/drawing/texts.hpp>

namespace maillage::drawing {

/// A table of stakes on one sheet: each as high as its items ask for, as far as the sheet goes.
/// Stakes that it cannot hold are counted and named in a last line.
[[nodiscard]] Drawing chain_sheet(const ChainScene& scene, const LegendParts& legend,
                                  const Texts& texts, const MapOptions& options);

}  // namespace maillage::drawing
