// A pair is found from its smaller actor: the actor's meetings are walked from the earliest, and a
// partner is taken the first time it is seen. Marks per actor replace a table of pairs, so a large
// assembly costs time but no memory beyond the pairs it makes.

#include <algorithm>
#include <limits>
#include <tuple>

#include <maillage/metrics/lifetimes.hpp>
#include <maillage/metrics/met_pairs.hpp>

namespace maillage::metrics {

namespace {

using base::Day;
using inference::Dyad;
using inference::Outcome;
using inference::Spell;
using model::Date;

constexpr std::uint32_t left_out = std::numeric_limits<std::uint32_t>::max();

/// Rank of every relation by date, unknown dates first; `left_out` for plans. Ties by row.
template <class Table>
std::vector<std::uint32_t> ranks_by_date(const Table& table, Day as_of) {
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < table.size(); ++i) {
        const Date& date = table.rows[i].start;
        if (!date.known() || date.last() <= as_of) order.push_back(i);
    }
    const auto key = [&](std::uint32_t i) {
        const Date& date = table.rows[i].start;
        return date.known() ? std::tuple(1, middle(date), date.first())
                            : std::tuple(0, Day{}, Day{});
    };
    std::ranges::stable_sort(order, {}, key);
    std::vector<std::uint32_t> ranks(table.size(), left_out);
    for (std::uint32_t rank = 0; rank < order.size(); ++rank) ranks[order[rank]] = rank;
    return ranks;
}

/// Where the first meeting of a pair places it.
enum class Cohort : std::uint8_t { elsewhere, washed_out, entered };

/// What a pair is to the measure, once its first meeting and its first alliance are known.
enum class Before : std::uint8_t { never, allied, unclear, met };

Before compare(const Date& meeting, const Date& alliance) {
    if (!alliance.known() || base::certainly_before(alliance, meeting)) return Before::allied;
    if (alliance == meeting && meeting.exact()) return Before::allied;
    return base::certainly_before(meeting, alliance) ? Before::met : Before::unclear;
}

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
        const bool allied = allied_by_[other] == actor;
        const Date alliance =
            allied ? scope_.data.partnerships.rows[alliance_of_[other]].start : Date();
        const Before before = allied ? compare(meeting, alliance) : Before::never;
        if (before == Before::allied) ++pairs_.confirmed;
        if (before == Before::unclear) ++pairs_.undetermined;
        if (before == Before::allied || before == Before::unclear) return;
        const Day origin = middle(meeting);
        const auto exit = first_exit(actor, other);
        Spell spell{0, as_of_ - origin, Outcome::censored};
        if (exit) spell = {0, *exit - origin, Outcome::competing};
        // On one day, what is studied comes first.
        const bool converted = before == Before::met && (!exit || middle(alliance) <= *exit);
        if (converted) spell = {0, middle(alliance) - origin, Outcome::event};
        if (spell.time <= 0) return;
        pairs_.spells.push_back(spell);
        pairs_.dyads.push_back({actor, other, converted ? alliance_of_[other] : Dyad::no_cluster});
    }

    [[nodiscard]] std::optional<Day> first_exit(std::uint32_t a, std::uint32_t b) const {
        std::optional<Day> first;
        for (const std::uint32_t actor : {a, b}) {
            const Date& closed = scope_.data.actors[actor].closed;
            if (!closed.known() || closed.last() > as_of_) continue;
            first = first ? std::min(*first, middle(closed)) : middle(closed);
        }
        return first;
    }
};

}  // namespace

MetPairs met_pairs(const Scope& scope) {
    if (!scope.study.as_of || !scope.window.first || !scope.last_day) return {};
    return PairFinder(scope, *scope.study.as_of).find();
}

}  // namespace maillage::metrics
