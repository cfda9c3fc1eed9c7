#pragma once

#include <maillage/drawing/merged.hpp>
#include <maillage/drawing/scene.hpp>

namespace maillage::drawing {

/// Where symbols stand: in the cell of their territory, the column of their kind, or on the ground.
///
/// Errors   UsageError when the layout is `geo` and no place of any symbol is known.
[[nodiscard]] Stand stand_of(const Scene& scene, const metrics::Scope& scope,
                             const Reading& reading, const MapOptions& options);

/// Where the cards of a merged map stand: each in a cell as large as it has actors, in two columns
/// left and right of the relations, or on the ground.
///
/// Errors   UsageError, as above.
[[nodiscard]] Stand stand_of(const MergedScene& merged, const metrics::Scope& scope,
                             const MapOptions& options);

}  // namespace maillage::drawing
