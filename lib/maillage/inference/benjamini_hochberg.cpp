#include <algorithm>
#include <numeric>

#include <maillage/inference/benjamini_hochberg.hpp>

namespace maillage::inference {

std::vector<double> benjamini_hochberg(std::span<const double> p) {
    std::vector<std::size_t> order(p.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t i) { return p[i]; });
    std::vector<double> adjusted(p.size());
    const auto family = static_cast<double>(p.size());
    // From the largest down: what is retained at a level takes all smaller ones with it, so that
    // equal p get what the last of them gets.
    double least = 1;
    for (std::size_t rank = p.size(); rank > 0; --rank) {
        const std::size_t i = order[rank - 1];
        least = std::min(least, p[i] * family / static_cast<double>(rank));
        adjusted[i] = least;
    }
    return adjusted;
}

}  // namespace maillage::inference
