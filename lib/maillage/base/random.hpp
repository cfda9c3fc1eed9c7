#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

namespace maillage::base {

/// One block of Philox4x32-10: a pure function of its counter and key (Salmon et al. 2011,
/// doi:10.1145/2063384.2063405).
[[nodiscard]] std::array<std::uint32_t, 4> philox(const std::array<std::uint32_t, 4>& counter,
                                                  const std::array<std::uint32_t, 2>& key);

/// A stream of random numbers that depends on its name only: Philox4x32-10 keyed by the seed and a
/// hash of the purpose, its counter holding the replicate and the position. The same replicate is
/// the same on any thread and any machine.
class RandomStream {
  public:
    RandomStream(std::uint64_t seed, std::string_view purpose, std::uint64_t replicate = 0);

    [[nodiscard]] std::uint32_t next() {
        if (used_ == values_.size()) refill();
        return values_[used_++];
    }
    /// Uniform in [0, bound), without bias (Lemire 2019). `bound` > 0.
    [[nodiscard]] std::uint32_t below(std::uint32_t bound) {
        std::uint64_t product = std::uint64_t{next()} * bound;
        if (static_cast<std::uint32_t>(product) < bound) product = redrawn(product, bound);
        return static_cast<std::uint32_t>(product >> 32U);
    }
    /// Uniform in [0, 1) with 53 bits.
    [[nodiscard]] double uniform();
    /// Fisher-Yates; `Sequence` has size() and operator[].
    template <class Sequence>
    void shuffle(Sequence& sequence) {
        for (std::size_t i = sequence.size(); i > 1; --i)
            std::swap(sequence[i - 1], sequence[below(static_cast<std::uint32_t>(i))]);
    }

  private:
    std::array<std::uint32_t, 2> key_;
    std::uint64_t replicate_;
    std::uint64_t block_ = 0;
    std::array<std::uint32_t, 4> values_{};
    unsigned used_ = 4;

    void refill();
    /// In place of a draw that may be one of the few too many for some values.
    [[nodiscard]] std::uint64_t redrawn(std::uint64_t product, std::uint32_t bound);
};

}  // namespace maillage::base
