#pragma once

#include <algorithm>
#include <functional>
#include <vector>

#include <maillage/formats/table_reader.hpp>

namespace maillage::formats {

/// Where each row of a member table stands, to tell rows that say the same.
struct MemberRow {
    std::uint32_t relation;
    std::uint32_t actor;
    std::uint32_t same;  ///< What else must be equal for two rows to say the same; 0: nothing.
    std::uint32_t line;
};

/// Warns of each row whose actor the relation has already, naming the first one.
void report_repeated(Loading& loading, Table table, std::vector<MemberRow> rows,
                     const std::function<std::string_view(std::uint32_t)>& id_of);

/// What partnerships, events and experiments have in common.
struct RelationSlots {
    explicit RelationSlots(const TableReader& table)
        : territory(table.slot("territory")),
          themes(table.slot("themes")),
          source(table.slot("source")),
          accompanied_by(table.slot("accompanied_by")),
          start(table.slot("start")),
          end(table.slot("end")),
          last_seen(table.slot("last_seen")) {}
    Slot territory, themes, source, accompanied_by, start, end, last_seen;
};

/// Id, name and dates of the row just accepted, and its lists.
template <class Draft>
void fill_relation(Draft& draft, Loading& loading, TableReader& table, Table which,
                   const RelationSlots& slots) {
    const Entities& entities = loading.of(which);
    const auto& entry = entities[static_cast<std::uint32_t>(entities.size() - 1)];
    draft.row.id = entry.id;
    draft.row.name = entry.name.empty() ? entry.id : entry.name;
    draft.row.start = table.date(slots.start);
    draft.row.end = table.date(slots.end);
    draft.row.last_seen = table.date(slots.last_seen);
    draft.places = table.references<model::TerritoryId>(slots.territory);
    draft.themes = table.themes(slots.themes);
    draft.sources = table.references<model::SourceId>(slots.source);
    draft.accompanied_by = table.references<model::ActorId>(slots.accompanied_by);
}

}  // namespace maillage::formats
