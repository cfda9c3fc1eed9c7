// Brandes' accumulation inside each block of the graph. A pair of ends lying beyond a block enters
// it and leaves it by two of its vertices: the block needs to know only how many vertices stand
// behind each of its own (their weight). What a cut vertex stands between from one block to another
// needs no search at all. So a chain of 100,000 diamonds, whose whole has 2^100,000 shortest paths,
// takes the time of 100,000 circles of four.
//
// Inside a block the number of shortest paths still grows beyond 2^64, and beyond the largest
// double: counts are kept as a double and a power of 2^512.

#include <algorithm>
#include <cmath>

#include <maillage/base/random.hpp>
#include <maillage/base/threads.hpp>
#include <maillage/graph/betweenness.hpp>
#include <maillage/graph/block_cut_tree.hpp>

namespace maillage::graph {

namespace {

/// One block as a graph of its own, its vertices renumbered.
struct Block {
    std::span<const Vertex> members;
    std::span<const std::uint32_t> weights;
    CompressedGraph graph;
};

/// A number of paths: `digits` times 2^(512 * power).
struct PathCount {
    double digits = 0;
    std::int32_t power = 0;

    static constexpr double step = 0x1p512;

    void add(const PathCount& other) {
        if (power == other.power) {
            digits += other.digits;
        } else if (power < other.power) {
            digits = other.digits + (other.power == power + 1 ? digits / step : 0);
            power = other.power;
        } else if (power == other.power + 1) {
            digits += other.digits / step;
        }
        if (digits >= step) {
            digits /= step;
            ++power;
        }
    }
    /// The share of these paths in those of a vertex further on, never more than 1.
    [[nodiscard]] double over(const PathCount& further) const {
        const double share = digits / further.digits;
        if (power == further.power) return share;
        return further.power == power + 1 ? share / step : 0;
    }
};

/// The search from one source, its memory kept for the next.
class Search {
  public:
    explicit Search(const Block& block)
        : block_(block),
          distance_(block.members.size(), unseen),
          paths_(block.members.size()),
          dependency_(block.members.size(), 0) {
        reached_.reserve(block.members.size());
    }

    /// Adds what each vertex stands between the source and all others.
    void run(Vertex source, std::vector<double>& between) {
        find_paths(source);
        for (auto last = reached_.rbegin(); last != reached_.rend(); ++last) {
            const Vertex vertex = *last;
            const double owed = block_.weights[vertex] + dependency_[vertex];
            for (const Vertex before : block_.graph.neighbours(vertex))
                if (distance_[before] + 1 == distance_[vertex])
                    dependency_[before] += paths_[before].over(paths_[vertex]) * owed;
            if (vertex != source) between[vertex] += block_.weights[source] * dependency_[vertex];
        }
        for (const Vertex vertex : reached_) {
            distance_[vertex] = unseen;
            paths_[vertex] = {};
            dependency_[vertex] = 0;
        }
    }

  private:
    static constexpr std::uint32_t unseen = ~std::uint32_t{1};  ///< Has a successor, too.
    const Block& block_;
    std::vector<std::uint32_t> distance_;
    std::vector<PathCount> paths_;
    std::vector<double> dependency_;
    std::vector<Vertex> reached_;  ///< By distance.

    void find_paths(Vertex source) {
        reached_.assign(1, source);
        distance_[source] = 0;
        paths_[source].digits = 1;
        for (std::size_t i = 0; i < reached_.size(); ++i) {
            const Vertex vertex = reached_[i];
            for (const Vertex next : block_.graph.neighbours(vertex)) {
                if (distance_[next] == unseen) {
                    distance_[next] = distance_[vertex] + 1;
                    reached_.push_back(next);
                }
                if (distance_[next] == distance_[vertex] + 1) paths_[next].add(paths_[vertex]);
            }
        }
    }
};

/// Sums over the sources, in shares whose number does not depend on that of threads.
std::vector<double> searched(const Block& block, std::span<const Vertex> sources,
                             unsigned threads) {
    constexpr std::size_t worth_a_thread = 1'000'000;
    const std::size_t work = sources.size() * block.graph.edges();
    const std::size_t shares = std::clamp<std::size_t>(work / worth_a_thread, 1,
                                                       std::min<std::size_t>(16, sources.size()));
    std::vector<std::vector<double>> between(shares);
    base::parallel_for(shares, shares == 1 ? 1 : threads, [&](std::size_t share) {
        between[share].assign(block.members.size(), 0);
        Search search(block);
        for (std::size_t i = share; i < sources.size(); i += shares)
            search.run(sources[i], between[share]);
    });
    for (std::size_t share = 1; share < shares; ++share)
        for (std::size_t i = 0; i < between[0].size(); ++i) between[0][i] += between[share][i];
    return std::move(between[0]);
}

class Blocks {
  public:
    Blocks(const CompressedGraph& graph, const BetweennessOptions& options)
        : tree_(graph), options_(options), local_(graph.vertices(), 0) {
        result_.values.resize(graph.vertices());
        for (Vertex vertex = 0; vertex < graph.vertices(); ++vertex)
            result_.values[vertex] = between_blocks(vertex);
    }

