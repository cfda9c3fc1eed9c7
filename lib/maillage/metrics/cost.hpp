#pragma once

#include <span>
#include <string_view>
#include <vector>

#include <maillage/base/language.hpp>
#include <maillage/metrics/run.hpp>

namespace maillage::metrics {

/// How much there is in one view, at most: pairs that share several relations count once for each.
struct ViewSize {
    double actors = 0;
    double pairs = 0;  ///< Of parties.
    double paths = 0;  ///< Two pairs with an actor in common.
    double draws = 0;  ///< Of a null model.
};

/// How the time of an entry that is not linear grows; one for each, under its first metric.
struct Growth {
    std::string_view metric;
    base::Words order;  ///< "acteurs × paires"
    double (*steps)(const ViewSize&);
    double nanoseconds;  ///< A step, on one core of a machine of 2024; measured on CORDIS.
};
[[nodiscard]] std::span<const Growth> growths();

/// A metric asked for by name that may take long.
struct LongFigure {
    const Growth* growth;
    double actors, pairs;  ///< Over all views.
    double seconds;        ///< Expected, to a factor of three or so.
};

/// What a request will wait for: metrics asked for by name, not linear, of `least` seconds or more.
///
/// Cost     O(memberships) for each territory, only when such a metric is asked.
[[nodiscard]] std::vector<LongFigure> long_figures(const model::Dataset& data,
                                                   const Request& request, double least);

}  // namespace maillage::metrics
