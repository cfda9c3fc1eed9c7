// A meeting is redundant as far as its pairs see each other at another one; an actor, as far as the
// meetings it links have another attendee in common. One walk over the pairs answers for every
// node: a pair that shares two meetings or more is one redundant pair of each of them.

#include <algorithm>
#include <array>

#include <maillage/graph/shared_relations.hpp>
#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr std::array metrics_of_entry{Metric{
    .id = "dialogue_redundancy",
    .dynamic = Dynamic::dialogue,
    .tier = 2,
    .nature = FigureNature::counted,
    .unit = "share",
    .title = {"Paires qui se voient aussi ailleurs", "Pairs that also meet elsewhere"},
    .question = {"Ces structures se voient-elles aussi ailleurs ?",
                 "Do these bodies also meet elsewhere?"},
    .definition = {"Pour une rencontre, part de ses paires de présents qui se voient à une autre ; "
                   "moyenne sur les rencontres à deux présents au moins. measure=actors : pour un "
                   "acteur, part des paires de ses rencontres qui ont un autre présent en commun ; "
                   "moyenne sur les acteurs venus deux fois au moins. En détail, une ligne par "
                   "rencontre et par acteur. Indéfini en dessous de deux.",
                   "For a meeting, share of its pairs of attendees that meet at another; mean over "
                   "meetings of two or more. measure=actors: for an actor, share of the pairs of "
                   "its meetings that have another attendee in common; mean over actors who came "
                   "twice or more. In detail, one row per meeting and per actor. Undefined under "
                   "two."},
    .reading = {"1 : chaque paire se verrait sans cette rencontre ; 0 : aucune.",
                "1: every pair would meet without this meeting; 0: none."},
    .limits = {"Une assemblée plénière rend les autres rencontres redondantes.",
               "One plenary makes the other meetings redundant."},
    .source = "Latapy, Magnien & Del Vecchio 2008, doi:10.1016/j.socnet.2007.04.006"}};

constexpr std::array tables{model::Table::events, model::Table::attendance};

constexpr std::string_view id = "dialogue_redundancy";

/// Of each relation of a network, the pairs of its members that share another one.
struct Redundancy {
    std::vector<std::int64_t> redundant;
    std::vector<double> lost;  ///< Per relation: what the others lose in all when it is left out.

    explicit Redundancy(const graph::Incidence& network)
        : redundant(network.relations(), 0), lost(network.relations(), 0) {
        graph::for_each_pair(network, [&](graph::Vertex, graph::Vertex, auto shared) {
            if (shared.size() < 2) return;
            for (const std::uint32_t relation : shared) ++redundant[relation];
            if (shared.size() > 2) return;
            lost[shared[0]] += 1 / pairs_of(network, shared[1]);
            lost[shared[1]] += 1 / pairs_of(network, shared[0]);
        });
    }
    [[nodiscard]] static double pairs_of(const graph::Incidence& network, std::size_t relation) {
        const auto size = static_cast<double>(network.members(relation).size());
        return size * (size - 1) / 2;
    }
};

/// The mean of the relations of two members or more.
struct Mean {
    double sum = 0;
    std::int64_t count = 0;
};

template <class Write>
Mean mean_of(const graph::Incidence& network, const Redundancy& redundancy, Write write) {
    Mean mean;
    for (std::uint32_t relation = 0; relation < network.relations(); ++relation) {
        const auto pairs = static_cast<std::int64_t>(Redundancy::pairs_of(network, relation));
        write(relation, redundancy.redundant[relation], pairs);
        if (pairs == 0) continue;
        mean.sum +=
            static_cast<double>(redundancy.redundant[relation]) / static_cast<double>(pairs);
        ++mean.count;
    }
    return mean;
}

Estimate& write_mean(const Scope& scope, Results& results, KeyParts key, const Mean& mean) {
    Estimate& row =
        mean.count > 0
            ? results.value(id, key, mean.sum / static_cast<double>(mean.count))
            : results.undefined(id, key,
                                scope.events.relations.empty() ? "no_event" : "degree_below_2");
    row.n = mean.count;
    row.n_effective = static_cast<std::int64_t>(scope.events.relations.size());
    return row;
}

