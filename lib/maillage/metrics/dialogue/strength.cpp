// Newman's weight: a meeting of a present gives each of its pairs 1 / (a - 1), so that a meeting of
// two weighs much and a plenary nearly nothing. The weights of one actor then add up to the number
// of meetings at which it saw somebody, and no pair has to be looked at to know that.

#include <algorithm>
#include <array>

#include <maillage/graph/shared_relations.hpp>
#include <maillage/metrics/attendance.hpp>
#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr std::array metrics_of_entry{
    Metric{.id = "dialogue_tie_strength",
           .dynamic = Dynamic::dialogue,
           .tier = 1,
           .nature = FigureNature::counted,
           .unit = "index",
           .title = {"Force des liens de dialogue", "Strength of ties of dialogue"},
           .question = {"Qui travaille vraiment en petit groupe avec qui ?",
                        "Who really works in small groups with whom?"},
           .definition =
               {"Pour une paire de participants, somme de 1 / (a - 1) sur leurs rencontres "
                "communes, a présents. Valeur : moyenne sur les paires qui se sont vues ; en "
                "détail, une ligne par paire. Indéfini sans paire.",
                "For a pair of attendees, sum of 1 / (a - 1) over the meetings they shared, a "
                "present. Value: mean over the pairs that met; in detail, one row per pair. "
                "Undefined without pairs."},
           .reading = {"1 : autant qu’un tête-à-tête.", "1: as much as one meeting of two."},
           .limits = {"Être dans la même petite salle n’est pas encore travailler ensemble.",
                      "To be in the same small room is not yet to work together."},
           .source = "Newman 2001, doi:10.1103/PhysRevE.64.016132"},
    Metric{.id = "dialogue_actor_strength",
           .dynamic = Dynamic::dialogue,
           .tier = 1,
           .nature = FigureNature::counted,
           .unit = "index",
           .title = {"Force de dialogue des acteurs", "Strength of dialogue of actors"},
           .question = {"À combien de rencontres chacun a-t-il vu quelqu’un ?",
                        "At how many meetings did each see someone?"},
           .definition =
               {"Pour un participant, somme de la force de ses liens : le nombre de ses rencontres "
                "à deux présents au moins. Valeur : moyenne sur les participants ; en détail, une "
                "ligne par acteur. Indéfini sans présence.",
                "For an attendee, sum of the strength of its ties: the number of its meetings of "
                "at least two. Value: mean over attendees; in detail, one row per actor. Undefined "
                "without attendance."},
           .reading = {"En moyenne, chaque participant a vu quelqu’un à {0} rencontres.",
                       "On average, each attendee saw someone at {0} meetings."},
           .limits = {"Une rencontre de cent et une de deux comptent autant pour un acteur.",
                      "A meeting of a hundred and one of two count alike for an actor."},
           .source = "Newman 2001, doi:10.1103/PhysRevE.64.016132"}};

constexpr std::array tables{model::Table::events, model::Table::attendance};

constexpr std::string_view of_ties = "dialogue_tie_strength", of_actors = "dialogue_actor_strength";

/// Sum of the weights of all pairs: a / 2 for each meeting of a >= 2.
double total_weight(const graph::Incidence& meetings) {
    std::int64_t present = 0;
    for (std::size_t meeting = 0; meeting < meetings.relations(); ++meeting)
        if (meetings.members(meeting).size() > 1)
            present += static_cast<std::int64_t>(meetings.members(meeting).size());
    return static_cast<double>(present) / 2;
}

/// What the mean weight becomes when any one meeting is left out: its weight, and the pairs that
/// saw each other nowhere else.
LeaveOneOut range_of(const graph::Incidence& meetings, std::int64_t pairs, double weight,
                     const std::vector<std::int64_t>& only_there) {
    LeaveOneOut range;
    for (std::size_t meeting = 0; meeting < meetings.relations(); ++meeting) {
        const auto size = static_cast<double>(meetings.members(meeting).size());
        const std::int64_t rest = pairs - only_there[meeting];
        if (rest > 0) range.see((weight - (size > 1 ? size / 2 : 0)) / static_cast<double>(rest));
    }
    return range;
}

void write_ties(const Scope& scope, Results& results) {
    const graph::Incidence& meetings = scope.meetings();
    std::vector<std::int64_t> only_there(meetings.relations(), 0);
    std::int64_t pairs = 0;
    const std::vector<std::string> labels = results.attendee_labels();
    graph::for_each_pair(meetings, [&](graph::Vertex a, graph::Vertex b, auto shared) {
        ++pairs;
        if (shared.size() == 1) ++only_there[shared.front()];
        if (labels.empty()) return;
        double weight = 0;
        for (const std::uint32_t meeting : shared)
            weight += 1 / (static_cast<double>(meetings.members(meeting).size()) - 1);
        results.value(of_ties, {{KeyName::actors, pair_label(labels[a], labels[b])}}, weight).n =
            static_cast<std::int64_t>(shared.size());
    });
    if (pairs == 0) {
        results.undefined(of_ties, {}, meetings.relations() == 0 ? "no_event" : "no_edges");
        return;
    }
    const double weight = total_weight(meetings);
    Estimate& row = results.value(of_ties, {}, weight / static_cast<double>(pairs));
    row.n = pairs;
    row.n_effective = static_cast<std::int64_t>(meetings.relations());
    row.numerator = weight;
    row.denominator = static_cast<double>(pairs);
    range_of(meetings, pairs, weight, only_there).write(row);
}

/// The same for the mean of the actors: those who saw somebody there, and those who came to nothing
/// else.
LeaveOneOut range_of_actors(const graph::Incidence& meetings, std::int64_t total) {
    LeaveOneOut range;
    for (std::size_t meeting = 0; meeting < meetings.relations(); ++meeting) {
        const auto members = meetings.members(meeting);
        const auto size = static_cast<std::int64_t>(members.size());
        const std::int64_t rest =
            static_cast<std::int64_t>(meetings.vertices()) - only_at(meetings, meeting);
        if (rest > 0)
            range.see(static_cast<double>(total - (size > 1 ? size : 0)) /
                      static_cast<double>(rest));
    }
    return range;
}

void write_actors(const Scope& scope, Results& results) {
    const graph::Incidence& meetings = scope.meetings();
    std::int64_t total = 0;
    const std::vector<std::string> labels = results.attendee_labels();
    for (graph::Vertex person = 0; person < meetings.vertices(); ++person) {
        std::int64_t strength = 0;
        for (const std::uint32_t meeting : meetings.relations_of(person))
            if (meetings.members(meeting).size() > 1) ++strength;
        total += strength;
        if (!labels.empty())
            results.value(of_actors, {{KeyName::actor, labels[person]}},
                          static_cast<double>(strength));
    }
    Estimate& row =
        results.share(of_actors, {}, total, static_cast<std::int64_t>(meetings.vertices()),
                      meetings.relations() == 0 ? "no_event" : "zero_total");
    row.n_effective = static_cast<std::int64_t>(meetings.relations());
    range_of_actors(meetings, total).write(row);
}

void compute_strength(const Scope& scope, Results& results) {
    write_ties(scope, results);
    write_actors(scope, results);
}

}  // namespace

extern const Entry dialogue_strength;
const Entry dialogue_strength{"D8", metrics_of_entry, tables, compute_strength};

}  // namespace maillage::metrics
