#include <algorithm>
#include <cmath>

#include <maillage/drawing/rim.hpp>

namespace maillage::drawing {

std::vector<Point> border_cells(const Rectangle& area, double width, double height,
                                std::size_t wanted) {
    const auto fit = [](double length, double cell) {
        return static_cast<std::size_t>(std::max(0.0, std::floor(length / cell)));
    };
    const double between = area.width() - 2 * width;
    const std::size_t most_across = fit(between, width);
    const std::size_t most_down = std::max<std::size_t>(1, fit(area.height(), height));
    const std::size_t count = std::min(wanted, 2 * (most_across + most_down));
    const double share = between / (between + area.height());
    auto rows = static_cast<std::size_t>(std::lround(share * static_cast<double>(count)));
    rows = std::min(rows, 2 * most_across);
    if (count - rows > 2 * most_down) rows = count - 2 * most_down;
    const std::size_t top = (rows + 1) / 2, bottom = rows - top;
    const std::size_t right = (count - rows + 1) / 2, left = count - rows - right;
    std::vector<Point> cells;
    const auto spread = [](std::size_t i, std::size_t n, double from, double to) {
        return from + (to - from) * (static_cast<double>(i) + 0.5) / static_cast<double>(n);
    };
    const double first = area.left + width, last = area.right - width;
    for (std::size_t i = 0; i < top; ++i)
        cells.push_back({spread(i, top, first, last), area.top - height / 2});
    for (std::size_t i = 0; i < right; ++i)
        cells.push_back({area.right - width / 2, spread(i, right, area.top, area.bottom)});
    for (std::size_t i = 0; i < bottom; ++i)
        cells.push_back({spread(i, bottom, last, first), area.bottom + height / 2});
    for (std::size_t i = 0; i < left; ++i)
        cells.push_back({area.left + width / 2, spread(i, left, area.bottom, area.top)});
    return cells;
}

}  // namespace maillage::drawing
