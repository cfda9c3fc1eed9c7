#pragma once

#include <string>
#include <vector>

namespace maillage::model {

/// Where something stood on a map: shares of the width and the height of the area of its symbols,
/// from the upper left.
struct Position {
    std::string what;  ///< `actor`, `persons`, `alliance`, `territory`...
    std::string id;
    double x = 0, y = 0;
};

}  // namespace maillage::model
