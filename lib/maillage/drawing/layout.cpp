// Positions in three steps. Forces: ties pull, everything pushes, each kind leans gently towards
// its sector (Fruchterman and Reingold 1991, with repulsion summed by cells). Fit: the cloud is
// stretched to the sheet. Separation: bodies, names included, are moved apart until none overlaps,
// and symbols step aside from lines that are not theirs.

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

#include <maillage/base/random.hpp>
#include <maillage/drawing/layout.hpp>
#include <maillage/drawing/rim.hpp>
#include <maillage/drawing/separation.hpp>
#include <maillage/graph/repulsion.hpp>

namespace maillage::drawing {

namespace {

constexpr int force_steps = 350;
constexpr int separation_steps = 400;
constexpr double gravity = 0.6;      ///< Towards the centre, against mutual repulsion.
constexpr double longest_tie = 110;  ///< Small networks are not blown up to the whole sheet.

double length(const Point& p) {
    return std::sqrt(p.x * p.x + p.y * p.y);
}

class Forces {
  public:
    Forces(std::span<const Body> bodies, std::span<const Tied> ties, const Rectangle& area,
           base::RandomStream random)
        : bodies_(bodies), ties_(ties), area_(area), random_(random) {
        points_.resize(bodies.size(), area.centre());
        for (std::uint32_t i = 0; i < bodies.size(); ++i)
            (bodies[i].on_rim ? rim_ : inner_).push_back(i);
    }

    Placement run() {
        place_rim();
        if (hangs_on_rim()) {
            for (const std::uint32_t i : inner_) points_[i] = area_.centre();
            draw_in_relations(1);
        } else if (!inner_.empty()) {
            scatter();
            for (int step = 0; step < force_steps; ++step) apply_forces(step);
            calm_outliers();
            draw_in_relations(0.8);
            fit();
        }
        std::size_t overlaps = 1;
        for (int step = 0; step < separation_steps && overlaps > 0; ++step) {
            if (step < separation_steps / 3) step_aside_from_lines();
            overlaps = separate(bodies_, points_, inner_, area_);
        }
        return {points_, overlaps + rim_overlaps_, cost(), area_, rounds_};
    }

    Placement run_towards(std::span<const Point> wishes) {
        place_rim();
        const Rectangle room = room_inside();
        const Point middle = room.centre();
        for (const std::uint32_t i : inner_)
            points_[i] = {middle.x + wishes[i].x * room.width() / 2,
                          middle.y + wishes[i].y * room.height() / 2};
        std::size_t overlaps = 1;
        for (int step = 0; step < separation_steps && overlaps > 0; ++step)
            overlaps = separate(bodies_, points_, inner_, area_);
        return {points_, overlaps + rim_overlaps_, cost(), area_, rounds_};
    }

  private:
    std::span<const Body> bodies_;
    std::span<const Tied> ties_;
    Rectangle area_;
    base::RandomStream random_;
    std::vector<Point> points_;
    std::vector<std::uint32_t> rim_, inner_;
    std::size_t rim_overlaps_ = 0, rounds_ = 0;

    /// Bodies of the rim stand along the border, in the order given, on as many rounds as they
    /// need; what remains inside is the area of the others.
    void place_rim() {
        const Body most = largest(rim_);
        const double width = most.left + most.right + gap, height = most.below + most.above + gap;
        for (std::size_t next = 0; next < rim_.size();) {
            if (area_.width() < 2 * width || area_.height() < height) {
                rim_overlaps_ = rim_.size() - next;
                return;
            }
            ++rounds_;
            const auto cells = border_cells(area_, width, height, rim_.size() - next);
            for (const Point& cell : cells)
                points_[rim_[next++]] = {cell.x + (most.left - most.right) / 2,
                                         cell.y + (most.below - most.above) / 2};
            area_ = {area_.left + width, area_.bottom + height, area_.right - width,
                     area_.top - height};
        }
    }

    /// True when what is tied stands on the rim: relations then find their places from there.
    [[nodiscard]] bool hangs_on_rim() const {
        return std::ranges::any_of(ties_,
                                   [&](const Tied& tie) { return bodies_[tie.first].on_rim; });
    }

