#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <maillage/drawing/scene.hpp>

namespace maillage::drawing {

/// Actors by where they are seated.
struct Grouping {
    struct Group {
        std::string name;
        model::TerritoryId territory;  ///< Unknown: no single one.
    };
    static constexpr std::uint32_t nothing = 0xFFFFFFFF;
    std::vector<Group> groups;
    std::vector<std::uint32_t> group_of;  ///< Per actor of the dataset; `nothing`: not shown.
    bool by_territory = true;             ///< Else by kind: the list knows one seat at most.
};

/// Groups the actors shown by seat, then by the parents of the deepest seats while there are more
/// than `most` groups; the smallest are joined when there are no more parents.
///
/// Cost     O(actors log actors) a level.
[[nodiscard]] Grouping group_by_territory(const metrics::Scope& scope, const Reading& reading,
                                          base::Language language, std::size_t most);

}  // namespace maillage::drawing
