// Births and stock of alliances. An open end is unknown, not running: the stock has two bounds, one
// where a silent alliance ended at its last sign of life, the other where it still runs.

#include <algorithm>
#include <array>

#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr std::array metrics_of_entry{
    Metric{.id = "emergence_new_count",
           .dynamic = Dynamic::emergence,
           .tier = 1,
           .nature = FigureNature::counted,
           .unit = "count",
           .title = {"Alliances nées", "New alliances"},
           .question = {"Combien d’alliances naissent chaque année ?",
                        "How many alliances are born each year?"},
           .definition = {"Nombre d’alliances de deux parties ou plus dont le début tombe dans la "
                          "période ; measure=accompanied : celles qui ont été accompagnées ; "
                          "measure=undetermined : celles qui y sont peut-être nées, leur début "
                          "étant connu au mois ou à l’année. Indéfini quand aucun début n’est "
                          "connu.",
                          "Number of alliances of two parties or more that start in the window; "
                          "measure=accompanied: those that were accompanied; "
                          "measure=undetermined: those that may have started in it, their start "
                          "being known to the month or year. Undefined when no start is known."},
           .reading = {"{0} alliances sont nées dans la période.",
                       "{0} alliances were born in the window."},
           .limits = {"Une alliance sans date de début n’est pas comptée ici ; une date connue à "
                      "l’année près ne l’est que si l’année entière est dans la période.",
                      "An alliance without a start date is not counted here; a date known to the "
                      "year is only when the whole year lies in the window."},
           .source = "ours"},
    Metric{.id = "emergence_new_rate",
           .dynamic = Dynamic::emergence,
           .tier = 1,
           .nature = FigureNature::counted,
           .unit = "per_100_actors_per_year",
           .title = {"Alliances nées par an pour 100 acteurs",
                     "New alliances per year and 100 actors"},
           .question = {"Combien d’alliances naissent chaque année, pour 100 acteurs ?",
                        "How many alliances are born each year, per 100 actors?"},
           .definition = {"Alliances nées dans la période, divisées par les centaines d’acteurs de "
                          "V en activité et par les années observées (jusqu’à la date des "
                          "données). Indéfini sans acteur ou sans date.",
                          "Alliances born in the window over the hundreds of active actors of V "
                          "and the years observed (up to the date of the data). Undefined without "
                          "actor or date."},
           .reading = {"Pour 100 acteurs, {0} alliances naissent par an.",
                       "For 100 actors, {0} alliances are born per year."},
           .limits = {"Dépend de la longueur de la liste d’acteurs : à ne lire que pour un même "
                      "territoire dans le temps.",
                      "Depends on how long the list of actors is: read it only for one territory "
                      "over time."},
           .source = "ours"},
    Metric{
        .id = "emergence_active_count",
        .dynamic = Dynamic::emergence,
        .tier = 1,
        .nature = FigureNature::counted,
        .unit = "count",
        .title = {"Alliances en cours", "Running alliances"},
        .question = {"Combien d’alliances sont en cours ?", "How many alliances are running?"},
        .definition = {"Alliances commencées et non finies au dernier jour de la période. Celles "
                       "dont on n’a plus de nouvelles comptent comme en cours ; la borne basse "
                       "les dit finies à leur dernier signe. measure=accompanied : celles qui "
                       "ont été accompagnées ; measure=planned : celles qui doivent commencer "
                       "après la date des données, comptées à part.",
                       "Alliances started and not ended on the last day of the window. Silent "
                       "ones count as running; the lower bound takes them as ended at their "
                       "last sign. measure=accompanied: those that were accompanied; "
                       "measure=planned: those due to start after the date of the data, counted "
                       "apart."},
        .reading = {"{0} alliances sont en cours.", "{0} alliances are running."},
        .limits = {"Une fin qui n’a pas été notée laisse l’alliance parmi celles en cours : "
                   "regarder la borne basse.",
                   "An end that nobody wrote down leaves the alliance among the running ones: "
                   "look at the lower bound."},
        .source = "ours"}};

constexpr std::array tables{model::Table::partnerships};

using Relations = std::vector<std::uint32_t>;

Relations accompanied(const Scope& scope, const Relations& relations) {
    Relations kept;
    for (const std::uint32_t i : relations)
        if (!scope.data.partnerships.accompanied_by[i].empty()) kept.push_back(i);
    return kept;
}

bool says_who_accompanied(const Scope& scope) {
    return scope.data.has_column(model::Table::partnerships, "accompanied_by");
}

