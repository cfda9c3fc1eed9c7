#include <algorithm>

#include <maillage/drawing/pinned.hpp>
#include <maillage/drawing/rim.hpp>
#include <maillage/drawing/separation.hpp>

namespace maillage::drawing {

namespace {

constexpr int rounds = 300;

class Pinning {
  public:
    Pinning(std::span<const Body> bodies, std::span<const Tied> ties,
            std::span<const std::optional<Point>> places, const Rectangle& area)
        : bodies_(bodies.begin(), bodies.end()), ties_(ties), area_(area) {
        points_.resize(bodies.size(), area.centre());
        for (std::uint32_t i = 0; i < bodies.size(); ++i) {
            if (bodies[i].on_rim) widen_rim(bodies[i]);
            if (!places[i]) continue;
            points_[i] = *places[i];
            bodies_[i].held = true;
            placed_.push_back(i);
        }
    }

    Placement run() {
        std::size_t failed = place_rim();
        std::vector<std::uint32_t> actors, relations;
        for (std::uint32_t i = 0; i < bodies_.size(); ++i)
            if (!bodies_[i].held && !bodies_[i].on_rim)
                (bodies_[i].is_relation ? relations : actors).push_back(i);
        failed += settle(bodies_, ties_, placed_, actors, {}, area_, points_);
        placed_.insert(placed_.end(), actors.begin(), actors.end());
        failed += settle(bodies_, ties_, placed_, relations, {}, area_, points_);
        placed_.insert(placed_.end(), relations.begin(), relations.end());
        // Nobody moves, unless bodies are larger than they were.
        std::size_t overlaps = pairs_that_overlap();
        for (int round = 0; round < rounds && overlaps > 0; ++round)
            overlaps = separate(bodies_, points_, placed_, area_);
        const Rectangle inside{
            area_.left + rim_.left + rim_.right, area_.bottom + rim_.below + rim_.above,
            area_.right - rim_.left - rim_.right, area_.top - rim_.below - rim_.above};
        return {points_, failed + overlaps, 0, inside, 1};
    }

  private:
    std::vector<Body> bodies_;
    std::span<const Tied> ties_;
    Rectangle area_;
    std::vector<Point> points_;
    std::vector<std::uint32_t> placed_;
    Body rim_;  ///< Room of the largest body of the rim.

    [[nodiscard]] std::size_t pairs_that_overlap() const {
        std::size_t pairs = 0;
        for (std::size_t i = 0; i < bodies_.size(); ++i)
            for (std::size_t j = 0; j < i; ++j)
                if (overlap(bodies_[i], points_[i], bodies_[j], points_[j])) ++pairs;
        return pairs;
    }

    void widen_rim(const Body& body) {
        rim_.left = std::max(rim_.left, body.left + gap / 2);
        rim_.right = std::max(rim_.right, body.right + gap / 2);
        rim_.below = std::max(rim_.below, body.below + gap / 2);
        rim_.above = std::max(rim_.above, body.above + gap / 2);
    }

    /// New bodies of the rim take the free places of the border, then those further inside.
    std::size_t place_rim() {
        std::vector<std::uint32_t> waiting;
        for (std::uint32_t i = 0; i < bodies_.size(); ++i)
            if (bodies_[i].on_rim && !bodies_[i].held) waiting.push_back(i);
        const double width = rim_.left + rim_.right, height = rim_.below + rim_.above;
        Rectangle area = area_;
        std::size_t next = 0;
        while (next < waiting.size() && area.width() >= 2 * width && area.height() >= height) {
            for (const Point& cell : border_cells(area, width, height, bodies_.size())) {
                if (next == waiting.size()) break;
                const Point at{cell.x + (rim_.left - rim_.right) / 2,
                               cell.y + (rim_.below - rim_.above) / 2};
                if (!is_free(waiting[next], at)) continue;
                points_[waiting[next]] = at;
                placed_.push_back(waiting[next++]);
            }
            area = {area.left + width, area.bottom + height, area.right - width, area.top - height};
        }
        return waiting.size() - next;
    }

    [[nodiscard]] bool is_free(std::uint32_t i, const Point& at) const {
        return std::ranges::none_of(placed_, [&](std::uint32_t other) {
            return overlap(bodies_[i], at, bodies_[other], points_[other]);
        });
    }
};

}  // namespace

Placement place_pinned(std::span<const Body> bodies, std::span<const Tied> ties,
                       std::span<const std::optional<Point>> places, const Rectangle& area) {
    return Pinning(bodies, ties, places, area).run();
}

}  // namespace maillage::drawing
