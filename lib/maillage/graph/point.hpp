#pragma once

namespace maillage::graph {

/// A place on a plane.
struct Point {
    double x = 0, y = 0;
};

}  // namespace maillage::graph
