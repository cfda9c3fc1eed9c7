// An alliance of three parties or more is a triangle by itself: it says that they signed together,
// not that the allies of one became allies. So the share is given twice, with these triangles and
// without them.

#include <algorithm>
#include <array>

#include <maillage/graph/projection.hpp>
#include <maillage/graph/triangles.hpp>
#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr std::array metrics_of_entry{
    Metric{.id = "emergence_transitivity",
           .dynamic = Dynamic::emergence,
           .tier = 1,
           .nature = FigureNature::compared,
           .unit = "share",
           .title = {"Alliés d’un même acteur, alliés entre eux",
                     "Allies of one actor, allied together"},
           .question = {"Deux alliés d’un même acteur sont-ils aussi partenaires ?",
                        "Are two allies of one actor partners too?"},
           .definition =
               {"3 triangles / chemins de deux liens, sur les paires d’acteurs de V qui ont une "
                "alliance en commun dans la période. measure=across_relations : de même sans les "
                "triangles contenus dans une seule alliance, ni leurs trois chemins. Indéfini "
                "sans paire ou sans chemin. À côté : ce que donnent les mêmes alliances "
                "redistribuées par coïncidence.",
                "3 triangles / paths of two ties, over the pairs of actors of V that share an "
                "alliance in the window. measure=across_relations: the same without the triangles "
                "that lie inside a single alliance and their three paths. Undefined without pair "
                "or without path. Beside: what the same alliances give when dealt out again by "
                "coincidence."},
           .reading = {"{0} des couples d’alliés d’un même acteur sont alliés entre eux.",
                       "{0} of the couples of allies of one actor are allied together."},
           .limits = {"Une alliance de trois parties ou plus fait un triangle à elle seule : lire "
                      "avec measure=across_relations.",
                      "An alliance of three parties or more is a triangle by itself: read with "
                      "measure=across_relations."},
           .source = "Luce & Perry 1949, 10.1007/BF02289146"},
    Metric{
        .id = "emergence_local_clustering",
        .dynamic = Dynamic::emergence,
        .tier = 1,
        .nature = FigureNature::compared,
        .unit = "share",
        .title = {"Alliés entre eux autour de chacun", "Allies among themselves around each"},
        .question = {"Chacun est-il entouré d’alliés qui le sont aussi entre eux ?",
                     "Is each surrounded by allies who are allied together?"},
        .definition =
            {"Pour un acteur de d alliés, d ≥ 2 : paires de ses alliés qui ont une alliance en "
             "commun, sur d(d - 1)/2. Valeur : moyenne sur ces acteurs, n leur nombre ; avec le "
             "détail, une ligne par acteur (actor=). Indéfini sous deux alliés.",
             "For an actor of d allies, d >= 2: pairs of its allies that share an alliance, over "
             "d(d - 1)/2. Value: mean over these actors, n their number; with details, one row "
             "per actor (actor=). Undefined under two allies."},
        .reading = {"En moyenne, {0} des paires d’alliés d’un acteur sont alliées entre elles.",
                    "On average, {0} of the pairs of allies of an actor are allied together."},
        .limits = {"Une seule alliance de trois parties ou plus met ses membres à 1. Une valeur "
                   "haute n’est ni bonne ni mauvaise : cercle soudé ou cercle fermé.",
                   "A single alliance of three parties or more puts its members at 1. A high "
                   "value is neither good nor bad: a close circle or a closed one."},
        .source = "Watts & Strogatz 1998, 10.1038/30918"}};

constexpr std::array tables{model::Table::partnerships};
constexpr std::string_view of_paths = "emergence_transitivity",
                           of_actors = "emergence_local_clustering";
/// Triangles to walk over all draws: some seconds.
constexpr std::int64_t most_triangles = 500'000'000;

/// True when one relation holds all three.
bool are_together(const graph::Incidence& alliances, graph::Vertex a, graph::Vertex b,
                  graph::Vertex c) {
    const auto holds = [&](graph::Vertex vertex, std::uint32_t relation) {
        return std::ranges::binary_search(alliances.relations_of(vertex), relation);
    };
    return std::ranges::any_of(alliances.relations_of(a), [&](std::uint32_t relation) {
        return holds(b, relation) && holds(c, relation);
    });
}

/// The triangles of a network, and where they lie.
struct Closure {
    std::int64_t paths = 0, triangles = 0, inside = 0;
    std::vector<std::int64_t> around;  ///< Triangles of each vertex.

    Closure(const graph::Incidence& alliances, const graph::CompressedGraph& ties)
        : paths(graph::two_paths(ties)), around(ties.vertices(), 0) {
        graph::Triangles(ties).for_each([&](graph::Vertex a, graph::Vertex b, graph::Vertex c) {
            ++triangles;
            if (are_together(alliances, a, b, c)) ++inside;
            for (const graph::Vertex vertex : {a, b, c}) ++around[vertex];
        });
    }
};

