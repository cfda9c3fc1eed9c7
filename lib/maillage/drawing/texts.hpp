#pragma once

#include <string>
#include <vector>

#include <maillage/drawing/scene.hpp>

namespace maillage::drawing {

/// The sentences around a map.
struct Texts {
    std::string title;
    std::string subtitle;             ///< Territory, period, date of the data.
    std::string notice;               ///< Simulated or not; a map to correct together.
    std::vector<std::string> footer;  ///< Reading, scope, perimeter, source, version and seed.
    std::string description;          ///< For who cannot see the map.
    std::vector<std::string> stakes;  ///< Decided on by the territory.
};

[[nodiscard]] Texts write_texts(const metrics::Scope& scope, const Counts& counts,
                                const MapOptions& options);

}  // namespace maillage::drawing
