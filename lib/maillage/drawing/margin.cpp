#include <algorithm>

#include <maillage/drawing/sheet.hpp>

namespace maillage::drawing {

namespace {

/// Share of the legend where it stands beside lists, or beside the blank box.
constexpr double legend_share = 0.42, share_below_map = 0.6;

class Filler {
  public:
    Filler(Drawing& sheet, Frame& frame, const Matter& matter, const Margin& margin)
        : sheet_(sheet),
          frame_(frame),
          matter_(matter),
          margin_(margin),
          language_(matter.options.language),
          lists_(frame.margin) {}

    std::optional<std::vector<std::string>> run() {
        place_legend();
        const auto letters = write_lists();
        if (!letters) return std::nullopt;
        if (frame_.landscape && !is_below_map()) stack_below_lists();
        // On a portrait sheet the blank box may have more room below the lists.
        const Rectangle other{lists_.left, lists_.bottom, lists_.right, lists_.top - used_};
        if (!frame_.landscape && other.height() > box_.height()) box_ = other;
        if (legend_corner_.y - legend_->height < lowest_of_legend() - 0.1) return std::nullopt;
        if (box_.height() < least_box() - 0.1) return std::nullopt;
        put(sheet_, *legend_, {legend_corner_.x, legend_corner_.y});
        put(sheet_,
            blank_box(matter_.texts.stakes, language_, style(), box_.width(), box_.height()),
            {box_.left, box_.top});
        return letters;
    }

  private:
    Drawing& sheet_;
    Frame& frame_;
    const Matter& matter_;
    const Margin& margin_;
    base::Language language_;
    Rectangle lists_, box_;
    Point legend_corner_;
    std::optional<Block> legend_;
    double used_ = 0;  ///< By the lists, from their top.

    [[nodiscard]] const Style& style() const { return frame_.style; }
    [[nodiscard]] double lowest_of_legend() const {
        return is_below_map() ? frame_.page.bottom : frame_.margin.bottom;
    }
    [[nodiscard]] double air() const { return 7 * style().scale; }
    [[nodiscard]] double gutter() const { return 14 * style().scale; }
    [[nodiscard]] double least_box() const { return 62 * style().scale; }
    [[nodiscard]] bool is_below_map() const {
        return frame_.landscape && margin_.legend_place == LegendPlace::below_map;
    }

    void place_legend() {
        const Rectangle& room = is_below_map() ? frame_.map : frame_.margin;
        const double share = is_below_map() ? share_below_map : legend_share;
        const bool beside = is_below_map() || !frame_.landscape;
        const double width = beside ? share * (room.width() - gutter()) : room.width();
        legend_ = legend_block(margin_.legend, style(), width);
        if (is_below_map()) {
            const double height = std::max(legend_->height, least_box());
            const double top = room.bottom + height;
            legend_corner_ = {room.left, top};
            box_ = {room.left + width + gutter(), room.bottom, room.right, top};
            frame_.map.bottom = top + air();
        } else if (frame_.landscape) {
            lists_.bottom = room.bottom + legend_->height + least_box() + 2 * air();
        } else {
            lists_.right = room.right - width - gutter();
            legend_corner_ = {lists_.right + gutter(), room.top};
            box_ = {legend_corner_.x, room.bottom, room.right, room.top - legend_->height - air()};
        }
    }

    std::optional<std::vector<std::string>> write_lists() {
        if (!margin_.numbered.empty()) {
            const auto index =
                index_of_names(matter_.scene, margin_.numbered, language_, style(), lists_);
            if (!index) return std::nullopt;
            put(sheet_, *index, {lists_.left, lists_.top});
            used_ = index->height + air();
        }
        const Rectangle room{lists_.left, lists_.bottom, lists_.right, lists_.top - used_};
        AllianceList list{Block(style()), std::vector<std::string>(matter_.scene.alliances.size())};
        if (matter_.list != nullptr)
            list.block =
                list_of_rows(matter_.list->heading, matter_.list->rows, language_, style(), room);
        else
            list = list_of_alliances(matter_.scene, margin_.listed, language_, style(), room);
        put(sheet_, list.block, {lists_.left, lists_.top - used_});
        if (list.block.height > 0) used_ += list.block.height + 1.5 * air();
        return std::move(list.letters);
    }

    void stack_below_lists() {
        const Rectangle& room = frame_.margin;
        legend_corner_ = {room.left, room.top - used_};
        box_ = {room.left, room.bottom, room.right, legend_corner_.y - legend_->height - air()};
    }
};

}  // namespace

std::optional<std::vector<std::string>> fill_margin(Drawing& sheet, Frame& frame,
                                                    const Matter& matter, const Margin& margin) {
    return Filler(sheet, frame, matter, margin).run();
}

}  // namespace maillage::drawing