void write_meetings(const Scope& scope, Results& results) {
    const graph::Incidence& meetings = scope.meetings();
    const Redundancy redundancy(meetings);
    const Mean mean = mean_of(
        meetings, redundancy, [&](std::uint32_t i, std::int64_t redundant, std::int64_t pairs) {
            const auto event = scope.events.relations[i];
            if (results.wants_rows())
                results.share(id, {{KeyName::event, scope.data.events.rows[event].id}}, redundant,
                              pairs, "degree_below_2");
        });
    LeaveOneOut range;
    for (std::size_t i = 0; i < meetings.relations(); ++i) {
        const double pairs = Redundancy::pairs_of(meetings, i);
        const std::int64_t rest = mean.count - (pairs > 0 ? 1 : 0);
        const double own = pairs > 0 ? static_cast<double>(redundancy.redundant[i]) / pairs : 0;
        if (rest > 0)
            range.see(std::max(mean.sum - own - redundancy.lost[i], 0.0) /
                      static_cast<double>(rest));
    }
    range.write(write_mean(scope, results, {}, mean));
}

/// Pairs of the meetings of an actor who came to so many, as a divisor.
double pairs_among(std::size_t meetings) {
    return static_cast<double>(meetings) * (static_cast<double>(meetings) - 1) / 2;
}

/// Per meeting, what its redundant pairs weigh in the shares of its attendees once it is left out
/// of their meetings.
std::vector<double> weights_of(const graph::Incidence& actors) {
    std::vector<double> weights(actors.vertices(), 0);
    graph::for_each_pair(actors, [&](graph::Vertex a, graph::Vertex b, auto shared) {
        if (shared.size() < 2) return;
        for (const std::uint32_t person : shared) {
            const std::size_t meetings = actors.members(person).size();
            if (meetings < 3) continue;
            weights[a] += 1 / pairs_among(meetings - 1);
            weights[b] += 1 / pairs_among(meetings - 1);
        }
    });
    return weights;
}

/// What the mean over actors becomes when any one meeting is left out: only the shares of its
/// attendees change, as pairs of other meetings keep the attendees they have in common.
LeaveOneOut range_of_actors(const graph::Incidence& actors, const Redundancy& redundancy,
                            const Mean& mean) {
    const std::vector<double> weights = weights_of(actors);
    LeaveOneOut range;
    for (graph::Vertex meeting = 0; meeting < actors.vertices(); ++meeting) {
        Mean rest{mean.sum - weights[meeting], mean.count};
        for (const std::uint32_t person : actors.relations_of(meeting)) {
            const std::size_t times = actors.members(person).size();
            const auto redundant = static_cast<double>(redundancy.redundant[person]);
            if (times > 1) rest.sum -= redundant / pairs_among(times);
            if (times > 2) rest.sum += redundant / pairs_among(times - 1);
            if (times == 2) --rest.count;
        }
        const auto count = static_cast<double>(rest.count);
        if (rest.count > 0) range.see(std::clamp(rest.sum / count, 0.0, 1.0));
    }
    return range;
}

void write_actors(const Scope& scope, Results& results) {
    const graph::Incidence actors = graph::transposed(scope.meetings());
    const Redundancy redundancy(actors);
    const std::vector<std::string> labels = results.attendee_labels();
    const Mean mean = mean_of(
        actors, redundancy, [&](std::uint32_t person, std::int64_t redundant, std::int64_t pairs) {
            if (!labels.empty())
                results.share(id, {{KeyName::actor, labels[person]}}, redundant, pairs,
                              "degree_below_2");
        });
    range_of_actors(actors, redundancy, mean)
        .write(write_mean(scope, results, {{KeyName::measure, "actors"}}, mean));
}

void compute_redundancy(const Scope& scope, Results& results) {
    write_meetings(scope, results);
    write_actors(scope, results);
}

}  // namespace

extern const Entry dialogue_redundancy;
const Entry dialogue_redundancy{"D10", metrics_of_entry, tables, compute_redundancy};

}  // namespace maillage::metrics
