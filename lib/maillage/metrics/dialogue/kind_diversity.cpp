// Indices of the composition of a room by kind. The headline is the Hill number of order 1, which
// counts worlds: 4 when four kinds are there in equal parts, less as one of them outnumbers the
// others. Per meeting, then their mean.

#include <algorithm>
#include <array>

#include <maillage/metrics/diversity.hpp>
#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr std::array metrics_of_entry{Metric{
    .id = "dialogue_kind_diversity",
    .dynamic = Dynamic::dialogue,
    .tier = 1,
    .nature = FigureNature::counted,
    .unit = "worlds",
    .title = {"Mondes dans la salle", "Worlds in the room"},
    .question = {"Combien de mondes dans la salle ?", "How many worlds in the room?"},
    .definition =
        {"Par rencontre, p(k) = part de la nature k parmi les présents ; mondes = "
         "exp(-somme de p ln p) ; moyenne sur les rencontres où quelqu’un est noté, à côté de ce "
         "que donnent les "
         "mêmes présences redistribuées par coïncidence. "
         "measure= : blau, blau_unbiased, iqv, shannon (nats), hill2, evenness, et "
         "kinds_known = K, natures connues du territoire ou vues à ses rencontres. "
         "Indéfini sans présence ; blau_unbiased pour un seul présent ; iqv et evenness "
         "quand K = 1.",
         "Per meeting, p(k) = share of kind k among those present; worlds = exp(-sum of "
         "p ln p); mean over the meetings where someone is noted, beside what the same "
         "attendance gives when dealt out again by coincidence. measure=: blau, "
         "blau_unbiased, iqv, shannon (nats), hill2, evenness, and kinds_known = K, kinds "
         "known of the territory or seen at its meetings. Undefined without attendance; "
         "blau_unbiased for one attendee; iqv and evenness when K = 1."},
    .reading = {"{0} mondes dans la salle, sur {1}.", "{0} worlds in the room, out of {1}."},
    .limits = {"Dit qui est là, pas qui parle. Les petites rencontres ont moins de mondes.",
               "Says who is there, not who speaks. Small meetings hold fewer worlds."},
    .source = "Hill 1973; Jost 2006, doi:10.1111/j.2006.0030-1299.14714.x; Simpson 1949; Blau "
              "1977"}};

constexpr std::array tables{model::Table::events, model::Table::attendance};

constexpr std::string_view id = "dialogue_kind_diversity";

constexpr std::size_t index_count = 7;

struct IndexWords {
    std::string_view measure, unit, reason;
};
/// In the order of `indices_of`.
constexpr std::array<IndexWords, index_count> indices{
    {{"", "worlds", ""},
     {"blau", "share", ""},
     {"blau_unbiased", "share", "single_attendee"},
     {"iqv", "share", "single_kind"},
     {"shannon", "nats", ""},
     {"hill2", "worlds", ""},
     {"evenness", "share", "single_kind"}}};

struct Composition {
    std::array<std::int64_t, model::kinds.size()> counts{};
    std::int64_t total = 0;

    void add(model::Kind kind) {
        ++counts[static_cast<std::size_t>(kind)];
        ++total;
    }
};

/// All indices of one room; `known_kinds` is K.
std::array<std::optional<double>, index_count> indices_of(const Composition& room,
                                                          std::int64_t known_kinds) {
    const auto d = diversity_of(room.counts, static_cast<std::size_t>(known_kinds));
    if (!d) return {};
    return {d->hill1, d->blau, d->blau_unbiased, d->iqv, d->shannon, d->hill2, d->evenness};
}

struct Room {
    std::uint32_t event;
    Composition composition;
};

std::vector<Room> rooms_of(const Scope& scope) {
    std::vector<Room> rooms;
    for (const std::uint32_t event : scope.events.relations) {
        Room room{event, {}};
        for (const graph::Vertex actor : scope.study.events.incidence.members(event))
            room.composition.add(scope.data.actors[actor].kind);
        if (room.composition.total > 0) rooms.push_back(room);
    }
    return rooms;
}

/// K: a kind that only visitors from elsewhere bring counts too, or a room could hold more worlds
/// than are known.
std::int64_t known_kinds(const Scope& scope, const std::vector<Room>& rooms) {
    Composition known;
    scope.view.seats.for_each([&](std::uint32_t actor) {
        if (scope.is_active(actor)) known.add(scope.data.actors[actor].kind);
    });
    for (std::size_t kind = 0; kind < known.counts.size(); ++kind)
        for (const Room& room : rooms) known.counts[kind] += room.composition.counts[kind];
    return std::ranges::count_if(known.counts, [](std::int64_t count) { return count > 0; });
}