    /// Starts: by sector, at a distance from the centre drawn at random.
    void scatter() {
        const double radius = std::sqrt(static_cast<double>(inner_.size()));
        for (const std::uint32_t i : inner_) {
            const double drawn = random_.uniform() * 2 * std::numbers::pi;
            const double angle = !bodies_[i].is_relation
                                     ? bodies_[i].sector + (drawn - std::numbers::pi) / 10
                                     : drawn;
            const double distance = radius * std::sqrt(random_.uniform());
            points_[i] = {distance * std::sin(angle), distance * std::cos(angle)};
        }
        // What has no sector begins amid what it ties.
        std::vector<Point> sums(points_.size());
        std::vector<double> counts(points_.size(), 0);
        for (const auto& [a, b] : ties_) {
            sums[b].x += points_[a].x;
            sums[b].y += points_[a].y;
            ++counts[b];
        }
        for (const std::uint32_t i : inner_)
            if (bodies_[i].is_relation && counts[i] > 0)
                points_[i] = {sums[i].x / counts[i] + 0.1 * (random_.uniform() - 0.5),
                              sums[i].y / counts[i] + 0.1 * (random_.uniform() - 0.5)};
    }

    void apply_forces(int step) {
        std::vector<Point> inner;
        std::vector<double> masses;
        for (const std::uint32_t i : inner_) {
            inner.push_back(points_[i]);
            masses.push_back(bodies_[i].is_relation ? 0.5 : 1);
        }
        const graph::Repulsion repulsion(inner, masses);
        std::vector<Point> moves(points_.size());
        for (std::size_t leaf = 0; leaf < repulsion.leaves(); ++leaf) {
            const auto pushes = repulsion.pushes_on(leaf);
            const auto pushed = repulsion.points_of(leaf);
            for (std::size_t k = 0; k < pushed.size(); ++k) moves[inner_[pushed[k]]] = pushes[k];
        }
        const double progress = static_cast<double>(step) / force_steps;
        for (const std::uint32_t i : inner_) {
            const Point here = points_[i];
            const double far = length(here);
            moves[i].x -= gravity * here.x;
            moves[i].y -= gravity * here.y;
            if (bodies_[i].is_relation) continue;
            const double lean = 0.5 * (1 - progress);
            moves[i].x += lean * (far * std::sin(bodies_[i].sector) - here.x) * 0.15;
            moves[i].y += lean * (far * std::cos(bodies_[i].sector) - here.y) * 0.15;
        }
        for (const auto& [a, b] : ties_) {
            const Point d{points_[b].x - points_[a].x, points_[b].y - points_[a].y};
            const double pull = length(d) * 0.9;
            moves[a].x += d.x * pull;
            moves[a].y += d.y * pull;
            moves[b].x -= d.x * pull;
            moves[b].y -= d.y * pull;
        }
        const double heat =
            std::sqrt(static_cast<double>(inner_.size())) * 0.12 * (1 - progress) * (1 - progress) +
            0.002;
        for (const std::uint32_t i : inner_) {
            const double far = length(moves[i]);
            const double by = far > heat ? heat / far : 1;
            points_[i].x += moves[i].x * by;
            points_[i].y += moves[i].y * by;
        }
    }

    /// An alliance stands amid its parties, as far as others leave it room.
    void draw_in_relations(double share) {
        std::vector<Point> sums(points_.size());
        std::vector<double> counts(points_.size(), 0);
        for (const auto& [party, relation] : ties_) {
            sums[relation].x += points_[party].x;
            sums[relation].y += points_[party].y;
            ++counts[relation];
        }
        for (const std::uint32_t i : inner_) {
            if (!bodies_[i].is_relation || counts[i] == 0) continue;
            points_[i].x += share * (sums[i].x / counts[i] - points_[i].x);
            points_[i].y += share * (sums[i].y / counts[i] - points_[i].y);
        }
    }

    [[nodiscard]] bool cross(const Tied& s, const Tied& t) const {
        if (s.first == t.first || s.first == t.second || s.second == t.first ||
            s.second == t.second)
            return false;
        return drawing::cross(points_[s.first], points_[s.second], points_[t.first],
                              points_[t.second]);
    }

    /// What a reader would suffer from: lines that cross, lines below symbols of others, length.
    [[nodiscard]] double cost() const {
        double sum = 0;
        for (std::size_t s = 0; s < ties_.size(); ++s) {
            for (std::size_t t = s + 1; t < ties_.size(); ++t) sum += cross(ties_[s], ties_[t]);
            const Point &a = points_[ties_[s].first], &b = points_[ties_[s].second];
            sum += std::hypot(a.x - b.x, a.y - b.y) / area_.width();
            for (const std::uint32_t i : inner_)
                if (i != ties_[s].first && i != ties_[s].second &&
                    beside(points_[i], points_[ties_[s].first], points_[ties_[s].second]).distance <
                        bodies_[i].symbol)
                    sum += 3;
        }
        return sum;
    }

