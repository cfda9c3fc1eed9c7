#pragma once

#include <atomic>
#include <cstdint>
#include <vector>

#include <maillage/graph/incidence.hpp>

namespace maillage::inference {

/// How often chance brings the two members of a pair together as often as they were seen together.
///
/// Shapes   One pair a < b for each that shares a relation of the observed table, ascending. `mean`
///          and `sd` are of the relations that it shares over the draws; `p` is of the upper tail,
///          (1 + draws with as many or more) / (1 + draws). A pair whose margins leave no choice
///          has p 1.
/// Cost     O(sum of squares of the sizes of relations) time for each draw; 32 bytes a pair.
class PairTails {
  public:
    explicit PairTails(const graph::Incidence& observed);

    /// Counts one draw. Called from several threads: sums of whole numbers, the same in any order.
    void see(const graph::Incidence& drawn);

    struct Tail {
        graph::Vertex a, b;
        std::uint32_t shared;
        double mean, sd, p;
    };
    [[nodiscard]] std::vector<Tail> tails() const;

  private:
    struct Pair {
        graph::Vertex a, b;
        std::uint32_t shared;
    };
    std::vector<Pair> pairs_;
    std::vector<std::atomic<std::uint32_t>> as_many_;
    std::vector<std::atomic<std::uint64_t>> sums_, squares_;
    std::atomic<std::uint64_t> draws_ = 0;

    void add(std::size_t pair, std::uint64_t shared);
};

}  // namespace maillage::inference
