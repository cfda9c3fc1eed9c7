#pragma once

// Seven alliances of nine follow a meeting, more than by coincidence. Would the same be said if a
// tenth of what was written down had been forgotten? The figures are computed again without a
// tenth of the actors, of the relations, of the attendance sheets, and the verdicts are compared.

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>

#include <maillage/metrics/run.hpp>

namespace maillage::metrics {

/// How often, and how, a request is asked again (docs/method/deletion.md).
struct DeletionPlan {
    std::uint32_t draws_of_each = 67;  ///< About 200 in all.
    double share = 0.1;
    std::uint32_t replicates = 199;  ///< Of the null model, in each draw; at most those asked.
};

/// Computes a request again for every draw of a plan, without a part of the records. Date of the
/// data and windows stay those of the whole.
///
/// `visit`  Is called once a draw, from several threads: the draws of a sort are 0, 1, 2..., and
///          the values live as long as the call.
/// Random   As `compute`; a draw depends on the seed, its sort and its number only.
/// Cost     That of `compute` for each draw; draws run in parallel.
void for_each_deletion(const model::Dataset& data, const Request& request, const DeletionPlan& plan,
                       const std::function<void(const Deletion&, const Values&)>& visit);

/// A figure whose verdict is to be tried.
struct Compared {
    std::string_view metric, key;
};

/// Fills `values.tried`: for each territory in its last period, in how many draws each figure has
/// the verdict that it has in `values`. A draw in which the figure can no longer be compared does
/// not keep it.
///
/// Undefined  Nothing is tried where there is no verdict, or without replicates; nor when the draws
///            would deal out more than 10^8 memberships, which is said by the note M415.
/// Cost       102 draws of 79 tables: on thinned walks: as four comparisons.
void try_verdicts(const model::Dataset& data, const Request& request,
                  std::span<const Compared> figures, Values& values);

}  // namespace maillage::metrics
