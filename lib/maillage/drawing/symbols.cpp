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
    if (symbol.membership == Membership::elsewhere) {
        item.stroke = Stroke::dashed;
        item.rim_width = 1.2;
    }
    return item;
}

Item alliance_item(State state, bool born, double size) {
    Item item;
    item.shape = Shape::diamond;
    item.width = item.height = size;
    item.fill = state == State::active   ? alliance_fill
                : state == State::silent ? paper_white
                                         : ended_fill;
    item.rim = state == State::ended ? std::string_view("#888888") : outline;
    item.rim_width = born ? 2.4 : 0.8;
    return item;
}

Line tie_line(State state, std::uint32_t from, std::uint32_t to) {
    if (state == State::ended) return {from, to, ended_line, 1, Stroke::solid};
    return {from, to, "#444444", 1.1, state == State::silent ? Stroke::dashed : Stroke::solid};
}

}  // namespace maillage::drawing
