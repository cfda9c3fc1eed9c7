#include <array>

#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr std::array metrics_of_entry{
    Metric{
        .id = "dialogue_event_count",
        .dynamic = Dynamic::dialogue,
        .tier = 1,
        .nature = FigureNature::counted,
        .unit = "count",
        .title = {"Rencontres", "Meetings"},
        .question = {"Combien de fois nous réunissons-nous ?", "How often do we meet?"},
        .definition = {"Nombre de rencontres datées dans la période ; measure=planned : celles qui "
                       "sont datées après la date des données. Jamais indéfini.",
                       "Number of meetings dated in the window; measure=planned: those dated after "
                       "the date of the data. Never undefined."},
        .reading = {"{0} rencontres dans la période.", "{0} meetings in the window."},
        .limits =
            {"Une série de cinq séances fait cinq rencontres. Une date connue à l’année près, "
             "à cheval sur un bord de la période, n’est pas comptée.",
             "A series of five sessions is five meetings. A date known to the year, across an "
             "edge of the window, is not counted."},
        .source = "ours"},
    Metric{.id = "dialogue_event_rate",
           .dynamic = Dynamic::dialogue,
           .tier = 1,
           .nature = FigureNature::counted,
           .unit = "per_10000_per_year",
           .title = {"Rencontres pour 10 000 habitants", "Meetings per 10,000 inhabitants"},
           .question = {"Combien de fois nous réunissons-nous, pour notre taille ?",
                        "How often do we meet, for our size?"},
           .definition =
               {"Rencontres de la période / (population × années) × 10 000. Années civiles "
                "quand la période en est faite, sinon jours / 365,25. Indéfini sans "
                "population ou sans date.",
                "Meetings of the window / (population × years) × 10,000. Calendar years when "
                "the window is made of them, else days / 365.25. Undefined without "
                "population or dates."},
           .reading = {"{0} rencontres par an pour 10 000 habitants.",
                       "{0} meetings a year per 10,000 inhabitants."},
           .limits = {"Ne compare pas des territoires dont les carnets ne sont pas tenus de même.",
                      "Does not compare territories whose records are not kept alike."},
           .source = "ours"}};

constexpr std::array tables{model::Table::events};

void write_rate(const Scope& scope, Results& results, std::int64_t count) {
    constexpr std::string_view id = "dialogue_event_rate";
    const auto years = scope.observed_years();
    std::optional<double> population;
    if (scope.view.territory.known()) population = scope.data[scope.view.territory].population;
    if (!population || *population <= 0) {
        results.undefined(id, {}, "no_population");
    } else if (!years) {
        results.undefined(id, {}, "unknown_dates");
    } else {
        const double base = *population * *years / 10000;
        Estimate& row = results.value(id, {}, static_cast<double>(count) / base);
        row.n = count;
        row.numerator = static_cast<double>(count);
        row.denominator = base;
    }
}

void compute_event_count(const Scope& scope, Results& results) {
    const auto count = static_cast<std::int64_t>(scope.events.relations.size());
    std::int64_t planned = 0;
    for (const std::uint32_t event : scope.view.events.relations) {
        const model::Date& date = scope.data.events.rows[event].start;
        if (scope.study.as_of && date.known() && date.first() > *scope.study.as_of) ++planned;
    }
    Estimate& row = results.value("dialogue_event_count", {}, static_cast<double>(count));
    row.n = count;
    const auto seen = static_cast<double>(scope.view.events.relations.size());
    if (scope.window.first && seen > 0)
        row.coverage =
            1 - static_cast<double>(scope.events.undated + scope.events.undetermined) / seen;
    results.value("dialogue_event_count", {{KeyName::measure, "planned"}},
                  static_cast<double>(planned));
    write_rate(scope, results, count);
}

}  // namespace

extern const Entry dialogue_event_count;
const Entry dialogue_event_count{"D1", metrics_of_entry, tables, compute_event_count};

}  // namespace maillage::metrics
