#include <algorithm>
#include <cmath>
#include <tuple>

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
    // Both lists of pairs ascend. A pair that the draw leaves apart adds nothing: it was seen at
    // least once.
    std::size_t i = 0;
    graph::for_each_pair(drawn, [&](graph::Vertex a, graph::Vertex b, auto together) {
        while (i < pairs_.size() && std::tie(pairs_[i].a, pairs_[i].b) < std::tie(a, b)) ++i;
        if (i == pairs_.size() || pairs_[i].a != a || pairs_[i].b != b) return;
        const std::uint64_t shared = together.size();
        if (shared >= pairs_[i].shared) ++as_many_[i];
        sums_[i] += shared;
        squares_[i] += shared * shared;
    });
    ++draws_;
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
