#include <algorithm>
#include <numeric>
#include <span>

#include <maillage/base/text.hpp>
#include <maillage/drawing/lists.hpp>
#include <maillage/drawing/palette.hpp>
#include <maillage/drawing/symbols.hpp>
#include <maillage/drawing/text_width.hpp>
#include <maillage/drawing/words.hpp>

namespace maillage::drawing {

namespace {

constexpr std::size_t index_columns = 3;

/// Deals blocks into columns of equal height, in reading order; a block says whether it may stand
/// last in a column.
struct Piece {
    Block block;
    bool keeps_next = false;
};

double column_height(const std::vector<Piece>& pieces, std::size_t first, std::size_t last) {
    double height = 0;
    for (std::size_t i = first; i < last; ++i) height += pieces[i].block.height;
    return height;
}

/// Where each column begins when none is higher than `limit`; nothing when they are not enough.
std::optional<std::vector<std::size_t>> deal(const std::vector<Piece>& pieces, std::size_t columns,
                                             double limit) {
    std::vector<std::size_t> starts{0};
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const std::size_t last = pieces[i].keeps_next ? std::min(i + 2, pieces.size()) : i + 1;
        if (i > starts.back() && column_height(pieces, starts.back(), last) > limit + 0.01) {
            if (starts.size() == columns) return std::nullopt;
            starts.push_back(i);
        }
    }
    if (column_height(pieces, starts.back(), pieces.size()) > limit + 0.01) return std::nullopt;
    return starts;
}

std::optional<Block> in_columns(const std::vector<Piece>& pieces, std::size_t columns,
                                const Style& style, double width, double gutter, double most) {
    const double all = column_height(pieces, 0, pieces.size());
    const double step = style.row() / 2;
    for (double limit = all / static_cast<double>(columns); limit <= most; limit += step) {
        const auto starts = deal(pieces, columns, limit);
        if (!starts) continue;
        Block block(style);
        for (std::size_t c = 0; c < starts->size(); ++c) {
            const std::size_t last = c + 1 < starts->size() ? (*starts)[c + 1] : pieces.size();
            const double left = static_cast<double>(c) * (width + gutter);
            double top = 0;
            for (std::size_t i = (*starts)[c]; i < last; ++i) {
                block.add(pieces[i].block, left, -top);
                top += pieces[i].block.height;
            }
            block.height = std::max(block.height, top);
        }
        return block;
    }
    return std::nullopt;
}

Piece kind_heading(const Symbol& symbol, base::Language language, const Style& style,
                   double width) {
    Piece piece{Block(style), true};
    const bool elsewhere = symbol.membership == Membership::elsewhere;
    const std::string_view words =
        elsewhere ? words::elsewhere_heading.in(language)
                  : model::kinds[static_cast<std::size_t>(symbol.kind)].plural.in(language);
    const double middle = -style.row() * 0.8, size = 6.5 * style.scale;
    Item sample = actor_item(symbol, size);
    sample.fill =
        elsewhere ? std::string_view() : looks[static_cast<std::size_t>(symbol.kind)].fill;
    if (elsewhere) sample.shape = Shape::circle;
    sample.rim = outline;
    sample.rim_width = 0.6;
    sample.centre = {5 * style.scale, middle};
    piece.block.symbol(sample);
    const double left = 12 * style.scale;
    piece.block.height = style.row() * 0.3;
    piece.block.paragraph(left, width - left, words, {style.small(), Weight::bold}, 2);
    piece.block.height += style.row() * 0.1;
    return piece;
}

std::vector<Piece> index_pieces(const Scene& scene, const std::vector<std::uint32_t>& numbered,
                                base::Language language, const Style& style, double width,
                                std::size_t most_lines) {
    std::vector<Piece> pieces;
    for (std::size_t i = 0; i < numbered.size(); ++i) {
        const Symbol& symbol = scene.symbols[numbered[i]];
        const Symbol* before = i == 0 ? nullptr : &scene.symbols[numbered[i - 1]];
        const bool elsewhere = symbol.membership == Membership::elsewhere;
        if (before == nullptr || before->membership != symbol.membership ||
            (!elsewhere && before->kind != symbol.kind))
            pieces.push_back(kind_heading(symbol, language, style, width));
        Block block(style);
        const double digits = (numbered.size() < 100 ? 11 : 15) * style.scale;
        block.text(digits, -style.row() / 2, std::to_string(i + 1),
                   {style.small(), Weight::bold, soft_ink, Align::right});
        const double left = digits + 3 * style.scale;
        block.paragraph(left, width - left, symbol.name, {style.small()}, most_lines);
        block.height = std::max(block.height, style.row());
        pieces.push_back({std::move(block), false});
    }
    return pieces;
}

std::string letters_of(std::size_t rank) {
    std::string letters(1, static_cast<char>('a' + rank % 26));
    if (rank >= 26) letters.insert(0, 1, static_cast<char>('a' + rank / 26 - 1));
    return letters;
}

/// Without news first, then running, then ended; by name within.
std::vector<std::uint32_t> in_order_of_asking(const Scene& scene) {
    std::vector<std::uint32_t> order(scene.alliances.size());
    std::iota(order.begin(), order.end(), 0U);
    const auto rank = [&](std::uint32_t i) {
        const State state = scene.alliances[i].state;
        return state == State::silent ? 0 : state == State::active ? 1 : 2;
    };
    std::vector<std::string> keys;
    for (const Alliance& alliance : scene.alliances)
        keys.push_back(base::comparison_key(alliance.name));
    std::ranges::stable_sort(order, [&](std::uint32_t a, std::uint32_t b) {
        return std::pair(rank(a), std::string_view(keys[a])) <
               std::pair(rank(b), std::string_view(keys[b]));
    });
    return order;
}

/// Where the three boxes of a row stand, from its right end.
double box_offset(std::size_t box, const Style& style) {
    return (6 + 16 * static_cast<double>(2 - box)) * style.scale;
}

void add_boxes(Block& block, double right, const Style& style) {
    for (std::size_t i = 0; i < 3; ++i) {
        Item box;
        box.shape = Shape::box;
        box.width = box.height = 5.5 * style.scale;
        box.centre = {right - box_offset(i, style), -style.row() / 2};
        box.rim = soft_ink;
        box.rim_width = 0.6;
        block.symbol(box);
    }
}

/// Room of the question above the boxes, from the right end of a column.
double width_of_question(base::Language language, const Style& style) {
    return text_width(words::still_alive.in(language), style.small()) + box_offset(0, style) +
           12 * style.scale;
}

/// « vit encore ? oui non ? » above the boxes of a column.
void add_question(Block& block, double right, base::Language language, const Style& style) {
    const double y = -block.height + style.row() * 0.4;
    const std::array<std::string_view, 3> answers{words::yes.in(language), words::no.in(language),
                                                  "?"};
    Block::Type type{style.small(), Weight::regular, soft_ink, Align::centre};
    for (std::size_t i = 0; i < answers.size(); ++i)
        block.text(right - box_offset(i, style), y, answers[i], type);
    type.align = Align::right;
    block.text(right - box_offset(0, style) - 9 * style.scale, y, words::still_alive.in(language),
               type);
}

Piece alliance_row(const Alliance& alliance, const std::string& letters, const Style& style,
                   double width, std::size_t most_lines) {
    Piece piece{Block(style), false};
    const double left = (letters.empty() ? 0 : 14) * style.scale, boxes = 50 * style.scale;
    piece.block.text(11 * style.scale, -style.row() / 2, letters,
                     {style.small(), Weight::bold, soft_ink, Align::right});
    std::string name = alliance.name;
    if (alliance.count > 1) name += " (×" + std::to_string(alliance.count) + ")";
    piece.block.paragraph(left, width - left - boxes, name, {style.small()}, most_lines);
    if (alliance.state != State::ended) add_boxes(piece.block, width, style);
    piece.block.height = std::max(piece.block.height, style.row()) + 0.08 * style.row();
    return piece;
}

/// The widest of some texts, and the gap beside it; 0 when all are empty.
double column_of(const std::vector<ListRow>& rows, std::string ListRow::*text, const Style& style) {
    double widest = 0;
    for (const ListRow& row : rows) widest = std::max(widest, text_width(row.*text, style.small()));
    return widest > 0 ? widest + 4 * style.scale : 0;
}

/// The rows that have room, dealt into columns under the heading.
std::optional<Block> rows_in_columns(std::span<const ListRow> rows, std::size_t columns,
                                     double marks, double figures, const Style& style, double width,
                                     double most) {
    const double gutter = 10 * style.scale;
    const double column =
        (width - gutter * static_cast<double>(columns - 1)) / static_cast<double>(columns);
    for (const auto& [brief, most_lines] :
         {std::pair(false, 3), {false, 2}, {true, 3}, {true, 2}, {true, 1}}) {
        std::vector<Piece> pieces;
        for (const ListRow& row : rows) {
            Block block(style);
            block.text(0, -style.row() / 2, row.mark,
                       {style.small(), Weight::regular, soft_ink, Align::left});
            block.paragraph(marks, column - marks - figures,
                            brief && !row.brief.empty() ? row.brief : row.words, {style.small()},
                            static_cast<std::size_t>(most_lines));
            block.text(column, -style.row() / 2, row.figure,
                       {style.small(), Weight::bold, soft_ink, Align::right});
            block.height = std::max(block.height, style.row());
            pieces.push_back({std::move(block), false});
        }
        if (auto block = in_columns(pieces, columns, style, column, gutter, most)) return block;
    }
    return std::nullopt;
}

}  // namespace

