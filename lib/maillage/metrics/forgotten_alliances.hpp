#pragma once

#include <cstdint>
#include <functional>

#include <maillage/metrics/scope.hpp>

namespace maillage::metrics {

/// Draws in which a name beside fragility is tried, and how many it must stand in to be written:
/// where a fifth of the ties was not recorded, a quarter of the actors so named are wrong.
inline constexpr std::uint32_t draws_of_names = 100;
inline constexpr std::uint32_t least_draws_of_names = 80;

/// The alliances of a scope as they would be if a tenth of those of the dataset had not been
/// written down, `draws_of_names` times; vertices as in `Scope::alliances`.
///
/// Random   The draws of `Deletion` for relations (docs/method/deletion.md).
/// Cost     O(relations of the dataset + memberships of the scope) a draw.
void for_each_forgetting(const Scope& scope,
                         const std::function<void(const graph::Incidence&)>& visit);

}  // namespace maillage::metrics
