// Which columns of the table of actors are meant.

#include <algorithm>
#include <array>

#include <maillage/base/text.hpp>
#include <maillage/report/actor_columns.hpp>

namespace maillage::report {

namespace {

/// The last are the first to go where there is no room.
constexpr auto usual = std::to_array<std::string_view>({"meetings",
                                                        "partners",
                                                        "alliances",
                                                        "last_seen",
                                                        "alliances_running",
                                                        "projects",
                                                        "fragility_articulation_cut_off",
                                                        "emergence_brokerage_roles",
                                                        "role",
                                                        "emergence_coreness",
                                                        "fragility_funder_dependency",
                                                        "dialogue_catalyst_dependency",
                                                        "territory_name",
                                                        "partners_public",
                                                        "partners_company",
                                                        "partners_association",
                                                        "partners_citizen",
                                                        "partners_academic",
                                                        "partners_other",
                                                        "emergence_constraint",
                                                        "emergence_effective_size",
                                                        "emergence_betweenness"});

}  // namespace

std::span<const std::string_view> usual_actor_columns() {
    return usual;
}

bool is_identity(const ActorColumn& column) {
    return column.id == "actor" || column.id == "name" || column.id == "persons" ||
           column.id == "kind" || column.id == "listed" || column.id.starts_with("territory");
}

const ActorColumn* find_actor_column(std::string_view word) {
    const std::string key = base::word_key(word);
    const auto is = [&](std::string_view name) { return base::word_key(name) == key; };
    for (const ActorColumn& column : actor_columns())
        if (is(column.id) || is(column.head.fr) || is(column.head.en)) return &column;
    return nullptr;
}

}  // namespace maillage::report
