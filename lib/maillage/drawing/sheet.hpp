#pragma once

#include <array>
#include <functional>
#include <optional>
#include <span>

#include <maillage/drawing/frame.hpp>
#include <maillage/drawing/layout.hpp>
#include <maillage/drawing/legend_block.hpp>
#include <maillage/drawing/lists.hpp>
#include <maillage/drawing/merged.hpp>
#include <maillage/drawing/scene.hpp>
#include <maillage/drawing/texts.hpp>

namespace maillage::drawing {

/// How the relations of a scene are drawn and placed, where that is not as in the network view.
struct Manner {
    /// The symbol of a relation, its label on it.
    std::function<Item(const Alliance&, const Style&)> relation;
    std::function<Line(const Alliance&, std::uint32_t from, std::uint32_t to)> line;
    std::function<Placement(std::span<const Body>, std::span<const Tied>, const Rectangle&)> place;
};

/// A list of the margin, in the place of that of the alliances.
struct MarginList {
    std::string heading;
    std::vector<ListRow> rows;
};

/// Everything a sheet is made from.
struct Matter {
    const LegendParts& legend;
    const Scene& scene;
    const Texts& texts;
    const MapOptions& options;
    const Manner* manner = nullptr;
    const MarginList* list = nullptr;
};

/// Where names stand: below symbols, or in an index by numbers, of all or of those with ties.
enum class Names : std::uint8_t { beside, numbered, numbered_with_ties };

/// Where the legend of a landscape sheet stands: in the margin, or below the map when the index
/// needs the whole margin.
enum class LegendPlace : std::uint8_t { margin, below_map };

/// Shares of the sheet that the margin may take; the first that holds its text is kept.
inline constexpr std::array<double, 4> margin_shares{0.32, 0.37, 0.42, 0.5};

/// A sheet whose symbols are actors; nothing when names or symbols do not fit with a margin of that
/// share.
[[nodiscard]] std::optional<Drawing> network_sheet(const Matter& matter, Names names,
                                                   LegendPlace legend, double share);

/// The first arrangement that holds everything, from the roomiest to the tightest, names standing
/// in no other way than these; nothing when there are more symbols than a sheet of paper holds to
/// be read.
[[nodiscard]] std::optional<Drawing> network_sheet(const Matter& matter,
                                                   std::span<const Names> ways);
inline constexpr std::array all_names{Names::beside, Names::numbered, Names::numbered_with_ties};

/// Keeps the alliances that stand for most, running before ended, where they would hide the few
/// actors of a scene; gives the number left out.
std::int64_t keep_largest_of_few(Scene& scene);

/// A sheet whose symbols are cards of territories; nothing when they do not fit.
[[nodiscard]] std::optional<Drawing> merged_sheet(const Matter& matter, const MergedScene& merged,
                                                  double share);

/// The most cards and diamonds of a merged map on a paper, from the fullest sheet to the barest.
[[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> merged_sizes(Paper paper);

/// What stands in the margin of a sheet.
struct Margin {
    std::vector<std::uint32_t> numbered;  ///< Symbols of the index, in order.
    Listed listed = Listed::all_with_letters;
    LegendParts legend;
    LegendPlace legend_place = LegendPlace::margin;
};

/// Puts index, list of alliances, legend and blank box in the margin; gives the letters of the
/// alliances, or nothing when they do not fit. A legend below the map takes its room from it.
[[nodiscard]] std::optional<std::vector<std::string>> fill_margin(Drawing& sheet, Frame& frame,
                                                                  const Matter& matter,
                                                                  const Margin& margin);

}  // namespace maillage::drawing
