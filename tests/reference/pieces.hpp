#pragma once

#include <algorithm>

#include "reference/ties.hpp"

namespace maillage::reference {

using Pairs = std::set<std::pair<std::uint32_t, std::uint32_t>>;

/// All that can be reached from one of the actors by the pairs between them.
[[nodiscard]] inline Members reached(std::uint32_t from, const Members& actors,
                                     const Pairs& pairs) {
    Members piece{from};
    for (bool grew = true; grew;) {
        grew = false;
        for (const auto& [a, b] : pairs)
            if (actors.contains(a) && actors.contains(b) &&
                piece.contains(a) != piece.contains(b)) {
                piece.insert({a, b});
                grew = true;
            }
    }
    return piece;
}

[[nodiscard]] inline std::vector<Members> pieces(Members actors, const Pairs& pairs) {
    std::vector<Members> all;
    while (!actors.empty()) {
        all.push_back(reached(*actors.begin(), actors, pairs));
        for (const std::uint32_t actor : all.back()) actors.erase(actor);
    }
    return all;
}

/// Share of the pairs of actors that nothing joins; nothing under two actors.
[[nodiscard]] inline std::optional<double> fragmentation(const Members& actors,
                                                         const Pairs& pairs) {
    if (actors.size() < 2) return {};
    double apart = 0, all = 0;
    const auto parts = pieces(actors, pairs);
    for (const Members& piece : parts)
        for (const Members& other : parts) {
            const auto a = static_cast<double>(piece.size()), b = static_cast<double>(other.size());
            if (&piece != &other) apart += a * b;
            all += &piece == &other ? a * (a - 1) : a * b;
        }
    return apart / all;
}

}  // namespace maillage::reference
