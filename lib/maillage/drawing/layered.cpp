#include <algorithm>
#include <cmath>

#include <maillage/drawing/layered.hpp>
#include <maillage/drawing/separation.hpp>

namespace maillage::drawing {

namespace {

constexpr int sweeps = 24;
constexpr double lane_air = 14;  ///< Left and right of the relations of a lane.

/// A column of bodies or a lane of relations, from the top down.
struct Layer {
    std::vector<std::uint32_t> order;
    double left = 0, width = 0;
    double slot_width = 0, slot_height = 0;
    std::size_t abreast = 1;  ///< Bodies side by side.
};

class Layering {
  public:
    Layering(std::span<const Body> bodies, std::span<const Tied> ties,
             std::span<const std::uint32_t> column_of, std::span<const Point> titles,
             const Rectangle& area)
        : bodies_(bodies), ties_(ties), titles_(titles), area_(area) {
        points_.resize(bodies.size(), area.centre());
        neighbours_.resize(bodies.size());
        for (const auto& [party, relation] : ties) {
            neighbours_[party].push_back(relation);
            neighbours_[relation].push_back(party);
        }
        number_columns(column_of);
        for (const Point& title : titles) rows_.top = std::min(rows_.top, area.top - title.y);
    }

    Columns run() {
        if (!set_widths()) return {{points_, bodies_.size(), 0, area_, 0}, {}};
        for (Layer& layer : layers_) spread(layer);
        std::vector<Layer> best = layers_;
        double least = 1e300;
        for (int sweep = 0; sweep < sweeps; ++sweep) {
            for (Layer& layer : layers_) {
                order_by_neighbours(layer);
                spread(layer);
            }
            if (const double cost = crossings(); cost < least) {
                least = cost;
                best = layers_;
            }
        }
        layers_ = best;
        for (Layer& layer : layers_) spread(layer);
        return {{points_, 0, least, area_, 0}, columns()};
    }

  private:
    std::span<const Body> bodies_;
    std::span<const Tied> ties_;
    std::span<const Point> titles_;
    Rectangle area_, rows_ = area_;  ///< `rows_`: without the titles.
    std::vector<Point> points_;
    std::vector<std::vector<std::uint32_t>> neighbours_;
    std::vector<Layer> layers_;          ///< Column, lane, column, lane...
    std::vector<std::size_t> layer_of_;  ///< Per group.
    static constexpr std::size_t nowhere = ~std::size_t{0};

    /// Only groups that hold somebody have a column; the lane right of the last is for a single
    /// one.
    void number_columns(std::span<const std::uint32_t> column_of) {
        std::vector<std::size_t> sizes(titles_.size(), 0);
        for (std::uint32_t i = 0; i < bodies_.size(); ++i)
            if (!bodies_[i].is_relation) ++sizes[column_of[i]];
        layer_of_.assign(titles_.size(), nowhere);
        for (std::size_t g = 0; g < sizes.size(); ++g) {
            if (sizes[g] == 0) continue;
            layer_of_[g] = layers_.size();
            layers_.resize(layers_.size() + 2);
        }
        if (layers_.size() > 2) layers_.pop_back();
        for (std::uint32_t i = 0; i < bodies_.size(); ++i)
            if (!bodies_[i].is_relation) layers_[layer_of_[column_of[i]]].order.push_back(i);
        for (std::uint32_t i = 0; i < bodies_.size(); ++i)
            if (bodies_[i].is_relation) layers_[lane_of(i, column_of)].order.push_back(i);
        for (Layer& layer : layers_)
            for (const std::uint32_t i : layer.order) {
                const Body& body = bodies_[i];
                layer.slot_width = std::max(layer.slot_width, body.left + body.right + gap);
                layer.slot_height = std::max(layer.slot_height, body.below + body.above + gap);
            }
    }

    /// The lane nearest to the middle of the columns of its parties.
    [[nodiscard]] std::size_t lane_of(std::uint32_t relation,
                                      std::span<const std::uint32_t> column_of) const {
        double sum = 0;
        for (const std::uint32_t party : neighbours_[relation])
            sum += static_cast<double>(layer_of_[column_of[party]]);
        const double middle =
            sum / static_cast<double>(std::max<std::size_t>(1, neighbours_[relation].size()));
        const auto lane = static_cast<std::size_t>(2 * std::floor(middle / 2) + 1);
        return lane < layers_.size() ? lane : lane - 2;
    }

