// How many actors close to these meetings have never been seen? Those seen once tell of those not
// seen at all: where nearly everyone came several times, few are missing; where most came once,
// many are. With f1, f2 the attendees seen once and twice, S those seen, M attendances and m
// meetings,
//
//     coverage = 1 - f1 / M,   unseen = c f1 (f1 - 1) / (2 (f2 + 1)),
//
// with c = 1 (chao1: attendances as individuals) or (m - 1) / m (chao2: meetings as samples). The
// unseen are a lower bound. Their interval is taken on a logarithmic scale, because they cannot be
// fewer than none: [S + u / K, S + u K], K = exp(1.96 sqrt(log(1 + var / u^2))).
//
// Source   Good 1953; Chao 1984, 1987; variance of the bias-corrected form as in EstimateS,
// Colwell.

#include <array>
#include <cmath>

#include <maillage/metrics/attendance.hpp>
#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr std::array metrics_of_entry{
    Metric{.id = "dialogue_sample_coverage",
           .dynamic = Dynamic::dialogue,
           .tier = 2,
           .nature = FigureNature::estimated,
           .unit = "share",
           .title = {"Couverture des rencontres", "Sample coverage of meetings"},
           .question = {"Les prochaines présences seront-elles des visages connus ?",
                        "Will the next attendances be known faces?"},
           .definition = {"1 - f1 / M : f1, participants venus une seule fois ; M, présences. "
                          "Indéfini sans présence.",
                          "1 - f1 / M: f1, attendees seen only once; M, attendances. Undefined "
                          "without attendance."},
           .reading = {"{0} : part des présences attendue d’acteurs déjà vus.",
                       "{0}: share of attendances expected from actors already seen."},
           .limits = {"Suppose que les rencontres à venir ressemblent à celles-ci.",
                      "Supposes that meetings to come resemble these."},
           .source = "Good 1953, doi:10.1093/biomet/40.3-4.237"},
    Metric{.id = "dialogue_chao1",
           .dynamic = Dynamic::dialogue,
           .tier = 2,
           .nature = FigureNature::estimated,
           .unit = "count",
           .title = {"Acteurs proches, vus ou non, par présences",
                     "Actors close by, seen or not, by attendances"},
           .question = {"Combien d’acteurs proches n’a-t-on jamais vus ?",
                        "How many actors close by were never seen?"},
           .definition = {"S + f1 (f1 - 1) / (2 (f2 + 1)) : S participants ; f1, f2, venus une, "
                          "deux fois. Gardé pour comparer à chao2. Indéfini sans présence ; sans "
                          "intervalle quand f1 vaut 0 ou 1.",
                          "S + f1 (f1 - 1) / (2 (f2 + 1)): S attendees; f1, f2, seen once, twice. "
                          "Kept beside chao2. Undefined without attendance; no interval when f1 is "
                          "0 or 1."},
           .reading = {"Au moins {0} acteurs autour de la table ou tout près.",
                       "At least {0} actors at the table or close by."},
           .limits = {"Une borne basse, pas la taille de la liste des acteurs.",
                      "A lower bound, not the size of the list of actors."},
           .source = "Chao 1984"},
    Metric{.id = "dialogue_chao2",
           .dynamic = Dynamic::dialogue,
           .tier = 2,
           .nature = FigureNature::estimated,
           .unit = "count",
           .title = {"Acteurs proches, vus ou non", "Actors close by, seen or not"},
           .question = {"Combien d’acteurs proches n’a-t-on jamais vus ?",
                        "How many actors close by were never seen?"},
           .definition = {"S + ((m - 1) / m) f1 (f1 - 1) / (2 (f2 + 1)) : S participants ; f1, f2, "
                          "venus une, deux fois ; m rencontres. Intervalle log-normal. Indéfini "
                          "sans présence ; sans intervalle quand f1 vaut 0 ou 1.",
                          "S + ((m - 1) / m) f1 (f1 - 1) / (2 (f2 + 1)): S attendees; f1, f2, seen "
                          "once, twice; m meetings. Log-normal interval. Undefined without "
                          "attendance; no interval when f1 is 0 or 1."},
           .reading = {"Au moins {0} acteurs autour de la table ou tout près.",
                       "At least {0} actors at the table or close by."},
           .limits = {"Une borne basse, pas la taille de la liste des acteurs.",
                      "A lower bound, not the size of the list of actors."},
           .source = "Chao 1987, doi:10.2307/2531532"}};

