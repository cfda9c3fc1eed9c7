// Two alliances that run together and share a party open a path between each party of the one and
// each party of the other. So paths are found from alliance to alliance: of an actor, its own
// alliances, those that share a party with one of them, and their parties. Marks per alliance and
// per actor keep the earliest, and no path is ever held.

#include <algorithm>

#include <maillage/metrics/followed_pairs.hpp>
#include <maillage/metrics/open_pairs.hpp>

namespace maillage::metrics {

namespace {

using base::Day;
using inference::Dyad;
using inference::Spell;
using model::Date;

constexpr std::size_t most_pairs = 10'000'000;

/// The least rank seen of each thing, and the things seen.
class Earliest {
  public:
    explicit Earliest(std::size_t things) : ranks_(things, left_out) {}
    void see(std::uint32_t thing, std::uint32_t rank) {
        if (ranks_[thing] == left_out) seen_.push_back(thing);
        ranks_[thing] = std::min(ranks_[thing], rank);
    }
    void forget() {
        for (const std::uint32_t thing : seen_) ranks_[thing] = left_out;
        seen_.clear();
    }
    [[nodiscard]] std::uint32_t operator[](std::uint32_t thing) const { return ranks_[thing]; }
    [[nodiscard]] const std::vector<std::uint32_t>& seen() const { return seen_; }

  private:
    std::vector<std::uint32_t> ranks_;
    std::vector<std::uint32_t> seen_;
};

class OpenPairFinder {
  public:
    OpenPairFinder(const Scope& scope, Day as_of)
        : scope_(scope),
          alliances_(scope.study.partnerships.incidence),
          as_of_(as_of),
          ranks_(ranks_by_date(scope.data.partnerships, as_of)),
          rows_(ranks_.size()),
          is_in_(scope.data.actors.size(), 0),
          allied_(scope.data.actors.size()),
          opened_(scope.data.actors.size()),
          reached_(ranks_.size()) {
        for (std::uint32_t row = 0; row < ranks_.size(); ++row)
            if (ranks_[row] != left_out) rows_[ranks_[row]] = row;
        scope.view.partnerships.actors.for_each([&](std::uint32_t actor) { is_in_[actor] = 1; });
    }

    OpenPairs find() {
        scope_.view.partnerships.actors.for_each([&](std::uint32_t actor) {
            if (!pairs_.too_many) find_from(actor);
        });
        if (!pairs_.too_many) return std::move(pairs_);
        OpenPairs none;
        none.too_many = true;
        return none;
    }

  private:
    const Scope& scope_;
    const graph::Incidence& alliances_;
    Day as_of_;
    std::vector<std::uint32_t> ranks_, rows_;  ///< Of each alliance by date, and back.
    std::vector<std::uint8_t> is_in_;
    Earliest allied_;   ///< Of the other actors, their first alliance with this one.
    Earliest opened_;   ///< The alliance that opens the pair.
    Earliest reached_;  ///< Of alliances that share a party: when both run.
    OpenPairs pairs_;

    [[nodiscard]] const model::Partnership& at(std::uint32_t rank) const {
        return scope_.data.partnerships.rows[rows_[rank]];
    }

    void find_from(std::uint32_t actor) {
        see_allies(actor);
        reach_from(actor);
        for (const std::uint32_t row : reached_.seen())
            for (const graph::Vertex other : alliances_.members(row))
                if (other > actor && is_in_[other] != 0) opened_.see(other, reached_[row]);
        for (const std::uint32_t other : opened_.seen()) enter(actor, other);
        pairs_.too_many = pairs_.spells.size() > most_pairs;
        allied_.forget();
        opened_.forget();
        reached_.forget();
    }

    void see_allies(std::uint32_t actor) {
        for (const std::uint32_t row : alliances_.relations_of(actor))
            if (ranks_[row] != left_out)
                for (const graph::Vertex other : alliances_.members(row))
                    allied_.see(other, ranks_[row]);
    }

    /// Alliances that share a party with one of the actor, who is not in them.
    void reach_from(std::uint32_t actor) {
        for (const std::uint32_t own : alliances_.relations_of(actor)) {
            if (ranks_[own] == left_out) continue;
            for (const graph::Vertex ally : alliances_.members(own)) {
                if (ally == actor) continue;
                for (const std::uint32_t row : alliances_.relations_of(ally))
                    if (ranks_[row] != left_out && !has(row, actor) && run_together(own, row))
                        reached_.see(row, std::max(ranks_[own], ranks_[row]));
            }
        }
    }

    [[nodiscard]] bool has(std::uint32_t row, std::uint32_t actor) const {
        return std::ranges::binary_search(alliances_.members(row), actor);
    }

    /// The earlier of the two may still run on the day the later begins.
    [[nodiscard]] bool run_together(std::uint32_t a, std::uint32_t b) const {
        const auto [earlier, later] = std::minmax(ranks_[a], ranks_[b]);
        const Date& start = at(later).start;
        return !start.known() || !is_over(at(earlier), start.first());
    }

    [[nodiscard]] bool is_in_window(const Date& date) const {
        return date.known() && date.first() >= *scope_.window.first &&
               date.last() <= *scope_.last_day;
    }

    /// Mid-points tell which of two imprecise dates comes first; on equal ones the pair is taken to
    /// be allied already, as it is when an alliance of three holds it and its ally.
    [[nodiscard]] static bool is_before(const Date& alliance, const Date& opening) {
        if (!alliance.known() || !opening.known()) return !alliance.known();
        return std::pair(middle(alliance), alliance.first()) <=
               std::pair(middle(opening), opening.first());
    }

    void enter(std::uint32_t actor, std::uint32_t other) {
        const Date& opening = at(opened_[other]).start;
        Dyad pair{actor, other};
        std::optional<Date> alliance;
        if (allied_[other] != left_out) alliance = at(allied_[other]).start;
        if (!is_in_window(opening) || (alliance && is_before(*alliance, opening))) return;
        if (allied(opening, alliance) == Allied::unclear) {
            ++pairs_.undetermined;
            return;
        }
        Spell spell = followed(scope_.data, pair, opening, alliance, as_of_);
        if (const auto& observed = scope_.study.request.observed_from)
            spell.entry = std::max(0, *observed - middle(opening));
        if (spell.time <= spell.entry) return;
        if (spell.outcome == inference::Outcome::event) pair.cluster = rows_[allied_[other]];
        pairs_.spells.push_back(spell);
        pairs_.dyads.push_back(pair);
    }
};

}  // namespace

OpenPairs open_pairs(const Scope& scope) {
    if (!scope.study.as_of || !scope.window.first || !scope.last_day) return {};
    return OpenPairFinder(scope, *scope.study.as_of).find();
}

}  // namespace maillage::metrics
