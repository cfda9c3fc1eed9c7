#include <algorithm>
#include <cmath>
#include <numeric>

#include <maillage/drawing/packed.hpp>
#include <maillage/drawing/separation.hpp>
#include <maillage/graph/layout.hpp>

namespace maillage::drawing {

namespace {

constexpr double inner_air = 3;  ///< Between the rim of a cell and what is inside.
constexpr int tries = 40;        ///< Cuts: after each, cells that were too small weigh more.
constexpr double heavier = 1.15;
constexpr int rounds = 6;  ///< Of swaps within cells.

/// The room that one body of a group takes, and how many there are.
struct Content {
    std::vector<std::uint32_t> members;
    Body slot;
    double inner_relations = 0;  ///< Room for relations all of whose parties are here.

    [[nodiscard]] double width() const { return slot.left + slot.right + gap; }
    [[nodiscard]] double height() const { return slot.below + slot.above + gap; }
};

class Packing {
  public:
    Packing(std::span<const Body> bodies, std::span<const Tied> ties,
            std::span<const std::uint32_t> group_of, std::span<const Point> titles,
            std::span<const double> wanted, const Rectangle& area, std::uint64_t seed)
        : bodies_(bodies),
          ties_(ties),
          group_of_(group_of),
          titles_(titles),
          wanted_(wanted),
          area_(area) {
        points_.resize(bodies.size(), area.centre());
        cells_.resize(titles.size());
        contents_.resize(titles.size());
        relations_of_.resize(bodies.size());
        parties_of_.resize(bodies.size());
        for (const auto& [party, relation] : ties) {
            relations_of_[party].push_back(relation);
            parties_of_[relation].push_back(party);
        }
        for (std::uint32_t i = 0; i < bodies.size(); ++i)
            if (!bodies[i].is_relation) add(i);
        for (std::uint32_t i = 0; i < bodies.size(); ++i)
            if (bodies[i].is_relation) make_room_for(i);
        place_groups(seed);
    }

    Cells run() {
        std::vector<double> weights = first_weights();
        std::vector<std::uint32_t> all(contents_.size());
        std::iota(all.begin(), all.end(), 0);
        bool fits = false;
        for (int i = 0; i < tries && !fits; ++i) {
            cut(all, area_, weights);
            fits = true;
            for (std::size_t g = 0; g < contents_.size(); ++g) {
                if (columns_of(g) > 0) continue;
                weights[g] *= heavier;
                fits = false;
            }
        }
        if (!fits) return {{points_, bodies_.size(), 0, area_, 0}, cells_};
        for (std::size_t g = 0; g < contents_.size(); ++g) fill(g);
        for (int i = 0; i < rounds; ++i)
            for (const Content& content : contents_) swap_within(content);
        std::vector<Rectangle> taken;
        for (std::size_t g = 0; g < cells_.size(); ++g)
            taken.push_back(
                {cells_[g].left, cells_[g].top - titles_[g].y, cells_[g].right, cells_[g].top});
        const std::size_t failed = settle_relations(bodies_, ties_, taken, area_, points_);
        return {{points_, failed, 0, area_, 0}, cells_};
    }

  private:
    std::span<const Body> bodies_;
    std::span<const Tied> ties_;
    std::span<const std::uint32_t> group_of_;
    std::span<const Point> titles_;
    std::span<const double> wanted_;
    Rectangle area_;
    std::vector<Point> points_, places_;  ///< Of bodies; of groups, before cutting.
    std::vector<Rectangle> cells_;
    std::vector<Content> contents_;
    std::vector<std::vector<std::uint32_t>> relations_of_, parties_of_;

    void add(std::uint32_t i) {
        Content& content = contents_[group_of_[i]];
        content.members.push_back(i);
        Body& slot = content.slot;
        slot.left = std::max(slot.left, bodies_[i].left);
        slot.right = std::max(slot.right, bodies_[i].right);
        slot.below = std::max(slot.below, bodies_[i].below);
        slot.above = std::max(slot.above, bodies_[i].above);
    }

