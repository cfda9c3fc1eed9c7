#include <algorithm>
#include <cassert>
#include <cmath>

#include <maillage/base/random.hpp>
#include <maillage/inference/vertex_bootstrap.hpp>

namespace maillage::inference {

namespace {

using graph::CompressedGraph;
using graph::Vertex;

/// Ties of the draw that are ties of the original: between copies of two different vertices.
TieCounts copied_ties(const CompressedGraph& ties, std::span<const std::uint8_t> classes,
                      const std::vector<std::uint32_t>& copies) {
    TieCounts counts;
    for (Vertex a = 0; a < ties.vertices(); ++a) {
        if (copies[a] == 0) continue;
        for (const Vertex b : ties.neighbours(a)) {
            if (b < a) continue;
            const double times = static_cast<double>(copies[a]) * copies[b];
            counts.all += times;
            if (classes[a] == classes[b]) counts.inside += times;
        }
    }
    return counts;
}

void fill_in(TieCounts& counts, const CompressedGraph& ties, Vertex a, Vertex b, bool inside) {
    if (!std::ranges::binary_search(ties.neighbours(a), b)) return;
    ++counts.all;
    if (inside) ++counts.inside;
}

PairedCounts draw(const CompressedGraph& before, const CompressedGraph& after,
                  std::span<const std::uint8_t> classes, base::RandomStream& random) {
    const auto n = static_cast<std::uint32_t>(before.vertices());
    std::vector<std::uint32_t> copies(n, 0);
    for (std::uint32_t i = 0; i < n; ++i) ++copies[random.below(n)];
    PairedCounts counts{copied_ties(before, classes, copies), copied_ties(after, classes, copies)};
    std::uint64_t twins = 0;
    for (const std::uint64_t times : copies) twins += times * (times - (times > 0 ? 1 : 0)) / 2;
    for (std::uint64_t i = 0; i < twins; ++i) {
        const Vertex a = random.below(n);
        Vertex b = random.below(n - 1);
        if (b >= a) ++b;
        fill_in(counts.before, before, a, b, classes[a] == classes[b]);
        fill_in(counts.after, after, a, b, classes[a] == classes[b]);
    }
    return counts;
}

}  // namespace

std::vector<PairedCounts> paired_vertex_draws(const CompressedGraph& before,
                                              const CompressedGraph& after,
                                              std::span<const std::uint8_t> classes,
                                              std::uint32_t replicates, std::uint64_t seed,
                                              std::string_view purpose) {
    assert(before.vertices() >= 2 && before.vertices() == after.vertices());
    std::vector<PairedCounts> draws;
    draws.reserve(replicates);
    for (std::uint32_t replicate = 0; replicate < replicates; ++replicate) {
        base::RandomStream random(seed, purpose, replicate);
        draws.push_back(draw(before, after, classes, random));
    }
    return draws;
}

double standard_deviation(std::span<const double> draws) {
    if (draws.size() < 2) return 0;
    double sum = 0, squares = 0;
    for (const double value : draws) sum += value;
    const double mean = sum / static_cast<double>(draws.size());
    for (const double value : draws) squares += (value - mean) * (value - mean);
    return std::sqrt(squares / static_cast<double>(draws.size() - 1));
}

}  // namespace maillage::inference
