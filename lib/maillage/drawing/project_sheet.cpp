#include <algorithm>
#include <iterator>
#include <optional>
#include <span>

#include <maillage/base/numbers.hpp>
#include <maillage/drawing/frame.hpp>
#include <maillage/drawing/palette.hpp>
#include <maillage/drawing/project_card.hpp>
#include <maillage/drawing/project_sheet.hpp>
#include <maillage/drawing/text_width.hpp>
#include <maillage/drawing/words.hpp>

namespace maillage::drawing {

namespace {

using base::Words;

const Words apart_heading{"À part", "Apart"};
const Phrase more_projects{{"et {0} autre", "and {0} more"}, {"et {0} autres", "and {0} more"}};
const Words nothing_here{"aucun", "none"};

/// Sizes of type, from the largest: the first that holds every word is kept, else the last.
constexpr std::array<double, 6> zooms{1.6, 1.45, 1.3, 1.2, 1.1, 1.0};
/// What cards say, from the fullest; each column takes the first that holds its projects.
constexpr std::array<CardDetail, 6> details{
    {{4, 5, false}, {2, 2, false}, {3, 3, true}, {2, 2, true}, {2, 1, true}, {1, 1, true}}};
/// Lanes of cards across the sheet: a stage with many projects takes several.
constexpr std::size_t most_lanes = 8;
constexpr double most_apart = 0.4;  ///< Share of the height for what stands apart.

bool has_cut(const std::vector<Block>& cards, double width) {
    return std::ranges::any_of(cards, [&](const Block& card) {
        return std::ranges::any_of(card.items, [&](const Item& item) {
            return item.label.ends_with("…") ||
                   (item.shape == Shape::pennant && item.width > width);
        });
    });
}

/// The cards at one size of type.
class Arrangement {
  public:
    Arrangement(const ProjectScene& scene, base::Language language, const Style& style,
                const Rectangle& room, std::size_t lanes, const CardDetail& detail)
        : scene_(scene), language_(language), style_(style), room_(room), lanes_(lanes) {
        lane_width_ =
            (room.width() - gutter() * static_cast<double>(lanes - 1)) / static_cast<double>(lanes);
        for (std::size_t stage = 0; stage < open_stages; ++stage) {
            stages_[stage] = cards_of(stage, detail);
            stages_shown_ = stages_shown_ || !stages_[stage].empty();
        }
        share_lanes();
        set_apart(detail);
    }

    /// True when every project stands on the sheet.
    [[nodiscard]] bool fits() const {
        return stages_height() + apart_height() <= room_.height() && has_room_for_headings();
    }
    /// True when some name, or something that lacks, is not whole.
    [[nodiscard]] bool cuts() const {
        return has_cut(apart_, lane_width_) || std::ranges::any_of(stages_, [&](const auto& cards) {
                   return has_cut(cards, lane_width_);
               });
    }

    [[nodiscard]] bool has_room_for_headings() const {
        for (std::size_t stage = 0; stages_shown_ && stage < open_stages; ++stage)
            if (text_width(stage_words(stage, language_), heading_size(), Weight::bold) +
                    20 * style_.scale >
                lane_width_)
                return false;
        return true;
    }

    /// Draws what there is room for, each stage as fully as it can; gives the room left below.
    double draw(Drawing& drawing) {
        const double most_below = (stages_shown_ ? most_apart : 1) * room_.height();
        for (const CardDetail& detail : details)
            if (apart_height() > most_below) set_apart(detail);
        const double below = std::min(apart_height(), most_below);
        for (std::size_t stage = 0; stage < open_stages; ++stage)
            for (const CardDetail& detail : details) {
                stages_[stage] = cards_of(stage, detail);
                if (head() + height_of_stage(stage) <= room_.height() - below) break;
            }
        Block block(style_);
        if (stages_shown_) {
            write_stages(block, room_.height() - below);
            block.height = std::min(room_.height() - below, stages_height() + 2 * air());
        }
        const double above = block.height;
        if (!apart_.empty()) write_apart(block, below);
        put(drawing, block, {room_.left, room_.top});
        return room_.height() - above - below;
    }

  private:
    const ProjectScene& scene_;
    base::Language language_;
    Style style_;
    Rectangle room_;
    std::size_t lanes_;
    double lane_width_ = 0;
    std::array<std::size_t, open_stages> lanes_of_{1, 1, 1, 1, 1};
    std::array<std::vector<Block>, open_stages> stages_;
    std::vector<Block> apart_;
    bool stages_shown_ = false;

    /// Lanes beyond one a stage go to the stages whose lanes are the longest.
    void share_lanes() {
        for (std::size_t i = open_stages; i < lanes_; ++i) {
            std::size_t longest = 0;
            const auto per_lane = [&](std::size_t stage) {
                return static_cast<double>(stages_[stage].size()) /
                       static_cast<double>(lanes_of_[stage]);
            };
            for (std::size_t stage = 1; stage < open_stages; ++stage)
                if (per_lane(stage) > per_lane(longest)) longest = stage;
            ++lanes_of_[longest];
        }
    }
    [[nodiscard]] std::size_t per_lane(std::size_t stage) const {
        return (stages_[stage].size() + lanes_of_[stage] - 1) / lanes_of_[stage];
    }
    [[nodiscard]] double height_of_stage(std::size_t stage) const {
        double most = 0, height = 0;
        for (std::size_t i = 0; i < stages_[stage].size(); ++i) {
            if (i % per_lane(stage) == 0) height = 0;
            height += stages_[stage][i].height;
            most = std::max(most, height);
        }
        return most;
    }

