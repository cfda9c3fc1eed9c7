#include <algorithm>
#include <cmath>

#include <maillage/metrics/diversity.hpp>

namespace maillage::metrics {

std::optional<Diversity> diversity_of(std::span<const std::int64_t> counts, std::size_t kinds) {
    double total = 0, squares = 0;
    for (const std::int64_t count : counts) {
        const auto c = static_cast<double>(count);
        total += c;
        squares += c * c;
    }
    if (total == 0) return std::nullopt;
    Diversity diversity;
    // From the integers: exactly 0 when there is one kind.
    diversity.blau = (total * total - squares) / (total * total);
    diversity.hill2 = total * total / squares;
    for (const std::int64_t count : counts)
        if (count > 0) {
            const auto c = static_cast<double>(count);
            diversity.shannon += c / total * std::log(total / c);
        }
    diversity.hill1 = std::exp(diversity.shannon);
    const auto k = static_cast<double>(kinds);
    if (total > 1) diversity.blau_unbiased = (total * total - squares) / (total * (total - 1));
    if (kinds > 1) {
        // Equal shares give 1 but for a rounding.
        diversity.iqv = std::min(1.0, k / (k - 1) * diversity.blau);
        diversity.evenness = std::min(1.0, diversity.shannon / std::log(k));
    }
    return diversity;
}

}  // namespace maillage::metrics
