#pragma once

#include <optional>
#include <span>
#include <vector>

#include <maillage/model/dataset.hpp>
#include <maillage/model/outlines.hpp>

namespace maillage::drawing {

/// Where territories and actors are on earth. A territory is at its coordinates, else amid the
/// largest piece of its outlines, else where the nearest territory above it is; an actor is at its
/// own coordinates, else where its seat is.
///
/// Cost     O(territories + corners of outlines).
class Whereabouts {
  public:
    Whereabouts(const model::Dataset& data, std::span<const model::Outline> outlines);

    [[nodiscard]] std::optional<model::Place> of(model::TerritoryId territory) const;
    [[nodiscard]] std::optional<model::Place> of(const model::Actor& actor) const;

  private:
    std::vector<std::optional<model::Place>> places_;  ///< Per territory.
};

}  // namespace maillage::drawing