    [[nodiscard]] std::vector<Block> cards_of(std::size_t group, const CardDetail& detail) const {
        std::vector<Block> cards;
        cards.reserve(scene_.groups[group].size());
        for (const Project& project : scene_.groups[group]) {
            cards.push_back(project_card(project, group, language_, style_, lane_width_, detail));
            cards.back().height += detail.compact ? air() / 2 : air();
        }
        return cards;
    }
    /// A compact card does not say the stage, which differs there.
    void set_apart(CardDetail detail) {
        detail.compact = false;
        apart_.clear();
        for (std::size_t group = open_stages; group < stage_groups; ++group)
            std::ranges::move(cards_of(group, detail), std::back_inserter(apart_));
    }

    [[nodiscard]] double gutter() const { return 11 * style_.scale; }
    [[nodiscard]] double air() const { return 6 * style_.scale; }
    [[nodiscard]] double head() const { return 19 * style_.scale; }
    [[nodiscard]] double heading_size() const { return style_.small() * 8 / 7; }
    [[nodiscard]] double left_of(std::size_t lane) const {
        return static_cast<double>(lane) * (lane_width_ + gutter());
    }

    [[nodiscard]] double stages_height() const {
        if (!stages_shown_) return 0;
        double most = style_.row();
        for (std::size_t stage = 0; stage < open_stages; ++stage)
            most = std::max(most, height_of_stage(stage));
        return head() + most;
    }

    [[nodiscard]] double row_height(std::size_t first) const {
        double height = 0;
        for (std::size_t i = first; i < std::min(first + lanes_, apart_.size()); ++i)
            height = std::max(height, apart_[i].height);
        return height;
    }

    [[nodiscard]] double apart_height() const {
        if (apart_.empty()) return 0;
        double height = head();
        for (std::size_t first = 0; first < apart_.size(); first += lanes_)
            height += row_height(first);
        return height;
    }

    void write_heading(Block& block, double left, double width, double top, std::string_view words,
                       std::optional<std::int64_t> count) const {
        const double size = heading_size(), y = top - head() * 0.35;
        block.text(left, y, words, {size, Weight::bold});
        if (count)
            block.text(left + width, y, base::readable(*count, language_),
                       {size * 1.15, Weight::bold, "#000000", Align::right});
        block.rule(left, left + width, top - head() + 6 * style_.scale, outline, 1.2);
    }

    void write_more(Block& block, double left, double top, std::size_t count) const {
        block.text(left, top - style_.row() / 2,
                   say(more_projects, static_cast<std::int64_t>(count), language_),
                   {style_.small(), Weight::regular, soft_ink});
    }

    void write_stages(Block& block, double most) const {
        std::size_t lane = 0;
        for (std::size_t stage = 0; stage < open_stages; lane += lanes_of_[stage++]) {
            const auto& cards = stages_[stage];
            write_heading(block, left_of(lane), left_of(lanes_of_[stage] - 1) + lane_width_, 0,
                          stage_words(stage, language_), static_cast<std::int64_t>(cards.size()));
            if (cards.empty())
                block.text(left_of(lane), -head() - style_.row() / 2, nothing_here.in(language_),
                           {style_.small(), Weight::regular, soft_ink});
            for (std::size_t i = 0; i < lanes_of_[stage]; ++i) {
                const std::size_t first = std::min(i * per_lane(stage), cards.size());
                const std::size_t last = std::min(first + per_lane(stage), cards.size());
                write_lane(block, std::span(cards).subspan(first, last - first), left_of(lane + i),
                           most);
            }
        }
    }

    void write_lane(Block& block, std::span<const Block> cards, double left, double most) const {
        double top = head();
        for (std::size_t i = 0; i < cards.size(); ++i) {
            const double rest = i + 1 < cards.size() ? style_.row() : 0;
            if (top + cards[i].height + rest > most + 0.1) {
                write_more(block, left, -top, cards.size() - i);
                return;
            }
            block.add(cards[i], left, -top);
            top += cards[i].height;
        }
    }

