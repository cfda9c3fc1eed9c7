#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <span>
#include <vector>

#include <maillage/base/date.hpp>
#include <maillage/graph/incidence.hpp>
#include <maillage/graph/ranges.hpp>
#include <maillage/model/dataset.hpp>

namespace maillage::metrics {

/// Since when two actors of a network have shared a relation of another family, wherever it took
/// place: had those who ally met before?
///
/// Shapes   Pairs of vertices of `network`, ranks in `actors`; those outside every relation of the
///          network have no history.
/// Cost     The relations of these actors, each walked once per actor; memory of the distinct
/// pairs.
class PairHistory {
  public:
    PairHistory(const graph::Incidence& network, const graph::Ranges& actors,
                const graph::Incidence& history,
                const std::function<const model::Date&(std::uint32_t relation)>& date_of);

    static constexpr base::Day never = std::numeric_limits<base::Day>::max();
    /// Last day of the earliest shared relation of known date: before the day after, it is certain.
    [[nodiscard]] base::Day shared_by(graph::Vertex a, graph::Vertex b) const;

    /// Pairs of these members, and those with a relation shared for certain before a date.
    struct Count {
        std::int64_t pairs = 0, before = 0;
    };
    [[nodiscard]] Count count(std::span<const graph::Vertex> members,
                              const model::Date& date) const;

  private:
    std::vector<std::uint64_t> offsets_{0};
    std::vector<graph::Vertex> later_;  ///< Per vertex: those after it, sorted.
    std::vector<base::Day> days_;       ///< Beside `later_`.
};

}  // namespace maillage::metrics
