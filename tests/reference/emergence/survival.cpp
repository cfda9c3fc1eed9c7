#include "reference/life.hpp"

namespace maillage::reference {

namespace {

struct Life {
    int entry, time;
    bool ended;
};

int middle(const Date& date) {
    return date.first() + (date.last() - date.first()) / 2;
}

std::vector<Life> lives(const Question& q, bool silent_is_ended, bool& any_silent) {
    std::vector<Life> found;
    for (const std::uint32_t i : started(q, q.partnerships)) {
        if (!q.first) continue;
        const auto& row = q.data.partnerships.rows[i];
        const Signs signs = signs_of(q, i);
        any_silent = any_silent || signs.silent;
        Life life{0, *q.as_of - middle(row.start), false};
        if (signs.ended) life = {0, std::max(1, middle(row.end) - middle(row.start)), true};
        if (signs.silent && silent_is_ended)
            life = {0, std::max(1, *signs.last - middle(row.start)), true};
        if (q.request.observed_from)
            life.entry = std::max(0, *q.request.observed_from - middle(row.start));
        if (life.entry < life.time) found.push_back(life);
    }
    return found;
}

/// Share left at the end of each day, the origin first: nobody needs to sort anything.
std::vector<double> curve_of(const std::vector<Life>& all) {
    std::vector<double> curve{1};
    for (int day = 1; day <= 10 * 366; ++day) {
        double at_risk = 0, ended = 0;
        for (const Life& life : all) {
            if (life.entry < day && day <= life.time) ++at_risk;
            if (life.time == day && life.ended) ++ended;
        }
        curve.push_back(ended > 0 ? curve.back() * (1 - ended / at_risk) : curve.back());
    }
    return curve;
}

/// A day has the share left at its beginning; the last one is cut.
double area(const std::vector<double>& curve, double until) {
    double sum = 0;
    for (std::size_t day = 0; static_cast<double>(day) < until; ++day)
        sum += curve[day] * std::min(1.0, until - static_cast<double>(day));
    return sum;
}

int follow_up(const std::vector<Life>& all) {
    int last = 0;
    for (const Life& life : all) last = std::max(last, life.time);
    return last;
}

void answer(Answers& answers, const std::vector<Life>& all, const std::string& measure) {
    const auto curve = curve_of(all);
    const int last = follow_up(all);
    for (const int months : {12, 24, 36, 60}) {
        const std::string key = measure + "horizon_months=" + std::to_string(months);
        const double days = months * 30.4375;
        std::optional<double> s, mean;
        // When all have ended nothing is unknown later.
        const double share = curve[static_cast<std::size_t>(days)];
        if (!all.empty() && (days <= last || share < 1e-12)) {
            s = share;
            mean = area(curve, days) / 30.4375;
        }
        answers[{"emergence_survival", key}] = s;
        answers[{"emergence_rmst", key}] = mean;
    }
}

}  // namespace

Answers emergence_survival(const Question& q) {
    Answers answers;
    bool any_silent = false;
    const auto running = lives(q, false, any_silent);
    answer(answers, running, "");
    if (any_silent) answer(answers, lives(q, true, any_silent), "measure=silent_ended;");
    std::optional<double> median;
    const auto curve = curve_of(running);
    for (std::size_t day = 1; day < curve.size() && !median; ++day)
        if (curve[day] <= 0.5 + 1e-12) median = static_cast<double>(day) / 30.4375;
    answers[{"emergence_survival", "measure=median"}] = median;
    answers[{"emergence_survival", "measure=relations"}] = static_cast<double>(running.size());
    double imprecise = 0, over = 0;
    for (const std::uint32_t i : started(q, q.partnerships)) {
        if (!q.first) continue;
        const auto& row = q.data.partnerships.rows[i];
        const bool partial = !row.start.exact() || (row.end.known() && !row.end.exact());
        const bool ended = signs_of(q, i).ended;
        const int time =
            ended ? std::max(1, middle(row.end) - middle(row.start)) : *q.as_of - middle(row.start);
        const int entry =
            q.request.observed_from ? std::max(0, *q.request.observed_from - middle(row.start)) : 0;
        if (time <= entry) over += ended ? 1 : 0;
        if (time > entry && partial) ++imprecise;
    }
    if (over > 0) answers[{"emergence_survival", "measure=over_before"}] = over;
    if (imprecise > 0) answers[{"emergence_survival", "measure=imprecise"}] = imprecise;
    return answers;
}

}  // namespace maillage::reference
