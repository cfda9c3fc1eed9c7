#include <array>

#include <maillage/graph/shared_relations.hpp>
#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr std::array metrics_of_entry{Metric{
    .id = "dialogue_robins_alexander",
    .dynamic = Dynamic::dialogue,
    .tier = 1,
    .nature = FigureNature::compared,
    .unit = "share",
    .title = {"Paires qui se revoient", "Pairs that meet again"},
    .question = {"Les mêmes paires reviennent-elles ?", "Do the same pairs come back?"},
    .definition = {"4 C4 / L3 du graphe acteurs-rencontres de la période : C4, couples de "
                   "rencontres qu’une même paire a partagées ; L3, chemins de trois liens "
                   "(acteur, rencontre, acteur, rencontre). De 0 à 1 ; indéfini sans chemin.",
                   "4 C4 / L3 of the actor-meeting graph of the window: C4, couples of meetings "
                   "that one pair shared; L3, paths of three ties (actor, meeting, actor, "
                   "meeting). From 0 to 1; undefined without paths. Beside: what the same "
                   "attendance gives when dealt out again by coincidence."},
    .reading = {"0 : aucune paire ne s’est vue deux fois ; 1 : ceux qui se sont vus une fois se "
                "voient partout.",
                "0: no pair met twice; 1: those who met once meet everywhere."},
    .limits = {"Croît d’elle-même quand peu d’acteurs viennent à beaucoup de rencontres.",
               "Grows by itself when few actors come to many meetings."},
    .source = "Robins & Alexander 2004"}};

constexpr std::array tables{model::Table::events, model::Table::attendance};

constexpr std::string_view id = "dialogue_robins_alexander";

/// Sum over pairs of rows of C(columns they share, 2).
template <class ColumnsOf, class RowsOf>
std::int64_t shared_pairs(std::size_t rows, ColumnsOf columns_of, RowsOf rows_of) {
    std::vector<std::int64_t> shared(rows, 0);
    std::int64_t total = 0;
    for (std::uint32_t row = 0; row < rows; ++row) {
        for (const std::uint32_t column : columns_of(row))
            for (const std::uint32_t other : rows_of(column)) {
                if (other >= row) break;
                // The (k + 1)th column in common makes a pair with each of the k before it.
                total += shared[other]++;
            }
        for (const std::uint32_t column : columns_of(row))
            for (const std::uint32_t other : rows_of(column)) {
                if (other >= row) break;
                shared[other] = 0;
            }
    }
    return total;
}

struct Census {
    std::int64_t paths = 0;                     ///< Of three ties.
    std::int64_t by_actor = 0, by_meeting = 0;  ///< Sums of squares of degrees.
};

Census census_of(const graph::Incidence& meetings) {
    const auto size = [](auto row) { return static_cast<std::int64_t>(row.size()); };
    Census census;
    for (std::size_t meeting = 0; meeting < meetings.relations(); ++meeting) {
        const auto members = meetings.members(meeting);
        census.by_meeting += size(members) * size(members);
        for (const graph::Vertex actor : members)
            census.paths += (size(meetings.relations_of(actor)) - 1) * (size(members) - 1);
    }
    for (std::size_t actor = 0; actor < meetings.vertices(); ++actor)
        census.by_actor += size(meetings.relations_of(actor)) * size(meetings.relations_of(actor));
    return census;
}

/// Cycles of four ties, counted from the side that costs less.
std::int64_t four_cycles(const graph::Incidence& meetings, const Census& census) {
    const auto members = [&](std::uint32_t meeting) { return meetings.members(meeting); };
    const auto events = [&](std::uint32_t actor) { return meetings.relations_of(actor); };
    return census.by_actor < census.by_meeting ? shared_pairs(meetings.relations(), members, events)
                                               : shared_pairs(meetings.vertices(), events, members);
}

double clustering(const graph::Incidence& meetings) {
    const Census census = census_of(meetings);
    if (census.paths == 0) return 0;
    return 4 * static_cast<double>(four_cycles(meetings, census)) /
           static_cast<double>(census.paths);
}

/// Cycles of four ties through each meeting.
std::vector<std::int64_t> cycles_through(const graph::Incidence& meetings, const Census& census) {
    std::vector<std::int64_t> cycles(meetings.relations(), 0);
    if (census.by_actor < census.by_meeting) {
        graph::for_each_pair(graph::transposed(meetings), [&](auto a, auto b, auto shared) {
            const auto actors = static_cast<std::int64_t>(shared.size());
            cycles[a] += actors * (actors - 1) / 2;
            cycles[b] += actors * (actors - 1) / 2;
        });
    } else {
        graph::for_each_pair(meetings, [&](graph::Vertex, graph::Vertex, auto shared) {
            for (const std::uint32_t meeting : shared)
                cycles[meeting] += static_cast<std::int64_t>(shared.size()) - 1;
        });
    }
    return cycles;
}

/// When any one meeting is left out: its cycles are gone, and the paths through one of its ties.
LeaveOneOut range_of(const graph::Incidence& meetings, const Census& census, std::int64_t cycles) {
    const auto others = [&](std::size_t meeting) {
        return static_cast<std::int64_t>(meetings.members(meeting).size()) - 1;
    };
    std::vector<std::int64_t> seen(meetings.vertices(), 0);  ///< By each actor, again if again.
    for (std::size_t meeting = 0; meeting < meetings.relations(); ++meeting)
        for (const graph::Vertex actor : meetings.members(meeting)) seen[actor] += others(meeting);
    const std::vector<std::int64_t> through = cycles_through(meetings, census);
    LeaveOneOut range;
    for (std::size_t meeting = 0; meeting < meetings.relations(); ++meeting) {
        std::int64_t paths = census.paths;
        for (const graph::Vertex actor : meetings.members(meeting)) {
            const auto times = static_cast<std::int64_t>(meetings.relations_of(actor).size());
            paths -= (times - 2) * others(meeting) + seen[actor];
        }
        if (paths > 0)
            range.see(4 * static_cast<double>(cycles - through[meeting]) /
                      static_cast<double>(paths));
    }
    return range;
}

void compute_robins_alexander(const Scope& scope, Results& results) {
    const graph::Incidence& meetings = scope.meetings();
    const Census census = census_of(meetings);
    const std::int64_t cycles = four_cycles(meetings, census);
    Estimate& row = results.share(id, {}, 4 * cycles, census.paths,
                                  meetings.relations() == 0 ? "no_event" : "no_2path");
    row.n = static_cast<std::int64_t>(meetings.vertices());
    row.n_effective = static_cast<std::int64_t>(meetings.relations());
    // Beside draws, the range is theirs.
    if (!scope.meetings_by_chance().is_drawn()) range_of(meetings, census, cycles).write(row);
    scope.meetings_by_chance().compare(results, row, clustering);
}

}  // namespace

extern const Entry dialogue_robins_alexander;
const Entry dialogue_robins_alexander{"D11", metrics_of_entry, tables, compute_robins_alexander};

}  // namespace maillage::metrics
