#include <algorithm>
#include <cmath>

#include <maillage/drawing/palette.hpp>
#include <maillage/drawing/symbols.hpp>

namespace maillage::drawing {

Item actor_item(const Symbol& symbol, double size) {
    const Look& look = looks[static_cast<std::size_t>(symbol.kind)];
    Item item;
    item.shape = look.shape;
    item.width = look.width * size;
    item.height = look.height * size;
    const bool hollow = symbol.tie == Tie::none;
    item.fill = hollow ? paper_white : look.fill;
    item.ink = hollow ? std::string_view("#000000") : look.ink;
    item.rim = hollow ? look.fill : outline;
    item.rim_width = hollow ? 1.4 : 0.8;
    if (symbol.marks.grey) {
        item.fill = hollow ? paper_white : ended_fill;
        item.ink = "#000000";
        item.rim = ended_rim;
    }
    if (symbol.membership == Membership::elsewhere) {
        item.stroke = Stroke::dashed;
        item.rim_width = 1.2;
    }
    if (symbol.marks.bold) item.rim_width = 2.4;
    return item;
}

Item alliance_item(State state, bool born, double size) {
    Item item;
    item.shape = Shape::diamond;
    item.width = item.height = size;
    item.fill = state == State::active   ? alliance_fill
                : state == State::silent ? paper_white
                                         : ended_fill;
    item.rim = state == State::ended ? ended_rim : outline;
    item.rim_width = born ? 2.4 : 0.8;
    return item;
}

Item ring_of(const Item& actor) {
    Item ring;
    ring.shape = Shape::circle;
    ring.centre = actor.centre;
    // Around the corners of a box; other shapes are round enough.
    const double across = actor.shape == Shape::box ? std::hypot(actor.width, actor.height)
                                                    : std::max(actor.width, actor.height);
    ring.width = ring.height = across + 5;
    ring.rim = mark_ink;
    ring.rim_width = 1.6;
    return ring;
}

Line tie_line(State state, std::uint32_t from, std::uint32_t to, Stroking stroking) {
    Line line{from, to, "#444444", 1.1, state == State::silent ? Stroke::dashed : Stroke::solid};
    if (state == State::ended) line = {from, to, ended_line, 1, Stroke::solid};
    if (stroking == Stroking::bold) line.width = 2;
    if (stroking == Stroking::twofold) line.colour = double_line;
    return line;
}

}  // namespace maillage::drawing
