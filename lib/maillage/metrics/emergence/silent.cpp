#include <array>

#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr std::array metrics_of_entry{Metric{
    .id = "emergence_silent",
    .dynamic = Dynamic::emergence,
    .tier = 1,
    .nature = FigureNature::counted,
    .unit = "share",
    .title = {"Alliances sans nouvelles", "Silent alliances"},
    .question = {"De quelles alliances n’a-t-on plus de nouvelles ?",
                 "Which alliances have not been heard of?"},
    .definition = {"Alliances commencées, sans fin connue et sans signe de vie depuis douze mois à "
                   "la date des données, sur celles qui ne sont pas finies. Ne dépend pas de la "
                   "période. Indéfini sans alliance en cours ou sans date.",
                   "Alliances started, without a known end and without a sign of life for twelve "
                   "months at the date of the data, over those not ended. Does not depend on the "
                   "window. Undefined without such an alliance or without dates."},
    .reading = {"Pour {0} alliances, nous n’avons plus de nouvelles.",
                "We have had no news of {0} alliances."},
    .limits = {"Sans nouvelles ne veut pas dire finie : c’est une question à poser.",
               "No news does not mean ended: it is a question to ask."},
    .source = "ours"}};

constexpr std::array tables{model::Table::partnerships};

void compute_silent(const Scope& scope, Results& results) {
    if (!scope.study.as_of) {
        results.undefined("emergence_silent", {}, "unknown_dates");
        return;
    }
    const auto& life = scope.study.partnerships.life;
    std::int64_t silent = 0, not_ended = 0;
    for (const std::uint32_t i : scope.view.partnerships.relations) {
        if (life[i] == Life::silent) ++silent;
        if (life[i] == Life::silent || life[i] == Life::running) ++not_ended;
    }
    results.share("emergence_silent", {}, silent, not_ended, "no_relation");
}

}  // namespace

extern const Entry emergence_silent;
const Entry emergence_silent{"P1c", metrics_of_entry, tables, compute_silent};

}  // namespace maillage::metrics
