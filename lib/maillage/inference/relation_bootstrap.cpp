#include <algorithm>

#include <maillage/base/random.hpp>
#include <maillage/inference/relation_bootstrap.hpp>

namespace maillage::inference {

namespace {

constexpr std::size_t least_relations = 8;

/// The numbers of the relations, block after block.
std::vector<std::uint32_t> in_blocks(std::span<const std::uint32_t> blocks) {
    std::vector<std::uint32_t> order(blocks.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::ranges::stable_sort(order, {}, [&](std::uint32_t i) { return blocks[i]; });
    return order;
}

void draw(std::span<const std::uint32_t> blocks, const std::vector<std::uint32_t>& order,
          base::RandomStream random, std::vector<std::uint32_t>& drawn) {
    drawn.clear();
    for (std::size_t first = 0, last = 0; first < order.size(); first = last) {
        while (last < order.size() && blocks[order[last]] == blocks[order[first]]) ++last;
        const auto size = static_cast<std::uint32_t>(last - first);
        for (std::uint32_t i = 0; i < size; ++i) drawn.push_back(order[first + random.below(size)]);
    }
}

/// The 2.5 and 97.5 % points.
Interval middle_of(std::vector<double> draws) {
    std::ranges::sort(draws);
    return {percentile(draws, 0.025), percentile(draws, 0.975)};
}

}  // namespace

std::vector<Interval> relation_limits(
    std::span<const std::uint32_t> blocks, std::size_t count,
    const std::function<void(std::span<const std::uint32_t> drawn, std::span<double> figures)>& of,
    std::uint32_t replicates, std::uint64_t seed, std::string_view purpose) {
    if (blocks.size() < least_relations || replicates == 0) return {};
    const auto order = in_blocks(blocks);
    std::vector<std::uint32_t> drawn;
    std::vector<double> figures(count);
    std::vector<std::vector<double>> draws(count);
    for (std::uint32_t r = 0; r < replicates; ++r) {
        draw(blocks, order, base::RandomStream(seed, purpose, r), drawn);
        of(drawn, figures);
        for (std::size_t i = 0; i < count; ++i) draws[i].push_back(figures[i]);
    }
    std::vector<Interval> limits;
    limits.reserve(count);
    for (auto& of_figure : draws) limits.push_back(middle_of(std::move(of_figure)));
    return limits;
}

}  // namespace maillage::inference
