#include "reference/meetings.hpp"

namespace maillage::reference {

Answers dialogue_significant_ties(const Question& q) {
    const auto pairs = meetings_of_pairs(meetings_of(q));
    // Without draws nothing is told beyond coincidence.
    return {
        {{"dialogue_significant_ties", ""}, std::nullopt},
        {{"dialogue_significant_ties", "measure=pairs_met"}, static_cast<double>(pairs.size())}};
}

}  // namespace maillage::reference
