#pragma once

#include "reference/reference.hpp"

namespace maillage::reference {

/// Pairs of actors of V that share a partnership running in the window, smaller number first.
[[nodiscard]] inline std::set<std::pair<std::uint32_t, std::uint32_t>> tied_pairs(
    const Question& q) {
    std::set<std::pair<std::uint32_t, std::uint32_t>> pairs;
    for (const std::uint32_t i : q.partnerships) {
        if (!q.runs_in_window(i)) continue;
        for (const std::uint32_t a : q.parties(i))
            for (const std::uint32_t b : q.parties(i))
                if (a < b && q.emergence_actors.contains(a) && q.emergence_actors.contains(b))
                    pairs.emplace(a, b);
    }
    return pairs;
}

}  // namespace maillage::reference
