#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>

#include <maillage/inference/intervals.hpp>
#include <maillage/inference/nulls.hpp>

namespace maillage::inference {

double monte_carlo_error(double p, std::size_t draws) {
    return std::sqrt(p * (1 - p) / static_cast<double>(draws));
}

namespace {

/// Sums of the same terms in another order differ by less.
double rounding(double value) {
    return 1e-9 * std::max(1.0, std::abs(value));
}

double mean_of(const std::vector<double>& values) {
    double sum = 0;
    for (const double value : values) sum += value;
    return sum / static_cast<double>(values.size());
}

/// 1 for a sample, which does not hold the observed table; 0 for every table, which does.
enum class Beside : std::size_t { all, sample };

double sd_of(const std::vector<double>& values, double mean, Beside beside) {
    const std::size_t freedom = values.size() - static_cast<std::size_t>(beside);
    if (freedom == 0) return 0;
    double squares = 0;
    for (const double value : values) squares += (value - mean) * (value - mean);
    return std::sqrt(squares / static_cast<double>(freedom));
}

double two_sided(double observed, const std::vector<double>& draws, Beside beside) {
    const auto own = static_cast<std::size_t>(beside);
    const auto count = [&](auto as_far) {
        return static_cast<double>(own) + static_cast<double>(std::ranges::count_if(draws, as_far));
    };
    const double slack = rounding(observed);
    const double above = count([&](double d) { return d >= observed - slack; });
    const double below = count([&](double d) { return d <= observed + slack; });
    return std::min(1.0, 2 * std::min(above, below) / static_cast<double>(draws.size() + own));
}

NullSummary summary(double observed, std::vector<double> draws, Beside beside) {
    assert(!draws.empty());
    std::ranges::sort(draws);
    NullSummary found;
    found.draws = draws.size();
    found.mean = mean_of(draws);
    found.sd = sd_of(draws, found.mean, beside);
    if (draws.back() - draws.front() <= rounding(found.mean))
        found.sd = 0;
    else
        found.z = (observed - found.mean) / found.sd;
    found.p = two_sided(observed, draws, beside);
    found.low = percentile(draws, 0.025);
    found.high = percentile(draws, 0.975);
    if (beside == Beside::sample)
        found.monte_carlo_error = monte_carlo_error(found.p, draws.size());
    return found;
}

}  // namespace

NullSummary summary(double observed, std::vector<double> draws) {
    return summary(observed, std::move(draws), Beside::sample);
}

NullSummary summary_of_all(double observed, std::vector<double> values) {
    return summary(observed, std::move(values), Beside::all);
}

Verdict verdict(double observed, double low, double high, double least_possible,
                double most_possible) {
    if (high - low >= 0.8 * (most_possible - least_possible) - rounding(0)) return Verdict::too_few;
    if (observed > high + rounding(high)) return Verdict::more;
    if (observed < low - rounding(low)) return Verdict::less;
    return Verdict::cannot_say;
}

}  // namespace maillage::inference
