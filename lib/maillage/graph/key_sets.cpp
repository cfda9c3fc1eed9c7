#include <algorithm>
#include <array>
#include <limits>

#include <maillage/graph/key_sets.hpp>
#include <maillage/graph/remainder.hpp>
#include <maillage/graph/triangles.hpp>

namespace maillage::graph {

namespace {

/// Vertices whose neighbours are all tied to each other: without one of them, whoever else is gone,
/// its component only shrinks by one.
std::vector<std::uint8_t> bystanders_of(const CompressedGraph& graph) {
    std::vector<std::uint64_t> closed(graph.vertices(), 0);
    Triangles(graph).for_each([&](Vertex a, Vertex b, Vertex c) {
        for (const Vertex vertex : {a, b, c}) ++closed[vertex];
    });
    std::vector<std::uint8_t> is_bystander(graph.vertices());
    for (Vertex vertex = 0; vertex < graph.vertices(); ++vertex) {
        const std::uint64_t degree = graph.degree(vertex);
        is_bystander[vertex] = degree == 0 || closed[vertex] == degree * (degree - 1) / 2 ? 1 : 0;
    }
    return is_bystander;
}

/// Sets as good as each other, as squares and number.
struct Best {
    std::uint64_t squares = std::numeric_limits<std::uint64_t>::max();
    std::uint64_t ways = 0;

    void see(std::uint64_t other, std::uint64_t its_ways) {
        if (its_ways == 0 || other > squares) return;
        ways = other < squares ? its_ways : ways + its_ways;
        squares = other;
    }
};

std::uint64_t choose(std::uint64_t n, std::size_t k) {
    std::uint64_t ways = 1;
    for (std::size_t i = 0; i < k; ++i) ways = ways * (n - std::min<std::uint64_t>(n, i)) / (i + 1);
    return ways;
}

class EverySet {
  public:
    EverySet(const CompressedGraph& graph, std::size_t size)
        : graph_(graph), size_(size), rest_(graph), is_bystander_(bystanders_of(graph)) {
        extend(0);
        list();
    }
    [[nodiscard]] KeySets take() && { return std::move(found_); }

  private:
    const CompressedGraph& graph_;
    std::size_t size_;
    Remainder rest_;
    std::vector<std::uint8_t> is_bystander_;
    std::vector<Vertex> chosen_;
    Best best_;
    KeySets found_;

    /// Sets that hold those chosen, further ones from `first` on, and bystanders.
    void extend(Vertex first) {
        rest_.take_out(chosen_);
        if (chosen_.size() + 1 == size_) return finish(first);
        see_bystanders();
        for (Vertex vertex = first; vertex < graph_.vertices(); ++vertex) {
            if (is_bystander_[vertex] != 0) continue;
            chosen_.push_back(vertex);
            extend(vertex + 1);
            chosen_.pop_back();
        }
    }

    void finish(Vertex first) {
        for (const Vertex vertex : rest_.by_component()) {
            const std::uint64_t squares = rest_.squares_without(vertex);
            const bool is_bystander = is_bystander_[vertex] != 0;
            if (squares > best_.squares || (!is_bystander && vertex < first)) continue;
            if (squares < best_.squares) found_.sets.clear();
            best_.see(squares, 1);
            if (is_bystander || found_.sets.size() > most_listed) continue;
            found_.sets.push_back(chosen_);
            found_.sets.back().push_back(vertex);
        }
    }

    /// Those chosen and bystanders only: each component loses some of its own.
    void see_bystanders() {
        constexpr std::size_t most = 3;
        const std::size_t wanted = size_ - chosen_.size();
        std::array<Best, most + 1> best{};
        best[0] = {0, 1};
        const auto order = rest_.by_component();
        for (std::size_t i = 0; i < order.size();) {
            const std::size_t size = rest_.component_size(order[i]);
            std::uint64_t here = 0;
            for (std::size_t end = i + size; i < end; ++i) here += is_bystander_[order[i]];
            std::array<Best, most + 1> with{};
            for (std::size_t all = 0; all <= wanted; ++all)
                for (std::size_t now = 0; now <= std::min<std::uint64_t>(all, here); ++now)
                    if (const Best& before = best[all - now]; before.ways > 0)
                        with[all].see(before.squares + (size - now) * (size - now),
                                      before.ways * choose(here, now));
            best = with;
        }
        if (best[wanted].ways > 0 && best[wanted].squares < best_.squares) found_.sets.clear();
        best_.see(best[wanted].squares, best[wanted].ways);
    }

    [[nodiscard]] bool holds_together(const std::vector<Vertex>& set) {
        return std::ranges::all_of(set, [&](Vertex vertex) {
            std::vector<Vertex> others = set;
            std::erase(others, vertex);
            rest_.take_out(others);
            return rest_.is_cut(vertex);
        });
    }

    void list() {
        found_.squares = best_.squares;
        found_.tied = best_.ways;
        if (found_.sets.size() > most_listed) found_.sets.clear();
        std::erase_if(found_.sets, [&](const auto& set) { return !holds_together(set); });
        std::ranges::sort(found_.sets);
    }
};

KeySets step_by_step(const CompressedGraph& graph, std::size_t size) {
    Remainder rest(graph);
    std::vector<Vertex> chosen;
    std::uint64_t least = 0;
    const auto take_best = [&] {
        rest.take_out(chosen);
        const auto best = std::ranges::min(rest.by_component(), {}, [&](Vertex vertex) {
            return std::pair(rest.squares_without(vertex), vertex);
        });
        least = rest.squares_without(best);
        chosen.push_back(best);
    };
    while (chosen.size() < size) take_best();
    // Each takes its turn to leave; all having done so in vain, none can.
    for (std::size_t in_vain = 0; in_vain < size;) {
        const std::uint64_t before = least;
        chosen.erase(chosen.begin());
        take_best();
        in_vain = least < before ? 0 : in_vain + 1;
    }
    return {least, 0, false, {}};
}

}  // namespace

double steps_of_every_set(const CompressedGraph& graph, std::size_t size) {
    const auto is_bystander = bystanders_of(graph);
    const auto others = static_cast<double>(std::ranges::count(is_bystander, 0));
    double steps = static_cast<double>(graph.vertices() + 2 * graph.edges());
    for (std::size_t i = 1; i < size; ++i)
        steps *= std::max(others + 1 - static_cast<double>(i), 1.0) / static_cast<double>(i);
    return steps;
}

KeySets key_sets(const CompressedGraph& graph, std::size_t size, double most_steps) {
    constexpr std::size_t most_vertices = 2'000;
    const bool can_try_all = size == 1 || (graph.vertices() < most_vertices &&
                                           steps_of_every_set(graph, size) <= most_steps);
    return can_try_all ? EverySet(graph, size).take() : step_by_step(graph, size);
}

}  // namespace maillage::graph
