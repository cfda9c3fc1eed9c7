#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include <maillage/graph/projection.hpp>
#include <maillage/metrics/new_pairs.hpp>
#include <maillage/metrics/pair_history.hpp>
#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr std::array metrics_of_entry{
    Metric{
        .id = "emergence_seededness",
        .dynamic = Dynamic::emergence,
        .tier = 1,
        .nature = FigureNature::compared,
        .unit = "share",
        .title = {"Alliances précédées de rencontres", "Alliances preceded by meetings"},
        .question = {"Les nouvelles alliances réunissent-elles des structures qui s’étaient déjà "
                     "vues, plus que par coïncidence ?",
                     "Do new alliances join bodies that had already met, more than by "
                     "coincidence?"},
        .definition =
            {"Pour chaque alliance née dans la période, part des paires de ses parties de V "
             "présentes ensemble à une rencontre, où que ce soit, strictement avant son début ; "
             "moyenne sur ces alliances. measure=relations : part des alliances dont au moins une "
             "paire s’était vue ; measure=undetermined : celles dont on ne peut pas le dire, faute "
             "de dates précises. À côté : ce que donnent les mêmes alliances (dates, tailles) "
             "redistribuées entre les acteurs, chacun gardant son nombre d’alliances. Indéfini "
             "sans alliance née de deux parties de V.",
             "For each alliance born in the window, share of the pairs of its parties of V that "
             "were present together at a meeting, wherever it took place, strictly before its "
             "start; mean over these alliances. measure=relations: share of the alliances with at "
             "least one such pair; measure=undetermined: those of which it cannot be said, dates "
             "being imprecise. Beside: what the same alliances (dates, sizes) give when dealt out "
             "again among the actors, each keeping its number of alliances. Undefined without a "
             "new alliance of two parties of V."},
        .reading = {"{0} des nouvelles alliances réunissent des structures qui s’étaient déjà "
                    "vues.",
                    "{0} of the new alliances join bodies that had already met."},
        .limits = {"Seulement les rencontres notées. Des structures très actives se croisent de "
                   "toute façon : ce nombre ne se lit qu’à côté de ce que donne la coïncidence, et "
                   "un écart n’est pas une cause.",
                   "Only meetings that were written down. Very active bodies come across each "
                   "other anyway: this figure is read beside what coincidence gives, and a gap is "
                   "no cause."},
        .source = "ours"},
    Metric{
        .id = "emergence_seededness_ratio",
        .dynamic = Dynamic::emergence,
        .tier = 1,
        .nature = FigureNature::compared,
        .unit = "ratio",
        .title = {"Alliances précédées de rencontres, rapportées à la coïncidence",
                  "Alliances preceded by meetings, over coincidence"},
        .question = {"Combien de fois plus que par coïncidence ?",
                     "How many times as many as by coincidence?"},
        .definition = {"emergence_seededness divisé par la moyenne de ses tirages. Indéfini sans "
                       "tirage, ou quand cette moyenne est nulle.",
                       "emergence_seededness over the mean of its draws. Undefined without "
                       "draws, or when that mean is 0."},
        .reading = {"{0} : 1 quand les alliances ne suivent les rencontres que par coïncidence.",
                    "{0}: 1 when alliances follow meetings by coincidence only."},
        .limits = {"Un rapport élevé sur peu d’alliances reste une coïncidence possible : lire "
                   "l’intervalle.",
                   "A high ratio on few alliances may still be coincidence: read the range."},
        .source = "ours"}};

constexpr std::array tables{model::Table::partnerships, model::Table::events};
constexpr std::string_view id = "emergence_seededness";

/// Pairs of one new alliance: in all, met before for certain, and perhaps.
struct Seeds {
    std::int64_t pairs = 0, met = 0, perhaps = 0;
};

bool may_be_before(const model::Date& a, const model::Date& b) {
    return !a.known() || a.first() < b.last();
}

std::vector<Seeds> seeds_of(const Scope& scope, std::span<const std::uint32_t> started) {
    std::vector<Seeds> seeds(started.size());
    for_each_new_pair(scope, started, scope.study.events.incidence, [&](const NewPair& pair) {
        const model::Date& start = scope.data.partnerships.rows[started[pair.position]].start;
        bool met = false, perhaps = false;
        for (const std::uint32_t event : pair.shared) {
            const model::Date& date = scope.data.events.rows[event].start;
            met = met || base::certainly_before(date, start);
            perhaps = perhaps || may_be_before(date, start);
        }
        Seeds& of = seeds[pair.position];
        ++of.pairs;
        if (met)
            ++of.met;
        else if (perhaps)
            ++of.perhaps;
    });
    std::erase_if(seeds, [](const Seeds& of) { return of.pairs == 0; });
    return seeds;
}