    /// Draws in what strayed: distances from the centre grow slower, crowds get the room.
    void calm_outliers() {
        Point centre;
        const auto count = static_cast<double>(inner_.size());
        for (const std::uint32_t i : inner_) {
            centre.x += points_[i].x / count;
            centre.y += points_[i].y / count;
        }
        for (const std::uint32_t i : inner_) {
            const Point d{points_[i].x - centre.x, points_[i].y - centre.y};
            const double by = 1 / std::sqrt(std::sqrt(std::max(length(d), 1e-9)));
            points_[i] = {d.x * by, d.y * by};
        }
    }

    /// Room that the largest of the bodies takes.
    [[nodiscard]] Body largest(const std::vector<std::uint32_t>& of) const {
        Body most;
        for (const std::uint32_t i : of) {
            most.left = std::max(most.left, bodies_[i].left);
            most.right = std::max(most.right, bodies_[i].right);
            most.below = std::max(most.below, bodies_[i].below);
            most.above = std::max(most.above, bodies_[i].above);
        }
        return most;
    }

    /// Where the centres of the inner bodies may stand.
    [[nodiscard]] Rectangle room_inside() const {
        const Body most = largest(inner_);
        return {area_.left + most.left, area_.bottom + most.below, area_.right - most.right,
                area_.top - most.above};
    }

    /// Stretches the cloud to the area, more along one side than the other if that fills it.
    void fit() {
        Rectangle cloud{1e300, 1e300, -1e300, -1e300};
        for (const std::uint32_t i : inner_) {
            const Point& p = points_[i];
            cloud = {std::min(cloud.left, p.x), std::min(cloud.bottom, p.y),
                     std::max(cloud.right, p.x), std::max(cloud.top, p.y)};
        }
        const Rectangle room = room_inside();
        double across = std::max(room.width(), 1.0) / std::max(cloud.width(), 1e-6);
        double up = std::max(room.height(), 1.0) / std::max(cloud.height(), 1e-6);
        across = std::min(across, 2 * up);
        up = std::min(up, 2 * across);
        double longest = 0;
        for (const auto& [a, b] : ties_)
            longest = std::max(longest, std::hypot((points_[a].x - points_[b].x) * across,
                                                   (points_[a].y - points_[b].y) * up));
        const double shrink =
            longest > 2 * longest_tie && inner_.size() < 12 ? 2 * longest_tie / longest : 1;
        const Point from = cloud.centre(), to = room.centre();
        for (const std::uint32_t i : inner_)
            points_[i] = {to.x + (points_[i].x - from.x) * across * shrink,
                          to.y + (points_[i].y - from.y) * up * shrink};
    }

    /// A line under a symbol that is not its own would seem to be tied to it.
    void step_aside_from_lines() {
        for (const Tied& tie : ties_) {
            for (const std::uint32_t i : inner_) {
                if (i == tie.first || i == tie.second) continue;
                const auto [off, distance] =
                    beside(points_[i], points_[tie.first], points_[tie.second]);
                const double wish = bodies_[i].symbol + 2;
                if (distance >= wish) continue;
                const double by = 0.25 * (wish - distance) / std::max(distance, 0.5);
                points_[i].x += off.x * by;
                points_[i].y += off.y * by;
            }
        }
    }
};

/// Share of the area that the bodies would cover.
double crowding(std::span<const Body> bodies, const Rectangle& area) {
    double covered = 0;
    for (const Body& body : bodies)
        covered += (body.left + body.right + gap) * (body.below + body.above + gap);
    return covered / std::max(area.width() * area.height(), 1.0);
}

}  // namespace

Placement place(std::span<const Body> bodies, std::span<const Tied> ties, const Rectangle& area,
                std::uint64_t seed) {
    Placement best;
    if (crowding(bodies, area) > 0.75) {
        best.overlaps = bodies.size();
        return best;
    }
    // Where a start ends is chance: several are tried, the one that reads best is kept. When two
    // starts leave no room, the others would not find it.
    const std::size_t starts = bodies.size() <= 150 ? 8 : 3;
    for (std::size_t start = 0; start < starts; ++start) {
        Placement found =
            Forces(bodies, ties, area, base::RandomStream(seed, "drawing.layout", start)).run();
        const auto rank = [](const Placement& p) { return std::pair(p.overlaps, p.cost); };
        if (start == 0 || rank(found) < rank(best)) best = std::move(found);
        if (start == 1 && best.overlaps > 0) break;
    }
    return best;
}

Placement place_as_wished(std::span<const Body> bodies, std::span<const Tied> ties,
                          std::span<const Point> wishes, const Rectangle& area) {
    if (crowding(bodies, area) > 0.75) return {{}, bodies.size(), 0, {}, 0};
    return Forces(bodies, ties, area, base::RandomStream(0, "drawing.layout", 0))
        .run_towards(wishes);
}

}  // namespace maillage::drawing
