#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include <maillage/model/draft.hpp>

namespace maillage::formats {

/// Takes out of the parents whatever closes a loop, so that the rest is a hierarchy. `report` gets
/// each loop, from a territory up to itself. Loops are opened at the same place whatever the order
/// of the rows.
///
/// Cost     Linear, and no recursion: a hierarchy may be 200,000 levels deep.
void open_loops(std::vector<model::Draft::DraftTerritory>& territories,
                const std::function<void(const std::vector<std::uint32_t>&)>& report);

}  // namespace maillage::formats
