#include <array>

#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr std::array metrics_of_entry{
    Metric{.id = "emergence_density",
           .dynamic = Dynamic::emergence,
           .tier = 1,
           .nature = FigureNature::counted,
           .unit = "share",
           .title = {"Densité des alliances", "Density of alliances"},
           .question = {"Quelle part des paires possibles sont alliées ?",
                        "What share of the possible pairs are allied?"},
           .definition = {"Paires d’acteurs de V qui ont une alliance en commun dans la période, "
                          "sur toutes les paires possibles de V, isolés compris. Indéfini sous "
                          "deux acteurs.",
                          "Pairs of actors of V that share an alliance in the window, over all the "
                          "possible pairs of V, isolates included. Undefined under two actors."},
           .reading = {"{0} des paires possibles sont alliées.",
                       "{0} of the possible pairs are allied."},
           .limits = {"Baisse d’elle-même quand la liste d’acteurs s’allonge : ne jamais comparer "
                      "deux territoires. Une alliance de p parties compte p(p - 1)/2 paires.",
                      "Falls by itself as the list of actors grows: never compare two "
                      "territories. An alliance of p parties gives p(p - 1)/2 pairs."},
           .source = "Wasserman & Faust 1994"},
    Metric{.id = "emergence_degree",
           .dynamic = Dynamic::emergence,
           .tier = 1,
           .nature = FigureNature::counted,
           .unit = "count",
           .title = {"Alliés par acteur", "Allies of an actor"},
           .question = {"Combien d’alliés a chaque acteur ?", "How many allies has each actor?"},
           .definition = {"Nombre d’acteurs de V avec lesquels un acteur a une alliance dans la "
                          "période : moyenne sur V, isolés compris (0) ; une ligne par acteur avec "
                          "le détail (actor=). Indéfini sans acteur.",
                          "Number of actors of V with which an actor shares an alliance in the "
                          "window: mean over V, isolates included (0); one row per actor with "
                          "details (actor=). Undefined without actor."},
           .reading = {"Un acteur a en moyenne {0} alliés.", "An actor has {0} allies on average."},
           .limits = {"Une seule grande alliance donne beaucoup d’alliés à chacune de ses parties.",
                      "One large alliance gives many allies to each of its parties."},
           .source = "Freeman 1979, 10.1016/0378-8733(78)90021-7"}};

constexpr std::array tables{model::Table::partnerships};

void write_degrees(const Scope& scope, const graph::CompressedGraph& ties, Results& results) {
    const auto actors = static_cast<std::int64_t>(ties.vertices());
    const auto ends = static_cast<std::int64_t>(2 * ties.edges());
    results.share("emergence_degree", {}, ends, actors, "no_registry");
    if (!results.wants_rows()) return;
    graph::Vertex vertex = 0;
    scope.view.partnerships.actors.for_each([&](std::uint32_t actor) {
        const std::string label = results.actor(actor);
        const auto degree = static_cast<double>(ties.degree(vertex++));
        results.value("emergence_degree", {{KeyName::actor, label}}, degree);
    });
}

void compute_density(const Scope& scope, Results& results) {
    const graph::CompressedGraph& ties = scope.ties();
    const auto n = static_cast<std::int64_t>(ties.vertices());
    Estimate& density =
        results.share("emergence_density", {}, static_cast<std::int64_t>(ties.edges()),
                      n * (n - 1) / 2, "fewer_than_2_nodes");
    density.n = n;
    density.n_effective = static_cast<std::int64_t>(scope.running_partnerships.size());
    write_degrees(scope, ties, results);
}

}  // namespace

extern const Entry emergence_density;
const Entry emergence_density{"P1b", metrics_of_entry, tables, compute_density};

}  // namespace maillage::metrics
