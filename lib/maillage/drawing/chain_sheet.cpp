#include <algorithm>
#include <cmath>
#include <numeric>

#include <maillage/drawing/chain_cells.hpp>
#include <maillage/drawing/chain_sheet.hpp>
#include <maillage/drawing/frame.hpp>
#include <maillage/drawing/palette.hpp>
#include <maillage/drawing/text_width.hpp>
#include <maillage/drawing/words.hpp>

namespace maillage::drawing {

namespace {

using base::Words;

const std::array<Words, chain_links + 1> headings{{{"Enjeu", "Stake"},
                                                   {"Rencontres", "Meetings"},
                                                   {"Alliances", "Alliances"},
                                                   {"Expérimentations", "Experiments"}}};
const Words next_step{"La suite :", "What next:"};
const Phrase more_stakes{
    {"et {0} autre enjeu, faute de place : {1}", "and {0} more stake, for want of room: {1}"},
    {"et {0} autres enjeux, faute de place : {1}", "and {0} more stakes, for want of room: {1}"}};

/// Sizes of type, from the largest: the first that holds every name is kept, else the last.
constexpr std::array<double, 6> zooms{1.6, 1.45, 1.3, 1.2, 1.1, 1.0};
/// Room that is left goes to lines to write on, then between rows; in points on A4.
constexpr double most_blank_lines = 3, most_spread = 12;

/// The table at one size of type in one room.
class Table {
  public:
    Table(const ChainScene& scene, base::Language language, const Style& style,
          const Rectangle& room)
        : scene_(scene), language_(language), style_(style), room_(room) {
        set_columns();
        for (const ChainRow& row : scene.rows) {
            Height height;
            height.least =
                stake_cell(row, scene.registry, style_, width_of(0)).height - blank_line();
            for (std::size_t link = 0; link < chain_links; ++link) {
                const ChainCell& cell = row.cells[link];
                const Block all = cell_block(cell, link, 1e9);
                const double whole = all.height;
                cuts_ = cuts_ || has_cut(all);
                height.least = std::max(height.least, std::min(whole, least_lines * style_.row()));
                height.wished = std::max(height.wished, whole);
            }
            height.wished = std::max(height.wished, height.least);
            heights_.push_back(height);
        }
    }

    [[nodiscard]] bool holds_everything() const {
        return !cuts_ && sum(heights_.size(), 1e9) <= room_.height() - head();
    }

    /// Draws as many stakes as there is room for.
    void draw(Drawing& drawing) {
        std::size_t rows = heights_.size();
        const double all = room_.height() - head();
        while (rows > 1 && sum(rows, 0) > all - (rows < heights_.size() ? style_.row() * 1.5 : 0))
            --rows;
        const double most = all - (rows < heights_.size() ? style_.row() * 1.5 : 0);
        double cap = 0;
        const double step = style_.row() / 4;
        while (cap < 2 * room_.height() && sum(rows, cap + step) <= most) cap += step;
        const double rest = (most - sum(rows, cap)) / static_cast<double>(rows);
        const auto lines = std::min(most_blank_lines, 1 + std::floor(rest / blank_line()));
        const double spread =
            std::min(rest - (lines - 1) * blank_line(), most_spread * style_.scale);
        Block block(style_);
        write_head(block);
        for (std::size_t i = 0; i < rows; ++i)
            write_row(block, scene_.rows[i], heights_[i].within(cap), spread, lines);
        if (rows < heights_.size()) write_more(block, rows);
        put(drawing, block, {room_.left, room_.top});
    }

    /// Lines to be filled in by hand.
    void draw_blank(Drawing& drawing) const {
        Block block(style_);
        write_head(block);
        const double row = 3 * blank_line();
        while (block.height + row <= room_.height()) {
            block.height += row;
            block.rule(0, room_.width(), -block.height, frame_line);
        }
        put(drawing, block, {room_.left, room_.top});
    }

  private:
    struct Height {
        double least = 0, wished = 0;
        [[nodiscard]] double within(double cap) const {
            return std::max(least, std::min(wished, cap));
        }
    };
    static constexpr double least_lines = 3;

    const ChainScene& scene_;
    base::Language language_;
    Style style_;
    Rectangle room_;
    std::array<double, chain_links + 1> lefts_{}, rights_{};
    std::vector<Height> heights_;  ///< Per stake, of what is written; not of the line to write on.

    bool cuts_ = false;  ///< A name does not fit in its lines.

    static bool has_cut(const Block& block) {
        return std::ranges::any_of(block.items,
                                   [](const Item& item) { return item.label.ends_with("…"); });
    }

    [[nodiscard]] double gutter() const { return 8 * style_.scale; }
    [[nodiscard]] double head() const { return 16 * style_.scale; }
    [[nodiscard]] double air() const { return 3.5 * style_.scale; }
    [[nodiscard]] double blank_line() const { return 14 * style_.scale; }
    [[nodiscard]] double width_of(std::size_t column) const {
        return rights_[column] - lefts_[column];
    }
    [[nodiscard]] Block cell_block(const ChainCell& cell, std::size_t link,
                                   double most_height) const {
        return chain_cell(cell, language_, style_, width_of(link + 1), most_height);
    }

