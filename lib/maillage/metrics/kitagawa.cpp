#include <maillage/metrics/kitagawa.hpp>

namespace maillage::metrics {

std::optional<Decomposition> decompose(std::span<const GroupChange> groups) {
    Decomposition parts;
    for (const GroupChange& group : groups) {
        if (group.part_before == 0 && group.part_after == 0) continue;
        if (!group.rate_before || !group.rate_after) return std::nullopt;
        parts.composition +=
            (group.part_after - group.part_before) * (*group.rate_before + *group.rate_after) / 2;
        parts.rates +=
            (*group.rate_after - *group.rate_before) * (group.part_before + group.part_after) / 2;
    }
    return parts;
}

}  // namespace maillage::metrics
