#include "reference/pieces.hpp"

namespace maillage::reference {

Answers fragility_fragmentation(const Question& q) {
    return {{{"fragility_fragmentation", ""}, fragmentation(q.emergence_actors, tied_pairs(q))}};
}

}  // namespace maillage::reference
