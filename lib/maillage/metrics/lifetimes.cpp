#include <algorithm>

#include <maillage/metrics/lifetimes.hpp>
#include <maillage/metrics/new_pairs.hpp>

namespace maillage::metrics {

using base::Day;
using inference::Outcome;
using inference::Spell;

model::Date end_of(const Study& study, std::uint32_t partnership, SilentAs silent) {
    const model::Date& end = study.data.partnerships.rows[partnership].end;
    const bool lost = study.as_of && study.partnerships.life[partnership] == Life::silent;
    if (!lost || silent == SilentAs::running) return end;
    const auto sign = study.partnerships.last_sign[partnership];
    return sign ? model::Date(*sign) : end;
}

namespace {

/// From start to end or, for want of an end by the date of the data, to that date.
Spell spell_of(const model::Date& start, const model::Date& end, Day as_of) {
    const Day from = middle(start);
    if (!end.known() || end.last() > as_of)
        return {0, std::max(as_of - from, 0), Outcome::censored};
    return {0, std::max(middle(end) - from, 1), Outcome::event};
}

}  // namespace

Lifetimes lifetimes(const Scope& scope, SilentAs silent) {
    Lifetimes lives;
    const Study& study = scope.study;
    if (!study.as_of) return lives;
    for (const std::uint32_t i : started_partnerships(scope)) {
        const model::Partnership& row = scope.data.partnerships.rows[i];
        Spell spell = spell_of(row.start, end_of(study, i, silent), *study.as_of);
        if (study.partnerships.life[i] == Life::silent) lives.any_silent = true;
        if (const auto from = study.request.observed_from)
            spell.entry = std::max(*from - middle(row.start), 0);
        if (spell.entry >= spell.time) {
            if (spell.outcome == Outcome::event) ++lives.over_before;
            continue;
        }
        if (!row.start.exact() || (row.end.known() && !row.end.exact())) ++lives.imprecise;
        lives.spells.push_back(spell);
    }
    return lives;
}

}  // namespace maillage::metrics
