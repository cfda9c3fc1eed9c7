#include <algorithm>
#include <array>

#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr std::array metrics_of_entry{Metric{
    .id = "impact_calendar",
    .dynamic = Dynamic::impacts,
    .tier = 1,
    .nature = FigureNature::counted,
    .unit = "count",
    .title = {"Impacts que l’âge des alliances laisse voir", "Impacts that may be seen by now"},
    .question = {"Est-il trop tôt pour voir ces impacts ?",
                 "Is it too early to see these impacts?"},
    .definition =
        {"Alliances de la période assez âgées à son dernier jour pour que l’impact se voie "
         "(measure=observable), ou trop jeunes (too_early) : 18 mois pour la performance, 7 ans "
         "pour l’innovation, 28 ans pour la confiance (horizon_months= 18, 84, 336) ; "
         "measure=undetermined : début inconnu ou imprécis. Indéfini sans date.",
         "Alliances of the window old enough on its last day for the impact to be seen "
         "(measure=observable), or too young (too_early): 18 months for performance, 7 years for "
         "innovation, 28 years for trust (horizon_months= 18, 84, 336); measure=undetermined: "
         "start unknown or imprecise. Undefined without dates."},
    .reading = {"{0} alliances ont l’âge où cet impact se voit.",
                "{0} alliances are of an age at which this impact shows."},
    .limits = {"L’âge laisse la place de voir ; il ne dit pas qu’il y a quelque chose à voir.",
               "Age leaves room to see; it does not say that there is anything to be seen."},
    .source = "ours; horizons: Le RAMEAU 2024"}};

constexpr std::array tables{model::Table::partnerships};

constexpr std::string_view id = "impact_calendar";
constexpr std::array horizons{18, 84, 336};

struct Ages {
    std::int64_t observable = 0, too_early = 0, undetermined = 0;
};

Ages ages_at(const Scope& scope, base::Day limit) {
    Ages ages;
    for (const std::uint32_t alliance : scope.running_partnerships) {
        const model::Date& start = scope.data.partnerships.rows[alliance].start;
        if (start.known() && start.last() <= limit)
            ++ages.observable;
        else if (start.known() && start.first() > limit)
            ++ages.too_early;
        else
            ++ages.undetermined;
    }
    return ages;
}

void compute_calendar(const Scope& scope, Results& results) {
    const auto n = static_cast<std::int64_t>(scope.running_partnerships.size());
    for (const int months : horizons) {
        const std::string text = std::to_string(months);
        const Ages ages =
            scope.last_day ? ages_at(scope, months_before(*scope.last_day, months)) : Ages{};
        const auto write = [&](std::string_view measure, std::int64_t count) {
            const KeyParts key{{KeyName::measure, measure}, {KeyName::horizon_months, text}};
            Estimate& row = scope.last_day ? results.value(id, key, static_cast<double>(count))
                                           : results.undefined(id, key, "unknown_dates");
            row.n = n;
        };
        write("observable", ages.observable);
        write("too_early", ages.too_early);
        write("undetermined", ages.undetermined);
    }
}

}  // namespace

extern const Entry impacts_calendar;
const Entry impacts_calendar{"I2", metrics_of_entry, tables, compute_calendar};

}  // namespace maillage::metrics
