#include <algorithm>
#include <cmath>
#include <numbers>
#include <span>

#include <maillage/drawing/meetings.hpp>

namespace maillage::drawing {

namespace {

/// Room of a ticket, in symbols.
constexpr double ticket_room = 2;
/// Rows of symbols between the ring and the border.
constexpr std::size_t outer_rows = 2;

/// A point of the disc, moved outward towards the corners of the square around it.
Point on_square(double angle, double radius) {
    const double s = std::sin(angle), c = std::cos(angle);
    const double stretch = 1 / std::sqrt(std::sqrt(s * s * s * s + c * c * c * c));
    return {radius * stretch * s, radius * stretch * c};
}

class Ring {
  public:
    explicit Ring(const Scene& scene) : scene_(scene) {
        tickets_of_.resize(scene.symbols.size());
        for (std::uint32_t t = 0; t < scene.alliances.size(); ++t)
            for (const std::uint32_t symbol : scene.alliances[t].parties)
                tickets_of_[symbol].push_back(t);
        points_.resize(scene.symbols.size() + scene.alliances.size());
    }

    std::vector<Point> run() {
        deal();
        place_tickets();
        place_outside();
        place_inside();
        return std::move(points_);
    }

  private:
    const Scene& scene_;
    std::vector<std::vector<std::uint32_t>> tickets_of_;  ///< Per symbol.
    std::vector<std::vector<std::uint32_t>> outside_;     ///< Per ticket: who came to it alone.
    std::vector<std::uint32_t> inside_;
    std::vector<double> sides_;  ///< Where the sector of each ticket ends, the first at 0.
    double radius_ = 0;          ///< Of the ring.
    std::vector<Point> points_;

    void deal() {
        outside_.resize(scene_.alliances.size());
        std::size_t out = 0;
        for (std::uint32_t i = 0; i < tickets_of_.size(); ++i) {
            if (tickets_of_[i].size() > 1) inside_.push_back(i);
            if (tickets_of_[i].size() != 1) continue;
            outside_[tickets_of_[i][0]].push_back(i);
            ++out;
        }
        const double in = static_cast<double>(inside_.size()) + 1,
                     ring = ticket_room * static_cast<double>(scene_.alliances.size());
        const double share = (in + ring / 2) / (in + ring + static_cast<double>(out));
        radius_ = scene_.alliances.size() == 1 ? 0
                  : out == 0                   ? 1
                                               : std::clamp(std::sqrt(share), 0.45, 0.8);
        sides_ = {0};
        for (const auto& out_of_ticket : outside_)
            sides_.push_back(sides_.back() + ticket_room +
                             0.5 * static_cast<double>(out_of_ticket.size()));
        for (double& side : sides_) side *= 2 * std::numbers::pi / sides_.back();
    }

    [[nodiscard]] double angle_of(std::size_t ticket) const {
        return (sides_[ticket] + sides_[ticket + 1]) / 2;
    }

    void place_tickets() {
        for (std::size_t t = 0; t < scene_.alliances.size(); ++t)
            points_[scene_.symbols.size() + t] = on_square(angle_of(t), radius_);
    }

    void place_outside() {
        for (std::size_t t = 0; t < outside_.size(); ++t) {
            const auto& here = outside_[t];
            const double width = sides_[t + 1] - sides_[t];
            for (std::size_t i = 0; i < here.size(); ++i) {
                const double along =
                    (static_cast<double>(i) + 0.5) / static_cast<double>(here.size());
                const std::size_t row = here.size() < 2 * outer_rows ? 0 : i % outer_rows;
                const double step = (1 - radius_) * 0.45;
                points_[here[i]] =
                    on_square(sides_[t] + along * width, 1 - step * static_cast<double>(row));
            }
        }
    }

    /// The side of an actor: that of the meetings it came to.
    [[nodiscard]] double side_of(std::uint32_t symbol) const {
        double east = 0, north = 0;
        for (const std::uint32_t t : tickets_of_[symbol]) {
            east += std::sin(angle_of(t));
            north += std::cos(angle_of(t));
        }
        // Of meetings all around, none is nearer.
        if (std::hypot(east, north) < 1e-6) return 0;
        const double angle = std::atan2(east, north);
        return angle < 0 ? angle + 2 * std::numbers::pi : angle;
    }

    /// By how often they came, in circles of growing size around the most regular; in a circle, in
    /// the order of their sides, turned so that each is near its own.
    void place_inside() {
        std::ranges::stable_sort(inside_, std::ranges::greater(),
                                 [&](std::uint32_t i) { return scene_.symbols[i].times; });
        std::size_t circles = 0;
        for (std::size_t held = 0; held < inside_.size(); ++circles) held += size_of(circles);
        std::size_t first = 0;
        for (std::size_t c = 0; c < circles; ++c) {
            const std::size_t count = std::min(size_of(c), inside_.size() - first);
            const double radius = 0.82 * radius_ * static_cast<double>(c) /
                                  std::max(1.0, static_cast<double>(circles) - 0.5);
            place_circle(std::span(inside_).subspan(first, count), radius);
            first += count;
        }
    }

    [[nodiscard]] static std::size_t size_of(std::size_t circle) {
        return circle == 0 ? 1 : 6 * circle;
    }

    void place_circle(std::span<std::uint32_t> symbols, double radius) {
        std::ranges::stable_sort(symbols, {}, [&](std::uint32_t i) { return side_of(i); });
        const double step = 2 * std::numbers::pi / static_cast<double>(symbols.size());
        double east = 0, north = 0;
        for (std::size_t i = 0; i < symbols.size(); ++i) {
            const double off = side_of(symbols[i]) - static_cast<double>(i) * step;
            east += std::sin(off);
            north += std::cos(off);
        }
        const double turn = std::hypot(east, north) < 1e-6 ? 0 : std::atan2(east, north);
        for (std::size_t i = 0; i < symbols.size(); ++i)
            points_[symbols[i]] = on_square(turn + static_cast<double>(i) * step, radius);
    }
};

}  // namespace

std::vector<Point> ring_of_meetings(const Scene& scene) {
    return Ring(scene).run();
}

}  // namespace maillage::drawing