Block list_of_rows(std::string_view heading, const std::vector<ListRow>& rows,
                   base::Language language, const Style& style, const Rectangle& room) {
    Block list(style);
    const double marks = column_of(rows, &ListRow::mark, style),
                 figures = column_of(rows, &ListRow::figure, style);
    const std::size_t columns = room.width() >= 260 * style.scale ? 2 : 1;
    const double most = room.height() - 2.3 * style.row();
    // Rows of one line fit in any case.
    const auto fit = static_cast<std::size_t>(std::max(0.0, most / style.row())) * columns;
    const std::size_t shown = std::min(fit, rows.size());
    if (shown == 0 || 8 * shown < rows.size()) return list;
    const auto block = rows_in_columns(std::span(rows).first(shown), columns, marks, figures, style,
                                       room.width(), most);
    if (!block) return list;
    list.heading(0, heading);
    list.add(*block, 0, -list.height);
    list.height += block->height;
    if (shown < rows.size())
        list.paragraph(
            0, room.width(),
            say(words::more_alliances, static_cast<std::int64_t>(rows.size() - shown), language),
            {style.small(), Weight::regular, soft_ink}, 1);
    return list;
}

std::optional<Block> index_of_names(const Scene& scene, const std::vector<std::uint32_t>& numbered,
                                    base::Language language, const Style& style,
                                    const Rectangle& room) {
    const double gutter = 6 * style.scale;
    const double width = (room.width() - gutter * (index_columns - 1)) / index_columns;
    for (std::size_t most_lines = 3; most_lines > 0; --most_lines) {
        const auto pieces = index_pieces(scene, numbered, language, style, width, most_lines);
        auto block = in_columns(pieces, index_columns, style, width, gutter, room.height());
        if (block) return block;
    }
    return std::nullopt;
}

