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
    std::string nothing;              ///< Written on a map without any relation.
};

/// "In 2025, " for a whole year, "On 31 January 2018, " for any other window, nothing without
/// dates.
[[nodiscard]] std::string moment(const metrics::Scope& scope, base::Language language);
/// A sentence whose first letter opens it, where nothing stands before it.
[[nodiscard]] std::string opened(std::string sentence);
/// Joins with a middle dot what is not empty.
void join(std::string& text, const std::string& more);

/// What every view says around its map. Title and description are its own, so is the `reading` that
/// opens the footer. `scope_said` tells what is counted; empty: the actors of the list.
[[nodiscard]] Texts texts_around(const metrics::Scope& scope, metrics::Attribution attribution,
                                 const MapOptions& options, const std::string& reading,
                                 const std::string& scope_said = {});

/// The texts of the network view.
[[nodiscard]] Texts write_texts(const metrics::Scope& scope, const Counts& counts,
                                const MapOptions& options);

}  // namespace maillage::drawing