/// Pairs of neighbours of a vertex.
std::int64_t couples(const graph::CompressedGraph& ties, graph::Vertex vertex) {
    const auto degree = static_cast<std::int64_t>(ties.degree(vertex));
    return degree * (degree - 1) / 2;
}

double ratio(std::int64_t part, std::int64_t whole) {
    return static_cast<double>(part) / static_cast<double>(whole);
}

struct Mean {
    double sum = 0;
    std::int64_t actors = 0;
};

/// Over the actors of two allies or more.
Mean mean_around(const Closure& closure, const graph::CompressedGraph& ties) {
    Mean mean;
    for (graph::Vertex vertex = 0; vertex < ties.vertices(); ++vertex) {
        const std::int64_t around = couples(ties, vertex);
        if (around == 0) continue;
        mean.sum += ratio(closure.around[vertex], around);
        ++mean.actors;
    }
    return mean;
}

/// The three figures of a table, 0 where they are undefined.
void figures_of(const graph::Incidence& alliances, std::span<double> figures) {
    const graph::CompressedGraph ties = graph::projected(alliances);
    const Closure closure(alliances, ties);
    const std::int64_t across = closure.paths - 3 * closure.inside;
    const Mean mean = mean_around(closure, ties);
    figures[0] = closure.paths == 0 ? 0 : ratio(3 * closure.triangles, closure.paths);
    figures[1] = across == 0 ? 0 : ratio(3 * (closure.triangles - closure.inside), across);
    figures[2] = mean.actors == 0 ? 0 : mean.sum / static_cast<double>(mean.actors);
}

/// Sets figures beside coincidence; or, when that would take too long, only says so.
class Comparison {
  public:
    Comparison(const Scope& scope, Results& results, const Closure& closure)
        : chance_(scope.alliances_by_chance()), results_(results) {
        is_long_ = chance_.is_drawn() &&
                   closure.triangles > most_triangles / std::int64_t{scope.study.replicates};
        if (is_long_)
            results.note("M411");
        else
            draws_ = chance_.statistics(3, figures_of);
    }
    void compare(Estimate& row, std::size_t figure) {
        if (is_long_)
            row.nature = FigureNature::counted;
        else
            chance_.compare(results_, row, draws_[figure]);
    }

  private:
    const Coincidence& chance_;
    Results& results_;
    bool is_long_ = false;
    std::vector<std::vector<double>> draws_;
};

void write_paths(const Scope& scope, Results& results, const Closure& closure,
                 Comparison& comparison) {
    const std::string_view reason = scope.ties().edges() == 0 ? "no_edges" : "no_2path";
    const auto write = [&](KeyParts key, std::int64_t triangles, std::int64_t paths,
                           std::size_t figure) {
        Estimate& row = results.share(of_paths, key, 3 * triangles, paths, reason);
        row.n_effective = static_cast<std::int64_t>(scope.running_partnerships.size());
        comparison.compare(row, figure);
    };
    write({}, closure.triangles, closure.paths, 0);
    write({{KeyName::measure, "across_relations"}}, closure.triangles - closure.inside,
          closure.paths - 3 * closure.inside, 1);
}

void write_rows(const Scope& scope, Results& results, const Closure& closure) {
    graph::Vertex vertex = 0;
    scope.view.partnerships.actors.for_each([&](std::uint32_t actor) {
        const std::string label = results.actor(actor);
        Estimate& row = results.share(of_actors, {{KeyName::actor, label}}, closure.around[vertex],
                                      couples(scope.ties(), vertex), "degree_below_2");
        row.nature = FigureNature::counted;
        ++vertex;
    });
}

void write_actors(const Scope& scope, Results& results, const Closure& closure,
                  Comparison& comparison) {
    const Mean mean = mean_around(closure, scope.ties());
    Estimate& row =
        mean.actors > 0
            ? results.value(of_actors, {}, mean.sum / static_cast<double>(mean.actors))
            : results.undefined(of_actors, {},
                                scope.ties().edges() == 0 ? "no_edges" : "degree_below_2");
    row.n = mean.actors;
    row.n_effective = static_cast<std::int64_t>(scope.running_partnerships.size());
    comparison.compare(row, 2);
    if (results.wants_rows()) write_rows(scope, results, closure);
}

void compute_transitivity(const Scope& scope, Results& results) {
    const Closure closure(scope.alliances(), scope.ties());
    Comparison comparison(scope, results, closure);
    write_paths(scope, results, closure, comparison);
    write_actors(scope, results, closure, comparison);
}

}  // namespace

extern const Entry emergence_transitivity;
const Entry emergence_transitivity{"P6", metrics_of_entry, tables, compute_transitivity};

}  // namespace maillage::metrics