AllianceList list_of_alliances(const Scene& scene, Listed what, base::Language language,
                               const Style& style, const Rectangle& room) {
    AllianceList list{Block(style), std::vector<std::string>(scene.alliances.size())};
    std::vector<std::uint32_t> order = in_order_of_asking(scene);
    if (what == Listed::silent)
        std::erase_if(order, [&](auto i) { return scene.alliances[i].state != State::silent; });
    constexpr std::size_t most_letters = 702;  // a to zz.
    const double gutter = 10 * style.scale, row = style.row() * 1.08;
    const auto rows_below = [&](double rows_above) {
        const double left = room.height() - style.row() * rows_above;
        return static_cast<std::size_t>(std::max(0.0, left / row));
    };
    const std::size_t count = std::min(order.size(), most_letters);
    const bool is_wide = room.width() >= 260 * style.scale;
    const std::size_t columns = count > rows_below(2.6) && is_wide ? 2 : 1;
    const double width =
        (room.width() - gutter * static_cast<double>(columns - 1)) / static_cast<double>(columns);
    const base::Words& heading =
        what == Listed::silent ? words::silent_heading : words::alliances_heading;
    const double beside_heading =
        width - text_width(heading.in(language), style.small() * 8 / 7, Weight::bold);
    const bool asks_below = beside_heading < width_of_question(language, style);
    const std::size_t listed = std::min(count, rows_below(asks_below ? 3.6 : 2.6) * columns);
    // A few letters among many diamonds would only puzzle.
    constexpr std::size_t least_share = 4;
    const bool too_few = what == Listed::all_with_letters && least_share * listed < count;
    if (listed == 0 || too_few) return list;
    list.block.heading(0, heading.in(language));
    if (asks_below) list.block.height += style.row();
    for (std::size_t c = 0; c < columns; ++c)
        add_question(list.block, (width + gutter) * static_cast<double>(c) + width, language,
                     style);
    if (what == Listed::all_with_letters)
        for (std::size_t i = 0; i < listed; ++i) list.letters[order[i]] = letters_of(i);
    for (std::size_t most_lines = 2; most_lines > 0; --most_lines) {
        std::vector<Piece> pieces;
        for (std::size_t i = 0; i < listed; ++i)
            pieces.push_back(alliance_row(scene.alliances[order[i]], list.letters[order[i]], style,
                                          width, most_lines));
        const double room_left = room.height() - list.block.height - style.row();
        const auto dealt = in_columns(pieces, columns, style, width, gutter, room_left);
        if (!dealt) continue;
        list.block.add(*dealt, 0, -list.block.height);
        list.block.height += dealt->height;
        break;
    }
    if (listed < order.size())
        list.block.paragraph(
            (what == Listed::silent ? 0 : 14) * style.scale, width,
            say(words::more_alliances, static_cast<std::int64_t>(order.size() - listed), language),
            {style.small(), Weight::regular, soft_ink}, 1);
    return list;
}

}  // namespace maillage::drawing
