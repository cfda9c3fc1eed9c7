#pragma once

// The kinds dealt out again among the actors, the ties staying where they are: what composition
// alone gives, for figures without a closed form (kind_permutation.hpp has those with one). Every
// labelling when they are few, else draws; never a verdict.

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include <maillage/inference/nulls.hpp>
#include <maillage/metrics/estimate.hpp>
#include <maillage/model/words.hpp>

namespace maillage::metrics {

class Scope;

/// Several figures of every labelling.
struct Labellings {
    bool every_one = false;                   ///< Enumerated, not drawn.
    std::vector<std::vector<double>> values;  ///< Per figure; empty when nothing was dealt.

    [[nodiscard]] bool empty() const { return values.empty() || values.front().empty(); }
    [[nodiscard]] inference::NullSummary summary(double observed, std::size_t figure) const;
};

/// Writes the figures of one labelling, given the kinds of the vertices; false when it has none,
/// which leaves that labelling out.
using FiguresOfKinds = std::function<bool(std::span<const model::Kind>, std::span<double>)>;

/// Deals the kinds of a scope out again over its ties. `steps`: what `of` looks at in a labelling,
/// ties or paths.
///
/// Undefined  Empty when the study asks for no draws, or when over 5 * 10^8 steps would be taken.
/// Random     Seed of the request, territory and period; none when every labelling is seen: up to
///            1,000 for each draw that might have been made, a million by default.
/// Cost       O(n + steps) for each labelling.
[[nodiscard]] Labellings relabelled(const Scope& scope, std::size_t figures, std::size_t steps,
                                    const FiguresOfKinds& of);

/// p of a figure whose mean and variance under relabelling are known: of the normal where ties are
/// many and spread (30 or more, none of whose ends has over a quarter), else of labellings.
class CompositionTail {
  public:
    CompositionTail(const Scope& scope, std::size_t figures, const FiguresOfKinds& of);
    /// `row` has been set beside composition. Absent when nothing was dealt.
    [[nodiscard]] std::optional<double> p_of(const Estimate& row, std::size_t figure) const;

  private:
    bool is_normal_;
    Labellings dealt_;
};

}  // namespace maillage::metrics
