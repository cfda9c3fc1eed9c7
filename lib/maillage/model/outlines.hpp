#pragma once

#include <vector>

#include <maillage/model/ids.hpp>

namespace maillage::model {

/// A place on earth, in degrees (WGS 84).
struct Place {
    double longitude = 0, latitude = 0;
};

/// The shape of a piece of land: rings of places, each closed by itself.
struct Outline {
    TerritoryId territory;  ///< Of the dataset; unknown when none matches.
    std::vector<std::vector<Place>> rings;
};

}  // namespace maillage::model
