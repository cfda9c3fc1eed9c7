#include <algorithm>
#include <array>

#include <maillage/graph/components.hpp>
#include <maillage/metrics/attendance.hpp>
#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr std::array metrics_of_entry{Metric{
    .id = "dialogue_cohesion",
    .dynamic = Dynamic::dialogue,
    .tier = 1,
    .nature = FigureNature::counted,
    .unit = "share",
    .title = {"Une seule conversation ou des îlots", "One conversation or islands"},
    .question = {"Une seule conversation ou des îlots ?", "One conversation or islands?"},
    .definition = {"Part des paires de participants reliées de rencontre en rencontre : somme des "
                   "s(s-1) sur n(n-1), s taille de chaque îlot, n participants de la période. "
                   "measure=components : îlots ; giant_share : part du plus grand ; "
                   "giant_share_of_eligible : part des acteurs du territoire réunis dans un même "
                   "îlot. Indéfini pour moins de deux participants.",
                   "Share of the pairs of attendees linked from meeting to meeting: sum of s(s-1) "
                   "over n(n-1), s size of each island, n attendees of the window. "
                   "measure=components: islands; giant_share: share of the largest; "
                   "giant_share_of_eligible: share of the actors of the territory in one island. "
                   "Undefined under two attendees."},
    .reading = {"{0} îlots ; le plus grand réunit {1} participants.",
                "{0} islands; the largest holds {1} attendees."},
    .limits = {"Une seule assemblée plénière relie tout le monde.",
               "One plenary assembly links everyone."},
    .source = "Krackhardt 1994"}};

constexpr std::array tables{model::Table::events, model::Table::attendance};

constexpr std::string_view id = "dialogue_cohesion";

/// The islands of the attendees of a window, as sets of positions among the visitors.
struct Islands {
    graph::DisjointSets sets;
    std::vector<std::uint32_t> sizes;  ///< Largest first.
    std::int64_t people = 0;
};

/// Under seat attribution the meetings are whole, but only the actors of the territory are linked.
Islands islands_of(const Scope& scope, const Attendance& came) {
    std::vector<std::uint8_t> belongs(came.size(), 0);
    Islands islands{graph::DisjointSets(came.size()), {}, 0};
    for (std::size_t i = 0; i < came.size(); ++i)
        if (scope.view.events.actors.contains(came.visitors()[i].actor)) {
            belongs[i] = 1;
            ++islands.people;
        }
    for (const std::uint32_t event : scope.events.relations) {
        std::size_t first = came.size();
        for (const graph::Vertex actor : scope.study.events.incidence.members(event)) {
            const std::size_t at = came.position(actor);
            if (belongs[at] == 0) continue;
            if (first == came.size()) first = at;
            islands.sets.unite(static_cast<graph::Vertex>(first), static_cast<graph::Vertex>(at));
        }
    }
    islands.sizes = islands.sets.sizes();
    // Those outside V were never united: each is a set of one, to be forgotten.
    islands.sizes.resize(islands.sizes.size() -
                         (came.size() - static_cast<std::size_t>(islands.people)));
    return islands;
}

/// Largest number of actors of the territory in one island, and how many there are in all.
std::pair<std::int64_t, std::int64_t> eligible_together(const Scope& scope, const Attendance& came,
                                                        Islands& islands) {
    std::int64_t eligible = 0;
    scope.view.seats.for_each([&](std::uint32_t actor) { eligible += scope.is_active(actor); });
    std::vector<std::int64_t> of_island(came.size(), 0);
    std::int64_t most = 0;
    for (std::size_t i = 0; i < came.size(); ++i) {
        const graph::Vertex actor = came.visitors()[i].actor;
        if (!scope.view.seats.contains(actor) || !scope.is_active(actor)) continue;
        most = std::max(most, ++of_island[islands.sets.find(static_cast<graph::Vertex>(i))]);
    }
    return {most, eligible};
}

void compute_cohesion(const Scope& scope, Results& results) {
    const Attendance came(scope.study.events.incidence, scope.events.relations);
    Islands islands = islands_of(scope, came);
    const std::int64_t n = islands.people;
    std::int64_t linked = 0;
    for (const std::int64_t size : islands.sizes) linked += size * (size - 1);
    constexpr std::string_view reason = "fewer_than_2_nodes";
    Estimate& row = results.share(id, {}, linked, n * (n - 1), reason);
    row.n = n;
    row.n_effective = static_cast<std::int64_t>(scope.events.relations.size());
    Estimate& components = results.value(id, {{KeyName::measure, "components"}},
                                         static_cast<double>(islands.sizes.size()));
    components.unit = "count";
    components.n = n;
    const std::int64_t giant = islands.sizes.empty() ? 0 : islands.sizes.front();
    results.share(id, {{KeyName::measure, "giant_share"}}, giant, n < 2 ? 0 : n, reason).n = n;
    const auto [most, eligible] = eligible_together(scope, came, islands);
    results.share(id, {{KeyName::measure, "giant_share_of_eligible"}}, most, eligible,
                  "no_registry");
}

}  // namespace

extern const Entry dialogue_cohesion;
const Entry dialogue_cohesion{"D18", metrics_of_entry, tables, compute_cohesion};

}  // namespace maillage::metrics
