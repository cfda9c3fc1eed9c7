#pragma once

#include <vector>

#include "reference/reference.hpp"

namespace maillage::reference {

[[nodiscard]] inline int middle(const Date& date) {
    return date.first() + (date.last() - date.first()) / 2;
}

/// A pair followed for `time` days, until it allies, one of the two leaves, or the data end.
struct Followed {
    int time = 0;
    bool allied = false, left = false;
};

struct Shares {
    double allied = 0, left = 0, neither = 1;
};

/// Day after day, those still followed are shared out.
template <class Pair>
[[nodiscard]] Shares shares(const std::vector<Pair>& pairs, double until) {
    Shares s;
    for (int day = 1; day <= until; ++day) {
        double at_risk = 0, allied = 0, left = 0;
        for (const Pair& pair : pairs) {
            if (pair.time >= day) ++at_risk;
            if (pair.time == day && pair.allied) ++allied;
            if (pair.time == day && pair.left) ++left;
        }
        if (at_risk == 0) break;
        s.allied += s.neither * allied / at_risk;
        s.left += s.neither * left / at_risk;
        s.neither *= 1 - (allied + left) / at_risk;
    }
    return s;
}

}  // namespace maillage::reference
