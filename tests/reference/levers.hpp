#pragma once

#include <algorithm>

#include "reference/reference.hpp"

namespace maillage::reference {

struct Level {
    double offer = 0, need = 0;
};

/// What some actors say, by lever then actor; of two rows the larger figures.
[[nodiscard]] inline std::map<std::string, std::map<std::uint32_t, Level>> levels_of(
    const Question& q, const Members& actors) {
    std::map<std::string, std::map<std::uint32_t, Level>> levels;
    for (const auto& row : q.data.levers) {
        if (!actors.contains(row.actor.index)) continue;
        Level& level = levels[std::string(row.key)][row.actor.index];
        level.offer = std::max(level.offer, row.offer);
        level.need = std::max(level.need, row.need);
    }
    return levels;
}

}  // namespace maillage::reference
