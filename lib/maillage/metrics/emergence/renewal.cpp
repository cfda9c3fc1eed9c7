#include <algorithm>
#include <array>

#include <maillage/inference/intervals.hpp>
#include <maillage/metrics/lifetimes.hpp>
#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr std::array metrics_of_entry{Metric{
    .id = "emergence_renewal",
    .dynamic = Dynamic::emergence,
    .tier = 1,
    .nature = FigureNature::estimated,
    .unit = "share",
    .title = {"Alliances renouvelées", "Renewed alliances"},
    .question = {"Quand une alliance finit, recommence-t-on ensemble ?",
                 "When an alliance ends, do its parties begin again together?"},
    .definition = {"Alliances finies dans la période, au moins douze mois avant la date des "
                   "données : part de celles dont deux parties au moins commencent ensemble une "
                   "autre alliance dans les douze mois qui suivent la fin, où que ce soit. Deux "
                   "bornes : alliances sans nouvelles en cours, ou finies à leur dernier signe. "
                   "measure=undetermined : celles dont on ne peut pas le dire, faute de dates "
                   "précises. Indéfini sans fin assez ancienne.",
                   "Alliances that ended in the window, twelve months before the date of the data "
                   "or earlier: share of those of which at least two parties start another "
                   "alliance together within the twelve months after the end, wherever it is. Two "
                   "bounds: silent alliances running, or ended at their last sign. "
                   "measure=undetermined: those of which it cannot be said, dates being imprecise. "
                   "Undefined without an end that is old enough."},
    .reading = {"{0} des alliances finies ont été suivies d’une autre entre les mêmes.",
                "{0} of the alliances that ended were followed by another between the same "
                "parties."},
    .limits = {"Une alliance reconduite sans nouvelle ligne ne se voit pas ici. Une fin que "
               "personne n’a notée non plus.",
               "An alliance that goes on without a new row is not seen here; nor is an end that "
               "nobody wrote down."},
    .source = "ours",
    .minimum = 10}};

constexpr std::array tables{model::Table::partnerships};
constexpr std::string_view id = "emergence_renewal";
constexpr int months_to_renew = 12;

enum class Renewed : std::uint8_t { no, perhaps, yes };

/// Partnerships with at least two of the parties of another, that one left out.
std::vector<std::uint32_t> sharing_two_parties(const graph::Incidence& network,
                                               std::uint32_t self) {
    std::vector<std::uint32_t> seen, shared;
    for (const graph::Vertex party : network.members(self)) {
        const auto of = network.relations_of(party);
        seen.insert(seen.end(), of.begin(), of.end());
    }
    std::ranges::sort(seen);
    for (std::size_t i = 1; i < seen.size(); ++i) {
        const bool second = seen[i] == seen[i - 1] && (i < 2 || seen[i - 2] != seen[i]);
        if (second && seen[i] != self) shared.push_back(seen[i]);
    }
    return shared;
}

/// Does a start lie in the months after an end, and after the start of what ended?
Renewed follows(const model::Date& start, const model::Date& end, const model::Date& begun) {
    if (!start.known()) return Renewed::no;
    const bool later = !begun.known() || start.first() > begun.last();
    const bool in_time = start.last() <= months_after(end.first(), months_to_renew);
    if (later && in_time && start.first() >= end.last()) return Renewed::yes;
    const bool may_be = start.last() >= end.first() && !(begun.exact() && start == begun) &&
                        start.first() <= months_after(end.last(), months_to_renew);
    return may_be ? Renewed::perhaps : Renewed::no;
}

Renewed renewed(const Study& study, std::uint32_t self, const model::Date& end) {
    const auto& rows = study.data.partnerships.rows;
    Renewed best = Renewed::no;
    for (const std::uint32_t other : sharing_two_parties(study.partnerships.incidence, self))
        best = std::max(best, follows(rows[other].start, end, rows[self].start));
    return best;
}

/// The ends of the window under one reading of silence.
struct Ends {
    std::int64_t mature = 0, immature = 0, renewed = 0, undetermined = 0;
};

Ends ends_of(const Scope& scope, SilentAs silent) {
    Ends ends;
    const Study& study = scope.study;
    for (const std::uint32_t i : scope.view.partnerships.relations) {
        const model::Date end = end_of(study, i, silent);
        if (!end.known() || end.first() < *scope.window.first || end.last() > *scope.last_day)
            continue;
        if (months_after(end.last(), months_to_renew) > *study.as_of) {
            ++ends.immature;
            continue;
        }
        ++ends.mature;
        const Renewed again = renewed(study, i, end);
        if (again == Renewed::yes) ++ends.renewed;
        if (again == Renewed::perhaps) ++ends.undetermined;
    }
    return ends;
}

std::string_view reason_of(const Scope& scope, const Ends& ends) {
    if (scope.view.partnerships.relations.empty()) return "no_relation";
    return ends.immature > 0 ? "beyond_follow_up" : "zero_total";
}

void write_bounds(Estimate& row, const Ends& lower) {
    if (!row.value || lower.mature == 0) return;
    const double other = static_cast<double>(lower.renewed) / static_cast<double>(lower.mature);
    row.range_low = std::min(*row.value, other);
    row.range_high = std::max(*row.value, other);
}

void compute_renewal(const Scope& scope, Results& results) {
    if (!scope.study.as_of || !scope.window.first) {
        results.undefined(id, {}, "unknown_dates");
        return;
    }
    const Ends ends = ends_of(scope, SilentAs::running);
    const Ends with_silent = ends_of(scope, SilentAs::ended);
    Estimate& row = results.share(id, {}, ends.renewed, ends.mature, reason_of(scope, ends));
    row.n_effective = ends.mature;
    if (const auto limits = inference::wilson(ends.renewed, ends.mature)) {
        row.ci_low = limits->low;
        row.ci_high = limits->high;
        row.ci_method = "ci_wilson";
    }
    if (with_silent.mature != ends.mature) write_bounds(row, with_silent);
    if (ends.undetermined == 0) return;
    Estimate& unclear = results.value(id, {{KeyName::measure, "undetermined"}},
                                      static_cast<double>(ends.undetermined));
    unclear.unit = "count";
    unclear.nature = FigureNature::counted;
}

}  // namespace

extern const Entry emergence_renewal;
const Entry emergence_renewal{"P9", metrics_of_entry, tables, compute_renewal};

}  // namespace maillage::metrics
