#include <array>

#include <maillage/metrics/attendance.hpp>
#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr std::array metrics_of_entry{Metric{
    .id = "dialogue_reach",
    .dynamic = Dynamic::dialogue,
    .tier = 1,
    .nature = FigureNature::counted,
    .unit = "share",
    .title = {"Part des acteurs déjà venus", "Share of actors who came"},
    .question = {"Quelle part des acteurs du territoire s’est déjà assise à la table ?",
                 "What share of the actors of the territory has sat at the table?"},
    .definition = {"Acteurs du territoire présents à une rencontre de la période au moins, sur les "
                   "acteurs qui y ont leur siège et sont en activité ; en tout et par nature "
                   "(kind=). measure=new : ceux dont c’était la première rencontre de toutes les "
                   "données ; measure=outside : présents venus d’ailleurs. Indéfini (no_registry) "
                   "sans acteur, ou quand la liste est faite de ceux qui sont venus.",
                   "Actors of the territory present at one meeting of the window at least, among "
                   "the actors seated there and active; in all and by kind (kind=). measure=new: "
                   "those whose first meeting of all the data it was; measure=outside: attendees "
                   "from elsewhere. Undefined (no_registry) without actors, or when the list is "
                   "made of those who came."},
    .reading = {"{0} de nos {1} structures sont venues au moins une fois.",
                "{0} of our {1} bodies came at least once."},
    .limits = {"Le dénominateur est la liste telle qu’elle a été faite : tirée d’un répertoire, "
               "elle contient des structures seulement déclarées.",
               "The denominator is the list as it was made: drawn from a register, it holds bodies "
               "that are only declared."},
    .source = "ours"}};

constexpr std::array tables{model::Table::events, model::Table::attendance};

constexpr std::string_view id = "dialogue_reach";
constexpr std::size_t all_kinds = model::kinds.size();

/// One number per kind, then one for all of them.
using Tally = std::array<std::int64_t, all_kinds + 1>;

void add(Tally& tally, model::Kind kind) {
    ++tally[static_cast<std::size_t>(kind)];
    ++tally[all_kinds];
}

struct Count {
    Tally eligible{}, reached{};
    std::int64_t newcomers = 0, outside = 0, without_seat = 0;
    std::vector<std::uint8_t> is_reached;  ///< Per visitor.
};

Count count(const Scope& scope, const Attendance& came) {
    Count found;
    found.is_reached.assign(came.size(), 0);
    scope.view.seats.for_each([&](std::uint32_t actor) {
        if (scope.is_active(actor)) add(found.eligible, scope.data.actors[actor].kind);
    });
    for (std::size_t i = 0; i < came.size(); ++i) {
        const graph::Vertex actor = came.visitors()[i].actor;
        if (!scope.data.actors[actor].seat.known()) ++found.without_seat;
        if (!scope.view.seats.contains(actor)) {
            ++found.outside;
        } else if (scope.is_active(actor)) {
            found.is_reached[i] = 1;
            add(found.reached, scope.data.actors[actor].kind);
            const base::Day first = scope.study.first_meetings.day[actor];
            if (scope.window.first && first >= *scope.window.first) ++found.newcomers;
        }
    }
    return found;
}

using Ranges = std::array<LeaveOneOut, all_kinds + 1>;

Ranges leave_one_out(const Scope& scope, const Attendance& came, const Count& found) {
    Ranges ranges;
    for (const std::uint32_t event : scope.events.relations) {
        Tally lost{};
        for (const graph::Vertex actor : scope.study.events.incidence.members(event)) {
            const std::size_t at = came.position(actor);
            if (found.is_reached[at] != 0 && came.visitors()[at].times == 1)
                add(lost, scope.data.actors[actor].kind);
        }
        for (std::size_t kind = 0; kind <= all_kinds; ++kind)
            if (found.eligible[kind] > 0)
                ranges[kind].see(static_cast<double>(found.reached[kind] - lost[kind]) /
                                 static_cast<double>(found.eligible[kind]));
    }
    return ranges;
}

/// The share, or only how many came where the list cannot be a denominator.
Estimate& write_share(const Scope& scope, Results& results, KeyParts key, std::int64_t reached,
                      std::int64_t eligible) {
    if (eligible > 0 && !is_made_of_attendees(scope))
        return results.share(id, key, reached, eligible, "no_registry");
    Estimate& row = results.undefined(id, key, "no_registry");
    row.n = reached;
    row.numerator = static_cast<double>(reached);
    return row;
}

void write_newcomers(const Scope& scope, Results& results, const Count& found) {
    constexpr std::pair<KeyName, std::string_view> key{KeyName::measure, "new"};
    Estimate& row = results.value(id, {key}, static_cast<double>(found.newcomers));
    row.unit = "count";
    row.n = found.reached[all_kinds];
    if (scope.window.first && scope.study.has_past_before(*scope.window.first)) return;
    row.value.reset();
    row.status = Status::undefined;
    row.reason = scope.window.first ? "beyond_follow_up" : "unknown_dates";
}

void compute_reach(const Scope& scope, Results& results) {
    const Attendance came(scope.study.events.incidence, scope.events.relations);
    const Count found = count(scope, came);
    const Ranges ranges = leave_one_out(scope, came, found);
    const auto meetings = static_cast<std::int64_t>(scope.events.relations.size());
    const auto write = [&](KeyParts key, std::size_t kind) {
        Estimate& row = write_share(scope, results, key, found.reached[kind], found.eligible[kind]);
        row.n_effective = meetings;
        if (row.value) ranges[kind].write(row);
        if (scope.view.territory.known() && came.size() > 0)
            row.coverage =
                1 - static_cast<double>(found.without_seat) / static_cast<double>(came.size());
    };
    write({}, all_kinds);
    for (std::size_t kind = 0; kind < all_kinds; ++kind)
        if (found.eligible[kind] > 0) write({{KeyName::kind, model::kinds[kind].code}}, kind);
    write_newcomers(scope, results, found);
    if (found.eligible[all_kinds] > 0 && is_made_of_attendees(scope)) results.note("M421");
    results.value(id, {{KeyName::measure, "outside"}}, static_cast<double>(found.outside)).unit =
        "count";
}

}  // namespace

extern const Entry dialogue_reach;
const Entry dialogue_reach{"D2", metrics_of_entry, tables, compute_reach};

}  // namespace maillage::metrics
