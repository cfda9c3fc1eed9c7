#include <algorithm>
#include <array>
#include <chrono>

#include <maillage/metrics/attendance.hpp>
#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr std::array metrics_of_entry{
    Metric{
        .id = "dialogue_renewal",
        .dynamic = Dynamic::dialogue,
        .tier = 1,
        .nature = FigureNature::counted,
        .unit = "share",
        .title = {"Part de nouveaux venus", "Share of newcomers"},
        .question = {"Club fermé ou porte ouverte ?", "Closed club or open door?"},
        .definition = {"Participants de la période jamais vus avant elle, à aucune rencontre des "
                       "données, sur les participants de la période. Indéfini sans participant, et "
                       "quand rien n’est noté avant la période.",
                       "Attendees of the window never seen before it, at any meeting of the data, "
                       "among the attendees of the window. Undefined without attendees, and when "
                       "nothing is recorded before the window."},
        .reading = {"{0} participants sur {1} venaient pour la première fois.",
                    "{0} attendees of {1} came for the first time."},
        .limits = {"Au début des données chacun semble nouveau.",
                   "At the beginning of the data everyone looks new."},
        .source = "ours"},
    Metric{.id = "dialogue_retention",
           .dynamic = Dynamic::dialogue,
           .tier = 1,
           .nature = FigureNature::counted,
           .unit = "share",
           .title = {"Participants communs à deux périodes", "Attendees shared by two windows"},
           .question = {"Retrouve-t-on les mêmes d’une période à l’autre ?",
                        "Are the same people there from one window to the next?"},
           .definition = {"Participants présents dans la période et dans la précédente, sur les "
                          "participants de l’une ou de l’autre. La précédente a autant de mois "
                          "quand la période est faite de mois entiers, sinon autant de jours. "
                          "Indéfini quand les deux sont vides ou que rien n’est noté avant.",
                          "Attendees present in the window and in the one before, among the "
                          "attendees of either. The one before has as many months when the window "
                          "is made of whole months, else as many days. Undefined when both are "
                          "empty or nothing is recorded before."},
           .reading = {"Sur {1} participants de l’une ou l’autre période, {0} étaient des deux.",
                       "Of {1} attendees of either window, {0} came in both."},
           .limits = {"Baisse aussi quand on se réunit moins.", "Also falls when we meet less."},
           .source = "Jaccard 1901"}};

constexpr std::array tables{model::Table::events, model::Table::attendance};

/// First day of the window of the same length that ends the day before this one begins.
base::Day start_of_previous(base::Day first, base::Day last) {
    const auto civil = [](base::Day day) {
        return std::chrono::year_month_day{std::chrono::sys_days(std::chrono::days(day))};
    };
    const auto from = civil(first), after = civil(last + 1);
    if (from.day() != std::chrono::day(1) || after.day() != std::chrono::day(1))
        return first - (last - first + 1);
    const auto months = after.year() / after.month() - from.year() / from.month();
    return months_before(first, static_cast<int>(months.count()));
}

/// Meetings of the territory in the window before this one.
std::vector<std::uint32_t> previous_meetings(const Scope& scope) {
    const base::Day first = *scope.window.first;
    const base::Day start = start_of_previous(first, *scope.window.last);
    std::vector<std::uint32_t> meetings;
    for (const std::uint32_t event : scope.view.events.relations) {
        const model::Date& date = scope.data.events.rows[event].start;
        const bool within = date.known() && date.first() >= start && date.last() < first;
        if (within && !(scope.study.as_of && date.last() > *scope.study.as_of))
            meetings.push_back(event);
    }
    return meetings;
}

/// Why nothing can be said of what came before the window; empty when something can.
std::string_view left_edge(const Scope& scope) {
    if (!scope.window.first) return "unknown_dates";
    return scope.study.has_past_before(*scope.window.first) ? "" : "beyond_follow_up";
}

void see_share(LeaveOneOut& range, std::int64_t numerator, std::int64_t denominator) {
    if (denominator > 0)
        range.see(static_cast<double>(numerator) / static_cast<double>(denominator));
}

void write_renewal(const Scope& scope, Results& results, const Attendance& came) {
    constexpr std::string_view id = "dialogue_renewal";
    const auto people = static_cast<std::int64_t>(came.size());
    if (const auto reason = left_edge(scope); !reason.empty()) {
        results.undefined(id, {}, reason).n = people;
        return;
    }
    const auto is_new = [&](graph::Vertex actor) {
        return scope.study.first_meetings.day[actor] >= *scope.window.first;
    };
    const std::int64_t newcomers =
        std::ranges::count_if(came.visitors(), is_new, &Attendance::Visitor::actor);
    LeaveOneOut range;
    for (const std::uint32_t event : scope.events.relations) {
        std::int64_t lost = 0, lost_newcomers = 0;
        for (const graph::Vertex actor : scope.study.events.incidence.members(event)) {
            if (came.times(actor) > 1) continue;
            ++lost;
            if (is_new(actor)) ++lost_newcomers;
        }
        see_share(range, newcomers - lost_newcomers, people - lost);
    }
    Estimate& row = results.share(id, {}, newcomers, people,
                                  scope.events.relations.empty() ? "no_event" : "zero_total");
    row.n_effective = static_cast<std::int64_t>(scope.events.relations.size());
    if (row.value) range.write(row);
}

/// What leaving out each meeting of one window does to |A n B| / |A u B|.
void leave_out(LeaveOneOut& range, const Scope& scope, std::span<const std::uint32_t> meetings,
               const Attendance& one, const Attendance& other, std::int64_t both,
               std::int64_t either) {
    for (const std::uint32_t event : meetings) {
        std::int64_t from_both = 0, from_either = 0;
        for (const graph::Vertex actor : scope.study.events.incidence.members(event)) {
            if (one.times(actor) > 1) continue;
            ++(other.times(actor) > 0 ? from_both : from_either);
        }
        see_share(range, both - from_both, either - from_either);
    }
}

void write_retention(const Scope& scope, Results& results, const Attendance& now) {
    constexpr std::string_view id = "dialogue_retention";
    if (const auto reason = left_edge(scope); !reason.empty()) {
        results.undefined(id, {}, reason);
        return;
    }
    const std::vector<std::uint32_t> meetings = previous_meetings(scope);
    const Attendance before(scope.study.events.incidence, meetings);
    std::int64_t both = 0;
    for (const auto& visitor : now.visitors()) both += before.times(visitor.actor) > 0 ? 1 : 0;
    const auto either = static_cast<std::int64_t>(now.size() + before.size()) - both;
    LeaveOneOut range;
    leave_out(range, scope, scope.events.relations, now, before, both, either);
    leave_out(range, scope, meetings, before, now, both, either);
    Estimate& row = results.share(id, {}, both, either, "both_sets_empty");
    row.n_effective = static_cast<std::int64_t>(scope.events.relations.size() + meetings.size());
    if (row.value) range.write(row);
}

void compute_renewal(const Scope& scope, Results& results) {
    const Attendance came(scope.study.events.incidence, scope.events.relations);
    write_renewal(scope, results, came);
    write_retention(scope, results, came);
}

}  // namespace

extern const Entry dialogue_renewal;
const Entry dialogue_renewal{"D3", metrics_of_entry, tables, compute_renewal};

}  // namespace maillage::metrics