    void write_apart(Block& block, double most) const {
        const double start = block.height;
        std::string words(stages_shown_ ? apart_heading.in(language_) : std::string_view());
        for (std::size_t group = open_stages; group < stage_groups; ++group)
            if (const auto count = static_cast<std::int64_t>(scene_.groups[group].size()))
                words.append(words.empty() ? "" : " · ")
                    .append(stage_words(group, language_))
                    .append(" ")
                    .append(base::readable(count, language_));
        write_heading(block, 0, room_.width(), -start, words, std::nullopt);
        double top = head();
        for (std::size_t first = 0; first < apart_.size(); first += lanes_) {
            const bool is_last = first + lanes_ >= apart_.size();
            const double height = row_height(first);
            if (top + height + (is_last ? 0 : style_.row()) > most + 0.1) {
                write_more(block, 0, -start - top, apart_.size() - first);
                return;
            }
            for (std::size_t i = first; i < std::min(first + lanes_, apart_.size()); ++i)
                block.add(apart_[i], left_of(i - first), -start - top);
            top += height;
        }
    }
};

const std::array<Words, 4> advice{
    {{"Pour remplir cette feuille", "To fill in this sheet"},
     {"– experimentations.csv\u202f: un projet par ligne, avec ses membres "
      "(«\u202fmembres\u202f»).",
      "– experiments.csv: a project a line, with its members (“members”)."},
     {"– etapes_experimentation.csv\u202f: le jour où il est entré dans chaque étape.",
      "– experiment_stages.csv: the day when it entered each stage."},
     {"– appuis.csv et besoins.csv\u202f: ce qu’il a reçu, ce qui lui manque.",
      "– supports.csv and needs.csv: what it was given, what it lacks."}}};

/// Gives its height.
double write_advice(Drawing& drawing, const Frame& frame, const Rectangle& room,
                    base::Language language) {
    const Style style{frame.style.scale * 1.3};
    Block block(style);
    block.heading(0, advice[0].in(language));
    for (std::size_t i = 1; i < advice.size(); ++i) {
        block.paragraph(0, room.width(), advice[i].in(language), {style.small()}, 3);
        block.height += 2 * style.scale;
    }
    put(drawing, block, {room.left, room.top});
    return block.height;
}

/// Legend and blank box at the foot, side by side.
class Foot {
  public:
    Foot(const Frame& frame, const LegendParts& legend, const Texts& texts, base::Language language)
        : frame_(frame),
          texts_(texts),
          language_(language),
          width_(0.66 * (frame.body.width() - gap())),
          narrow_(legend_strip(legend, frame.style, width_)),
          wide_(legend_strip(legend, frame.style, frame.body.width())),
          height_(std::max(narrow_.height, 60 * frame.style.scale)) {}

    [[nodiscard]] Rectangle room() const {
        Rectangle room = frame_.body;
        room.bottom += height_ + 10 * frame_.style.scale;
        return room;
    }

    /// Much room left above goes to the box, which then stands above the legend, across the sheet.
    void draw(Drawing& drawing, double left_above) const {
        const Rectangle& body = frame_.body;
        if (left_above < 50 * frame_.style.scale) {
            put(drawing, narrow_, {body.left, body.bottom + height_});
            add_box(drawing,
                    {body.left + width_ + gap(), body.bottom, body.right, body.bottom + height_});
            return;
        }
        put(drawing, wide_, {body.left, body.bottom + wide_.height});
        const double bottom = body.bottom + wide_.height + 8 * frame_.style.scale;
        add_box(drawing, {body.left, bottom, body.right, body.bottom + height_ + left_above});
    }

  private:
    const Frame& frame_;
    const Texts& texts_;
    base::Language language_;
    double width_;
    Block narrow_, wide_;
    double height_;

    [[nodiscard]] double gap() const { return 14 * frame_.style.scale; }
    void add_box(Drawing& drawing, const Rectangle& box) const {
        put(drawing, blank_box(texts_.stakes, language_, frame_.style, box.width(), box.height()),
            {box.left, box.top});
    }
};

}  // namespace

namespace {

/// The roomiest arrangement that holds every project; else the tightest, which counts the others.
Arrangement arrange(const ProjectScene& scene, base::Language language, const Style& style,
                    const Rectangle& room) {
    const auto attempt = [&](double zoom, std::size_t lanes, const CardDetail& detail) {
        return Arrangement(scene, language, {style.scale * zoom}, room, lanes, detail);
    };
    for (const double zoom : zooms)
        for (std::size_t lanes = open_stages; lanes <= most_lanes; ++lanes) {
            Arrangement whole = attempt(zoom, lanes, details.front());
            if (whole.fits() && !whole.cuts()) return whole;
        }
    std::size_t widest = open_stages;
    for (const CardDetail& detail : details)
        for (std::size_t lanes = open_stages; lanes <= most_lanes; ++lanes) {
            Arrangement cut = attempt(1, lanes, detail);
            if (cut.fits()) return cut;
            if (cut.has_room_for_headings()) widest = lanes;
        }
    return attempt(1, widest, details.back());
}

}  // namespace

Drawing project_sheet(const ProjectScene& scene, const LegendParts& legend, const Texts& texts,
                      const MapOptions& options) {
    Drawing drawing;
    const Frame frame = start_sheet(drawing, texts, options, 0);
    const Foot foot(frame, legend, texts, options.language);
    const Rectangle room = foot.room();
    double left_above = 0;
    if (scene.size() == 0)
        left_above = room.height() - write_advice(drawing, frame, room, options.language);
    else
        left_above = arrange(scene, options.language, frame.style, room).draw(drawing);
    foot.draw(drawing, left_above);
    return drawing;
}

}  // namespace maillage::drawing