/// sigma and the share of seeded alliances, over those with a pair.
struct Shares {
    double sigma = 0, seeded = 0;
};

/// The new alliances and their parties of V, and what coincidence makes of them.
class NewAlliances {
  public:
    NewAlliances(const Scope& scope, const std::vector<std::uint32_t>& started)
        : scope_(scope),
          started_(started),
          network_(graph::restricted(scope.study.partnerships.incidence, started, actors())),
          chance_(scope.by_chance(
              {network_, started_, actors(), scope.study.partnerships,
               [&](std::uint32_t i) -> const model::Relation& { return partnership(i); },
               TwoModeTable::Blocks::territory},
              "new alliances")) {
        if (!chance_.is_drawn()) return;
        history_.emplace(network_, actors(), scope.study.events.incidence,
                         [&](std::uint32_t event) -> const model::Date& {
                             return scope_.data.events.rows[event].start;
                         });
    }

    /// sigma of every draw, then the share of seeded alliances.
    [[nodiscard]] std::vector<std::vector<double>> draws() const {
        return chance_.statistics(2, [&](const graph::Incidence& table, std::span<double> figures) {
            const Shares shares = shares_of(table);
            figures[0] = shares.sigma;
            figures[1] = shares.seeded;
        });
    }
    void compare(Results& results, Estimate& row, std::vector<double> draws) const {
        chance_.compare(results, row, std::move(draws));
    }

  private:
    const Scope& scope_;
    const std::vector<std::uint32_t>& started_;
    graph::Incidence network_;
    Coincidence chance_;
    std::optional<PairHistory> history_;

    [[nodiscard]] const graph::Ranges& actors() const { return scope_.view.partnerships.actors; }
    [[nodiscard]] const model::Partnership& partnership(std::uint32_t i) const {
        return scope_.data.partnerships.rows[i];
    }
    [[nodiscard]] Shares shares_of(const graph::Incidence& table) const {
        Shares sums;
        double alliances = 0;
        for (std::size_t i = 0; i < table.relations(); ++i) {
            const auto [pairs, met] =
                history_->count(table.members(i), partnership(started_[i]).start);
            if (pairs == 0) continue;
            ++alliances;
            sums.sigma += static_cast<double>(met) / static_cast<double>(pairs);
            sums.seeded += met > 0 ? 1 : 0;
        }
        return {sums.sigma / alliances, sums.seeded / alliances};
    }
};

void write_ratio(const Estimate& sigma, Results& results) {
    constexpr std::string_view ratio = "emergence_seededness_ratio";
    const Estimate mean = sigma;  // the next record may move it
    if (!mean.value || !mean.null_mean) {
        results.undefined(ratio, {}, mean.value ? "not_comparable" : mean.reason).n = mean.n;
        return;
    }
    const bool defined = *mean.null_mean > 0;
    Estimate& row = defined ? results.value(ratio, {}, *mean.value / *mean.null_mean)
                            : results.undefined(ratio, {}, "zero_total");
    row.n = row.n_effective = mean.n;
    row.null_model = mean.null_model;
    row.p = mean.p;
    if (!defined) return;
    row.range_low = *mean.range_low / *mean.null_mean;
    row.range_high = *mean.range_high / *mean.null_mean;
}

void compute_seededness(const Scope& scope, Results& results) {
    const auto started = started_partnerships(scope);
    const auto seeds = seeds_of(scope, started);
    const std::string_view reason = reason_of_no_start(scope);
    double sigma = 0;
    std::int64_t seeded = 0, undetermined = 0;
    for (const Seeds& of : seeds) {
        sigma += static_cast<double>(of.met) / static_cast<double>(of.pairs);
        if (of.met > 0) ++seeded;
        if (of.met == 0 && of.perhaps > 0) ++undetermined;
    }
    const auto alliances = static_cast<std::int64_t>(seeds.size());
    const NewAlliances chance(scope, started);
    auto draws = chance.draws();
    Estimate& share =
        results.share(id, {{KeyName::measure, "relations"}}, seeded, alliances, reason);
    chance.compare(results, share, std::move(draws[1]));
    if (undetermined > 0) {
        Estimate& row = results.value(id, {{KeyName::measure, "undetermined"}},
                                      static_cast<double>(undetermined));
        row.unit = "count";
        row.nature = FigureNature::counted;
    }
    Estimate& mean = alliances > 0 ? results.value(id, {}, sigma / static_cast<double>(alliances))
                                   : results.undefined(id, {}, reason);
    mean.n = mean.n_effective = alliances;
    chance.compare(results, mean, std::move(draws[0]));
    write_ratio(mean, results);
}

}  // namespace

extern const Entry emergence_seededness;
const Entry emergence_seededness{"P3", metrics_of_entry, tables, compute_seededness};

}  // namespace maillage::metrics
