// Counts of kinds, shares, and tables dealt out again.

#include <maillage/inference/curveball.hpp>
#include <maillage/inference/intervals.hpp>
#include <maillage/metrics/diversity.hpp>

#include "cases.hpp"

namespace maillage::outside {

void write_counts(Random& random, Case& one) {
    std::vector<std::int64_t> counts(1 + random.below(8));
    for (auto& count : counts) count = random.below(3) == 0 ? 0 : random.below(30);
    one.given("counts", counts);
    const auto found = metrics::diversity_of(counts, counts.size());
    const auto value = [&](double metrics::Diversity::*of) {
        return Values{found ? std::optional((*found).*of) : std::nullopt};
    };
    one.found("shannon", value(&metrics::Diversity::shannon));
    one.found("blau", value(&metrics::Diversity::blau));
    one.found("hill1", value(&metrics::Diversity::hill1));
    one.found("hill2", value(&metrics::Diversity::hill2));
    one.found("blau_unbiased", {found ? found->blau_unbiased : std::nullopt});
}

void write_share(Random& random, Case& one) {
    const std::uint32_t trials = random.below(random.below(2) == 0 ? 8 : 1000);
    const std::uint32_t count = random.below(trials + 1);
    one.given("count", std::vector<std::uint32_t>{count});
    one.given("trials", std::vector<std::uint32_t>{trials});
    const auto limits = inference::wilson(count, trials);
    one.found("wilson_low", {limits ? std::optional(limits->low) : std::nullopt});
    one.found("wilson_high", {limits ? std::optional(limits->high) : std::nullopt});
}

namespace {

/// Pairs of relations weighted by the pairs of members that they share: what no margin says.
double shared_pairs(const graph::Incidence& table) {
    double total = 0;
    for (std::size_t a = 0; a < table.relations(); ++a)
        for (std::size_t b = 0; b < a; ++b) {
            double shared = 0;
            for (const graph::Vertex member : table.members(a))
                for (const graph::Vertex other : table.members(b)) shared += member == other;
            total += shared * (shared - 1) / 2;
        }
    return total;
}

}  // namespace

void write_draws(Random& random, Case& one) {
    constexpr std::uint32_t actors = 12;
    constexpr std::size_t relations = 9, draws = 4000;
    graph::Incidence::Builder builder(actors);
    std::vector<std::vector<std::uint32_t>> rows(relations);
    for (auto& row : rows) {
        const std::uint32_t out_of = 2 + random.below(4);
        for (std::uint32_t actor = 0; actor < actors; ++actor)
            if (random.below(out_of + actor / 3) == 0) {
                row.push_back(actor);
                builder.push(actor);
            }
        builder.close_row();
    }
    give_memberships(one, rows);
    const inference::Draws tables(std::move(builder).finish(), {}, draws, random.next(), "outside",
                                  1);
    double sum = 0, squares = 0;
    for (const double value : tables.statistic(shared_pairs, 1)) {
        sum += value;
        squares += value * value;
    }
    const double mean = sum / draws;
    one.found("mean", {mean});
    one.found("variance", {squares / draws - mean * mean});
}

}  // namespace maillage::outside
