#pragma once

#include <cstdint>
#include <vector>

#include <maillage/atlas/json_text.hpp>
#include <maillage/atlas/write_network.hpp>
#include <maillage/metrics/run.hpp>
#include <maillage/report/document.hpp>

namespace maillage::atlas {

/// The figures of a page: of everything, of its territories, and year by year.
struct Figures {
    metrics::Request request;  ///< Of `whole`: everything, or the first territory asked for.
    metrics::Values whole;     ///< With the verdicts of page one tried.
    metrics::Values territories;
    metrics::Values years;
    metrics::Calendar calendar;
    std::vector<model::TerritoryId> rows;  ///< Of the table of territories.
    bool years_of_territories = false;     ///< `years` holds them beside the whole.

    /// An actor that alone holds parts of the network of alliances together, in at least 80 draws
    /// of 100 without a tenth of the alliances.
    struct Fragile {
        std::uint32_t actor;
        std::int64_t parts;
        std::int64_t kept;  ///< Draws of 100.
    };
    std::vector<Fragile> fragile;
};

/// The territories of the table: those asked for; of one or of everything, those below it that are
/// the seat of some actor, level by level, the widest first, up to 200.
[[nodiscard]] std::vector<model::TerritoryId> territories_of(const model::Dataset& data,
                                                             const metrics::Request& request);

/// Everything is computed by `metrics::compute`: as `report` does for the same request.
///
/// Undefined  Fragile actors are not looked for among more than 20,000 alliances.
/// Cost       That of `metrics::compute`; beyond 5,000 memberships of alliances, territories and
///            years leave out what takes more than linear time.
[[nodiscard]] Figures compute_figures(const model::Dataset& data, const metrics::Request& request,
                                      const privacy::Naming& naming,
                                      const std::vector<model::TerritoryId>& rows);

/// Members of the object under way: `metrics`, `keys`, `said`, `periods`, `figures`.
void write_figures(JsonText& json, const Figures& figures, const model::Dataset& data,
                   const Places& places);

}  // namespace maillage::atlas
