#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace maillage::inference {

/// A figure beside what draws of a null model give for it.
///
/// Units      Those of the figure; `z` in standard deviations.
/// Undefined  `z` when every draw gives the same; equal up to rounding counts as equal.
struct NullSummary {
    std::size_t draws = 0;
    double mean = 0, sd = 0;
    std::optional<double> z;
    double p = 1;                  ///< Two-sided: twice the lesser (1 + # as far) / (draws + 1).
    double low = 0, high = 0;      ///< 2.5 and 97.5 % points, values of draws.
    double monte_carlo_error = 0;  ///< Standard error of p for want of more draws.
};

/// `draws` holds one value or more.
[[nodiscard]] NullSummary summary(double observed, std::vector<double> draws);

/// The same beside every table of a null model, seen once each: `sd` is theirs, `p` is exact.
[[nodiscard]] NullSummary summary_of_all(double observed, std::vector<double> values);

/// Standard error of an empirical p for want of more draws.
[[nodiscard]] double monte_carlo_error(double p, std::size_t draws);

/// What may be said of a figure. `too_few`: the draws spread over 80 % or more of what is possible,
/// so that nothing could have stood out.
enum class Verdict : std::uint8_t { less, cannot_say, more, too_few };
inline constexpr std::array<std::string_view, 4> verdict_codes{"less", "cannot_say", "more",
                                                               "too_few"};

[[nodiscard]] Verdict verdict(double observed, double low, double high, double least_possible,
                              double most_possible);

}  // namespace maillage::inference
