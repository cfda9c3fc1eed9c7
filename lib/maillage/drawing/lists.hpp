#pragma once

#include <optional>
#include <string>
#include <vector>

#include <maillage/base/language.hpp>
#include <maillage/drawing/block.hpp>
#include <maillage/drawing/scene.hpp>

namespace maillage::drawing {

/// Symbols that bear a number, in the order of their numbers 1, 2...; the names stand in the
/// margin, in three columns, by kind. Nothing when they do not fit in the height.
[[nodiscard]] std::optional<Block> index_of_names(const Scene& scene,
                                                  const std::vector<std::uint32_t>& numbered,
                                                  base::Language language, const Style& style,
                                                  const Rectangle& room);

/// All alliances, with the letters of their diamonds; or only those without news, when the map
/// does not show alliances one by one.
enum class Listed : std::uint8_t { all_with_letters, silent };

/// Alliances by name, each with the letter of its diamond, and boxes to tick for those that have
/// not ended. Those without news come first: they are the question to ask.
struct AllianceList {
    Block block;
    std::vector<std::string> letters;  ///< Per alliance of the scene; empty: not listed.
};
[[nodiscard]] AllianceList list_of_alliances(const Scene& scene, Listed what,
                                             base::Language language, const Style& style,
                                             const Rectangle& room);

/// A row of another list: what stands before the words, the words, what stands at the end.
struct ListRow {
    std::string mark, words, figure;
    std::string brief{};  ///< Words for where there is little room; empty: the same.
};

/// A list under its heading, in one or two columns; what does not fit is counted below it, and no
/// list is made where next to none would fit.
[[nodiscard]] Block list_of_rows(std::string_view heading, const std::vector<ListRow>& rows,
                                 base::Language language, const Style& style,
                                 const Rectangle& room);

}  // namespace maillage::drawing