    /// Columns take what their bodies need, lanes share the rest evenly.
    bool set_widths() {
        double used = 0;
        std::size_t lanes = 0;
        for (std::size_t l = 0; l < layers_.size(); ++l) {
            Layer& layer = layers_[l];
            const auto rows = static_cast<std::size_t>(
                std::max(1.0, std::floor(rows_.height() / std::max(layer.slot_height, 1.0))));
            layer.abreast = std::max<std::size_t>(1, (layer.order.size() + rows - 1) / rows);
            layer.width = static_cast<double>(layer.abreast) * layer.slot_width;
            if (l % 2 == 1) {
                layer.width += 2 * lane_air;
                ++lanes;
            }
            used += layer.width;
        }
        for (std::size_t g = 0; g < titles_.size(); ++g) {
            if (layer_of_[g] == nowhere) continue;
            Layer& layer = layers_[layer_of_[g]];
            used += std::max(0.0, titles_[g].x - layer.width);
            layer.width = std::max(layer.width, titles_[g].x);
        }
        if (used > area_.width() || rows_.height() <= 0) return false;
        const double more =
            (area_.width() - used) / static_cast<double>(std::max<std::size_t>(1, lanes));
        double left = area_.left;
        for (std::size_t l = 0; l < layers_.size(); ++l) {
            layers_[l].left = left;
            if (l % 2 == 1) layers_[l].width += more;
            left += layers_[l].width;
        }
        return true;
    }

    /// Down the whole height, those abreast a little one below the other.
    void spread(const Layer& layer) {
        const auto count = layer.order.size();
        const std::size_t rows = (count + layer.abreast - 1) / layer.abreast;
        const bool is_lane = (&layer - layers_.data()) % 2 == 1;
        const double air = is_lane ? lane_air : 0;
        const double width = (layer.width - 2 * air) / static_cast<double>(layer.abreast);
        const double height = rows_.height() / static_cast<double>(std::max<std::size_t>(1, rows));
        const double slack = std::max(0.0, height - layer.slot_height);
        for (std::size_t k = 0; k < count; ++k) {
            const Body& body = bodies_[layer.order[k]];
            const std::size_t above = k / layer.abreast;
            const auto row = static_cast<double>(above);
            const auto column = static_cast<double>(k % layer.abreast);
            const double lower =
                layer.abreast == 1
                    ? 0
                    : slack * (column / (static_cast<double>(layer.abreast) - 1) - 0.5);
            points_[layer.order[k]] = {
                layer.left + air + (column + 0.5) * width + (body.left - body.right) / 2,
                rows_.top - (row + 0.5) * height - lower + (body.below - body.above) / 2};
        }
    }

    /// From the top by the mean height of what is tied; what is tied to nothing goes to the bottom.
    void order_by_neighbours(Layer& layer) {
        std::vector<double> heights(points_.size(), 1e300);
        for (const std::uint32_t i : layer.order) {
            if (neighbours_[i].empty()) continue;
            double sum = 0;
            for (const std::uint32_t other : neighbours_[i]) sum += points_[other].y;
            heights[i] = -sum / static_cast<double>(neighbours_[i].size());
        }
        std::ranges::stable_sort(layer.order, {}, [&](std::uint32_t i) { return heights[i]; });
    }

    [[nodiscard]] double crossings() const {
        double count = 0;
        for (std::size_t s = 0; s < ties_.size(); ++s) {
            const auto& [a, b] = ties_[s];
            count += std::abs(points_[a].y - points_[b].y) / area_.height();
            for (std::size_t t = 0; t < s; ++t) {
                const auto& [c, d] = ties_[t];
                if (a == c || b == d) continue;
                count += cross(points_[a], points_[b], points_[c], points_[d]);
            }
        }
        return count;
    }

    [[nodiscard]] std::vector<Rectangle> columns() const {
        std::vector<Rectangle> columns(titles_.size());
        for (std::size_t g = 0; g < titles_.size(); ++g) {
            if (layer_of_[g] == nowhere) continue;
            const Layer& layer = layers_[layer_of_[g]];
            columns[g] = {layer.left, area_.bottom, layer.left + layer.width, area_.top};
        }
        return columns;
    }
};

}  // namespace

Columns place_layered(std::span<const Body> bodies, std::span<const Tied> ties,
                      std::span<const std::uint32_t> column_of, std::span<const Point> titles,
                      const Rectangle& area) {
    return Layering(bodies, ties, column_of, titles, area).run();
}

}  // namespace maillage::drawing
