#include <array>

#include <maillage/graph/open_paths.hpp>
#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr std::string_view hamilton =
    "Hamilton, Hileman & Bodin 2020, 10.1016/j.socnet.2019.08.002";
constexpr std::string_view activity_id = "emergence_brokering_activity",
                           exclusivity_id = "emergence_brokering_exclusivity";

constexpr std::array metrics_of_entry{
    Metric{.id = activity_id,
           .dynamic = Dynamic::emergence,
           .tier = 2,
           .nature = FigureNature::counted,
           .unit = "pairs",
           .title = {"Paires de natures différentes qu’un acteur relie",
                     "Pairs of different kinds an actor joins"},
           .question = {"Qui relie des mondes différents ?", "Who joins different worlds?"},
           .definition =
               {"Paires d’alliés de l’acteur, de natures différentes et sans alliance commune. "
                "Moyenne sur V ; une ligne par acteur avec le détail (actor=). Acteurs des quatre "
                "classes, activité et exclusivité coupées à leur moyenne, strictement au-dessus = "
                "haut : measure=powerhouse (les deux), connector (activité), linchpin "
                "(exclusivité), sideliner (aucune). Indéfini sans acteur.",
                "Pairs of allies of the actor, of different kinds and without a common alliance. "
                "Mean over V; one row per actor with details (actor=). Actors of the four classes, "
                "activity and exclusivity cut at their means, strictly above = high: "
                "measure=powerhouse (both), connector (activity), linchpin (exclusivity), "
                "sideliner (neither). Undefined without actor."},
           .reading = {"Un acteur relie en moyenne {0} paires de natures différentes.",
                       "An actor joins {0} pairs of different kinds on average."},
           .limits = {"La coupe à la moyenne dépend de la liste d’acteurs : ne pas comparer deux "
                      "territoires.",
                      "The cut at the mean depends on the list of actors: do not compare two "
                      "territories."},
           .source = hamilton},
    Metric{.id = exclusivity_id,
           .dynamic = Dynamic::emergence,
           .tier = 2,
           .nature = FigureNature::counted,
           .unit = "pairs",
           .title = {"Paires qu’un acteur est seul à relier", "Pairs only one actor joins"},
           .question = {"Qui est seul à relier des mondes différents ?",
                        "Who is alone in joining different worlds?"},
           .definition =
               {"Paires d’alliés de l’acteur, de natures différentes et sans alliance commune, qui "
                "n’ont pas d’autre allié commun dans V. Moyenne sur V ; une ligne par acteur avec "
                "le détail (actor=). Indéfini sans acteur.",
                "Pairs of allies of the actor, of different kinds and without a common alliance, "
                "that have no other ally in common in V. Mean over V; one row per actor with "
                "details (actor=). Undefined without actor."},
           .reading = {"Un acteur est en moyenne seul à relier {0} paires.",
                       "An actor is alone in joining {0} pairs on average."},
           .limits = {"Une alliance oubliée change beaucoup ce chiffre.",
                      "One forgotten alliance changes it much."},
           .source = hamilton}};

constexpr std::array tables{model::Table::partnerships};
constexpr std::array<std::string_view, 4> classes{"sideliner", "connector", "linchpin",
                                                  "powerhouse"};

std::int64_t sum_of(const std::vector<std::int64_t>& counts) {
    std::int64_t sum = 0;
    for (const std::int64_t count : counts) sum += count;
    return sum;
}

/// Open paths whose ends are of different kinds.
std::vector<std::int64_t> activity_of(const graph::CompressedGraph& ties,
                                      std::span<const std::uint8_t> kinds) {
    std::vector<std::int64_t> activity;
    for (const graph::Roles& roles : graph::open_paths_by_role(ties, kinds))
        activity.push_back(roles[static_cast<std::size_t>(graph::Role::gatekeeper_representative)] +
                           roles[static_cast<std::size_t>(graph::Role::liaison)]);
    return activity;
}

void write_classes(Results& results, const std::vector<std::int64_t>& activity,
                   const std::vector<std::int64_t>& exclusivity) {
    const auto n = static_cast<std::int64_t>(activity.size());
    // In whole numbers: a count above a mean is n times the count above the sum.
    const std::int64_t active = sum_of(activity), exclusive = sum_of(exclusivity);
    std::array<std::int64_t, classes.size()> sizes{};
    for (std::size_t v = 0; v < activity.size(); ++v)
        ++sizes[(n * activity[v] > active ? 1U : 0U) + (n * exclusivity[v] > exclusive ? 2U : 0U)];
    for (std::size_t c = 0; c < classes.size(); ++c) {
        Estimate& row = results.value(activity_id, {{KeyName::measure, classes[c]}},
                                      static_cast<double>(sizes[c]));
        row.n = n;
        row.unit = "actors";
    }
}

void compute_brokering(const Scope& scope, Results& results) {
    std::vector<std::uint8_t> kinds;
    for (const model::Kind kind : scope.kinds_of_vertices())
        kinds.push_back(static_cast<std::uint8_t>(kind));
    const auto activity = activity_of(scope.ties(), kinds);
    const auto exclusivity = graph::exclusive_paths(scope.ties(), kinds);
    const auto n = static_cast<std::int64_t>(kinds.size());
    results.share(activity_id, {}, sum_of(activity), n, "no_registry");
    results.share(exclusivity_id, {}, sum_of(exclusivity), n, "no_registry");
    if (n == 0) return;
    write_classes(results, activity, exclusivity);
    if (!results.wants_rows()) return;
    std::size_t v = 0;
    scope.view.partnerships.actors.for_each([&](std::uint32_t actor) {
        const std::string label = results.actor(actor);
        const auto write = [&](std::string_view metric, std::int64_t pairs) {
            results.value(metric, {{KeyName::actor, label}}, static_cast<double>(pairs));
        };
        write(activity_id, activity[v]);
        write(exclusivity_id, exclusivity[v]);
        ++v;
    });
}

}  // namespace

extern const Entry emergence_brokering;
const Entry emergence_brokering{
    "P13", metrics_of_entry, tables, compute_brokering, Cost::superlinear, Asked::by_name};

}  // namespace maillage::metrics
