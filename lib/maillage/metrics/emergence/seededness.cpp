#include <algorithm>
#include <array>

#include <maillage/metrics/new_pairs.hpp>
#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr std::array metrics_of_entry{Metric{
    .id = "emergence_seededness",
    .dynamic = Dynamic::emergence,
    .tier = 1,
    .nature = FigureNature::counted,
    .unit = "share",
    .title = {"Alliances précédées de rencontres", "Alliances preceded by meetings"},
    .question =
        {"Les nouvelles alliances réunissent-elles des structures qui s’étaient déjà vues ?",
         "Do new alliances join bodies that had already met?"},
    .definition = {"Pour chaque alliance née dans la période, part des paires de ses parties de V "
                   "présentes ensemble à une rencontre, où que ce soit, strictement avant son "
                   "début ; moyenne sur ces alliances. measure=relations : part des alliances dont "
                   "au moins une paire s’était vue ; measure=undetermined : celles dont on ne peut "
                   "pas le dire, faute de dates précises. Indéfini sans alliance née de deux "
                   "parties de V.",
                   "For each alliance born in the window, share of the pairs of its parties of V "
                   "that were present together at a meeting, wherever it took place, strictly "
                   "before its start; mean over these alliances. measure=relations: share of the "
                   "alliances with at least one such pair; measure=undetermined: those of which it "
                   "cannot be said, dates being imprecise. Undefined without a new alliance of two "
                   "parties of V."},
    .reading = {"Dans une nouvelle alliance, {0} des paires s’étaient déjà vues, en moyenne.",
                "In a new alliance, {0} of the pairs had already met, on average."},
    .limits = {"Seulement les rencontres notées. Des structures très actives se croisent de toute "
               "façon : ce nombre seul ne dit pas que les rencontres y sont pour quelque chose.",
               "Only meetings that were written down. Very active bodies come across each other "
               "anyway: this figure alone does not say that meetings have a part in it."},
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

void write_seeds(const std::vector<Seeds>& seeds, std::string_view reason, Results& results) {
    double sigma = 0;
    std::int64_t seeded = 0, undetermined = 0;
    for (const Seeds& of : seeds) {
        sigma += static_cast<double>(of.met) / static_cast<double>(of.pairs);
        if (of.met > 0) ++seeded;
        if (of.met == 0 && of.perhaps > 0) ++undetermined;
    }
    const auto alliances = static_cast<std::int64_t>(seeds.size());
    Estimate& mean = alliances > 0 ? results.value(id, {}, sigma / static_cast<double>(alliances))
                                   : results.undefined(id, {}, reason);
    mean.n = mean.n_effective = alliances;
    results.share(id, {{KeyName::measure, "relations"}}, seeded, alliances, reason);
    if (undetermined == 0) return;
    results.value(id, {{KeyName::measure, "undetermined"}}, static_cast<double>(undetermined))
        .unit = "count";
}

void compute_seededness(const Scope& scope, Results& results) {
    const auto started = started_partnerships(scope);
    write_seeds(seeds_of(scope, started), reason_of_no_start(scope), results);
}

}  // namespace

extern const Entry emergence_seededness;
const Entry emergence_seededness{"P3", metrics_of_entry, tables, compute_seededness};

}  // namespace maillage::metrics
