#pragma once

#include <maillage/drawing/legend_block.hpp>
#include <maillage/drawing/projects.hpp>
#include <maillage/drawing/texts.hpp>

namespace maillage::drawing {

/// Projects on one sheet: a column a stage, those that stopped or whose stage is not known below.
/// Names are cut last; projects that a place cannot hold are counted there.
[[nodiscard]] Drawing project_sheet(const ProjectScene& scene, const LegendParts& legend,
                                    const Texts& texts, const MapOptions& options);

}  // namespace maillage::drawing
