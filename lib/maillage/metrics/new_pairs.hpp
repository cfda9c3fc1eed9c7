#pragma once

#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include <maillage/metrics/scope.hpp>

namespace maillage::metrics {

/// Partnerships whose start is known and lies in the window for certain, sorted.
[[nodiscard]] std::vector<std::uint32_t> started_partnerships(const Scope& scope);

/// Why there may be none: no start is known, or no partnership.
[[nodiscard]] std::string_view reason_of_no_start(const Scope& scope);

/// Two actors of V in a partnership that starts in the window.
struct NewPair {
    std::size_t position;                   ///< Of the partnership among the started ones.
    std::span<const std::uint32_t> shared;  ///< Relations of the history both belong to, sorted.
};

/// Visits every pair of actors of V of every one of these partnerships, with all that the two share
/// in a family of relations of the dataset, wherever and whenever it took place.
///
/// Cost     The relations of the actors concerned, each walked once per actor; memory of one
///          actor's shared relations.
void for_each_new_pair(const Scope& scope, std::span<const std::uint32_t> started,
                       const graph::Incidence& history,
                       const std::function<void(const NewPair&)>& visit);

}  // namespace maillage::metrics
