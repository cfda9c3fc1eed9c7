#include <algorithm>
#include <array>
#include <limits>

#include <maillage/atlas/write_network.hpp>
#include <maillage/base/clean_text.hpp>
#include <maillage/drawing/palette.hpp>

namespace maillage::atlas {

namespace {

constexpr std::int32_t unknown_day = std::numeric_limits<std::int32_t>::min();

std::int32_t first_of(const base::Date& date) {
    return date.known() ? date.first() : unknown_day;
}
std::int32_t last_of(const base::Date& date) {
    return date.known() ? date.last() : unknown_day;
}

void write_territories(JsonText& json, const model::Dataset& data, const Places& places) {
    std::vector<std::string> names, codes;
    std::vector<std::uint8_t> levels;
    for (const std::uint32_t t : places.shown) {
        names.emplace_back(data.territories[t].name);
        codes.emplace_back(data.territories[t].code.empty() ? data.territories[t].id
                                                            : data.territories[t].code);
        levels.push_back(static_cast<std::uint8_t>(data.territories[t].level));
    }
    json.name("territories").open('{');
    json.name("names").texts(names).name("codes").texts(codes).name("levels").bytes(levels);
    json.name("parents").open('[');
    for (const std::uint32_t t : places.shown) {
        json.open('[');
        for (const model::TerritoryId parent : data.parents[t])
            json.whole(places.number[parent.index]);
        json.close(']');
    }
    json.close(']').close('}');
}

void write_actors(JsonText& json, const Network& network, const Positions& positions,
                  const Places& places) {
    std::vector<std::string> names;
    std::vector<std::uint8_t> kinds, flags;
    std::vector<std::int32_t> seats;
    std::vector<std::uint32_t> persons;
    std::vector<float> x, y;
    for (std::size_t i = 0; i < network.symbols.size(); ++i) {
        const Symbol& symbol = network.symbols[i];
        names.push_back(symbol.name);
        kinds.push_back(static_cast<std::uint8_t>(symbol.kind));
        flags.push_back(static_cast<std::uint8_t>((symbol.catalyst ? 1U : 0U) |
                                                  (symbol.listed ? 2U : 0U) |
                                                  (symbol.is_person ? 4U : 0U)));
        seats.push_back(
            symbol.seat.known() ? static_cast<std::int32_t>(places.number[symbol.seat.index]) : -1);
        persons.push_back(symbol.persons);
        x.push_back(static_cast<float>(positions.symbols[i].x));
        y.push_back(static_cast<float>(positions.symbols[i].y));
    }
    json.name("actors").open('{').name("names").texts(names).name("kinds").bytes(kinds);
    json.name("flags").bytes(flags).name("seats").array(seats).name("persons").array(persons);
    json.name("x").array(x).name("y").array(y).close('}');
}

void write_relations(JsonText& json, const Network& network, const Positions& positions) {
    std::vector<std::string> names;
    std::vector<std::uint8_t> families, types;
    std::vector<std::int32_t> starts, starts_last, ends, ends_last, silent;
    std::vector<float> x, y;
    std::vector<std::uint32_t> offsets{0}, members, theme_offsets{0};
    std::vector<std::uint16_t> roles, themes;
    for (std::size_t i = 0; i < network.relations.size(); ++i) {
        const Relation& relation = network.relations[i];
        names.push_back(relation.name);
        families.push_back(static_cast<std::uint8_t>(relation.family));
        types.push_back(relation.type);
        starts.push_back(first_of(relation.start));
        starts_last.push_back(last_of(relation.start));
        ends.push_back(first_of(relation.end));
        ends_last.push_back(last_of(relation.end));
        silent.push_back(relation.silent_since.value_or(unknown_day));
        x.push_back(static_cast<float>(positions.relations[i].x));
        y.push_back(static_cast<float>(positions.relations[i].y));
        for (const Member& member : relation.members) {
            members.push_back(member.symbol);
            roles.push_back(member.roles);
        }
        offsets.push_back(static_cast<std::uint32_t>(members.size()));
        for (const std::uint32_t theme : relation.themes)
            themes.push_back(static_cast<std::uint16_t>(theme));
        theme_offsets.push_back(static_cast<std::uint32_t>(themes.size()));
    }
    json.name("relations").open('{').name("names").texts(names);
    json.name("families").bytes(families).name("types").bytes(types);
    json.name("starts").array(starts).name("startsLast").array(starts_last);
    json.name("ends").array(ends).name("endsLast").array(ends_last).name("silent").array(silent);
    json.name("themeOffsets").array(theme_offsets).name("themes").array(themes);
    json.name("x").array(x).name("y").array(y).close('}');
    json.name("links").open('{').name("offsets").array(offsets).name("members").array(members);
    json.name("roles").array(roles).close('}');
}

/// The stages of the projects, in the order of the relations: those of meetings and alliances are
/// none.
void write_steps(JsonText& json, const model::Dataset& data, const Network& network) {
    std::vector<std::uint32_t> offsets{0};
    std::vector<std::uint8_t> stages;
    std::vector<std::int32_t> days;
    for (const Relation& relation : network.relations) {
        if (relation.family == Family::project)
            for (const model::StageEntry& entry : data.stages[relation.row]) {
                stages.push_back(static_cast<std::uint8_t>(entry.stage));
                days.push_back(first_of(entry.date));
            }
        offsets.push_back(static_cast<std::uint32_t>(stages.size()));
    }
    json.name("steps").open('{').name("offsets").array(offsets).name("stages").bytes(stages);
    json.name("days").array(days).close('}');
}

template <std::size_t n>
void write_words(JsonText& json, std::string_view name, const std::array<model::Word, n>& table) {
    json.name(name).open('[');
    for (const model::Word& word : table) {
        json.open('{').name("code").text(word.code).name("label").words(word.label);
        json.name("plural").words(word.plural).close('}');
    }
    json.close(']');
}

}  // namespace

Places places_of(const model::Dataset& data, const Network& network,
                 const std::vector<model::TerritoryId>& with_figures) {
    std::vector<std::uint8_t> wanted(data.territories.size(), 0);
    std::vector<std::uint32_t> open;
    const auto want = [&](model::TerritoryId id) {
        if (!id.known() || wanted[id.index] != 0) return;
        wanted[id.index] = 1;
        open.push_back(id.index);
    };
    for (const Symbol& symbol : network.symbols) want(symbol.seat);
    for (const model::TerritoryId id : with_figures) want(id);
    while (!open.empty()) {
        const std::uint32_t t = open.back();
        open.pop_back();
        for (const model::TerritoryId parent : data.parents[t]) want(parent);
    }
    Places places;
    places.number.assign(wanted.size(), Network::none);
    for (std::uint32_t t = 0; t < wanted.size(); ++t) {
        if (wanted[t] == 0) continue;
        places.number[t] = static_cast<std::uint32_t>(places.shown.size());
        places.shown.push_back(t);
    }
    return places;
}

void write_network(JsonText& json, const model::Dataset& data, const Network& network,
                   const Positions& positions, const Places& places) {
    write_territories(json, data, places);
    std::vector<std::string> themes;
    for (const model::Theme& theme : data.themes) themes.emplace_back(theme.label);
    json.name("themes").texts(themes);
    write_actors(json, network, positions, places);
    write_relations(json, network, positions);
    write_steps(json, data, network);
}

void write_vocabulary(JsonText& json) {
    constexpr std::array<std::string_view, 7> shapes{"text",    "box",      "hexagon", "ellipse",
                                                     "diamond", "pentagon", "circle"};
    json.name("kinds").open('[');
    for (std::size_t i = 0; i < model::kinds.size(); ++i) {
        const drawing::Look& look = drawing::looks[i];
        json.open('{').name("code").text(model::kinds[i].code);
        json.name("label").words(model::kinds[i].label);
        json.name("plural").words(model::kinds[i].plural);
        json.name("shape").text(shapes[static_cast<std::size_t>(look.shape)]);
        json.name("fill").text(look.fill).name("ink").text(look.ink);
        json.name("width").number(look.width).name("height").number(look.height).close('}');
    }
    json.close(']');
    write_words(json, "types", model::partnership_types);
    write_words(json, "stages", model::stages);
    write_words(json, "roles", model::roles);
    write_words(json, "attendanceRoles", model::attendance_roles);
    write_words(json, "levels", model::levels);
}

}  // namespace maillage::atlas
