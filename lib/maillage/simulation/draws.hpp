#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>

#include <maillage/base/random.hpp>

// The few distributions that the simulation draws from.
namespace maillage::simulation {

using base::RandomStream;

[[nodiscard]] inline bool chance(RandomStream& stream, double probability) {
    return stream.uniform() < probability;
}

/// Uniform among low, low + 1 ... high.
[[nodiscard]] inline int between(RandomStream& stream, int low, int high) {
    return low + static_cast<int>(stream.below(static_cast<std::uint32_t>(high - low + 1)));
}

/// An index, in proportion to its weight.
[[nodiscard]] inline std::size_t pick(RandomStream& stream, std::span<const double> weights) {
    double left = stream.uniform() * std::accumulate(weights.begin(), weights.end(), 0.0);
    for (std::size_t i = 0; i + 1 < weights.size(); ++i) {
        left -= weights[i];
        if (left < 0) return i;
    }
    return weights.size() - 1;
}

/// Nearly normal, mean 0 and variance 1: the sum of twelve uniforms needs no tail.
[[nodiscard]] inline double normal(RandomStream& stream) {
    double sum = -6;
    for (int i = 0; i < 12; ++i) sum += stream.uniform();
    return sum;
}

[[nodiscard]] inline double exponential(RandomStream& stream, double mean) {
    return -mean * std::log(1 - stream.uniform());
}

}  // namespace maillage::simulation