    void make_room_for(std::uint32_t relation) {
        const auto& parties = parties_of_[relation];
        if (parties.empty()) return;
        const std::uint32_t group = group_of_[parties.front()];
        const auto is_here = [&](std::uint32_t party) { return group_of_[party] == group; };
        const Body& body = bodies_[relation];
        const double room = (body.left + body.right + gap) * (body.below + body.above + gap);
        if (std::ranges::all_of(parties, is_here)) contents_[group].inner_relations += 2 * room;
    }

    /// Groups that share relations come near each other.
    void place_groups(std::uint64_t seed) {
        std::vector<graph::Pair> pairs;
        for (const auto& parties : parties_of_)
            for (const std::uint32_t a : parties)
                for (const std::uint32_t b : parties)
                    if (group_of_[a] < group_of_[b]) pairs.emplace_back(group_of_[a], group_of_[b]);
        graph::make_distinct(pairs);
        places_ = graph::layout({contents_.size(), pairs}, {seed, 1, {}});
    }

    /// At least the title, and as much of the rest as it needs.
    [[nodiscard]] double least_weight(std::size_t g) const {
        const Content& content = contents_[g];
        const double inside =
            static_cast<double>(content.members.size()) * content.width() * content.height() +
            content.inner_relations;
        const double side = std::max(std::sqrt(inside), titles_[g].x) + 2 * inner_air;
        return inside + side * (titles_[g].y + 2 * inner_air);
    }

    /// What is left of the area goes to the cells as wanted, or as they hold.
    [[nodiscard]] std::vector<double> first_weights() const {
        std::vector<double> weights;
        for (std::size_t g = 0; g < contents_.size(); ++g) weights.push_back(least_weight(g));
        const double all = std::accumulate(wanted_.begin(), wanted_.end(), 0.0);
        const double left =
            area_.width() * area_.height() - std::accumulate(weights.begin(), weights.end(), 0.0);
        for (std::size_t g = 0; g < wanted_.size() && all > 0 && left > 0; ++g)
            weights[g] += 0.8 * left * wanted_[g] / all;
        return weights;
    }

    /// Halves of about equal weight, along the longer side, in the order of where groups stand.
    void cut(std::span<std::uint32_t> groups, const Rectangle& area,
             const std::vector<double>& weights) {
        if (groups.empty()) return;
        if (groups.size() == 1) {
            cells_[groups[0]] = area;
            return;
        }
        const bool is_wide = area.width() >= 1.2 * area.height();
        Halves halves = halved(groups, area, weights, is_wide);
        // The other way when a half would be too narrow or too low for one of its members.
        if (!halves.fit) {
            const Halves others = halved(groups, area, weights, !is_wide);
            halves = others.fit ? others : halved(groups, area, weights, is_wide);
        }
        cut(groups.first(halves.first), halves.low, weights);
        cut(groups.subspan(halves.first), halves.high, weights);
    }

    struct Halves {
        std::size_t first = 1;  ///< Groups in the first half.
        Rectangle low, high;
        bool fit = true;
    };
    /// Sorts the groups along that side.
    Halves halved(std::span<std::uint32_t> groups, const Rectangle& area,
                  const std::vector<double>& weights, bool across) const {
        std::ranges::sort(groups, {}, [&](std::uint32_t g) {
            return std::pair(across ? places_[g].x : -places_[g].y, g);
        });
        double all = 0;
        for (const std::uint32_t g : groups) all += weights[g];
        Halves halves{1, area, area, true};
        double before = weights[groups[0]];
        while (halves.first + 1 < groups.size() && std::abs(before + weights[groups[halves.first]] -
                                                            all / 2) < std::abs(before - all / 2))
            before += weights[groups[halves.first++]];
        if (across)
            halves.low.right = halves.high.left = area.left + area.width() * before / all;
        else
            halves.low.bottom = halves.high.top = area.top - area.height() * before / all;
        for (std::size_t k = 0; k < groups.size(); ++k)
            halves.fit &= holds_one(k < halves.first ? halves.low : halves.high, groups[k]);
        return halves;
    }

