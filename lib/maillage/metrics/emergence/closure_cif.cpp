#include <array>

#include <maillage/metrics/followed_pairs.hpp>
#include <maillage/metrics/open_pairs.hpp>

namespace maillage::metrics {

namespace {

constexpr std::array metrics_of_entry{Metric{
    .id = "emergence_closure_cif",
    .dynamic = Dynamic::emergence,
    .tier = 2,
    .nature = FigureNature::estimated,
    .unit = "share",
    .title = {"Alliés d’un même acteur, qui s’allient ensuite",
              "Allies of one actor that then ally"},
    .question = {"Les amis d’amis deviennent-ils partenaires ?",
                 "Do friends of friends become partners?"},
    .definition =
        {"Paires d’acteurs de V qui, dans la période, se trouvent un allié commun sans avoir "
         "jamais été alliées : une alliance de l’un et une de l’autre, avec une partie en commun, "
         "courent ensemble. Part de celles qui ont leur première alliance commune dans les h "
         "mois : Aalen-Johansen, la fermeture de l’une des deux structures étant une sortie "
         "concurrente (measure=exit), suivi jusqu’à la date des données. measure=same_kind, "
         "cross_kind : paires de même nature, de natures différentes. n : paires encore suivies à "
         "h mois ; n_effective : alliances formées. Indéfini sans paire ou au-delà du suivi.",
         "Pairs of actors of V that, in the window, come to have an ally in common without having "
         "ever been allied: an alliance of the one and one of the other, with a party in common, "
         "run together. Share of those that have their first shared alliance within h months: "
         "Aalen-Johansen, the closing of one of the two being a competing exit (measure=exit), "
         "followed to the date of the data. measure=same_kind, cross_kind: pairs of one kind, of "
         "two kinds. n: pairs still followed at h months; n_effective: alliances formed. "
         "Undefined without pair or beyond the follow-up."},
    .reading = {"{0} des paires qui se sont trouvé un allié commun se sont alliées à cette "
                "échéance.",
                "{0} of the pairs that came to have a common ally had allied by then."},
    .limits = {"Dit que l’un suit l’autre, pas pourquoi : les structures très actives ont plus "
               "d’alliés communs et signent davantage. Une paire s’allie aussi bien sans passer "
               "par l’allié commun.",
               "Says that one follows the other, not why: very active bodies have more common "
               "allies and sign more. A pair may ally without going through the common ally."},
    .source = "Kossinets & Watts 2006, 10.1126/science.1116869; Aalen & Johansen 1978; Aronow, "
              "Samii & Assenova 2015, 10.1093/pan/mpv018",
    .minimum = 5}};

constexpr std::array tables{model::Table::partnerships};
constexpr std::string_view id = "emergence_closure_cif";

std::string_view reason_of(const Scope& scope, const OpenPairs& pairs) {
    if (pairs.too_many) return "too_many_pairs";
    return scope.study.as_of && scope.window.first ? "no_pair_at_risk" : "unknown_dates";
}

/// The pairs of one kind, or those of two.
OpenPairs subset(const Scope& scope, const OpenPairs& pairs, bool same_kind) {
    OpenPairs some;
    const auto& actors = scope.data.actors;
    for (std::size_t i = 0; i < pairs.dyads.size(); ++i) {
        const inference::Dyad& dyad = pairs.dyads[i];
        if ((actors[dyad.first].kind == actors[dyad.second].kind) != same_kind) continue;
        some.dyads.push_back(dyad);
        some.spells.push_back(pairs.spells[i]);
    }
    return some;
}

void write_count(Results& results, std::string_view measure, std::int64_t count) {
    Estimate& row = results.value(id, {{KeyName::measure, measure}}, static_cast<double>(count));
    row.unit = "count";
    row.nature = FigureNature::counted;
}

void compute_closure(const Scope& scope, Results& results) {
    const OpenPairs pairs = open_pairs(scope);
    const std::string_view reason = reason_of(scope, pairs);
    write_incidence(results, id, {}, {pairs.dyads, pairs.spells}, reason);
    for (const bool same : {true, false}) {
        const OpenPairs some = subset(scope, pairs, same);
        write_incidence(results, id, same ? "same_kind" : "cross_kind", {some.dyads, some.spells},
                        reason);
    }
    if (pairs.too_many) return;
    write_count(results, "pairs", static_cast<std::int64_t>(pairs.spells.size()));
    if (pairs.undetermined > 0) write_count(results, "undetermined", pairs.undetermined);
}

}  // namespace

extern const Entry emergence_closure_cif;
const Entry emergence_closure_cif{"P6", metrics_of_entry, tables, compute_closure,
                                  Cost::superlinear};

}  // namespace maillage::metrics
