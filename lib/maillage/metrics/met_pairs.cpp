// A pair is found from its smaller actor: the actor's meetings are walked from the earliest, and a
// partner is taken the first time it is seen. Marks per actor replace a table of pairs, so a large
// assembly costs time but no memory beyond the pairs it makes.

#include <algorithm>

#include <maillage/metrics/followed_pairs.hpp>
#include <maillage/metrics/met_pairs.hpp>

namespace maillage::metrics {

namespace {

using base::Day;
using inference::Dyad;
using inference::Spell;
using model::Date;

/// Where the first meeting of a pair places it.
enum class Cohort : std::uint8_t { elsewhere, washed_out, entered };

class PairFinder {
  public:
    PairFinder(const Scope& scope, Day as_of)
        : scope_(scope),
          as_of_(as_of),
          event_ranks_(ranks_by_date(scope.data.events, as_of)),
          alliance_ranks_(ranks_by_date(scope.data.partnerships, as_of)),
          is_in_(scope.data.actors.size(), 0),
          met_by_(scope.data.actors.size(), left_out),
          allied_by_(scope.data.actors.size(), left_out),
          alliance_of_(scope.data.actors.size(), left_out) {
        scope.view.partnerships.actors.for_each([&](std::uint32_t actor) { is_in_[actor] = 1; });
        const auto& records = scope.study.request.observed_from
                                  ? scope.study.request.observed_from
                                  : scope.study.first_meetings.earliest;
        if (records) opening_ = months_after(*records, scope.study.request.washout_months);
    }

    MetPairs find() {
        scope_.view.partnerships.actors.for_each([&](std::uint32_t actor) { find_from(actor); });
        return std::move(pairs_);
    }

  private:
    const Scope& scope_;
    Day as_of_;
    std::vector<std::uint32_t> event_ranks_, alliance_ranks_;
    std::optional<Day> opening_;  ///< First day whose meetings make a cohort.
    std::vector<std::uint8_t> is_in_;
    std::vector<std::uint32_t> met_by_, allied_by_;  ///< The last actor that marked each.
    std::vector<std::uint32_t> alliance_of_;         ///< The first alliance with that actor.
    std::vector<std::uint32_t> sorted_;
    MetPairs pairs_;

    std::span<const std::uint32_t> by_date(std::span<const std::uint32_t> relations,
                                           const std::vector<std::uint32_t>& ranks) {
        sorted_.clear();
        for (const std::uint32_t i : relations)
            if (ranks[i] != left_out) sorted_.push_back(i);
        std::ranges::sort(sorted_, {}, [&](std::uint32_t i) { return ranks[i]; });
        return sorted_;
    }

    void find_from(std::uint32_t actor) {
        const auto& alliances = scope_.study.partnerships.incidence;
        for (const std::uint32_t i : by_date(alliances.relations_of(actor), alliance_ranks_)) {
            for (const graph::Vertex other : alliances.members(i)) {
                if (other <= actor || is_in_[other] == 0 || allied_by_[other] == actor) continue;
                allied_by_[other] = actor;
                alliance_of_[other] = i;
            }
        }
        const auto& meetings = scope_.study.events.incidence;
        for (const std::uint32_t i : by_date(meetings.relations_of(actor), event_ranks_)) {
            const Cohort cohort = cohort_of(scope_.data.events.rows[i].start);
            for (const graph::Vertex other : meetings.members(i)) {
                if (other <= actor || is_in_[other] == 0 || met_by_[other] == actor) continue;
                met_by_[other] = actor;
                if (cohort == Cohort::washed_out) ++pairs_.washed_out;
                if (cohort == Cohort::entered)
                    enter(actor, other, scope_.data.events.rows[i].start);
            }
        }
    }

    [[nodiscard]] Cohort cohort_of(const Date& date) const {
        if (!date.known() || date.first() < *scope_.window.first || date.last() > *scope_.last_day)
            return Cohort::elsewhere;
        return opening_ && date.first() < *opening_ ? Cohort::washed_out : Cohort::entered;
    }

    void enter(std::uint32_t actor, std::uint32_t other, const Date& meeting) {
        Dyad pair{actor, other};
        std::optional<Date> alliance;
        if (allied_by_[other] == actor)
            alliance = scope_.data.partnerships.rows[alliance_of_[other]].start;
        const Allied when = allied(meeting, alliance);
        if (when == Allied::before) ++pairs_.confirmed;
        if (when == Allied::unclear) ++pairs_.undetermined;
        if (when == Allied::before || when == Allied::unclear) return;
        const Spell spell = followed(scope_.data, pair, meeting, alliance, as_of_);
        if (spell.time <= 0) return;
        if (spell.outcome == inference::Outcome::event) pair.cluster = alliance_of_[other];
        pairs_.spells.push_back(spell);
        pairs_.dyads.push_back(pair);
    }
};

}  // namespace

MetPairs met_pairs(const Scope& scope) {
    if (!scope.study.as_of || !scope.window.first || !scope.last_day) return {};
    return PairFinder(scope, *scope.study.as_of).find();
}

}  // namespace maillage::metrics