/// Share of the alliances of the territory whose start is known; absent when it has none.
std::optional<double> known_starts(const Scope& scope) {
    const auto& relations = scope.view.partnerships.relations;
    if (relations.empty()) return std::nullopt;
    const auto undated = static_cast<double>(scope.new_partnerships.undated);
    return 1 - undated / static_cast<double>(relations.size());
}

void write_new_count(const Scope& scope, Results& results) {
    const auto coverage = known_starts(scope);
    const auto write = [&](KeyParts key, std::size_t count) {
        Estimate& row = coverage == 0.0
                            ? results.undefined("emergence_new_count", key, "unknown_dates")
                            : results.value("emergence_new_count", key, static_cast<double>(count));
        row.n = static_cast<std::int64_t>(count);
        row.coverage = coverage;
    };
    const Relations& born = scope.new_partnerships.relations;
    write({}, born.size());
    if (says_who_accompanied(scope))
        write({{KeyName::measure, "accompanied"}}, accompanied(scope, born).size());
    if (scope.new_partnerships.undetermined > 0)
        results.value("emergence_new_count", {{KeyName::measure, "undetermined"}},
                      static_cast<double>(scope.new_partnerships.undetermined));
}

void write_new_rate(const Scope& scope, Results& results) {
    const auto coverage = known_starts(scope);
    const auto actors = scope.active(scope.view.partnerships.actors).size();
    const std::optional<double> years = scope.observed_years();
    if (actors == 0 || !years || coverage == 0.0) {
        results.undefined("emergence_new_rate", {}, actors == 0 ? "no_registry" : "unknown_dates");
        return;
    }
    const auto born = static_cast<double>(scope.new_partnerships.relations.size());
    const double hundreds = static_cast<double>(actors) / 100 * *years;
    Estimate& row = results.value("emergence_new_rate", {}, born / hundreds);
    row.numerator = born;
    row.denominator = hundreds;
    row.n = static_cast<std::int64_t>(actors);
    row.coverage = coverage;
}

bool is_silent(const Scope& scope, std::uint32_t i) {
    return scope.study.as_of && scope.study.partnerships.life[i] == Life::silent;
}

/// The relation as the lower bound takes it: ended at its last sign of life.
model::Relation ended_at_last_sign(const Scope& scope, std::uint32_t i) {
    model::Relation relation = scope.data.partnerships.rows[i];
    if (const auto sign = scope.study.partnerships.last_sign[i]) relation.end = model::Date(*sign);
    return relation;
}

void write_running(const Scope& scope, Results& results, KeyParts key, const Relations& relations) {
    std::int64_t low = 0, high = 0;
    for (const std::uint32_t i : relations) {
        const model::Partnership& row = scope.data.partnerships.rows[i];
        if (scope.last_day && !runs_on(row, *scope.last_day)) continue;
        ++high;
        const bool lost =
            is_silent(scope, i) && !(scope.study.partnerships.last_sign[i] &&
                                     runs_on(ended_at_last_sign(scope, i), *scope.last_day));
        if (!lost) ++low;
    }
    Estimate& row = results.value("emergence_active_count", key, static_cast<double>(high));
    row.n = high;
    row.coverage = known_starts(scope);
    if (low == high) return;
    row.nature = FigureNature::estimated;
    row.range_low = static_cast<double>(low);
    row.range_high = static_cast<double>(high);
}

void write_planned(const Scope& scope, Results& results) {
    if (!scope.study.as_of) return;
    const auto& life = scope.study.partnerships.life;
    const auto planned =
        std::ranges::count_if(scope.view.partnerships.relations,
                              [&](std::uint32_t i) { return life[i] == Life::planned; });
    results
        .value("emergence_active_count", {{KeyName::measure, "planned"}},
               static_cast<double>(planned))
        .n = planned;
}

void compute_counts(const Scope& scope, Results& results) {
    write_new_count(scope, results);
    write_new_rate(scope, results);
    const Relations& relations = scope.view.partnerships.relations;
    write_running(scope, results, {}, relations);
    if (says_who_accompanied(scope))
        write_running(scope, results, {{KeyName::measure, "accompanied"}},
                      accompanied(scope, relations));
    write_planned(scope, results);
}

}  // namespace

extern const Entry emergence_alliance_counts;
const Entry emergence_alliance_counts{"P1", metrics_of_entry, tables, compute_counts};

}  // namespace maillage::metrics
