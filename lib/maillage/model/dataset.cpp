#include <algorithm>

#include <maillage/model/dataset.hpp>

namespace maillage::model {

bool Dataset::has_column(Table which, std::string_view column) const {
    const auto& columns = table(which).columns;
    return std::ranges::find(columns, column) != columns.end();
}

TerritoryId Dataset::find_territory(std::string_view id) const {
    const auto found = std::ranges::find(territories, id, &Territory::id);
    if (found == territories.end()) return {};
    return {static_cast<std::uint32_t>(found - territories.begin())};
}

ActorId Dataset::find_actor(std::string_view id) const {
    const auto found = std::ranges::find(actors, id, &Actor::id);
    if (found == actors.end()) return {};
    return {static_cast<std::uint32_t>(found - actors.begin())};
}

}  // namespace maillage::model
