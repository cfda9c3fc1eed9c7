#include <algorithm>

#include <maillage/model/dataset.hpp>

namespace maillage::model {

namespace {

template <class Row>
std::uint32_t find(const std::vector<Row>& rows, const std::vector<std::uint32_t>& by_id,
                   std::string_view id) {
    const auto id_of = [&](std::uint32_t row) { return rows[row].id; };
    const auto found = std::ranges::lower_bound(by_id, id, {}, id_of);
    return found != by_id.end() && id_of(*found) == id ? *found : TerritoryId::nothing;
}

}  // namespace

bool Dataset::has_column(Table which, std::string_view column) const {
    const auto& columns = table(which).columns;
    return std::ranges::find(columns, column) != columns.end();
}

TerritoryId Dataset::find_territory(std::string_view id) const {
    return {find(territories, territories_by_id, id)};
}

ActorId Dataset::find_actor(std::string_view id) const {
    return {find(actors, actors_by_id, id)};
}

}  // namespace maillage::model