constexpr std::array tables{model::Table::events, model::Table::attendance};

struct Sightings {
    std::int64_t seen = 0, once = 0, twice = 0, attendances = 0, meetings = 0;
};

Sightings sightings_of(const Scope& scope) {
    const Attendance attendance(scope.study.events.incidence, scope.events.relations);
    Sightings sightings;
    sightings.seen = static_cast<std::int64_t>(attendance.size());
    sightings.meetings = static_cast<std::int64_t>(scope.events.relations.size());
    for (const Attendance::Visitor& visitor : attendance.visitors()) {
        sightings.attendances += visitor.times;
        if (visitor.times == 1) ++sightings.once;
        if (visitor.times == 2) ++sightings.twice;
    }
    return sightings;
}

struct Unseen {
    double number = 0, variance = 0;
};

/// `c` is 1 for individuals, (m - 1) / m for m samples.
Unseen unseen_of(const Sightings& s, double c) {
    const auto f1 = static_cast<double>(s.once), f2 = static_cast<double>(s.twice);
    Unseen unseen;
    unseen.number = c * f1 * (f1 - 1) / (2 * (f2 + 1));
    const double slope = c * (2 * f1 - 1) / (2 * (f2 + 1));
    unseen.variance = unseen.number + f1 * slope * slope;
    if (s.twice > 0) {
        const double turn = c * f1 * (f1 - 1) / (2 * (f2 + 1) * (f2 + 1));
        unseen.variance += f2 * turn * turn;
    } else {
        const double total = static_cast<double>(s.seen) + unseen.number;
        unseen.variance -= c * c * f1 * f1 * f1 * f1 / (4 * total);
    }
    return unseen;
}

void write_total(Results& results, std::string_view id, const Sightings& s, double c) {
    const auto seen = static_cast<double>(s.seen);
    const Unseen unseen = unseen_of(s, c);
    Estimate& row = results.value(id, {}, seen + unseen.number);
    row.n = s.seen;
    row.n_effective = s.meetings;
    if (unseen.number <= 0 || unseen.variance <= 0) return;
    constexpr double quantile = 1.959963984540054;
    const double relative = unseen.variance / (unseen.number * unseen.number);
    const double factor = std::exp(quantile * std::sqrt(std::log1p(relative)));
    row.ci_low = seen + unseen.number / factor;
    row.ci_high = seen + unseen.number * factor;
    row.ci_method = "log_normal";
}

void compute_sample_coverage(const Scope& scope, Results& results) {
    const Sightings s = sightings_of(scope);
    const std::string_view reason = s.meetings == 0 ? "no_event" : "zero_total";
    Estimate& coverage = results.share("dialogue_sample_coverage", {}, s.attendances - s.once,
                                       s.attendances, reason);
    coverage.n_effective = s.meetings;
    if (s.attendances == 0) {
        results.undefined("dialogue_chao1", {}, reason);
        results.undefined("dialogue_chao2", {}, reason);
        return;
    }
    const auto m = static_cast<double>(s.meetings);
    write_total(results, "dialogue_chao1", s, 1);
    write_total(results, "dialogue_chao2", s, (m - 1) / m);
}

}  // namespace

extern const Entry dialogue_sample_coverage;
const Entry dialogue_sample_coverage{"D4", metrics_of_entry, tables, compute_sample_coverage};

}  // namespace maillage::metrics
