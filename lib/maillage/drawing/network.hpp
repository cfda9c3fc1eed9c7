#pragma once

#include <functional>
#include <optional>

#include <maillage/drawing/legend.hpp>
#include <maillage/drawing/merged.hpp>
#include <maillage/drawing/scene.hpp>
#include <maillage/drawing/texts.hpp>
#include <maillage/drawing/view.hpp>

namespace maillage::drawing {

/// The alliances of a scope, for the views that draw actors and those that draw territories.
struct Network {
    Reading reading;
    Counts counts;
    Scene scene;
    LegendFacts facts;
};

/// Cost     O(actors + memberships), and the pairs met at events.
[[nodiscard]] Network read_network(const Viewpoint& from);

/// A sheet of its territories with the bundles of alliances between them, under texts that may tell
/// what was merged; nothing when no size of sheet holds it.
[[nodiscard]] std::optional<Drawing> merged_network(
    const Viewpoint& from, const Network& network,
    const std::function<Texts(const MergedScene&)>& write);

}  // namespace maillage::drawing
