// A reference becomes a row: by id, else by code, by name, with what it lost put back. Whatever was
// not literal is said.

#include <array>
#include <span>

#include <maillage/formats/official_ids.hpp>
#include <maillage/formats/table_reader.hpp>

namespace maillage::formats {

using base::excerpt_of;
using base::Severity;

namespace {

std::vector<Table> tables_of(Target target) {
    switch (target) {
        case Target::none:
            return {};
        case Target::territory:
            return {Table::territories};
        case Target::actor:
            return {Table::actors};
        case Target::source:
            return {Table::sources};
        case Target::partnership:
            return {Table::partnerships};
        case Target::event:
            return {Table::events};
        case Target::experiment:
            return {Table::experiments};
        case Target::actor_or_experiment:
            return {Table::actors, Table::experiments};
        case Target::partnership_or_experiment:
            return {Table::partnerships, Table::experiments};
    }
    return {};
}

std::string english_name(Table table) {
    return std::string(model::code_of(model::table_words, table));
}

bool leads_to_a_row(Found how) {
    return how != Found::nothing && how != Found::several && how != Found::refused;
}

}  // namespace

std::optional<std::pair<Table, std::uint32_t>> TableReader::resolve(Slot slot,
                                                                    std::string_view text,
                                                                    const Cell& place) {
    static const std::array<std::vector<Table>, 9> targets = [] {
        std::array<std::vector<Table>, 9> all;
        for (std::size_t i = 0; i < all.size(); ++i) all[i] = tables_of(static_cast<Target>(i));
        return all;
    }();
    const auto& tables = targets[static_cast<std::size_t>(schema_.columns[slot.column].target)];
    std::optional<std::pair<Table, Resolution>> best;
    for (const Table table : tables) {
        if (loading_.of(table).state == Entities::State::free) {
            if (is_none(text)) return std::nullopt;
            if (const auto row = free_row(table, text, place)) return std::pair(table, *row);
        }
        const Resolution found = loading_.of(table).resolve(text);
        if (found.how == Found::nothing) continue;
        if (best && leads_to_a_row(found.how) && leads_to_a_row(best->second.how))
            best->second.how = Found::several;
        else if (!best || leads_to_a_row(found.how))
            best = std::pair(table, found);
    }
    if (!best || !leads_to_a_row(best->second.how)) {
        report_dead_end(slot, text, place, tables, best);
        return std::nullopt;
    }
    say_how(slot, text, place, best->second, best->first);
    return std::pair(best->first, loading_.of(best->first)[best->second.entry].row);
}

/// Words of the reference that lead nowhere, told apart by what the user must do.
void TableReader::report_dead_end(Slot slot, std::string_view text, const Cell& place,
                                  std::span<const Table> tables,
                                  const std::optional<std::pair<Table, Resolution>>& best) {
    const bool required = schema_.columns[slot.column].required == Required::yes;
    const bool refused = best && best->second.how == Found::refused;
    if (best && !refused)
        return complain_at(place, Severity::error, "E204",
                           {excerpt_of(text), loading_.of(best->first).file});
    if (!refused && is_none(text)) return;
    // The defect itself was told where it is; a required reference takes its row along.
    for (const Table table : tables) {
        const Entities& entities = loading_.of(table);
        if (entities.state != Entities::State::unreadable) continue;
        sound_ = sound_ && !required;
        return complain_once(place, Severity::warning, "W207", slot, {},
                             {headers_[slot.column], entities.file});
    }
    if (refused) {
        const Entities& entities = loading_.of(best->first);
        const Entities::Entry& entry = entities[best->second.entry];
        sound_ = sound_ && !required;
        return complain_once(place, Severity::warning, "W206", slot, entry.id,
                             {excerpt_of(text), entities.file, std::to_string(entry.line)});
    }
    Words help;
    std::string names;
    for (const Table table : tables) {
        Entities& entities = loading_.of(table);
        if (entities.state == Entities::State::absent) continue;
        names += names.empty() ? "" : ", ";
        names += entities.file;
        if (!help.empty()) continue;
        const std::string_view near = entities.nearest(text);
        if (!near.empty()) help.push_back(excerpt_of(near));
    }
    if (names.empty())
        return complain_once(place, Severity::error, "E207", slot, {},
                             {headers_[slot.column], english_name(tables.front()) + ".csv"});
    complain_at(place, Severity::error, "E203", {excerpt_of(text), names}, std::move(help));
}

void TableReader::say_how(Slot slot, std::string_view text, const Cell& place,
                          const Resolution& found, Table target) {
    const std::string_view code = found.how == Found::by_name      ? "W203"
                                  : found.how == Found::by_padding ? "W212"
                                  : found.how == Found::by_folding ? "W213"
                                                                   : "";
    if (code.empty() || met_again(code, slot, text)) return;
    complain_once(place, Severity::warning, code, slot, text,
                  {excerpt_of(text), excerpt_of(loading_.of(target)[found.entry].id)});
}

/// Without a table of territories (or sources), each word names one; this is said once.
std::optional<std::uint32_t> TableReader::free_row(Table target, std::string_view text,
                                                   const Cell& place) {
    Entities& entities = loading_.of(target);
    if (const Entities::Entry* known = entities.find(text)) return known->row;
    if (entities.size() == 0) {
        const std::string_view code = target == Table::territories ? "N101" : "N102";
        loading_.issues.add({Severity::note, {code, {}, {}}, file_, {}, 0, 0, {}});
    }
    Entities::Entry entry;
    entry.id = entry.name = loading_.draft.data.text.keep(text);
    entry.line = place.line;
    entry.row = static_cast<std::uint32_t>(entities.size());
    entities.add(entry);
    if (target == Table::territories) {
        model::Draft::DraftTerritory territory;
        territory.row.id = territory.row.name = entry.id;
        loading_.draft.territories.push_back(std::move(territory));
    } else {
        model::Source source;
        source.id = source.name = entry.id;
        loading_.draft.sources.push_back(source);
    }
    return entry.row;
}

}  // namespace maillage::formats
