// The Gini coefficient of attendances, from the histogram of how often each attendee came: leaving
// one meeting out moves a few people one column down, so that the range over all meetings costs no
// more than a walk through the histogram for each.

#include <array>
#include <map>
#include <unordered_map>

#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr std::array metrics_of_entry{Metric{
    .id = "dialogue_attendance_gini",
    .dynamic = Dynamic::dialogue,
    .tier = 1,
    .nature = FigureNature::counted,
    .unit = "share",
    .title = {"Inégalité des présences", "Inequality of attendance"},
    .question = {"Dix structures portent-elles tout ?", "Do ten bodies carry everything?"},
    .definition = {"Coefficient de Gini du nombre de rencontres de chaque participant : somme des "
                   "(2i - n - 1) x(i), x rangés par ordre croissant, sur n fois le total. De 0 "
                   "(toutes autant) à 1 - 1/n. Participants seulement ; indéfini sans présence.",
                   "Gini coefficient of the number of meetings of each attendee: sum of "
                   "(2i - n - 1) x(i), x ascending, over n times the total. From 0 (all equal) to "
                   "1 - 1/n. Attendees only; undefined without attendance."},
    .reading = {"0 : toutes viennent aussi souvent ; plus le nombre est grand, plus quelques-unes "
                "portent les rencontres.",
                "0: all come equally often; the larger, the more a few carry the meetings."},
    .limits = {"Dit la répartition des présences, pas leur qualité ; celles qui ne viennent jamais "
               "n’y sont pas.",
               "Says how attendance is shared, not what it is worth; those who never come are left "
               "out."},
    .source = "Gini 1912"}};

constexpr std::array tables{model::Table::events};

/// How many attendees came how often.
class Histogram {
  public:
    void move(std::int64_t from, std::int64_t to) {
        if (from > 0 && --columns_[from] == 0) columns_.erase(from);
        if (to > 0) ++columns_[to];
    }

    /// Numerator and denominator of the coefficient; both 0 without attendance.
    [[nodiscard]] std::pair<std::int64_t, std::int64_t> gini() const {
        std::int64_t people = 0, total = 0, below = 0, numerator = 0;
        for (const auto& [times, count] : columns_) {
            people += count;
            total += times * count;
        }
        for (const auto& [times, count] : columns_) {
            // The ranks below + 1 ... below + count all hold `times`.
            numerator += times * count * (2 * below + count - people);
            below += count;
        }
        return {numerator, people * total};
    }

  private:
    std::map<std::int64_t, std::int64_t> columns_;
};

void compute_gini(const Scope& scope, Results& results) {
    std::unordered_map<std::uint32_t, std::int64_t> times;
    Histogram histogram;
    const auto& incidence = scope.study.events.incidence;
    for (const std::uint32_t event : scope.events.relations)
        for (const graph::Vertex actor : incidence.members(event)) {
            std::int64_t& count = times[actor];
            histogram.move(count, count + 1);
            ++count;
        }
    LeaveOneOut range;
    for (const std::uint32_t event : scope.events.relations) {
        Histogram without = histogram;
        for (const graph::Vertex actor : incidence.members(event))
            without.move(times[actor], times[actor] - 1);
        if (const auto [numerator, denominator] = without.gini(); denominator > 0)
            range.see(static_cast<double>(numerator) / static_cast<double>(denominator));
    }
    const auto [numerator, denominator] = histogram.gini();
    Estimate& row = results.share("dialogue_attendance_gini", {}, numerator, denominator,
                                  scope.events.relations.empty() ? "no_event" : "zero_total");
    row.n = static_cast<std::int64_t>(times.size());
    row.n_effective = static_cast<std::int64_t>(scope.events.relations.size());
    if (row.value) range.write(row);
}

}  // namespace

extern const Entry dialogue_attendance_gini;
const Entry dialogue_attendance_gini{"D17", metrics_of_entry, tables, compute_gini};

}  // namespace maillage::metrics
