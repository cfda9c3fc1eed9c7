#include <maillage/drawing/sheet.hpp>

namespace maillage::drawing {

namespace {

/// Shares of a portrait margin: lists on the left, legend on the right.
constexpr double legend_share = 0.42;

}  // namespace

std::optional<std::vector<std::string>> fill_margin(Drawing& sheet, const Frame& frame,
                                                    const Matter& matter, const Margin& margin) {
    const Style& style = frame.style;
    const Rectangle& room = frame.margin;
    const base::Language language = matter.options.language;
    const double gutter = 14 * style.scale, air = 7 * style.scale, least_box = 62 * style.scale;
    const double legend_width =
        frame.landscape ? room.width() : legend_share * (room.width() - gutter);
    const Block words = legend(matter.counts, margin.facts, style, legend_width);

    Rectangle lists = room;
    if (frame.landscape)
        lists.bottom = room.bottom + words.height + least_box + 2 * air;
    else
        lists.right = room.right - legend_width - gutter;
    double used = 0;
    if (!margin.numbered.empty()) {
        const auto index = index_of_names(matter.scene, margin.numbered, language, style, lists);
        if (!index) return std::nullopt;
        put(sheet, *index, {lists.left, lists.top});
        used = index->height + air;
    }
    AllianceList list =
        list_of_alliances(matter.scene, margin.listed, language, style,
                          {lists.left, lists.bottom, lists.right, lists.top - used});
    put(sheet, list.block, {lists.left, lists.top - used});
    if (list.block.height > 0) used += list.block.height + 1.5 * air;

    const double left = frame.landscape ? room.left : lists.right + gutter;
    const double top = frame.landscape ? room.top - used : room.top;
    put(sheet, words, {left, top});
    // The blank box takes what is left below the legend, or below the lists when that is more.
    Rectangle box{left, room.bottom, left + legend_width, top - words.height - air};
    const Rectangle other{lists.left, room.bottom, lists.right, lists.top - used};
    if (!frame.landscape && other.height() > box.height()) box = other;
    if (box.height() < least_box - 0.1) return std::nullopt;
    put(sheet, blank_box(matter.texts.stakes, language, style, box.width(), box.height()),
        {box.left, box.top});
    return std::move(list.letters);
}

}  // namespace maillage::drawing
