#pragma once

#include <optional>
#include <string>
#include <vector>

#include <maillage/drawing/block.hpp>
#include <maillage/drawing/merged.hpp>
#include <maillage/drawing/scene.hpp>

namespace maillage::drawing {

/// What the legend says beside the counts.
struct LegendFacts {
    base::Language language = base::Language::english;
    bool dated = true;
    int year = 0;  ///< Of the last day.
    int silent_months = 12;
    std::int64_t refused = 0;    ///< Rows left out while loading.
    std::int64_t not_named = 0;  ///< Isolated actors that the index could not hold.
    std::int64_t not_drawn = 0;  ///< Alliances that the sheet could not hold.
    std::int64_t merged_persons = 0, person_symbols = 0, pseudonyms = 0;
    bool several = false;  ///< Some diamond bears a number.
    const MergedScene* merged = nullptr;
};

/// Shapes, states and what is left out, in words with counts; a row whose count is 0 is left out.
[[nodiscard]] Block legend(const Counts& counts, const LegendFacts& facts, const Style& style,
                           double width);

/// The blank box « Ce qui manque sur cette carte », with a line per stake.
[[nodiscard]] Block blank_box(const std::vector<std::string>& stakes, base::Language language,
                              const Style& style, double width, double height);

}  // namespace maillage::drawing
