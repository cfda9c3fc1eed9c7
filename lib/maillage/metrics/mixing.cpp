#include <algorithm>
#include <cmath>

#include <maillage/metrics/mixing.hpp>

namespace maillage::metrics {

std::int64_t Mixing::all() const {
    std::int64_t sum = 0;
    for (const auto& row : pairs)
        for (const std::int64_t count : row) sum += count;
    return sum;
}

std::int64_t Mixing::inside() const {
    std::int64_t sum = 0;
    for (std::size_t kind = 0; kind < kinds; ++kind) sum += pairs[kind][kind];
    return sum;
}

Mixing mixing_of(const graph::CompressedGraph& ties, std::span<const model::Kind> of_vertices) {
    Mixing mixing;
    for (graph::Vertex a = 0; a < ties.vertices(); ++a) {
        const auto kind = static_cast<std::size_t>(of_vertices[a]);
        ++mixing.actors[kind];
        for (const graph::Vertex b : ties.neighbours(a)) {
            if (b < a) continue;
            const auto other = static_cast<std::size_t>(of_vertices[b]);
            ++mixing.pairs[std::min(kind, other)][std::max(kind, other)];
        }
    }
    return mixing;
}

std::optional<double> assortativity(const Mixing& mixing) {
    std::array<std::int64_t, Mixing::kinds> ends{};
    for (std::size_t a = 0; a < Mixing::kinds; ++a)
        for (std::size_t b = a; b < Mixing::kinds; ++b) {
            ends[a] += mixing.pairs[a][b];
            ends[b] += mixing.pairs[a][b];
        }
    const auto all = static_cast<double>(mixing.all());
    if (std::ranges::count_if(ends, [](std::int64_t count) { return count > 0; }) < 2)
        return std::nullopt;
    double by_ends = 0;
    for (const std::int64_t count : ends) {
        const double share = static_cast<double>(count) / (2 * all);
        by_ends += share * share;
    }
    return (static_cast<double>(mixing.inside()) / all - by_ends) / (1 - by_ends);
}

std::optional<double> jackknife_of_assortativity(const Mixing& mixing) {
    const auto whole = assortativity(mixing);
    if (!whole) return std::nullopt;
    double squares = 0;
    for (std::size_t a = 0; a < Mixing::kinds; ++a)
        for (std::size_t b = a; b < Mixing::kinds; ++b) {
            if (mixing.pairs[a][b] == 0) continue;
            // Pairs of the same two kinds change it alike.
            Mixing rest = mixing;
            --rest.pairs[a][b];
            const auto without = assortativity(rest);
            if (!without) return std::nullopt;
            squares +=
                static_cast<double>(mixing.pairs[a][b]) * (*without - *whole) * (*without - *whole);
        }
    return std::sqrt(squares);
}

}  // namespace maillage::metrics