    void set_columns() {
        std::array<double, chain_links + 1> wishes{};
        double longest = 12;
        for (const ChainRow& row : scene_.rows)
            longest = std::max(longest, text_width(row.stake, 1.2, Weight::bold));
        wishes[0] = std::clamp(longest, 12.0, 18.0);
        for (std::size_t link = 0; link < chain_links; ++link)
            wishes[link + 1] = wish_of(scene_, link) + 8;
        const double all = std::accumulate(wishes.begin(), wishes.end(), 0.0);
        const double width = room_.width() - gutter() * static_cast<double>(chain_links);
        double left = 0;
        for (std::size_t i = 0; i < wishes.size(); ++i) {
            lefts_[i] = left;
            rights_[i] = left + wishes[i] / all * width;
            left = rights_[i] + gutter();
        }
    }

    /// Of the rows, with their blank lines, when none is higher than it must beyond `cap`.
    [[nodiscard]] double sum(std::size_t rows, double cap) const {
        double sum = 0;
        for (std::size_t i = 0; i < rows; ++i)
            sum += heights_[i].within(cap) + 2 * air() + blank_line();
        return sum;
    }

    void write_head(Block& block) const {
        for (std::size_t i = 0; i < headings.size(); ++i) {
            const double left = lefts_[i] + (i == 0 ? 0 : count_width * style_.scale);
            const std::string_view heading = headings[i].in(language_);
            const double size = style_.small() * 8 / 7;
            block.text(left, -head() * 0.4, heading, {size, Weight::bold});
        }
        block.height = head();
        block.rule(0, room_.width(), -head() + 3 * style_.scale, outline, 1.2);
    }

    void write_row(Block& block, const ChainRow& row, double height, double spread,
                   double lines) const {
        const double top = block.height + air();
        block.add(stake_cell(row, scene_.registry, style_, width_of(0)), lefts_[0], -top);
        for (std::size_t link = 0; link < chain_links; ++link)
            block.add(cell_block(row.cells[link], link, height), lefts_[link + 1], -top);
        block.height = top + height + spread + air();
        const double left = lefts_[1] + count_width * style_.scale;
        const double label = text_width(next_step.in(language_), style_.small()) + 5 * style_.scale;
        for (double line = 0; line < lines; ++line) {
            block.height += blank_line();
            const double y = -block.height + 4 * style_.scale;
            if (line == 0)
                block.text(left, y + 2.5 * style_.scale, next_step.in(language_),
                           {style_.small(), Weight::regular, soft_ink});
            block.rule(line == 0 ? left + label : left, room_.width(), y, frame_line);
        }
        block.rule(0, room_.width(), -block.height, soft_ink, 0.6);
    }

    void write_more(Block& block, std::size_t rows) const {
        std::string names;
        for (std::size_t i = rows; i < scene_.rows.size(); ++i)
            names.append(names.empty() ? "" : ", ").append(scene_.rows[i].stake);
        block.height += style_.row() * 0.4;
        block.paragraph(0, room_.width(),
                        say(more_stakes, static_cast<std::int64_t>(scene_.rows.size() - rows),
                            language_, {names}),
                        {style_.small(), Weight::regular, soft_ink}, 1);
    }
};

}  // namespace

namespace {

const Words to_fill_in{"Pour remplir cette feuille", "To fill in this sheet"};
const std::array<Words, 4> advice{
    {{"– rencontres.csv, partenariats.csv, experimentations.csv : la colonne « themes » dit de "
      "quels "
      "enjeux il s’agit, par exemple « mobilité|logement ».",
      "– events.csv, partnerships.csv, experiments.csv: the column “themes” says which stakes they "
      "are about, for instance “mobility|housing”."},
     {"– enjeux.csv, colonnes « acteur » et « enjeu » : qui tient à quoi.",
      "– stakes.csv, columns “actor” and “stake”: who cares about what."},
     {"– enjeux_territoire.csv, colonnes « territoire » et « enjeu » : ce que le territoire a "
      "décidé.",
      "– territory_stakes.csv, columns “territory” and “stake”: what the territory decided on."},
     {"– Sans fichier : écrivez ci-dessous, à la main, les enjeux dont on parle.",
      "– Without a file: write below, by hand, the stakes that people talk about."}}};

/// What to fill in, and where it stops.
Block advice_block(base::Language language, const Style& style, double width) {
    Block block(style);
    block.heading(0, to_fill_in.in(language));
    for (const Words& words : advice) {
        block.paragraph(0, width, words.in(language), {style.small()}, 3);
        block.height += 2 * style.scale;
    }
    block.height += 8 * style.scale;
    return block;
}

}  // namespace

Drawing chain_sheet(const ChainScene& scene, const LegendParts& legend, const Texts& texts,
                    const MapOptions& options) {
    Drawing drawing;
    const Frame frame = start_sheet(drawing, texts, options, 0);
    const Block key = legend_strip(legend, frame.style, frame.body.width());
    put(drawing, key, {frame.body.left, frame.body.bottom + key.height});
    Rectangle room = frame.body;
    room.bottom += key.height + 11 * frame.style.scale;
    if (scene.rows.empty()) {
        const Style style{frame.style.scale * 1.3};
        const Block block = advice_block(options.language, style, room.width());
        put(drawing, block, {room.left, room.top});
        room.top -= block.height;
        Table(scene, options.language, style, room).draw_blank(drawing);
        return drawing;
    }
    for (const double zoom : zooms) {
        Table table(scene, options.language, {frame.style.scale * zoom}, room);
        if (zoom > zooms.back() && !table.holds_everything()) continue;
        table.draw(drawing);
        break;
    }
    return drawing;
}

}  // namespace maillage::drawing
