#include <array>

#include <maillage/graph/structural_holes.hpp>
#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr std::string_view burt = "Burt 1992; Borgatti 1997";

constexpr std::array metrics_of_entry{
    Metric{.id = "emergence_constraint",
           .dynamic = Dynamic::emergence,
           .tier = 1,
           .nature = FigureNature::counted,
           .unit = "ratio",
           .title = {"Contrainte des alliés les uns sur les autres", "Constraint by allies"},
           .question = {"Qui a des portes ouvertes, qui est enfermé dans un cercle ?",
                        "Who has open doors, who is shut in a circle?"},
           .definition = {"Avec p(i,j) = 1/d(i) pour un allié j : somme sur les alliés j de "
                          "(p(i,j) + somme sur leurs alliés communs q de p(i,q) p(q,j))². Entre 0 "
                          "et 1,125 ; 1 avec un seul allié. Moyenne sur les acteurs qui ont un "
                          "allié ; une ligne par acteur avec le détail (actor=). Indéfini pour un "
                          "isolé.",
                          "With p(i,j) = 1/d(i) for an ally j: sum over allies j of (p(i,j) + sum "
                          "over their common allies q of p(i,q) p(q,j))². Between 0 and 1.125; 1 "
                          "with a single ally. Mean over actors with an ally; one row per actor "
                          "with details (actor=). Undefined for an isolate."},
           .reading = {"Contrainte moyenne : {0} ; plus elle est haute, plus les alliés se "
                       "connaissent entre eux.",
                       "Mean constraint: {0}; the higher, the more allies know each other."},
           .limits = {"Une alliance de trois parties ferme déjà un triangle.",
                      "An alliance of three parties closes a triangle by itself."},
           .source = burt},
    Metric{
        .id = "emergence_effective_size",
        .dynamic = Dynamic::emergence,
        .tier = 1,
        .nature = FigureNature::counted,
        .unit = "count",
        .title = {"Alliés qui ne font pas double emploi", "Allies that do not repeat each other"},
        .question = {"Combien d’alliés apportent vraiment autre chose ?",
                     "How many allies really bring something else?"},
        .definition = {"d - 2t/d, avec t alliances entre les d alliés. Moyenne sur les acteurs "
                       "qui ont un allié. Indéfini pour un isolé.",
                       "d - 2t/d, with t ties among the d allies. Mean over actors with an "
                       "ally. Undefined for an isolate."},
        .reading = {"{0} alliés distincts en moyenne.", "{0} distinct allies on average."},
        .limits = {"Une alliance de trois parties ferme déjà un triangle.",
                   "An alliance of three parties closes a triangle by itself."},
        .source = burt},
    Metric{
        .id = "emergence_efficiency",
        .dynamic = Dynamic::emergence,
        .tier = 1,
        .nature = FigureNature::counted,
        .unit = "share",
        .title = {"Part des alliés qui apportent autre chose",
                  "Share of allies that bring something else"},
        .question = {"Les alliés se répètent-ils ?", "Do allies repeat each other?"},
        .definition = {"Taille efficace sur nombre d’alliés : 1 quand aucun n’est allié à un "
                       "autre. Moyenne sur les acteurs qui ont un allié. Indéfini pour un isolé.",
                       "Effective size over number of allies: 1 when none is allied to another. "
                       "Mean over actors with an ally. Undefined for an isolate."},
        .reading = {"{0} des alliés apportent autre chose, en moyenne.",
                    "{0} of allies bring something else, on average."},
        .limits = {"Vaut 1 pour un acteur qui n’a qu’un allié.",
                   "Is 1 for an actor with a single ally."},
        .source = burt},
    Metric{
        .id = "emergence_hierarchy",
        .dynamic = Dynamic::emergence,
        .tier = 1,
        .nature = FigureNature::counted,
        .unit = "index",
        .title = {"Contrainte due à quelques alliés", "Constraint owed to few allies"},
        .question = {"Un seul allié tient-il toutes les portes ?",
                     "Does one ally hold all the doors?"},
        .definition = {"Inégalité entre les parts c(i,j) de la contrainte : somme de r ln r sur "
                       "d ln d, avec r = c(i,j) rapporté à sa moyenne. De 0 (égales) à 1. Moyenne "
                       "sur les acteurs d’au moins deux alliés ; indéfini pour les autres.",
                       "Inequality between the parts c(i,j) of the constraint: sum of r ln r "
                       "over d ln d, with r = c(i,j) over its mean. From 0 (equal) to 1. Mean "
                       "over actors of two allies or more; undefined for the others."},
        .reading = {"Inégalité moyenne : {0}.", "Mean inequality: {0}."},
        .limits = {"Peu parlant pour un acteur de deux ou trois alliés.",
                   "Says little of an actor with two or three allies."},
        .source = burt}};

constexpr std::array tables{model::Table::partnerships};

/// The mean of a measure over the actors for which it is defined, and a row for each.
template <class Measure>
void write(const Scope& scope, const std::vector<graph::EgoNetwork>& egos, std::string_view id,
           std::string_view reason, Measure measure, Results& results) {
    double sum = 0;
    std::int64_t n = 0;
    for (const auto& ego : egos) {
        const std::optional<double> value = measure(ego);
        if (!value) continue;
        sum += *value;
        ++n;
    }
    if (n == 0) {
        results.undefined(id, {}, scope.running_partnerships.empty() ? "no_relation" : reason);
    } else {
        results.value(id, {}, sum / static_cast<double>(n)).n = n;
    }
    if (!results.wants_rows()) return;
    graph::Vertex vertex = 0;
    scope.view.partnerships.actors.for_each([&](std::uint32_t actor) {
        const std::string label = results.actor(actor);
        const auto& ego = egos[vertex++];
        if (const std::optional<double> value = measure(ego))
            results.value(id, {{KeyName::actor, label}}, *value);
        else
            results.undefined(id, {{KeyName::actor, label}},
                              ego.degree == 0 ? "isolate" : "degree_below_2");
    });
}

void compute_structural_holes(const Scope& scope, Results& results) {
    using Ego = graph::EgoNetwork;
    const auto egos = graph::ego_networks(scope.ties(), scope.study.request.threads);
    const auto add = [&](std::string_view id, std::string_view reason, auto measure) {
        write(scope, egos, id, reason, measure, results);
    };
    add("emergence_constraint", "no_edges", [](const Ego& ego) { return ego.constraint; });
    add("emergence_effective_size", "no_edges",
        [](const Ego& ego) { return ego.effective_size(); });
    add("emergence_efficiency", "no_edges", [](const Ego& ego) { return ego.efficiency(); });
    add("emergence_hierarchy", "degree_below_2", [](const Ego& ego) { return ego.hierarchy; });
}

}  // namespace

extern const Entry emergence_structural_holes;
const Entry emergence_structural_holes{"P11", metrics_of_entry, tables, compute_structural_holes,
                                       Cost::superlinear};

}  // namespace maillage::metrics