    Betweenness run() {
        for (std::size_t block = 0; block < tree_.blocks(); ++block)
            if (!tree_.is_bridge(block)) add(block);
        return std::move(result_);
    }

  private:
    const BlockCutTree tree_;
    const BetweennessOptions& options_;
    std::vector<Vertex> local_;  ///< Number of each vertex in the block at hand.
    Betweenness result_;

    /// Pairs whose ends stand in two branches of the vertex.
    [[nodiscard]] double between_blocks(Vertex vertex) const {
        if (!tree_.is_cut(vertex)) return 0;
        const double others = tree_.component_size(vertex) - 1.0;
        return (others * others - static_cast<double>(tree_.branch_squares(vertex))) / 2;
    }

    void add(std::size_t number) {
        const Block block = block_of(number);
        const auto size = static_cast<std::uint32_t>(block.members.size());
        const bool sampled = size > options_.exact_up_to && options_.sources < size;
        const auto sources = sampled ? drawn(number, size) : all(size);
        const auto between = searched(block, sources, options_.threads);
        const double scale = static_cast<double>(size) / static_cast<double>(sources.size()) / 2;
        for (std::uint32_t i = 0; i < size; ++i)
            result_.values[block.members[i]] += between[i] * scale;
        if (sampled) note_error(block, sources.size());
    }

    Block block_of(std::size_t number) {
        const auto members = tree_.members(number);
        for (Vertex i = 0; i < members.size(); ++i) local_[members[i]] = i;
        std::vector<Pair> pairs;
        pairs.reserve(tree_.edges(number).size());
        for (const auto& [a, b] : tree_.edges(number))
            pairs.emplace_back(std::minmax(local_[a], local_[b]));
        std::ranges::sort(pairs);
        return {members, tree_.weights(number), CompressedGraph(members.size(), pairs)};
    }

    static std::vector<Vertex> all(std::uint32_t size) {
        std::vector<Vertex> vertices(size);
        for (Vertex i = 0; i < size; ++i) vertices[i] = i;
        return vertices;
    }

    std::vector<Vertex> drawn(std::size_t number, std::uint32_t size) const {
        auto vertices = all(size);
        base::RandomStream random(options_.seed, "betweenness", number);
        for (std::uint32_t i = 0; i < options_.sources; ++i)
            std::swap(vertices[i], vertices[i + random.below(size - i)]);
        vertices.resize(options_.sources);
        return vertices;
    }

    /// A source of weight w adds at most w times the weights of all others to a vertex; the mean of
    /// k draws from [0, c] is within c sqrt(ln(2 / alpha) / 2k), drawing without replacement only
    /// narrows this. All blocks together have fewer than 2n members: alpha = 0.05 / 2n holds for
    /// all at once, and a cut vertex errs by the sum over its blocks.
    void note_error(const Block& block, std::size_t sources) {
        double total = 0, most = 0;
        for (const std::uint32_t weight : block.weights) total += weight;
        for (const double weight : block.weights) most = std::max(most, weight * (total - weight));
        const double tests = 2.0 * static_cast<double>(result_.values.size());
        const double error =
            static_cast<double>(block.members.size()) / 2 * most *
            std::sqrt(std::log(2 * tests / 0.05) / (2 * static_cast<double>(sources)));
        result_.error_bound = result_.error_bound.value_or(0) + error;
    }
};

}  // namespace

Betweenness betweenness(const CompressedGraph& graph, const BetweennessOptions& options) {
    return Blocks(graph, options).run();
}

}  // namespace maillage::graph
