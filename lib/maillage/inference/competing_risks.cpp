// The incidence F by time t is the sum over event times u of S(u-) dN(u) / Y(u), where S is the
// share to which nothing has happened, N counts events and Y those at risk. The influence of a unit
// is the derivative of F in its weight: in its own event term, in every Y it belongs to, and in
// every S(u-) that follows. Each of the three is a difference of running sums, kept per step, so
// one unit costs two searches instead of a walk over all times.

#include <algorithm>
#include <cmath>

#include <maillage/inference/competing_risks.hpp>

namespace maillage::inference {

CumulativeIncidence::CumulativeIncidence(std::span<const Spell> spells) : risk_(spells) {
    State state;
    states_.push_back(state);
    for (const RiskSets::Step& step : risk_.steps()) {
        const auto y = static_cast<double>(step.at_risk);
        const auto events = static_cast<double>(step.events);
        const auto all = events + static_cast<double>(step.competing);
        state.free_before = state.free;
        state.at_risk = y;
        state.hazard = all / y;
        state.event = std::min(1.0, state.event + state.free * events / y);
        state.competing =
            std::min(1.0, state.competing + state.free * static_cast<double>(step.competing) / y);
        state.from_events += state.free * events / (y * y);
        // When everybody goes at once nothing follows, and the derivative of S no longer counts.
        const bool last = step.events + step.competing >= step.at_risk;
        if (!last) {
            const double part = all / (y * y * (1 - state.hazard));
            state.from_survival += part;
            state.from_survival_weighted += part * state.event;
        }
        state.free = last ? 0 : state.free * (1 - state.hazard);
        states_.push_back(state);
    }
}

bool CumulativeIncidence::is_known(double time) const {
    return time <= risk_.follow_up() || at(time).free <= 0;
}

double CumulativeIncidence::influence(const Spell& spell, double time) const {
    if (spell.time <= spell.entry) return 0;
    const State& now = at(time);
    const State& own = at(std::min<double>(time, spell.time));
    const State& before = at(std::min<double>(time, spell.entry));
    double sum = before.from_events - own.from_events +
                 now.event * (own.from_survival - before.from_survival) -
                 (own.from_survival_weighted - before.from_survival_weighted);
    if (spell.outcome == Outcome::censored || spell.time > time) return sum;
    if (spell.outcome == Outcome::event) sum += own.free_before / own.at_risk;
    if (own.hazard < 1) sum -= (now.event - own.event) / (own.at_risk * (1 - own.hazard));
    return sum;
}

namespace {

double squared(double value) {
    return value * value;
}

/// One half, up to the rounding of a sum of products.
constexpr double one_half = 0.5 - 1e-12;

}  // namespace

std::optional<Interval> CumulativeIncidence::limits(std::span<const Spell> spells,
                                                    double time) const {
    double variance = 0;
    for (const Spell& spell : spells) variance += squared(influence(spell, time));
    const auto free = loglog_limits(1 - event(time), std::sqrt(variance));
    if (!free) return std::nullopt;
    return Interval{1 - free->high, 1 - free->low};
}

std::optional<CumulativeIncidence::Median> CumulativeIncidence::median(
    std::span<const Spell> spells) const {
    const auto half = std::ranges::find_if(
        risk_.steps(), [&](const RiskSets::Step& step) { return event(step.time) >= one_half; });
    if (half == risk_.steps().end()) return std::nullopt;
    Median median{half->time, half->time, {}};
    bool any_low = false;
    for (const RiskSets::Step& step : risk_.steps()) {
        const double share = event(step.time);
        const Interval around = limits(spells, step.time).value_or(Interval{share, share});
        if (!any_low && around.high >= one_half) median.low = step.time;
        any_low = any_low || around.high >= one_half;
        if (around.low < one_half) continue;
        median.high = step.time;
        break;
    }
    return median;
}

namespace {

/// Products of two different pairs of one cluster that share no actor.
double products_within(std::span<const std::size_t> cluster, std::span<const Dyad> dyads,
                       std::span<const double> influences) {
    std::vector<std::pair<std::uint32_t, double>> ends;
    double total = 0, squares = 0;
    for (const std::size_t i : cluster) {
        ends.emplace_back(dyads[i].first, influences[i]);
        ends.emplace_back(dyads[i].second, influences[i]);
        total += influences[i];
        squares += squared(influences[i]);
    }
    std::ranges::sort(ends);
    double by_actor = 0;
    for (std::size_t i = 0; i < ends.size();) {
        double sum = 0;
        const std::uint32_t actor = ends[i].first;
        for (; i < ends.size() && ends[i].first == actor; ++i) sum += ends[i].second;
        by_actor += squared(sum);
    }
    return squared(total) - by_actor + squares;
}

/// The pairs of one actor.
struct Ends {
    double sum = 0;  ///< Of their influences.
    std::size_t pairs = 0;
};

std::vector<Ends> ends_of(std::span<const Dyad> dyads, std::span<const double> influences) {
    std::vector<Ends> ends;
    for (std::size_t i = 0; i < dyads.size(); ++i)
        for (const std::uint32_t actor : {dyads[i].first, dyads[i].second}) {
            if (ends.size() <= actor) ends.resize(actor + std::size_t{1});
            ends[actor].sum += influences[i];
            ++ends[actor].pairs;
        }
    return ends;
}

double products_within_clusters(std::span<const Dyad> dyads, std::span<const double> influences) {
    std::vector<std::size_t> clustered;
    for (std::size_t i = 0; i < dyads.size(); ++i)
        if (dyads[i].cluster != Dyad::no_cluster) clustered.push_back(i);
    std::ranges::stable_sort(clustered, {}, [&](std::size_t i) { return dyads[i].cluster; });
    double sum = 0;
    for (auto first = clustered.begin(); first != clustered.end();) {
        const auto last = std::find_if(first, clustered.end(), [&](std::size_t i) {
            return dyads[i].cluster != dyads[*first].cluster;
        });
        sum += products_within(std::span(first, last), dyads, influences);
        first = last;
    }
    return sum;
}

}  // namespace

std::optional<double> dyadic_variance(std::span<const Dyad> dyads,
                                      std::span<const double> influences) {
    if (dyads.empty()) return std::nullopt;
    double squares = 0;
    for (const double influence : influences) squares += squared(influence);
    // A pair meets itself at both of its ends: once too often.
    double sum = products_within_clusters(dyads, influences) - squares;
    const auto all = static_cast<double>(dyads.size());
    for (const Ends& actor : ends_of(dyads, influences)) {
        if (actor.pairs == dyads.size()) return std::nullopt;
        sum += squared(actor.sum / (1 - static_cast<double>(actor.pairs) / all));
    }
    return std::max(sum, squares);
}

}  // namespace maillage::inference
