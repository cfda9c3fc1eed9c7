#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string>

#include <maillage/base/random.hpp>
#include <maillage/metrics/relabelling.hpp>
#include <maillage/metrics/scope.hpp>

namespace maillage::metrics {

namespace {

constexpr double most_steps = 5e8;
constexpr double labellings_for_a_draw = 1000;

/// Many ties, no actor holding over a quarter of them.
bool ties_are_spread(const graph::CompressedGraph& ties) {
    constexpr std::size_t least_ties = 30;
    std::size_t most = 0;
    for (graph::Vertex v = 0; v < ties.vertices(); ++v)
        most = std::max<std::size_t>(most, ties.degree(v));
    return ties.edges() >= least_ties && 4 * most <= ties.edges();
}

/// n! / (product of n_k!), or more than `most` when it is that many.
double labellings_of(std::span<const model::Kind> kinds, double most) {
    double ways = 1, placed = 0;
    std::array<std::int64_t, model::kinds.size()> counts{};
    for (const model::Kind kind : kinds) ++counts[static_cast<std::size_t>(kind)];
    for (const std::int64_t count : counts)
        for (std::int64_t i = 1; i <= count && ways <= most; ++i)
            ways *= ++placed / static_cast<double>(i);
    return ways;
}

}  // namespace

inference::NullSummary Labellings::summary(double observed, std::size_t figure) const {
    return every_one ? inference::summary_of_all(observed, values[figure])
                     : inference::summary(observed, values[figure]);
}

Labellings relabelled(const Scope& scope, std::size_t figures, std::size_t steps,
                      const FiguresOfKinds& of) {
    std::vector<model::Kind> kinds = scope.kinds_of_vertices();
    const auto draws = static_cast<double>(scope.study.replicates);
    const auto of_each = static_cast<double>(steps);
    const double most = labellings_for_a_draw * (draws + 1);
    const double labellings = labellings_of(kinds, most);
    Labellings found;
    found.every_one = labellings <= most && labellings * of_each <= most_steps;
    if (draws == 0 || (!found.every_one && draws * of_each > most_steps)) return found;
    found.values.resize(figures);
    std::vector<double> values(figures);
    const auto see = [&] {
        if (!of(kinds, values)) return;
        for (std::size_t i = 0; i < figures; ++i) found.values[i].push_back(values[i]);
    };
    std::ranges::sort(kinds);
    if (found.every_one) {
        do see();
        while (std::ranges::next_permutation(kinds).found);
        return found;
    }
    const std::string purpose = "kinds " + std::string(scope.view.id()) + " " + scope.window.period;
    for (std::uint32_t r = 0; r < scope.study.replicates; ++r) {
        base::RandomStream stream(scope.study.request.seed, purpose, r);
        stream.shuffle(kinds);
        see();
    }
    return found;
}

CompositionTail::CompositionTail(const Scope& scope, std::size_t figures, const FiguresOfKinds& of)
    : is_normal_(ties_are_spread(scope.ties())) {
    if (!is_normal_) dealt_ = relabelled(scope, figures, scope.ties().edges(), of);
}

std::optional<double> CompositionTail::p_of(const Estimate& row, std::size_t figure) const {
    if (is_normal_) {
        if (!row.z) return 1.0;
        return std::max(std::erfc(std::abs(*row.z) / std::sqrt(2.0)),
                        std::numeric_limits<double>::min());
    }
    if (dealt_.empty()) return std::nullopt;
    return dealt_.summary(*row.value, figure).p;
}

}  // namespace maillage::metrics
