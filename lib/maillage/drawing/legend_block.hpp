#pragma once

#include <string>
#include <vector>

#include <maillage/base/language.hpp>
#include <maillage/drawing/block.hpp>

namespace maillage::drawing {

/// A piece of the map as it stands beside its words, centred at (0, 0), in points on A4.
struct Sign {
    std::vector<Item> items;
    std::vector<Line> lines;  ///< Between these items.
    double gutter = 0;        ///< Room for the sign; 0: words alone.
};

struct LegendRow {
    Sign sign;
    std::string words;
};

struct LegendPart {
    std::string heading;
    std::vector<LegendRow> rows;  ///< None: the part is left out, heading included.
};

/// What a legend says, before anybody thinks of a sheet.
struct LegendParts {
    LegendPart symbols, relations;  ///< Side by side where the legend is wide.
    LegendPart hidden;              ///< What is not drawn, and why.
};

/// One item as a sign.
[[nodiscard]] Sign sign_of(const Item& item);
/// A relation on a piece of its line; `line` says how it is drawn.
[[nodiscard]] Sign sign_of(const Item& relation, const Line& line);

[[nodiscard]] Block legend_block(const LegendParts& parts, const Style& style, double width);

/// The same on a few lines across a sheet: each part runs on behind its heading.
[[nodiscard]] Block legend_strip(const LegendParts& parts, const Style& style, double width);

/// The blank box « Ce qui manque sur cette carte », with a line per stake.
[[nodiscard]] Block blank_box(const std::vector<std::string>& stakes, base::Language language,
                              const Style& style, double width, double height);

}  // namespace maillage::drawing
