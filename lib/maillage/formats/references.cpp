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

std::span<const Table> tables_of(Target target) {
    static constexpr std::array territories{Table::territories};
    static constexpr std::array sources{Table::sources};
    static constexpr std::array events{Table::events};
    static constexpr std::array partnerships{Table::partnerships, Table::experiments};
    static constexpr std::array actors{Table::actors, Table::experiments};
    const auto first = [](const auto& tables) { return std::span(tables).first(1); };
    switch (target) {
        case Target::none:
            return {};
        case Target::territory:
            return territories;
        case Target::source:
            return sources;
        case Target::event:
            return events;
        case Target::partnership:
            return first(partnerships);
        case Target::partnership_or_experiment:
            return partnerships;
        case Target::actor:
            return first(actors);
        case Target::actor_or_experiment:
            return actors;
        case Target::experiment:
            return std::span(actors).last(1);
    }
    return {};
}

bool leads_to_a_row(Found how) {
    return how != Found::nothing && how != Found::several && how != Found::refused;
}

}  // namespace

std::optional<std::pair<Table, std::uint32_t>> TableReader::resolve(Slot slot,
                                                                    std::string_view text,
                                                                    const Cell& place) {
    const auto tables = tables_of(schema_.columns[slot.column].target);
    std::optional<std::pair<Table, Resolution>> best;
    for (const Table table : tables) {
        if (loading_.of(table).state == Entities::State::free) {
            if (is_none(text)) return std::nullopt;
            return std::pair(table, free_row(table, text, place));
        }
        const Resolution found = loading_.of(table).resolve(text);
        if (found.how == Found::nothing) continue;
        // Of two tables, the one that knows it best: an id before a name.
        if (best && best->second.how == found.how)
            best->second.how = leads_to_a_row(found.how) ? Found::several : found.how;
        else if (!best || found.how < best->second.how)
            best = std::pair(table, found);
    }
    if (!best) {
        report_unknown(slot, text, place, tables);
    } else if (best->second.how == Found::several) {
        complain_at(place, Severity::error, "E204",
                    {excerpt_of(text), loading_.of(best->first).file});
    } else if (best->second.how == Found::refused) {
        report_refused(slot, text, place, best->first, best->second.entry);
    } else {
        say_how(slot, text, place, best->second, best->first);
        return std::pair(best->first, loading_.of(best->first)[best->second.entry].row);
    }
    return std::nullopt;
}

/// The defect itself was told where it is; a required reference takes its row along.
void TableReader::report_refused(Slot slot, std::string_view text, const Cell& place, Table target,
                                 std::uint32_t entry) {
    const Entities& entities = loading_.of(target);
    if (entities.state == Entities::State::unreadable)
        return report_unreadable(slot, place, target);
    if (schema_.columns[slot.column].required == Required::yes) sound_ = false;
    const Entities::Entry& refused = entities[entry];
    complain_once(place, Severity::warning, "W206", slot, refused.id,
                  {excerpt_of(text), entities.file, std::to_string(refused.line)});
}

void TableReader::report_unreadable(Slot slot, const Cell& place, Table target) {
    if (schema_.columns[slot.column].required == Required::yes) sound_ = false;
    complain_once(place, Severity::warning, "W207", slot, {},
                  {headers_[slot.column], loading_.of(target).file});
}

void TableReader::report_unknown(Slot slot, std::string_view text, const Cell& place,
                                 std::span<const Table> tables) {
    if (is_none(text)) return;
    Words help;
    std::string names;
    for (const Table table : tables) {
        Entities& entities = loading_.of(table);
        if (entities.state == Entities::State::unreadable)
            return report_unreadable(slot, place, table);
        if (entities.state == Entities::State::absent) continue;
        names += names.empty() ? "" : ", ";
        names += entities.file;
        const std::string_view near = help.empty() ? entities.nearest(text) : std::string_view();
        if (!near.empty()) help.push_back(excerpt_of(near));
    }
    if (!names.empty())
        return complain_at(place, Severity::error, "E203", {excerpt_of(text), names},
                           std::move(help));
    const std::string_view absent = model::code_of(model::table_words, tables.front());
    complain_once(place, Severity::error, "E207", slot, {},
                  {headers_[slot.column], std::string(absent) + ".csv"});
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
std::uint32_t TableReader::free_row(Table target, std::string_view text, const Cell& place) {
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
