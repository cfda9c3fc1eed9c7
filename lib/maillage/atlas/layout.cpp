#include <algorithm>
#include <cmath>
#include <tuple>

#include <maillage/atlas/layout.hpp>
#include <maillage/drawing/drawing.hpp>
#include <maillage/graph/compressed_graph.hpp>
#include <maillage/graph/layout.hpp>
#include <maillage/graph/overlaps.hpp>

namespace maillage::atlas {

namespace {

using graph::Point;

constexpr double symbol_radius = 0.95, relation_radius = 0.6;
constexpr double spacing = 2.6;  ///< Of those without ties, from one to the next.

class Layout {
  public:
    explicit Layout(const Network& network) : network_(network) {
        node_of_.assign(network.symbols.size() + network.relations.size(), Network::none);
        positions_.symbols.resize(network.symbols.size());
        positions_.relations.resize(network.relations.size());
    }

    Positions run(std::uint64_t seed, unsigned threads) {
        number_tied();
        std::ranges::sort(ties_);
        const graph::CompressedGraph graph(radii_.size(), ties_);
        points_ = graph::layout(graph, {seed, threads, radii_});
        for (std::uint32_t i = 0; i < node_of_.size(); ++i)
            if (node_of_[i] != Network::none) at(i) = points_[node_of_[i]];
        place_untied();
        place_meetings();
        return std::move(positions_);
    }

  private:
    const Network& network_;
    std::vector<std::uint32_t> node_of_;  ///< Per symbol, then per relation.
    std::vector<double> radii_;           ///< Per node.
    std::vector<graph::Pair> ties_;
    std::vector<Point> points_;
    Positions positions_;

    Point& at(std::uint32_t i) {
        return i < network_.symbols.size() ? positions_.symbols[i]
                                           : positions_.relations[i - network_.symbols.size()];
    }

    /// Symbols first, as a tie goes from the smaller number to the larger.
    void number_tied() {
        const auto symbols = static_cast<std::uint32_t>(network_.symbols.size());
        std::vector<std::uint8_t> tied(symbols, 0);
        for (const Relation& relation : network_.relations)
            if (relation.family != Family::meeting)
                for (const Member& member : relation.members) tied[member.symbol] = 1;
        const auto number = [&](std::uint32_t i, double radius) {
            node_of_[i] = static_cast<std::uint32_t>(radii_.size());
            radii_.push_back(radius);
        };
        for (std::uint32_t i = 0; i < symbols; ++i)
            if (tied[i] != 0) number(i, symbol_radius);
        for (std::uint32_t r = 0; r < network_.relations.size(); ++r) {
            if (network_.relations[r].family == Family::meeting) continue;
            number(symbols + r, relation_radius);
            for (const Member& member : network_.relations[r].members)
                ties_.emplace_back(node_of_[member.symbol], node_of_[symbols + r]);
        }
    }

    /// A frame about the others, as on printed maps: world after world, clockwise from the upper
    /// left, on as many rounds as it takes.
    void place_untied() {
        std::vector<std::uint32_t> untied;
        for (std::uint32_t i = 0; i < network_.symbols.size(); ++i)
            if (node_of_[i] == Network::none) untied.push_back(i);
        std::ranges::stable_sort(untied, {}, [&](std::uint32_t i) {
            return std::tuple(network_.symbols[i].kind, network_.symbols[i].seat, i);
        });
        Frame frame = frame_of_tied(untied.size());
        for (std::size_t next = 0; next < untied.size(); frame = frame.wider(spacing)) {
            const std::size_t here = std::min(frame.room(), untied.size() - next);
            for (std::size_t i = 0; i < here; ++i)
                positions_.symbols[untied[next++]] =
                    frame.at(static_cast<double>(i) / static_cast<double>(here));
        }
    }

    /// A rectangle by its middle and half its sides.
    struct Frame {
        Point middle;
        double width, height;

        [[nodiscard]] Frame wider(double by) const { return {middle, width + by, height + by}; }
        [[nodiscard]] std::size_t room() const {
            return static_cast<std::size_t>(4 * (width + height) / spacing);
        }
        /// The point after that share of the way around.
        [[nodiscard]] Point at(double share) const {
            double way = share * 4 * (width + height);
            if (way < 2 * width) return {middle.x + way - width, middle.y - height};
            way -= 2 * width;
            if (way < 2 * height) return {middle.x + width, middle.y + way - height};
            way -= 2 * height;
            if (way < 2 * width) return {middle.x + width - way, middle.y + height};
            return {middle.x - width, middle.y + height - (way - 2 * width)};
        }
    };

    /// Around what is tied, as wide as screens are, and no smaller than the others fill by
    /// themselves in a few rounds.
    [[nodiscard]] Frame frame_of_tied(std::size_t untied) const {
        constexpr double aspect = 1.3, rounds = 6;
        drawing::Rectangle tied;
        for (const Point& p : points_)
            tied = {std::min(tied.left, p.x), std::min(tied.bottom, p.y), std::max(tied.right, p.x),
                    std::max(tied.top, p.y)};
        const double x = tied.width() / 2, y = tied.height() / 2;
        const double least = static_cast<double>(untied) * spacing / rounds / (4 * (1 + aspect));
        const double height = std::max({y, x / aspect, least}) + 2 * spacing;
        return {tied.centre(), std::max(x + 2 * spacing, aspect * height), height};
    }

    void place_meetings() {
        std::vector<Point> centres;
        std::vector<std::uint32_t> meetings;
        for (std::uint32_t r = 0; r < network_.relations.size(); ++r) {
            const Relation& relation = network_.relations[r];
            if (relation.family != Family::meeting) continue;
            Point sum;
            for (const Member& member : relation.members) {
                sum.x += positions_.symbols[member.symbol].x;
                sum.y += positions_.symbols[member.symbol].y;
            }
            const double count = std::max(1.0, static_cast<double>(relation.members.size()));
            meetings.push_back(r);
            centres.push_back({sum.x / count, sum.y / count});
        }
        graph::separate(centres, std::vector<double>(centres.size(), symbol_radius));
        for (std::size_t i = 0; i < meetings.size(); ++i)
            positions_.relations[meetings[i]] = centres[i];
    }
};

}  // namespace

Positions place(const Network& network, std::uint64_t seed, unsigned threads) {
    return Layout(network).run(seed, threads);
}

}  // namespace maillage::atlas
