#include <algorithm>
#include <tuple>

#include "reference/followed.hpp"

namespace maillage::reference {

namespace {

auto order(const Date& date) {
    return date.known() ? std::tuple(true, middle(date), date.first()) : std::tuple(false, 0, 0);
}

struct Alliance {
    Members parties;
    Date start, end;
};

/// Every alliance that has begun by the date of the data.
std::vector<Alliance> alliances_of(const Question& q) {
    std::vector<Alliance> alliances;
    for (const std::uint32_t i : q.all_partnerships) {
        const auto& row = q.data.partnerships.rows[i];
        if (!row.start.known() || row.start.last() <= *q.as_of)
            alliances.push_back({q.parties(i), row.start, row.end});
    }
    return alliances;
}

bool over(const Alliance& alliance, int day) {
    if (!alliance.end.known()) return false;
    const bool one_day = alliance.end == alliance.start;
    return one_day ? alliance.end.last() < day : alliance.end.last() <= day;
}

/// When two alliances open a path between a party of the one and a party of the other.
std::optional<Date> opening(const Alliance& one, const Alliance& other) {
    const bool meet = std::ranges::any_of(
        one.parties, [&](std::uint32_t party) { return other.parties.contains(party); });
    const bool one_first = order(one.start) < order(other.start);
    const Alliance& earlier = one_first ? one : other;
    const Alliance& later = one_first ? other : one;
    const bool ended = later.start.known() && over(earlier, later.start.first());
    if (!meet || ended) return std::nullopt;
    return later.start;
}

struct Pair : Followed {
    bool same_kind = false;
};

struct Cohort {
    std::vector<Pair> pairs;
    double undetermined = 0;
};

std::optional<Date> earliest(std::optional<Date> date, const Date& other) {
    return !date || order(other) < order(*date) ? other : *date;
}

void add(Cohort& cohort, const Question& q, const std::vector<Alliance>& alliances, std::uint32_t a,
         std::uint32_t b) {
    std::optional<Date> open, tied;
    for (const Alliance& one : alliances) {
        if (!one.parties.contains(a)) continue;
        if (one.parties.contains(b)) tied = earliest(tied, one.start);
        if (one.parties.contains(b)) continue;
        for (const Alliance& other : alliances)
            if (other.parties.contains(b) && !other.parties.contains(a))
                if (const auto day = opening(one, other)) open = earliest(open, *day);
    }
    if (!open || !open->known() || !q.in_window(*open)) return;
    if (tied && order(*tied) <= order(*open)) return;
    if (tied && tied->first() <= open->last()) {
        ++cohort.undetermined;
        return;
    }
    Pair pair{*q.as_of - middle(*open), false, false, q.kind(a) == q.kind(b)};
    for (const std::uint32_t actor : {a, b}) {
        const Date& closed = q.data.actors[actor].closed;
        if (!closed.known() || closed.last() > *q.as_of) continue;
        pair.time = std::min(pair.time, middle(closed) - middle(*open));
        pair.left = true;
    }
    if (tied && (!pair.left || middle(*tied) - middle(*open) <= pair.time)) {
        pair.time = middle(*tied) - middle(*open);
        pair.allied = true;
        pair.left = false;
    }
    if (pair.time > 0) cohort.pairs.push_back(pair);
}

void answer(Answers& answers, const std::string& measure, const std::vector<Pair>& pairs) {
    int follow_up = 0;
    for (const Pair& pair : pairs) follow_up = std::max(follow_up, pair.time);
    for (const int months : {6, 12, 24, 36}) {
        const std::string key = "horizon_months=" + std::to_string(months);
        const double days = months * 30.4375;
        const Shares s = shares(pairs, days);
        const bool known = !pairs.empty() && (days <= follow_up || s.neither < 1e-12);
        auto& allied = answers[{"emergence_closure_cif", measure + key}];
        if (known) allied = s.allied;
        if (!measure.empty()) continue;
        auto& left = answers[{"emergence_closure_cif", "measure=exit;" + key}];
        if (known) left = s.left;
    }
}

}  // namespace

Answers emergence_closure_cif(const Question& q) {
    Answers answers;
    Cohort cohort;
    if (q.as_of && q.first) {
        const auto alliances = alliances_of(q);
        for (const std::uint32_t a : q.emergence_actors)
            for (const std::uint32_t b : q.emergence_actors)
                if (a < b) add(cohort, q, alliances, a, b);
    }
    answer(answers, "", cohort.pairs);
    for (const bool same : {true, false}) {
        std::vector<Pair> some;
        for (const Pair& pair : cohort.pairs)
            if (pair.same_kind == same) some.push_back(pair);
        answer(answers, same ? "measure=same_kind;" : "measure=cross_kind;", some);
    }
    answers[{"emergence_closure_cif", "measure=pairs"}] = static_cast<double>(cohort.pairs.size());
    if (cohort.undetermined > 0)
        answers[{"emergence_closure_cif", "measure=undetermined"}] = cohort.undetermined;
    return answers;
}

}  // namespace maillage::reference
