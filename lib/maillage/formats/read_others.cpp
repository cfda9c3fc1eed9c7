#include <maillage/formats/table_reader.hpp>

namespace maillage::formats {

namespace {

template <class Id>
void read_stakes_of(Loading& loading, Table which, std::string_view owner_name,
                    std::vector<model::StakeOf<Id>>& stakes) {
    TableReader table(loading, which);
    const Slot owner = table.slot(owner_name), stake = table.slot("stake");
    while (table.next()) {
        if (!table.accept()) continue;
        for (const model::ThemeId theme : table.themes(stake))
            stakes.push_back({table.reference<Id>(owner), theme});
    }
}

}  // namespace

void read_sources(Loading& loading) {
    if (loading.file(Table::sources).empty()) {
        loading.of(Table::sources).state = Entities::State::free;
        return;
    }
    TableReader table(loading, Table::sources);
    const Slot publisher = table.slot("publisher"), licence = table.slot("licence"),
               retrieved = table.slot("retrieved");
    const Entities& entities = loading.of(Table::sources);
    while (table.next()) {
        if (!table.accept()) continue;
        const auto& entry = entities[static_cast<std::uint32_t>(entities.size() - 1)];
        loading.draft.sources.push_back({entry.id, entry.name.empty() ? entry.id : entry.name,
                                         table.keep(publisher), table.keep(licence),
                                         table.keep(retrieved)});
    }
}

void read_stakes(Loading& loading) {
    read_stakes_of(loading, Table::territory_stakes, "territory", loading.draft.territory_stakes);
    read_stakes_of(loading, Table::stakes, "actor", loading.draft.actor_stakes);
}

void read_targets(Loading& loading) {
    TableReader table(loading, Table::targets);
    const Slot kind = table.slot("kind"), share = table.slot("share"), count = table.slot("count"),
               date = table.slot("date");
    while (table.next()) {
        if (!table.accept() || !table[kind].known) continue;
        loading.draft.kind_targets.push_back({table.word(kind, model::Kind::other),
                                              table.number(share), table.number(count),
                                              table.date(date)});
    }
}

void check_other_tables(Loading& loading) {
    for (const Table which :
         {Table::levers, Table::ratings, Table::engagements, Table::benchmarks}) {
        TableReader table(loading, which);
        while (table.next()) static_cast<void>(table.accept());
    }
}

}  // namespace maillage::formats
