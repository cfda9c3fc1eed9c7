#include "reference/ties.hpp"

namespace maillage::reference {

Answers emergence_density(const Question& q) {
    const auto n = static_cast<double>(q.emergence_actors.size());
    const auto m = static_cast<double>(tied_pairs(q).size());
    std::optional<double> density, degree;
    if (n > 1) density = m / (n * (n - 1) / 2);
    if (n > 0) degree = 2 * m / n;
    return {{{"emergence_density", ""}, density}, {{"emergence_degree", ""}, degree}};
}

}  // namespace maillage::reference
