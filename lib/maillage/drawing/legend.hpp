#pragma once

#include <maillage/drawing/legend_block.hpp>
#include <maillage/drawing/merged.hpp>
#include <maillage/drawing/scene.hpp>
#include <maillage/drawing/words.hpp>

namespace maillage::drawing {

/// What the legend says beside the counts.
struct LegendFacts {
    base::Language language = base::Language::english;
    bool dated = true;
    int year = 0;  ///< Of the last day.
    int silent_months = 12;
    std::int64_t refused = 0;    ///< Rows left out while loading.
    std::int64_t not_drawn = 0;  ///< Alliances that the sheet could not hold.
    std::int64_t merged_persons = 0, person_symbols = 0, pseudonyms = 0;
    bool several = false;  ///< Some diamond bears a number.
    const MergedScene* merged = nullptr;
};

/// What the scene and the request tell.
[[nodiscard]] LegendFacts legend_facts(const metrics::Scope& scope, const Counts& counts,
                                       const Scene& scene, const MapOptions& options);

/// Shapes, states and what is left out, in words with counts; a row whose count is 0 is left out.
[[nodiscard]] LegendParts legend(const Counts& counts, const LegendFacts& facts);

/// Pieces of it that other views share.
[[nodiscard]] LegendPart legend_of_kinds(const Counts& counts, base::Language language);
/// A row of words with a count, left out when the count is 0.
void add_row(LegendPart& part, const Phrase& phrase, std::int64_t count, base::Language language,
             Sign sign = {}, const std::vector<std::string>& others = {});

}  // namespace maillage::drawing
