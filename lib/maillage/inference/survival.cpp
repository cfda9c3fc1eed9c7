#include <algorithm>
#include <cmath>

#include <maillage/inference/survival.hpp>

namespace maillage::inference {

namespace {

/// One half, up to the rounding of a product of ratios.
constexpr double one_half = 0.5 + 1e-12;

std::int64_t count_below(const std::vector<std::int32_t>& sorted, double time) {
    const auto below = [](std::int32_t value, double bound) { return value < bound; };
    return std::lower_bound(sorted.begin(), sorted.end(), time, below) - sorted.begin();
}

/// First position whose time comes after the one given.
template <class Steps>
auto first_after(const Steps& steps, double time) {
    return std::upper_bound(steps.begin(), steps.end(), time,
                            [](double bound, const auto& step) { return bound < step.time; });
}

}  // namespace

RiskSets::RiskSets(std::span<const Spell> spells) {
    std::vector<Spell> happened;
    for (const Spell& spell : spells) {
        if (spell.time <= spell.entry) continue;
        entries_.push_back(spell.entry);
        times_.push_back(spell.time);
        if (spell.outcome != Outcome::censored) happened.push_back(spell);
    }
    std::ranges::sort(entries_);
    std::ranges::sort(times_);
    std::ranges::sort(happened, {}, &Spell::time);
    for (const Spell& spell : happened) {
        if (steps_.empty() || steps_.back().time != spell.time)
            steps_.push_back({spell.time, at_risk(spell.time), 0, 0});
        Step& step = steps_.back();
        ++(spell.outcome == Outcome::event ? step.events : step.competing);
    }
}

std::size_t RiskSets::steps_until(double time) const {
    return static_cast<std::size_t>(first_after(steps_, time) - steps_.begin());
}

std::int64_t RiskSets::at_risk(double time) const {
    return count_below(entries_, time) - count_below(times_, time);
}

SurvivalCurve::SurvivalCurve(std::span<const Spell> spells) : risk_(spells) {
    double survival = 1, variance = 0;
    for (const RiskSets::Step& step : risk_.steps()) {
        if (step.events == 0) continue;
        const auto d = static_cast<double>(step.events), n = static_cast<double>(step.at_risk);
        survival *= (n - d) / n;
        if (step.events < step.at_risk) variance += d / (n * (n - d));
        steps_.push_back({step.time, step.at_risk, step.events, survival, variance});
        if (survival <= 0) break;
    }
}

const SurvivalCurve::Step* SurvivalCurve::last_before(double time) const {
    const auto after = first_after(steps_, time);
    return after == steps_.begin() ? nullptr : &*std::prev(after);
}

bool SurvivalCurve::is_known(double time) const {
    return time <= risk_.follow_up() || (!steps_.empty() && survival(time) <= 0);
}

double SurvivalCurve::survival(double time) const {
    const Step* step = last_before(time);
    return step == nullptr ? 1 : step->survival;
}

std::optional<double> SurvivalCurve::standard_error(double time) const {
    const Step* step = last_before(time);
    if (step == nullptr) return 0;
    if (step->survival <= 0) return std::nullopt;
    return step->survival * std::sqrt(step->variance_of_log);
}

std::optional<Interval> SurvivalCurve::limits(double time) const {
    const auto error = standard_error(time);
    return error ? loglog_limits(survival(time), *error) : std::nullopt;
}

std::optional<std::int32_t> SurvivalCurve::median() const {
    const auto half =
        std::ranges::find_if(steps_, [](const Step& step) { return step.survival <= one_half; });
    if (half == steps_.end()) return std::nullopt;
    return half->time;
}

std::optional<SurvivalCurve::Mean> SurvivalCurve::restricted_mean(double horizon) const {
    if (!is_known(horizon)) return std::nullopt;
    // From the last step to the first, so that the area to the right of each is at hand.
    double area = 0, variance = 0, right = horizon;
    for (std::size_t i = steps_.size(); i-- > 0;) {
        const Step& step = steps_[i];
        if (step.time >= horizon) continue;
        area += step.survival * (right - step.time);
        right = step.time;
        const double before = i == 0 ? 0 : steps_[i - 1].variance_of_log;
        variance += area * area * (step.variance_of_log - before);
    }
    return Mean{area + right, std::sqrt(variance)};
}

}  // namespace maillage::inference
