#include <algorithm>
#include <array>
#include <limits>

#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr std::array metrics_of_entry{Metric{
    .id = "dialogue_lapsed",
    .dynamic = Dynamic::dialogue,
    .tier = 1,
    .nature = FigureNature::counted,
    .unit = "share",
    .title = {"Venus, puis plus revenus", "Came, then no more"},
    .question = {"Qui est venu et n’est plus revenu ?", "Who came and came no more?"},
    .definition = {"Participants jusqu’au dernier jour de la période, absents des six derniers "
                   "mois (réglable), sur tous les participants jusqu’à ce jour. measure=once : "
                   "venus une seule fois. En détail, une ligne par acteur : jours depuis la "
                   "dernière venue, n = nombre de venues. Indéfini sans participant.",
                   "Attendees up to the last day of the window, absent from the last six months "
                   "(an option), among all attendees up to that day. measure=once: who came only "
                   "once. In detail, one row per actor: days since it last came, n = times. "
                   "Undefined without attendees."},
    .reading = {"{0} participants sur {1} ne sont plus venus depuis six mois.",
                "{0} attendees of {1} have not come for six months."},
    .limits = {"Là où l’on se réunit une fois l’an, six mois sans venir ne disent rien. Une "
               "structure fermée depuis compte aussi.",
               "Where meetings are yearly, six months of absence say nothing. A body closed since "
               "counts too."},
    .source = "ours"}};

constexpr std::array tables{model::Table::events, model::Table::attendance};

constexpr std::string_view id = "dialogue_lapsed";
constexpr base::Day long_ago = std::numeric_limits<base::Day>::min();

struct Visitor {
    graph::Vertex actor = 0;
    std::uint32_t times = 0;
    base::Day last = long_ago, last_but_one = long_ago;
};

/// Meetings of the territory up to the last day of the window, with the day by which each is
/// certainly over; those without date are older than any date.
std::vector<std::pair<std::uint32_t, base::Day>> meetings_so_far(const Scope& scope) {
    std::vector<std::pair<std::uint32_t, base::Day>> meetings;
    for (const std::uint32_t event : scope.view.events.relations) {
        const model::Date& date = scope.data.events.rows[event].start;
        const base::Day day = date.known() ? date.last() : long_ago;
        if (!scope.last_day || day <= *scope.last_day) meetings.emplace_back(event, day);
    }
    return meetings;
}

std::vector<Visitor> visitors_of(const graph::Incidence& incidence,
                                 const std::vector<std::pair<std::uint32_t, base::Day>>& meetings) {
    std::vector<std::pair<graph::Vertex, base::Day>> visits;
    for (const auto& [event, day] : meetings)
        for (const graph::Vertex actor : incidence.members(event)) visits.emplace_back(actor, day);
    std::ranges::sort(visits);
    std::vector<Visitor> visitors;
    for (const auto& [actor, day] : visits) {
        if (visitors.empty() || visitors.back().actor != actor) visitors.push_back({actor});
        Visitor& visitor = visitors.back();
        ++visitor.times;
        visitor.last_but_one = visitor.last;
        visitor.last = day;
    }
    return visitors;
}

const Visitor& find(const std::vector<Visitor>& visitors, graph::Vertex actor) {
    return *std::ranges::lower_bound(visitors, actor, {}, &Visitor::actor);
}

/// How many lapsed, came once, came at all.
struct Counts {
    std::int64_t lapsed = 0, once = 0, people = 0;
};

/// What the counts become when one meeting is left out.
Counts without(Counts counts, std::span<const graph::Vertex> members,
               const std::vector<Visitor>& visitors, base::Day day, base::Day limit) {
    for (const graph::Vertex actor : members) {
        const Visitor& visitor = find(visitors, actor);
        if (visitor.times == 1) {
            --counts.people;
            --counts.once;
            if (visitor.last <= limit) --counts.lapsed;
        } else {
            if (visitor.times == 2) ++counts.once;
            const bool was_the_only_recent_one = day > limit && visitor.last_but_one <= limit;
            if (was_the_only_recent_one) ++counts.lapsed;
        }
    }
    return counts;
}

void write_actors(const Scope& scope, Results& results, const std::vector<Visitor>& visitors,
                  base::Day limit) {
    for (const Visitor& visitor : visitors) {
        if (visitor.last > limit) continue;
        const std::string actor = results.actor(visitor.actor);
        const KeyParts key{{KeyName::actor, actor}};
        Estimate& row = visitor.last == long_ago
                            ? results.undefined(id, key, "unknown_dates")
                            : results.value(id, key, *scope.last_day - visitor.last);
        row.unit = "days";
        row.n = visitor.times;
    }
}

void compute_lapsed(const Scope& scope, Results& results) {
    const auto meetings = meetings_so_far(scope);
    const auto& incidence = scope.study.events.incidence;
    const std::vector<Visitor> visitors = visitors_of(incidence, meetings);
    const base::Day limit = scope.last_day
                                ? months_before(*scope.last_day, scope.study.request.lapsed_months)
                                : long_ago;
    Counts counts;
    counts.people = static_cast<std::int64_t>(visitors.size());
    for (const Visitor& visitor : visitors) {
        if (visitor.last <= limit) ++counts.lapsed;
        if (visitor.times == 1) ++counts.once;
    }
    LeaveOneOut lapsed, once;
    for (const auto& [event, day] : meetings) {
        const Counts rest = without(counts, incidence.members(event), visitors, day, limit);
        if (rest.people == 0) continue;
        const auto people = static_cast<double>(rest.people);
        lapsed.see(static_cast<double>(rest.lapsed) / people);
        once.see(static_cast<double>(rest.once) / people);
    }
    const std::string_view reason = meetings.empty() ? "no_event" : "zero_total";
    const auto write = [&](KeyParts key, std::int64_t count, const LeaveOneOut& range) {
        Estimate& row = results.share(id, key, count, counts.people, reason);
        row.n_effective = static_cast<std::int64_t>(meetings.size());
        if (row.value) range.write(row);
    };
    if (scope.last_day)
        write({}, counts.lapsed, lapsed);
    else
        results.undefined(id, {}, "unknown_dates").n = counts.people;
    write({{KeyName::measure, "once"}}, counts.once, once);
    if (results.wants_rows() && scope.last_day) write_actors(scope, results, visitors, limit);
}

}  // namespace

extern const Entry dialogue_lapsed;
const Entry dialogue_lapsed{"D3b", metrics_of_entry, tables, compute_lapsed};

}  // namespace maillage::metrics
