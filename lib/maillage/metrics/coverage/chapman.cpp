#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr std::array metrics_of_entry{Metric{
    .id = "est_chapman",
    .dynamic = Dynamic::coverage,
    .tier = 2,
    .nature = FigureNature::estimated,
    .unit = "count",
    .title = {"Alliances, vues ou non", "Alliances, seen or not"},
    .question = {"Combien d’alliances n’a-t-on pas vues ?", "How many alliances were not seen?"},
    .definition = {"Deux sources citent n1 et n2 alliances de la période, m en commun : "
                   "(n1 + 1)(n2 + 1)/(m + 1) - 1. Part vue par l’une ou l’autre "
                   "(measure=coverage). Intervalle log-normal sur les non vues. Avec plus de deux "
                   "sources, les deux qui citent le plus d’alliances. Indéfini sous deux sources.",
                   "Two sources cite n1 and n2 alliances of the window, m in common: "
                   "(n1 + 1)(n2 + 1)/(m + 1) - 1. Share seen by either (measure=coverage). "
                   "Log-normal interval on those not seen. With more than two sources, the two "
                   "that cite the most alliances. Undefined under two sources."},
    .reading = {"Environ {0} alliances en tout, vues ou non.", "About {0} alliances in all."},
    .limits = {"Suppose une liste fermée, des sources qui ne se recopient pas et des alliances "
               "bien reconnues ; deux sources qui citent les mêmes font un chiffre trop bas.",
               "Supposes a closed list, sources that do not copy each other and alliances well "
               "recognised; two sources that cite the same ones make the figure too low."},
    .source = "Chapman 1951; Seber 1970"}};

constexpr std::array tables{model::Table::partnerships, model::Table::sources};

/// The alliances that two sources cite, alone and together.
struct Recapture {
    std::int64_t first = 0, second = 0, both = 0;

    [[nodiscard]] std::int64_t seen() const { return first + second - both; }
};

std::vector<std::pair<std::int64_t, std::uint32_t>> cited(const Scope& scope) {
    std::map<std::uint32_t, std::int64_t> counts;
    for (const std::uint32_t relation : scope.running_partnerships)
        for (const model::SourceId source : scope.data.partnerships.sources[relation])
            ++counts[source.index];
    // Those that cite most come first; of two as large, the first by id.
    std::vector<std::pair<std::int64_t, std::uint32_t>> sources;
    sources.reserve(counts.size());
    for (const auto& [source, count] : counts) sources.emplace_back(-count, source);
    std::ranges::sort(sources);
    return sources;
}

Recapture recapture_of(const Scope& scope, std::uint32_t one, std::uint32_t other) {
    Recapture found;
    for (const std::uint32_t relation : scope.running_partnerships) {
        bool by_one = false, by_other = false;
        for (const model::SourceId source : scope.data.partnerships.sources[relation]) {
            by_one = by_one || source.index == one;
            by_other = by_other || source.index == other;
        }
        found.first += by_one;
        found.second += by_other;
        found.both += by_one && by_other;
    }
    return found;
}

double variance_of(double n1, double n2, double m) {
    return (n1 + 1) * (n2 + 1) * (n1 - m) * (n2 - m) / ((m + 1) * (m + 1) * (m + 2));
}

void compute_chapman(const Scope& scope, Results& results) {
    const auto sources = cited(scope);
    if (sources.size() < 2) {
        results.undefined("est_chapman", {},
                          scope.running_partnerships.empty() ? "no_relation" : "zero_total");
        return;
    }
    const Recapture found = recapture_of(scope, sources[0].second, sources[1].second);
    const auto n1 = static_cast<double>(found.first), n2 = static_cast<double>(found.second),
               m = static_cast<double>(found.both), seen = static_cast<double>(found.seen());
    const double total = (n1 + 1) * (n2 + 1) / (m + 1) - 1;
    const double unseen = total - seen;
    Estimate& row = results.value("est_chapman", {}, total);
    row.n = found.seen();
    if (unseen > 0) {
        constexpr double quantile = 1.959963984540054;
        const double factor =
            std::exp(quantile * std::sqrt(std::log1p(variance_of(n1, n2, m) / (unseen * unseen))));
        row.ci_low = seen + unseen / factor;
        row.ci_high = seen + unseen * factor;
        row.ci_method = "log_normal";
    }
    Estimate& share = results.value("est_chapman", {{KeyName::measure, "coverage"}},
                                    unseen > 0 ? seen / total : 1.0);
    share.unit = "share";
    share.n = found.seen();
}

}  // namespace

extern const Entry coverage_chapman;
const Entry coverage_chapman{"C2", metrics_of_entry, tables, compute_chapman};

}  // namespace maillage::metrics
