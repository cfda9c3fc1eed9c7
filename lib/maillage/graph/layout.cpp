#include <algorithm>
#include <cmath>
#include <utility>

#include <maillage/base/threads.hpp>
#include <maillage/graph/coarsening.hpp>
#include <maillage/graph/layout.hpp>
#include <maillage/graph/overlaps.hpp>
#include <maillage/graph/packing.hpp>
#include <maillage/graph/repulsion.hpp>

namespace maillage::graph {

namespace {

constexpr std::size_t few = 24;              ///< Vertices from which no coarser graph is made.
constexpr std::size_t block = 64;            ///< Leaves that one thread takes at a time.
constexpr std::size_t worth_threads = 1500;  ///< Vertices from which threads pay.
constexpr int coarsest_steps = 200, finer_steps = 60;

double length(const Point& p) {
    return std::sqrt(p.x * p.x + p.y * p.y);
}

/// Balances the forces of one graph: vertices push each other as 1 / distance, ties pull as its
/// square, so that a lone tie is 1 long.
class Forces {
  public:
    Forces(const WeightedGraph& graph, std::vector<Point>& points, unsigned threads)
        : graph_(graph),
          points_(points),
          next_(points),
          threads_(points.size() < worth_threads ? 1 : threads) {}

    /// Moves all points by no more than `longest`.
    void step(double longest) {
        const Repulsion repulsion(points_, graph_.masses);
        const std::size_t blocks = (repulsion.leaves() + block - 1) / block;
        base::parallel_for(blocks, threads_, [&](std::size_t at) {
            const std::size_t end = std::min((at + 1) * block, repulsion.leaves());
            for (std::size_t leaf = at * block; leaf < end; ++leaf) {
                const auto pushes = repulsion.pushes_on(leaf);
                const auto vertices = repulsion.points_of(leaf);
                for (std::size_t k = 0; k < vertices.size(); ++k)
                    move(vertices[k], pushes[k], longest);
            }
        });
        points_.swap(next_);
    }

  private:
    const WeightedGraph& graph_;
    std::vector<Point>& points_;
    std::vector<Point> next_;
    unsigned threads_;

    /// Towards where the forces on it would be in balance if the others stood still.
    void move(Vertex v, const Point& push, double longest) {
        const Point here = points_[v];
        const double mass = graph_.masses[v];
        Point force{mass * push.x, mass * push.y};
        double stiffness = 1e-6;
        for (auto arc = graph_.offsets[v]; arc < graph_.offsets[v + 1]; ++arc) {
            const Point& there = points_[graph_.neighbours[arc]];
            const Point d{there.x - here.x, there.y - here.y};
            const double pull = graph_.weights[arc] * length(d);
            force.x += pull * d.x;
            force.y += pull * d.y;
            stiffness += pull;
        }
        const double by = std::min(0.7 / stiffness, longest / std::max(length(force), 1e-300));
        next_[v] = {here.x + by * force.x, here.y + by * force.y};
    }
};

/// Where the vertices of a finer graph start: beside the vertex that stood for them.
std::vector<Point> refined(const Coarsened& coarse, const std::vector<Point>& points,
                           base::RandomStream& random) {
    std::vector<Point> finer;
    finer.reserve(coarse.group_of.size());
    for (const Vertex group : coarse.group_of)
        finer.push_back(
            {points[group].x + random.uniform() - 0.5, points[group].y + random.uniform() - 0.5});
    return finer;
}

/// Places a connected graph.
std::vector<Point> place_piece(const CompressedGraph& graph, unsigned threads,
                               base::RandomStream& random) {
    std::vector<WeightedGraph> graphs{weighted(graph)};
    std::vector<Coarsened> steps;
    while (graphs.back().vertices() > few) {
        Coarsened next = coarsened(graphs.back(), random);
        if (10 * next.graph.vertices() > 9 * graphs.back().vertices()) break;
        graphs.push_back(std::move(next.graph));
        steps.push_back(std::move(next));
    }
    const double radius = std::sqrt(static_cast<double>(graph.vertices()));
    std::vector<Point> points(graphs.back().vertices());
    if (points.size() == 1) return points;
    for (Point& p : points) p = {radius * random.uniform(), radius * random.uniform()};
    for (std::size_t level = graphs.size(); level-- > 0;) {
        if (level + 1 < graphs.size()) points = refined(steps[level], points, random);
        const bool is_first = level + 1 == graphs.size();
        const int count = is_first ? coarsest_steps : finer_steps;
        const double mass =
            static_cast<double>(graph.vertices()) / static_cast<double>(graphs[level].vertices());
        const double start = is_first ? radius : 2 * std::sqrt(mass);
        Forces forces(graphs[level], points, threads);
        for (int i = 0; i < count; ++i) {
            const double left = 1 - static_cast<double>(i) / count;
            forces.step(start * left * left);
        }
    }
    return points;
}

/// Vertices by piece: each sorted, the pieces by their first.
std::vector<std::vector<Vertex>> pieces_of(const CompressedGraph& graph) {
    std::vector<std::vector<Vertex>> pieces;
    std::vector<std::uint8_t> seen(graph.vertices(), 0);
    for (Vertex v = 0; v < graph.vertices(); ++v) {
        if (seen[v] != 0) continue;
        auto& piece = pieces.emplace_back(1, v);
        seen[v] = 1;
        for (std::size_t next = 0; next < piece.size(); ++next)
            for (const Vertex other : graph.neighbours(piece[next]))
                if (std::exchange(seen[other], 1) == 0) piece.push_back(other);
        std::ranges::sort(piece);
    }
    return pieces;
}

/// A piece as a graph of its own; `number` has room for every vertex.
CompressedGraph inside(const CompressedGraph& graph, const std::vector<Vertex>& piece,
                       std::vector<Vertex>& number) {
    for (Vertex i = 0; i < piece.size(); ++i) number[piece[i]] = i;
    std::vector<Pair> pairs;
    for (const Vertex v : piece)
        for (const Vertex other : graph.neighbours(v))
            if (v < other) pairs.emplace_back(number[v], number[other]);
    return {piece.size(), pairs};
}

enum class Ties : std::uint8_t { all, shortest_of_each };
double median_tie(const CompressedGraph& graph, const std::vector<Point>& points, Ties which) {
    std::vector<double> lengths;
    for (Vertex v = 0; v < graph.vertices(); ++v) {
        double shortest = 1e300;
        for (const Vertex other : graph.neighbours(v)) {
            const double tie =
                length({points[v].x - points[other].x, points[v].y - points[other].y});
            if (which == Ties::all) lengths.push_back(tie);
            shortest = std::min(shortest, tie);
        }
        if (which == Ties::shortest_of_each) lengths.push_back(shortest);
    }
    if (lengths.empty()) return 0;
    const auto middle = lengths.begin() + static_cast<std::ptrdiff_t>(lengths.size() / 2);
    std::ranges::nth_element(lengths, middle);
    return *middle;
}

struct Extent {
    Point low{1e300, 1e300}, high{-1e300, -1e300};

