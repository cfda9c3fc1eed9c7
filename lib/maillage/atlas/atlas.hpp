#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <maillage/base/language.hpp>
#include <maillage/drawing/map.hpp>
#include <maillage/metrics/run.hpp>
#include <maillage/model/dataset.hpp>
#include <maillage/model/outlines.hpp>
#include <maillage/privacy/naming.hpp>

namespace maillage::atlas {

struct AtlasOptions {
    drawing::Citizens citizens = drawing::Citizens::automatic;
    base::Language language = base::Language::english;  ///< In which the page opens.
    std::uint64_t seed = 1;                             ///< Of the positions.
    std::uint64_t errors = 0, warnings = 0;             ///< Issues of loading.
    std::vector<model::Outline> outlines;               ///< Of territories; may be empty.
};

/// False in a build without the viewer (cmake/maillage_atlas.cmake).
[[nodiscard]] bool is_available();

/// Writes one HTML file to be opened from disk: network, territories, trends, projects, method and
/// sources, in French and English. It asks for nothing from outside, and holds nothing but what it
/// shows: natural persons are merged by kind and seat, or stand under pseudonyms.
///
/// The figures are those of `metrics::compute` for the request, as `report` prints them; the whole
/// dataset comes first, then the territories of the request, or those of the data when it names
/// none.
///
/// Random   Stream `graph.layout` of `seed`; same data, same bytes on any number of threads.
/// Errors   InputError in a build without the viewer; UsageError when no outline is of a territory
///          that the atlas shows.
/// Cost     That of `metrics::compute`, and O((n + m) log n) for each step of the layout.
[[nodiscard]] std::string write_atlas(const model::Dataset& data, const metrics::Request& request,
                                      const privacy::Naming& naming, const AtlasOptions& options);

}  // namespace maillage::atlas
