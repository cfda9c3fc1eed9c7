#include <cmath>

#include "reference/ties.hpp"

namespace maillage::reference {

namespace {

struct Mean {
    double sum = 0;
    int n = 0;

    void see(double value) {
        sum += value;
        ++n;
    }
    [[nodiscard]] std::optional<double> value() const {
        return n == 0 ? std::nullopt : std::optional(sum / n);
    }
};

}  // namespace

Answers emergence_structural_holes(const Question& q) {
    const auto pairs = tied_pairs(q);
    const auto tied = [&](std::uint32_t a, std::uint32_t b) {
        return pairs.contains(std::minmax(a, b));
    };
    const auto allies = [&](std::uint32_t actor) {
        Members found;
        for (const std::uint32_t other : q.emergence_actors)
            if (tied(actor, other)) found.insert(other);
        return found;
    };
    const auto p = [&](std::uint32_t i, std::uint32_t j) {
        return tied(i, j) ? 1.0 / static_cast<double>(allies(i).size()) : 0.0;
    };
    Mean constraint, effective_size, efficiency, hierarchy;
    for (const std::uint32_t i : q.emergence_actors) {
        const Members contacts = allies(i);
        const auto d = static_cast<double>(contacts.size());
        if (contacts.empty()) continue;
        double sum = 0, ties = 0;
        std::vector<double> parts;
        for (const std::uint32_t j : contacts) {
            double through = p(i, j);
            for (const std::uint32_t k : contacts) {
                if (k != j) through += p(i, k) * p(k, j);
                ties += j < k && tied(j, k);
            }
            parts.push_back(through * through);
            sum += parts.back();
        }
        constraint.see(sum);
        effective_size.see(d - 2 * ties / d);
        efficiency.see((d - 2 * ties / d) / d);
        if (contacts.size() < 2) continue;
        double uneven = 0;
        for (const double part : parts) uneven += part / (sum / d) * std::log(part / (sum / d));
        hierarchy.see(uneven / (d * std::log(d)));
    }
    return {{{"emergence_constraint", ""}, constraint.value()},
            {{"emergence_effective_size", ""}, effective_size.value()},
            {{"emergence_efficiency", ""}, efficiency.value()},
            {{"emergence_hierarchy", ""}, hierarchy.value()}};
}

}  // namespace maillage::reference
