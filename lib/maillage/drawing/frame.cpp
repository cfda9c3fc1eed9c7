#include <algorithm>
#include <iterator>
#include <utility>

#include <maillage/drawing/frame.hpp>
#include <maillage/drawing/palette.hpp>
#include <maillage/drawing/text_width.hpp>

namespace maillage::drawing {

namespace {

constexpr double points(double millimetres) {
    return millimetres / 25.4 * 72;
}

constexpr double border = points(10);

}  // namespace

Frame start_sheet(Drawing& drawing, const Texts& texts, const MapOptions& options, double share) {
    Frame frame;
    const bool a3 = options.paper == Paper::a3;
    frame.style.scale = a3 ? 9.0 / 7 : 1;
    frame.landscape = options.orientation == Orientation::landscape;
    double width = points(a3 ? 420 : 297), height = points(a3 ? 297 : 210);
    if (!frame.landscape) std::swap(width, height);
    drawing.width = width;
    drawing.height = height;
    drawing.title = texts.title;
    drawing.description = texts.description;
    frame.page = {0, 0, width, height};
    const Rectangle inner = frame.page.inset(border);
    const double small = frame.style.small();

    Block head(frame.style);
    // One line when a size fit for a title allows it.
    double size = small * 2.1;
    while (size > small * 1.7 &&
           wrapped(texts.title, inner.width(), size, 2, Weight::bold).size() > 1)
        size *= 0.98;
    head.paragraph(0, inner.width(), texts.title, {size, Weight::bold}, 3);
    head.height += 2 * frame.style.scale;
    head.paragraph(0, inner.width(), texts.subtitle, {small * 1.25}, 2);
    head.paragraph(0, inner.width(), texts.notice, {small * 1.25, Weight::bold, soft_ink}, 2);
    put(drawing, head, {inner.left, inner.top});

    Block foot(frame.style);
    for (const std::string& line : texts.footer)
        foot.paragraph(0, inner.width(), line, {small, Weight::regular, soft_ink}, 3);
    put(drawing, foot, {inner.left, inner.bottom + foot.height});

    const double air = 8 * frame.style.scale;
    const Rectangle body{inner.left, inner.bottom + foot.height + air, inner.right,
                         inner.top - head.height - air};
    frame.body = frame.map = frame.margin = body;
    if (frame.landscape) {
        frame.margin.left = body.right - share * body.width();
        frame.map.right = frame.margin.left - 1.5 * air;
    } else {
        frame.margin.top = body.bottom + share * body.height();
        frame.map.bottom = frame.margin.top + air;
    }
    return frame;
}

void say_nothing(Drawing& drawing, const Frame& frame, const Texts& texts) {
    Block block(frame.style);
    block.text(0, 0, texts.nothing,
               {frame.style.small() * 1.6, Weight::bold, soft_ink, Align::centre});
    put(drawing, block, frame.map.centre());
}

Drawing joined(Drawing symbols, Drawing sheet) {
    const auto first = static_cast<std::uint32_t>(symbols.items.size());
    for (Line& line : sheet.lines) {
        line.from += first;
        line.to += first;
        symbols.lines.push_back(line);
    }
    std::ranges::move(sheet.items, std::back_inserter(symbols.items));
    std::ranges::move(symbols.areas, std::back_inserter(sheet.areas));
    sheet.positions = std::move(symbols.positions);
    sheet.items = std::move(symbols.items);
    sheet.lines = std::move(symbols.lines);
    return sheet;
}

}  // namespace maillage::drawing