    void add(const Point& p, double radius) {
        low = {std::min(low.x, p.x - radius), std::min(low.y, p.y - radius)};
        high = {std::max(high.x, p.x + radius), std::max(high.y, p.y + radius)};
    }
    [[nodiscard]] Point size() const { return {high.x - low.x, high.y - low.y}; }
    [[nodiscard]] Point middle() const { return {(low.x + high.x) / 2, (low.y + high.y) / 2}; }
};

/// Turns a cloud so that it is wider than high.
void lay_down(std::vector<Point>& points) {
    Point middle;
    const auto count = static_cast<double>(points.size());
    for (const Point& p : points) middle = {middle.x + p.x / count, middle.y + p.y / count};
    double xx = 0, yy = 0, xy = 0;
    for (const Point& p : points) {
        const Point d{p.x - middle.x, p.y - middle.y};
        xx += d.x * d.x;
        yy += d.y * d.y;
        xy += d.x * d.y;
    }
    const double angle = 0.5 * std::atan2(2 * xy, xx - yy);
    const double cosine = std::cos(angle), sine = std::sin(angle);
    for (Point& p : points) {
        const Point d{p.x - middle.x, p.y - middle.y};
        p = {cosine * d.x + sine * d.y, cosine * d.y - sine * d.x};
    }
}

/// Makes room for circles: they take an eighth of what the cloud covers, or less room when half of
/// them have their nearest neighbour three circles away.
void make_room(std::vector<Point>& points, double tie, std::span<const double> radii) {
    constexpr double room = 8;
    Extent extent;
    double covered = 0, sum = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        extent.add(points[i], 0);
        covered += 4 * radii[i] * radii[i];
        sum += radii[i];
    }
    const double mean = sum / static_cast<double>(points.size());
    const Point size = extent.size();
    const double by = std::min(std::sqrt(room * covered / std::max(size.x * size.y, 1e-12)),
                               3 * 2 * mean / std::max(tie, 1e-12));
    for (Point& p : points) p = {p.x * by, p.y * by};
    separate(points, radii);
}

}  // namespace

std::vector<Point> layout(const CompressedGraph& graph, const LayoutOptions& options) {
    std::vector<Point> points(graph.vertices());
    const auto pieces = pieces_of(graph);
    const auto radius_of = [&](Vertex v) { return options.radii.empty() ? 0.5 : options.radii[v]; };
    std::vector<Vertex> number(graph.vertices());
    std::vector<Point> sizes, middles;
    for (std::size_t k = 0; k < pieces.size(); ++k) {
        base::RandomStream random(options.seed, "graph.layout", k);
        const CompressedGraph piece = inside(graph, pieces[k], number);
        std::vector<Point> placed = place_piece(piece, options.threads, random);
        lay_down(placed);
        if (options.radii.empty()) {
            const double tie = median_tie(piece, placed, Ties::all);
            for (Point& p : placed) p = {p.x / std::max(tie, 1e-12), p.y / std::max(tie, 1e-12)};
        } else {
            std::vector<double> radii;
            for (const Vertex v : pieces[k]) radii.push_back(radius_of(v));
            make_room(placed, median_tie(piece, placed, Ties::shortest_of_each), radii);
        }
        Extent extent;
        double margin = 0;
        for (std::size_t i = 0; i < placed.size(); ++i) {
            points[pieces[k][i]] = placed[i];
            extent.add(placed[i], radius_of(pieces[k][i]));
            margin = std::max(margin, radius_of(pieces[k][i]));
        }
        sizes.push_back({extent.size().x + margin, extent.size().y + margin});
        middles.push_back(extent.middle());
    }
    const std::vector<Point> places = packed(sizes);
    for (std::size_t k = 0; k < pieces.size(); ++k)
        for (const Vertex v : pieces[k]) {
            points[v].x += places[k].x - middles[k].x;
            points[v].y += places[k].y - middles[k].y;
        }
    return points;
}

}  // namespace maillage::graph
