#include <algorithm>
#include <array>

#include <maillage/graph/components.hpp>
#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr std::array metrics_of_entry{Metric{
    .id = "dialogue_cohesion",
    .dynamic = Dynamic::dialogue,
    .tier = 1,
    .nature = FigureNature::counted,
    .unit = "share",
    .title = {"Dialogue d’un seul tenant", "Dialogue in one piece"},
    .question = {"Une seule conversation ou des îlots ?", "One conversation or islands?"},
    .definition = {"Part des paires de participants reliées de rencontre en rencontre : somme des "
                   "s(s-1) sur n(n-1), s taille de chaque îlot, n participants de la période. "
                   "measure=components : îlots ; giant_share : part du plus grand ; "
                   "giant_share_of_eligible : part des acteurs du territoire réunis dans un même "
                   "îlot. Indéfini pour moins de deux participants.",
                   "Share of the pairs of attendees linked from meeting to meeting: sum of s(s-1) "
                   "over n(n-1), s size of each island, n attendees of the window. "
                   "measure=components: islands; giant_share: share of the largest; "
                   "giant_share_of_eligible: share of the actors of the territory in one island. "
                   "Undefined under two attendees."},
    .reading = {"{0} îlots ; le plus grand réunit {1} participants.",
                "{0} islands; the largest holds {1} attendees."},
    .limits = {"Une seule assemblée plénière relie tout le monde.",
               "One plenary assembly links everyone."},
    .source = "Krackhardt 1994"}};

constexpr std::array tables{model::Table::events, model::Table::attendance};

constexpr std::string_view id = "dialogue_cohesion";

graph::DisjointSets islands_of(const graph::Incidence& meetings) {
    graph::DisjointSets islands(meetings.vertices());
    for (std::size_t meeting = 0; meeting < meetings.relations(); ++meeting)
        for (const graph::Vertex person : meetings.members(meeting))
            islands.unite(meetings.members(meeting).front(), person);
    return islands;
}

/// Largest number of actors of the territory in one island, and how many there are in all.
std::pair<std::int64_t, std::int64_t> eligible_together(const Scope& scope,
                                                        const graph::Ranges& people,
                                                        graph::DisjointSets& islands) {
    std::int64_t eligible = 0, most = 0;
    std::vector<std::int64_t> of_island(people.size(), 0);
    scope.view.seats.for_each([&](std::uint32_t actor) {
        if (!scope.is_active(actor)) return;
        ++eligible;
        if (const auto person = people.rank(actor))
            most = std::max(most, ++of_island[islands.find(*person)]);
    });
    return {most, eligible};
}

void compute_cohesion(const Scope& scope, Results& results) {
    const graph::Ranges& people = scope.attendees();
    graph::DisjointSets islands = islands_of(scope.meetings());
    const std::vector<std::uint32_t> sizes = islands.sizes();
    const std::int64_t n = people.size();
    std::int64_t linked = 0;
    for (const std::int64_t size : sizes) linked += size * (size - 1);
    constexpr std::string_view reason = "fewer_than_2_nodes";
    Estimate& row = results.share(id, {}, linked, n * (n - 1), reason);
    row.n = n;
    row.n_effective = static_cast<std::int64_t>(scope.events.relations.size());
    Estimate& components =
        results.value(id, {{KeyName::measure, "components"}}, static_cast<double>(sizes.size()));
    components.unit = "count";
    components.n = n;
    const std::int64_t giant = sizes.empty() ? 0 : sizes.front();
    results.share(id, {{KeyName::measure, "giant_share"}}, giant, n < 2 ? 0 : n, reason).n = n;
    const auto [most, eligible] = eligible_together(scope, people, islands);
    results.share(id, {{KeyName::measure, "giant_share_of_eligible"}}, most, eligible,
                  "no_registry");
}

}  // namespace

extern const Entry dialogue_cohesion;
const Entry dialogue_cohesion{"D18", metrics_of_entry, tables, compute_cohesion};

}  // namespace maillage::metrics
