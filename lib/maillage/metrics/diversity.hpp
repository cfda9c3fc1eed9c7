#pragma once

#include <cstdint>
#include <optional>
#include <span>

namespace maillage::metrics {

/// How a number of actors is spread over kinds, p(k) being the share of a kind.
///
/// Undefined  `blau_unbiased` for one actor; `iqv` and `evenness` for one kind.
/// Source     Simpson 1949; Blau 1977; Hill 1973.
struct Diversity {
    double blau = 0;     ///< 1 - sum p^2: two actors drawn with replacement are of two kinds.
    double shannon = 0;  ///< H = -sum p ln p, in nats.
    double hill1 = 0;    ///< e^H: as many kinds of equal share give the same H.
    double hill2 = 0;    ///< 1 / sum p^2.
    std::optional<double> blau_unbiased;  ///< Drawn without replacement.
    std::optional<double> iqv;            ///< K / (K - 1) blau.
    std::optional<double> evenness;       ///< H / ln K.
};

/// Of counts per kind, zeros allowed; `kinds` is K. Nothing when every count is 0.
[[nodiscard]] std::optional<Diversity> diversity_of(std::span<const std::int64_t> counts,
                                                    std::size_t kinds);

}  // namespace maillage::metrics