/// The mean of the defined values, and its range when any one of them is left out.
void write_mean(const Scope& scope, Results& results, std::size_t index,
                const std::vector<double>& values, bool someone_came) {
    const IndexWords& words = indices[index];
    const KeyParts named{{KeyName::measure, words.measure}};
    const KeyParts key = words.measure.empty() ? KeyParts{} : named;
    if (values.empty()) {
        std::string_view reason = scope.events.relations.empty() ? "no_event" : "zero_total";
        if (someone_came) reason = words.reason;
        results.undefined(id, key, reason).unit = words.unit;
        return;
    }
    const auto n = static_cast<double>(values.size());
    double sum = 0;
    for (const double value : values) sum += value;
    Estimate& row = results.value(id, key, sum / n);
    row.unit = words.unit;
    row.n = row.n_effective = static_cast<std::int64_t>(values.size());
    row.coverage = n / static_cast<double>(scope.events.relations.size());
    LeaveOneOut range;
    if (values.size() > 1)
        for (const double value : values) range.see(std::max(sum - value, 0.0) / (n - 1));
    range.write(row);
}

void write_room(const Scope& scope, Results& results, const Room& room, std::int64_t kinds) {
    const std::string_view event = scope.data.events.rows[room.event].id;
    const auto values = indices_of(room.composition, kinds);
    for (std::size_t index = 0; index < index_count; ++index) {
        const IndexWords& words = indices[index];
        const KeyParts alone{{KeyName::event, event}};
        const KeyParts named{{KeyName::measure, words.measure}, {KeyName::event, event}};
        const KeyParts key = words.measure.empty() ? alone : named;
        Estimate& row = values[index] ? results.value(id, key, *values[index])
                                      : results.undefined(id, key, words.reason);
        row.unit = words.unit;
        row.n = room.composition.total;
    }
}

double mean_hill1(const graph::Incidence& meetings, std::span<const model::Kind> kinds) {
    double sum = 0, rooms = 0;
    for (std::size_t meeting = 0; meeting < meetings.relations(); ++meeting) {
        Composition room;
        for (const graph::Vertex attendee : meetings.members(meeting)) room.add(kinds[attendee]);
        if (room.total == 0) continue;
        sum += diversity_of(room.counts, room.counts.size())->hill1;
        ++rooms;
    }
    return rooms > 0 ? sum / rooms : 0;
}

/// Rooms are described whole: where attendees from elsewhere are left out of the network (`seat`),
/// what coincidence makes of it is not comparable.
void compare_headline(const Scope& scope, const std::vector<Room>& rooms, Results& results) {
    std::int64_t attendances = 0;
    for (const Room& room : rooms) attendances += room.composition.total;
    if (static_cast<std::uint64_t>(attendances) != scope.meetings().memberships()) return;
    std::vector<model::Kind> kinds;
    scope.attendees().for_each(
        [&](std::uint32_t actor) { kinds.push_back(scope.data.actors[actor].kind); });
    const auto headline = std::ranges::find_if(
        results.rows, [](const Estimate& row) { return row.metric == id && row.key.empty(); });
    scope.meetings_by_chance().compare(results, *headline, [&](const graph::Incidence& table) {
        return mean_hill1(table, kinds);
    });
}

void compute_kind_diversity(const Scope& scope, Results& results) {
    const std::vector<Room> rooms = rooms_of(scope);
    const std::int64_t kinds = known_kinds(scope, rooms);
    std::array<std::vector<double>, index_count> values;
    for (const Room& room : rooms) {
        const auto of_room = indices_of(room.composition, kinds);
        for (std::size_t index = 0; index < index_count; ++index)
            if (of_room[index]) values[index].push_back(*of_room[index]);
        if (results.wants_rows()) write_room(scope, results, room, kinds);
    }
    for (std::size_t index = 0; index < index_count; ++index)
        write_mean(scope, results, index, values[index], !rooms.empty());
    compare_headline(scope, rooms, results);
    results.value(id, {{KeyName::measure, "kinds_known"}}, static_cast<double>(kinds)).unit =
        "count";
}

}  // namespace

extern const Entry dialogue_kind_diversity;
const Entry dialogue_kind_diversity{"D5", metrics_of_entry, tables, compute_kind_diversity};

}  // namespace maillage::metrics
