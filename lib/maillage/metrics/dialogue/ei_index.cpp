#include <array>

#include <maillage/graph/projection.hpp>
#include <maillage/metrics/kind_permutation.hpp>
#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr base::Words question{"Les mondes se mélangent-ils vraiment, plus que par coïncidence ?",
                               "Do the worlds really mix, more than by coincidence?"};

constexpr std::array metrics_of_entry{
    Metric{.id = "dialogue_ei_index",
           .dynamic = Dynamic::dialogue,
           .tier = 1,
           .nature = FigureNature::compared,
           .unit = "index",
           .title = {"Rencontres entre natures ou entre soi (E-I)",
                     "Meetings across or within kinds (E-I)"},
           .question = question,
           .definition = {"(E - I) / (E + I) sur les paires de présents vues à une même rencontre "
                          "de la période : E de natures différentes, I de même nature. De -1 "
                          "(entre soi) à 1 (entre mondes), à côté de ce que donnent les mêmes "
                          "présences redistribuées par coïncidence. Indéfini sans paire. Avec le "
                          "détail, measure=composition : ce que donnerait la même carte, natures "
                          "redistribuées au hasard entre les présents.",
                          "(E - I) / (E + I) over the pairs of attendees present together at a "
                          "meeting of the window: E of different kinds, I of the same. From -1 "
                          "(within) to 1 (across), beside what the same attendance gives when "
                          "dealt out again by coincidence. Undefined without pair. With details, "
                          "measure=composition: what the same map would give, kinds dealt out "
                          "again among the attendees."},
           .reading = {"{0} : au-dessus de 0, plus de paires entre mondes qu’au sein d’un même "
                       "monde.",
                       "{0}: above 0, more pairs across worlds than within one."},
           .limits = {"Une assemblée plénière fait à elle seule presque toutes les paires : lire "
                      "plutôt dialogue_ei_index_weighted. Jamais sans ce que donne la coïncidence.",
                      "One plenary makes nearly all pairs: rather read dialogue_ei_index_weighted. "
                      "Never without what coincidence gives."},
           .source = "Krackhardt & Stern 1988"},
    Metric{
        .id = "dialogue_ei_index_weighted",
        .dynamic = Dynamic::dialogue,
        .tier = 1,
        .nature = FigureNature::compared,
        .unit = "index",
        .title = {"Mélange des mondes en rencontre", "Mixing of worlds at meetings"},
        .question = question,
        .definition = {"Comme dialogue_ei_index, une paire pesant 1 / (présents - 1) pour chaque "
                       "rencontre qu’elle partage : une petite table compte autant qu’une "
                       "plénière pour chacun de ses présents. Indéfini sans paire.",
                       "As dialogue_ei_index, a pair weighing 1 / (attendees - 1) for each "
                       "meeting that it shares: a small table counts as much as a plenary for "
                       "each of its attendees. Undefined without pair."},
        .reading = {"{0} : au-dessus de 0, on voit plus d’autres mondes que du sien.",
                    "{0}: above 0, people see more of other worlds than of their own."},
        .limits = {"Dit qui est dans la même salle, pas qui se parle. Jamais sans ce que donne "
                   "la coïncidence.",
                   "Says who is in the same room, not who talks. Never without what coincidence "
                   "gives."},
        .source = "Krackhardt & Stern 1988; Newman 2001, 10.1103/PhysRevE.64.016132"}};

constexpr std::array tables{model::Table::events, model::Table::attendance};
constexpr std::size_t kind_count = model::kinds.size();

/// What the pairs of a network weigh, in all and inside one kind.
struct Weights {
    double all = 0, inside = 0;

    [[nodiscard]] double across_less_inside() const { return all - 2 * inside; }
};

Weights newman_weights(const graph::Incidence& meetings, std::span<const model::Kind> kinds) {
    Weights weights;
    for (std::size_t meeting = 0; meeting < meetings.relations(); ++meeting) {
        const auto attendees = meetings.members(meeting);
        if (attendees.size() < 2) continue;
        std::array<std::int64_t, kind_count> counts{};
        for (const graph::Vertex attendee : attendees)
            ++counts[static_cast<std::size_t>(kinds[attendee])];
        std::int64_t pairs = 0;
        for (const std::int64_t count : counts) pairs += count * (count - 1) / 2;
        weights.all += static_cast<double>(attendees.size()) / 2;
        weights.inside += static_cast<double>(pairs) / static_cast<double>(attendees.size() - 1);
    }
    return weights;
}

/// A figure beside coincidence; with details, what the composition of the room alone gives.
void write(Results& results, const Scope& scope, std::string_view id, const Weights& weights,
           std::int64_t pairs, const TieSums& sums, std::span<const model::Kind> kinds,
           const std::function<double(const graph::Incidence&)>& index) {
    if (pairs == 0) {
        results.undefined(id, {}, scope.events.relations.empty() ? "no_event" : "no_edges");
        return;
    }
    const auto figure = [&](KeyParts key) -> Estimate& {
        Estimate& row = results.value(id, key, weights.across_less_inside() / weights.all);
        row.n = pairs;
        row.n_effective = static_cast<std::int64_t>(scope.events.relations.size());
        row.numerator = weights.across_less_inside();
        row.denominator = weights.all;
        return row;
    };
    scope.meetings_by_chance().compare(results, figure({}), index);
    if (!results.wants_rows()) return;
    std::array<std::int64_t, kind_count> counts{};
    for (const model::Kind kind : kinds) ++counts[static_cast<std::size_t>(kind)];
    const Moments inside = ties_inside_kinds(sums, counts);
    compare_with_composition(
        figure({{KeyName::measure, "composition"}}),
        {1 - 2 * inside.mean / weights.all, 4 * inside.variance / (weights.all * weights.all)});
}

void compute_ei_index(const Scope& scope, Results& results) {
    const graph::Incidence& meetings = scope.meetings();
    std::vector<model::Kind> kinds;
    scope.attendees().for_each(
        [&](std::uint32_t actor) { kinds.push_back(scope.data.actors[actor].kind); });
    const graph::CompressedGraph ties = graph::projected(meetings);
    const auto pairs = static_cast<std::int64_t>(ties.edges());
    const Weights simple{static_cast<double>(pairs), static_cast<double>(ties_inside(ties, kinds))};
    write(results, scope, "dialogue_ei_index", simple, pairs, sums_of(ties), kinds,
          [&](const graph::Incidence& table) { return ei_index(graph::projected(table), kinds); });
    write(results, scope, "dialogue_ei_index_weighted", newman_weights(meetings, kinds), pairs,
          newman_sums_of(meetings), kinds, [&](const graph::Incidence& table) {
              const Weights weights = newman_weights(table, kinds);
              return weights.across_less_inside() / weights.all;
          });
}

}  // namespace

extern const Entry dialogue_ei_index;
const Entry dialogue_ei_index{"D7", metrics_of_entry, tables, compute_ei_index};

}  // namespace maillage::metrics
