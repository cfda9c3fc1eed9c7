#pragma once

#include <optional>
#include <span>

namespace maillage::metrics {

/// One group of a whole at two dates: how large a part of it, and the rate inside the group; no
/// rate where the group is empty.
struct GroupChange {
    double part_before = 0, part_after = 0;
    std::optional<double> rate_before, rate_after;
};

/// What makes the change of a rate of the whole: the groups having other sizes, or other rates. The
/// two add up to the change.
struct Decomposition {
    double composition = 0, rates = 0;
};

/// Splits the change of sum(part * rate):
///
///     composition = sum (part_after - part_before) (rate_before + rate_after) / 2
///     rates       = sum (rate_after - rate_before) (part_before + part_after) / 2
///
/// Undefined  When a group has no rate at one date and is not empty at the other.
/// Source     Kitagawa 1955.
[[nodiscard]] std::optional<Decomposition> decompose(std::span<const GroupChange> groups);

}  // namespace maillage::metrics
