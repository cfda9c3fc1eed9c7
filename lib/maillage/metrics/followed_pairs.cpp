#include <array>
#include <cmath>

#include <maillage/metrics/followed_pairs.hpp>

namespace maillage::metrics {

namespace {

using inference::Dyad;
using inference::Outcome;
using inference::Spell;

struct Horizon {
    std::string_view months;
    double days;
};
constexpr std::array horizons{Horizon{"6", 6 * days_per_month}, Horizon{"12", 12 * days_per_month},
                              Horizon{"24", 24 * days_per_month},
                              Horizon{"36", 36 * days_per_month}};

std::optional<base::Day> first_exit(const model::Dataset& data, Dyad pair, base::Day as_of) {
    std::optional<base::Day> first;
    for (const std::uint32_t actor : {pair.first, pair.second}) {
        const model::Date& closed = data.actors[actor].closed;
        if (!closed.known() || closed.last() > as_of) continue;
        first = first ? std::min(*first, middle(closed)) : middle(closed);
    }
    return first;
}

std::int64_t alliances_formed(const FollowedPairs& pairs) {
    std::vector<std::uint32_t> formed;
    for (const Dyad& dyad : pairs.dyads)
        if (dyad.cluster != Dyad::no_cluster) formed.push_back(dyad.cluster);
    std::ranges::sort(formed);
    return std::unique(formed.begin(), formed.end()) - formed.begin();
}

void write_limits(Estimate& row, const FollowedPairs& pairs,
                  const inference::CumulativeIncidence& incidence, double days) {
    std::vector<double> influences;
    influences.reserve(pairs.spells.size());
    for (const Spell& spell : pairs.spells) influences.push_back(incidence.influence(spell, days));
    const auto variance = inference::dyadic_variance(pairs.dyads, influences);
    if (!variance) return;
    const auto limits = inference::loglog_limits(1 - *row.value, std::sqrt(*variance));
    if (!limits) return;
    row.ci_low = 1 - limits->high;
    row.ci_high = 1 - limits->low;
    row.ci_method = "ci_conversion_pairs";
}

}  // namespace

Allied allied(const model::Date& day, const std::optional<model::Date>& alliance) {
    if (!alliance) return Allied::never;
    if (!alliance->known() || base::certainly_before(*alliance, day)) return Allied::before;
    if (*alliance == day && day.exact()) return Allied::before;
    return base::certainly_before(day, *alliance) ? Allied::after : Allied::unclear;
}

Spell followed(const model::Dataset& data, Dyad pair, const model::Date& from,
               const std::optional<model::Date>& alliance, base::Day as_of) {
    const base::Day origin = middle(from);
    const auto exit = first_exit(data, pair, as_of);
    if (alliance && (!exit || middle(*alliance) <= *exit))
        return {0, middle(*alliance) - origin, Outcome::event};
    if (exit) return {0, *exit - origin, Outcome::competing};
    return {0, as_of - origin, Outcome::censored};
}

void write_incidence(Results& results, std::string_view id, std::string_view measure,
                     const FollowedPairs& pairs, std::string_view reason) {
    const inference::CumulativeIncidence incidence(pairs.spells);
    const std::int64_t formed = alliances_formed(pairs);
    for (const Horizon& horizon : horizons) {
        const bool any = !pairs.spells.empty(), known = any && incidence.is_known(horizon.days);
        const auto add = [&](std::string_view name, double value) -> Estimate& {
            const KeyParts plain{{KeyName::horizon_months, horizon.months}},
                named{{KeyName::measure, name}, {KeyName::horizon_months, horizon.months}};
            const KeyParts& key = name.empty() ? plain : named;
            Estimate& row = known ? results.value(id, key, value)
                                  : results.undefined(id, key, any ? "beyond_follow_up" : reason);
            row.n = incidence.risk().at_risk(horizon.days);
            row.n_effective = formed;
            return row;
        };
        Estimate& row = add(measure, incidence.event(horizon.days));
        if (known) write_limits(row, pairs, incidence, horizon.days);
        if (measure.empty()) add("exit", incidence.competing(horizon.days));
    }
}

}  // namespace maillage::metrics
