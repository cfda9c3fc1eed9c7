#include <algorithm>
#include <array>

#include <maillage/metrics/new_pairs.hpp>
#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr std::array metrics_of_entry{Metric{
    .id = "emergence_repeat_pair_share",
    .dynamic = Dynamic::emergence,
    .tier = 1,
    .nature = FigureNature::counted,
    .unit = "share",
    .title = {"Paires qui s’allient de nouveau", "Pairs that ally again"},
    .question = {"Recommence-t-on avec les mêmes ?", "Do the same begin again?"},
    .definition = {"Paires de parties de V dans les alliances nées dans la période, comptées une "
                   "fois par alliance : part de celles qui avaient déjà eu une alliance auparavant "
                   "(le même jour, dans l’ordre des identifiants). measure=undetermined : celles "
                   "dont on ne peut pas le dire, faute de dates précises. Indéfini sans paire.",
                   "Pairs of parties of V in the alliances born in the window, counted once per "
                   "alliance: share of those that already had an alliance before (on one day, in "
                   "the order of ids). measure=undetermined: those of which it cannot be said, "
                   "dates being imprecise. Undefined without pair."},
    .reading = {"{0} des paires réunies s’étaient déjà alliées.",
                "{0} of the pairs joined had allied before."},
    .limits = {"Les premières années des données paraissent neuves : ce qui précède n’est pas "
               "connu. Une grande alliance compte beaucoup de paires.",
               "The first years of the data look new: what came before is not known. A large "
               "alliance counts many pairs."},
    .source = "ours"}};

constexpr std::array tables{model::Table::partnerships};
constexpr std::string_view id = "emergence_repeat_pair_share";

enum class Again { no, perhaps, yes };

/// Had the pair an earlier alliance? Of two with the same date, the one whose id comes first.
Again judge(const Scope& scope, std::uint32_t self, std::span<const std::uint32_t> shared) {
    const auto& rows = scope.data.partnerships.rows;
    const model::Date& start = rows[self].start;
    Again again = Again::no;
    for (const std::uint32_t other : shared) {
        const model::Date& date = rows[other].start;
        const bool same_date = date == start;
        // An unknown start counts as earlier than any date.
        if (!date.known() || base::certainly_before(date, start) || (same_date && other < self))
            return Again::yes;
        if (!same_date && date.first() < start.last()) again = Again::perhaps;
    }
    return again;
}

void compute_repeats(const Scope& scope, Results& results) {
    const auto started = started_partnerships(scope);
    std::array<std::int64_t, 3> counts{};
    for_each_new_pair(scope, started, scope.study.partnerships.incidence, [&](const NewPair& pair) {
        const Again again = judge(scope, started[pair.position], pair.shared);
        ++counts[static_cast<std::size_t>(again)];
    });
    const auto [no, perhaps, yes] = counts;
    Estimate& row = results.share(id, {}, yes, no + perhaps + yes, reason_of_no_start(scope));
    row.n_effective = static_cast<std::int64_t>(started.size());
    if (perhaps == 0) return;
    results.value(id, {{KeyName::measure, "undetermined"}}, static_cast<double>(perhaps)).unit =
        "count";
}

}  // namespace

extern const Entry emergence_repeat_pair_share;
const Entry emergence_repeat_pair_share{"P9", metrics_of_entry, tables, compute_repeats};

}  // namespace maillage::metrics
