#include <array>
#include <map>
#include <optional>
#include <string>

#include <maillage/metrics/results.hpp>
#include <maillage/metrics/years.hpp>

namespace maillage::metrics {

namespace {

using model::Engagement;

constexpr std::array metrics_of_entry{Metric{
    .id = "engagement_participation",
    .dynamic = Dynamic::impacts,
    .tier = 2,
    .nature = FigureNature::counted,
    .unit = "people",
    .title = {"Personnes engagées par structure et par an", "People engaged per actor and year"},
    .question = {"Combien de personnes s’engagent, et reviennent-elles ?",
                 "How many people engage, and do they return?"},
    .definition =
        {"Personnes engagées, sur les couples d’un acteur et d’une année de la période où leur "
         "nombre est noté. measure=hours : heures, de même ; mode= : par moyen "
         "d’engagement ; year= : une année. measure=common_good, measure=fulfilment : parmi les "
         "personnes dont le moteur est noté, part de celles qu’il anime ; measure=returning : "
         "part de celles qui s’étaient déjà engagées ; measure=change : de combien de personnes "
         "change un acteur noté l’année d’avant aussi. Indéfini sans nombre noté.",
         "People engaged, over the pairs of an actor and a year of the window whose number is "
         "noted. measure=hours: hours, likewise; mode=: by means of engagement; year=: one year. "
         "measure=common_good, measure=fulfilment: of the people whose motor is noted, the share "
         "that it moves; measure=returning: the share that had engaged before; measure=change: by "
         "how many people an actor changes that is noted the year before too. Undefined without "
         "number."},
    .reading = {"{0} personnes engagées par structure et par an.",
                "{0} people engaged per actor and year."},
    .limits = {"Qui s’engage dans deux structures est compté deux fois.",
               "Who engages through two actors is counted twice."},
    .source = "ours"}};

constexpr std::array tables{model::Table::engagements};

constexpr std::string_view id = "engagement_participation";

/// Amounts noted by actor and year.
class PerYear {
  public:
    void add(const Engagement& row, std::optional<double> amount) {
        if (amount) of_[{row.actor.index, row.year}] += *amount;
    }
    [[nodiscard]] bool empty() const { return of_.empty(); }
    [[nodiscard]] const auto& all() const { return of_; }

    /// Per actor and year, over those of one year when it is given.
    void write(Results& results, KeyParts key, std::string_view unit,
               std::optional<int> year = std::nullopt) const {
        double sum = 0;
        std::int64_t n = 0;
        for (const auto& [at, amount] : of_) {
            if (year && at.second != *year) continue;
            sum += amount;
            ++n;
        }
        Estimate& row = n > 0 ? results.value(id, key, sum / static_cast<double>(n))
                              : results.undefined(id, key, "zero_total");
        row.unit = unit;
        row.n = n;
    }

  private:
    std::map<std::pair<std::uint32_t, int>, double> of_;
};

/// A part of the people of the rows that say both.
struct Part {
    double part = 0, people = 0;

    void write(Results& results, std::string_view measure) const {
        const KeyParts key{{KeyName::measure, measure}};
        Estimate& row = people > 0 ? results.value(id, key, part / people)
                                   : results.undefined(id, key, "zero_total");
        row.unit = "share";
        row.numerator = part;
        row.denominator = people;
    }
};

struct Engagements {
    PerYear people, hours;
    std::array<PerYear, model::engagement_means.size()> people_by, hours_by;
    std::array<Part, model::engagement_motors.size()> moved_by;
    Part returning;

    void add(const Engagement& row) {
        const auto mean = static_cast<std::size_t>(row.mean);
        people.add(row, row.people);
        hours.add(row, row.hours);
        people_by[mean].add(row, row.people);
        hours_by[mean].add(row, row.hours);
        if (!row.people) return;
        for (std::size_t i = 0; row.motor && i < moved_by.size(); ++i) {
            moved_by[i].people += *row.people;
            moved_by[i].part += static_cast<std::size_t>(*row.motor) == i ? *row.people : 0;
        }
        if (!row.returning) return;
        returning.people += *row.people;
        returning.part += *row.returning;
    }
};

/// How much each actor changes that is noted in a year and the year before.
void write_change(Results& results, const PerYear& people, const PerYear& known, int year) {
    double sum = 0;
    std::int64_t actors = 0;
    for (const auto& [at, amount] : people.all()) {
        const auto before = known.all().find({at.first, year - 1});
        if (at.second != year || before == known.all().end()) continue;
        sum += amount - before->second;
        ++actors;
    }
    if (actors == 0) return;
    results
        .value(id, {{KeyName::measure, "change"}, {KeyName::year, std::to_string(year)}},
               sum / static_cast<double>(actors))
        .n = actors;
}

void write_years(Results& results, const PerYear& people, const PerYear& known) {
    std::map<int, bool> years;
    for (const auto& [at, amount] : people.all()) years[at.second] = true;
    for (const auto& [year, noted] : years) {
        people.write(results, {{KeyName::year, std::to_string(year)}}, "people", year);
        write_change(results, people, known, year);
    }
}

void write_means(Results& results, const Engagements& all) {
    for (std::size_t i = 0; i < model::engagement_means.size(); ++i) {
        const std::string_view mean = model::engagement_means[i].code;
        if (!all.people_by[i].empty())
            all.people_by[i].write(results, {{KeyName::mode, mean}}, "people");
        if (!all.hours_by[i].empty())
            all.hours_by[i].write(results, {{KeyName::measure, "hours"}, {KeyName::mode, mean}},
                                  "hours");
    }
}

void compute_participation(const Scope& scope, Results& results) {
    Engagements all;
    PerYear known;  // people of every year of the dataset, for what came before the window
    for (const Engagement& row : scope.data.engagements) {
        if (!scope.view.partnerships.actors.contains(row.actor.index)) continue;
        known.add(row, row.people);
        if (meets_window(scope, row.year)) all.add(row);
    }
    all.people.write(results, {}, "people");
    all.hours.write(results, {{KeyName::measure, "hours"}}, "hours");
    write_means(results, all);
    for (std::size_t i = 0; i < model::engagement_motors.size(); ++i)
        all.moved_by[i].write(results, model::engagement_motors[i].code);
    all.returning.write(results, "returning");
    write_years(results, all.people, known);
    if (!results.wants_rows()) return;
    for (const auto& [at, amount] : all.people.all()) {
        const std::string who = results.actor(at.first), year = std::to_string(at.second);
        results.value(id, {{KeyName::actor, who}, {KeyName::year, year}}, amount);
    }
}

}  // namespace

extern const Entry impacts_engagement;
const Entry impacts_engagement{"I5", metrics_of_entry, tables, compute_participation};

}  // namespace maillage::metrics
