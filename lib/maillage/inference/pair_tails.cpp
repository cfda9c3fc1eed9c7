#include <algorithm>
#include <cmath>

#include <maillage/graph/shared_relations.hpp>
#include <maillage/inference/pair_tails.hpp>

namespace maillage::inference {

PairTails::PairTails(const graph::Incidence& observed) {
    graph::for_each_pair(observed, [&](graph::Vertex a, graph::Vertex b, auto shared) {
        pairs_.push_back({a, b, static_cast<std::uint32_t>(shared.size())});
    });
    as_many_ = std::vector<std::atomic<std::uint32_t>>(pairs_.size());
    sums_ = std::vector<std::atomic<std::uint64_t>>(pairs_.size());
    squares_ = std::vector<std::atomic<std::uint64_t>>(pairs_.size());
}

void PairTails::see(const graph::Incidence& drawn) {
    std::vector<std::uint32_t> together(drawn.vertices(), 0);
    const auto for_each_above = [&](graph::Vertex vertex, auto visit) {
        for (const std::uint32_t relation : drawn.relations_of(vertex)) {
            const auto members = drawn.members(relation);
            for (auto m = std::ranges::upper_bound(members, vertex); m != members.end(); ++m)
                visit(together[*m]);
        }
    };
    // Pairs ascend: those of one vertex follow one another.
    for (std::size_t i = 0; i < pairs_.size();) {
        const graph::Vertex vertex = pairs_[i].a;
        for_each_above(vertex, [](std::uint32_t& count) { ++count; });
        for (; i < pairs_.size() && pairs_[i].a == vertex; ++i) add(i, together[pairs_[i].b]);
        for_each_above(vertex, [](std::uint32_t& count) { count = 0; });
    }
    ++draws_;
}

void PairTails::add(std::size_t pair, std::uint64_t shared) {
    // A pair that the draw leaves apart adds nothing: it was seen at least once.
    if (shared == 0) return;
    if (shared >= pairs_[pair].shared) ++as_many_[pair];
    sums_[pair] += shared;
    squares_[pair] += shared * shared;
}

std::vector<PairTails::Tail> PairTails::tails() const {
    std::vector<Tail> tails;
    tails.reserve(pairs_.size());
    const auto draws = static_cast<double>(draws_.load());
    for (std::size_t i = 0; i < pairs_.size(); ++i) {
        const auto sum = static_cast<double>(sums_[i].load());
        const double mean = draws > 0 ? sum / draws : 0;
        const double squares = static_cast<double>(squares_[i].load()) - sum * mean;
        // Whole numbers that are all alike leave no more than the rounding of their mean.
        const bool varies = draws > 1 && squares > 1e-9 * std::max(1.0, sum * mean);
        tails.push_back({pairs_[i].a, pairs_[i].b, pairs_[i].shared, mean,
                         varies ? std::sqrt(squares / (draws - 1)) : 0,
                         (1 + static_cast<double>(as_many_[i].load())) / (1 + draws)});
    }
    return tails;
}

}  // namespace maillage::inference
