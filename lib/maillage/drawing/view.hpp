#pragma once

#include <maillage/drawing/drawing.hpp>
#include <maillage/drawing/map.hpp>
#include <maillage/metrics/scope.hpp>

namespace maillage::drawing {

/// What a view is drawn from. Each view is one source of drawing/views, and one row of the table in
/// map.cpp.
struct Viewpoint {
    const metrics::Request& request;
    const metrics::Scope& scope;  ///< First territory and first window of the request.
    const privacy::Naming& naming;
    const MapOptions& options;
};

/// Actors and the alliances between them.
[[nodiscard]] Drawing network_view(const Viewpoint& from);
/// Territories, with the alliances between them.
[[nodiscard]] Drawing territories_view(const Viewpoint& from);
/// Who alone joins two parts of the network of alliances, and who stands between two worlds.
[[nodiscard]] Drawing roles_view(const Viewpoint& from);
/// Projects by stage, with their partners and what they lack.
[[nodiscard]] Drawing experiments_view(const Viewpoint& from);
/// Stakes, from words to deeds: the meetings, alliances and projects of each, by name.
[[nodiscard]] Drawing chain_view(const Viewpoint& from);

/// Meetings and who came to them.
[[nodiscard]] Drawing dialogue_view(const Viewpoint& from);

/// The alliances and actors of two days on one map: what came, what went, what lasted.
///
/// Errors   UsageError when the dates of the data do not hold the two windows.
[[nodiscard]] Drawing change_view(const Viewpoint& from);

}  // namespace maillage::drawing
