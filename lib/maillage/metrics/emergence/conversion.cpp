#include <array>

#include <maillage/metrics/followed_pairs.hpp>
#include <maillage/metrics/met_pairs.hpp>

namespace maillage::metrics {

namespace {

constexpr std::array metrics_of_entry{Metric{
    .id = "emergence_conversion",
    .dynamic = Dynamic::emergence,
    .tier = 1,
    .nature = FigureNature::estimated,
    .unit = "share",
    .title = {"Paires qui se rencontrent, puis s’allient", "Pairs that meet, then ally"},
    .question = {"Sur 100 paires qui se sont rencontrées, combien sont devenues partenaires en "
                 "deux ans ?",
                 "Of 100 pairs that met, how many became partners in two years?"},
    .definition =
        {"Paires d’acteurs de V dont la première rencontre, où que ce soit, tombe dans la période, "
         "sans alliance commune avant ni le jour même. Part de celles qui ont leur première "
         "alliance commune dans les h mois : Aalen-Johansen, la fermeture de l’une des deux "
         "structures étant une sortie concurrente (measure=exit), suivi jusqu’à la date des "
         "données. Les paires des douze premiers mois ne comptent pas (measure=washed_out). "
         "measure=confirmed : déjà alliées à leur première rencontre. n : paires encore suivies à "
         "h mois ; n_effective : alliances formées. Indéfini sans paire ou au-delà du suivi.",
         "Pairs of actors of V whose first meeting, wherever it took place, falls in the window, "
         "with no shared alliance before or on that day. Share of those that have their first "
         "shared alliance within h months: Aalen-Johansen, the closing of one of the two being a "
         "competing exit (measure=exit), followed to the date of the data. Pairs of the first "
         "twelve months do not count (measure=washed_out). measure=confirmed: already allied at "
         "their first meeting. n: pairs still followed at h months; n_effective: alliances formed. "
         "Undefined without pair or beyond the follow-up."},
    .reading = {"{0} des paires qui se sont rencontrées se sont alliées à cette échéance.",
                "{0} of the pairs that met had allied by then."},
    .limits = {"Dit que l’un suit l’autre, pas pourquoi. Les structures très actives se croisent "
               "et signent davantage ; les alliances dont on parle en réunion sont mieux notées. "
               "Une grande assemblée apporte beaucoup de paires.",
               "Says that one follows the other, not why. Very active bodies both meet and sign "
               "more; alliances talked about at meetings are better recorded. A large assembly "
               "brings many pairs."},
    .source = "Aalen & Johansen 1978; Aronow, Samii & Assenova 2015, 10.1093/pan/mpv018",
    .minimum = 5}};

constexpr std::array tables{model::Table::events, model::Table::partnerships};
constexpr std::string_view id = "emergence_conversion";

void write_counts(const MetPairs& pairs, Results& results) {
    const auto write = [&](std::string_view measure, std::int64_t count) {
        Estimate& row =
            results.value(id, {{KeyName::measure, measure}}, static_cast<double>(count));
        row.unit = "count";
        row.nature = FigureNature::counted;
    };
    write("pairs", static_cast<std::int64_t>(pairs.spells.size()));
    write("confirmed", pairs.confirmed);
    write("washed_out", pairs.washed_out);
    if (pairs.undetermined > 0) write("undetermined", pairs.undetermined);
}

void compute_conversion(const Scope& scope, Results& results) {
    const MetPairs pairs = met_pairs(scope);
    const bool dated = scope.study.as_of && scope.window.first;
    write_incidence(results, id, {}, {pairs.dyads, pairs.spells},
                    dated ? "no_pair_at_risk" : "unknown_dates");
    write_counts(pairs, results);
}

}  // namespace

extern const Entry emergence_conversion;
const Entry emergence_conversion{"P2", metrics_of_entry, tables, compute_conversion};

}  // namespace maillage::metrics