    [[nodiscard]] bool holds_one(const Rectangle& area, std::uint32_t g) const {
        return area.width() >= std::max(contents_[g].width(), titles_[g].x) + 2 * inner_air &&
               area.height() >= contents_[g].height() + titles_[g].y + 2 * inner_air;
    }

    [[nodiscard]] Rectangle inside_of(std::size_t g) const {
        Rectangle inside = cells_[g].inset(inner_air);
        inside.top -= titles_[g].y;
        return inside;
    }

    /// Columns in which a cell holds its members with the most even air; 0 when it does not.
    [[nodiscard]] std::size_t columns_of(std::size_t g) const {
        const Content& content = contents_[g];
        const Rectangle inside = inside_of(g);
        const auto count = content.members.size();
        if (count == 0 || cells_[g].width() < titles_[g].x + 2 * inner_air) return count == 0;
        if (inside.width() * inside.height() <
            static_cast<double>(count) * content.width() * content.height() +
                content.inner_relations)
            return 0;
        std::size_t best = 0;
        double least = 1e300;
        for (std::size_t columns = 1; columns <= count; ++columns) {
            const std::size_t rows = (count + columns - 1) / columns;
            const double across = inside.width() / static_cast<double>(columns) - content.width();
            const double up = inside.height() / static_cast<double>(rows) - content.height();
            if (across < 0 || up < 0) continue;
            const double uneven =
                std::abs(across - up) + 2.0 * static_cast<double>(columns * rows - count);
            if (uneven < least) {
                least = uneven;
                best = columns;
            }
        }
        return best;
    }

    /// Rows from the top; the last one is spread like the others.
    void fill(std::size_t g) {
        const Content& content = contents_[g];
        const auto count = content.members.size();
        const std::size_t columns = columns_of(g);
        if (columns == 0 || count == 0) return;
        const std::size_t rows = (count + columns - 1) / columns;
        const Rectangle inside = inside_of(g);
        const double width = inside.width() / static_cast<double>(columns);
        const double height = inside.height() / static_cast<double>(rows);
        for (std::size_t k = 0; k < count; ++k) {
            const std::size_t above = k / columns;
            const auto row = static_cast<double>(above);
            const auto column = static_cast<double>(k % columns);
            points_[content.members[k]] = {
                inside.left + (column + 0.5) * width + (content.slot.left - content.slot.right) / 2,
                inside.top - (row + 0.5) * height + (content.slot.below - content.slot.above) / 2};
        }
    }

    /// Length of the lines to where its relations would stand.
    [[nodiscard]] double length_of(std::uint32_t i, const Point& at) const {
        double sum = 0;
        for (const std::uint32_t relation : relations_of_[i]) {
            Point middle;
            const auto& parties = parties_of_[relation];
            for (const std::uint32_t party : parties) {
                middle.x += points_[party].x / static_cast<double>(parties.size());
                middle.y += points_[party].y / static_cast<double>(parties.size());
            }
            sum += std::hypot(middle.x - at.x, middle.y - at.y);
        }
        return sum;
    }

    /// Two members change places when lines become shorter.
    void swap_within(const Content& content) {
        for (std::size_t a = 0; a < content.members.size(); ++a)
            for (std::size_t b = 0; b < a; ++b) {
                const std::uint32_t i = content.members[a], j = content.members[b];
                if (relations_of_[i].empty() && relations_of_[j].empty()) continue;
                const double now = length_of(i, points_[i]) + length_of(j, points_[j]);
                const double then = length_of(i, points_[j]) + length_of(j, points_[i]);
                if (then < now - 0.5) std::swap(points_[i], points_[j]);
            }
    }
};

}  // namespace

Cells place_packed(std::span<const Body> bodies, std::span<const Tied> ties,
                   std::span<const std::uint32_t> group_of, std::span<const Point> titles,
                   std::span<const double> wanted, const Rectangle& area, std::uint64_t seed) {
    return Packing(bodies, ties, group_of, titles, wanted, area, seed).run();
}

}  // namespace maillage::drawing
