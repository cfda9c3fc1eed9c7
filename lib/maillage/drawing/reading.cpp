#include <algorithm>

#include <maillage/drawing/scene.hpp>

namespace maillage::drawing {

namespace {

using metrics::Scope;

State state_of(const Scope& scope, std::uint32_t i) {
    if (!scope.last_day) return State::active;
    if (!metrics::runs_on(scope.data.partnerships.rows[i], *scope.last_day)) return State::ended;
    return is_silent(scope, i) ? State::silent : State::active;
}

bool was_born_in_last_year(const Scope& scope, std::uint32_t i) {
    const model::Date& start = scope.data.partnerships.rows[i].start;
    if (!start.known() || !scope.last_day) return false;
    const model::Date year = model::Date::year(base::year_of(*scope.last_day));
    return start.first() >= year.first() && start.last() <= *scope.last_day;
}

/// Pairs of listed actors present at one event of the window that share no alliance which lasts.
class MetNotAllied {
  public:
    MetNotAllied(const Scope& scope, const Reading& reading)
        : scope_(scope), listed_(reading.listed), seen_(listed_.size(), 0) {
        in_window_.assign(scope.data.events.size(), 0);
        for (const std::uint32_t event : scope.events.relations) in_window_[event] = 1;
        lasts_.assign(scope.data.partnerships.size(), 0);
        for (std::size_t i = 0; i < reading.states.size(); ++i)
            lasts_[reading.alliances[i]] = reading.states[i] == State::ended ? 0 : 1;
    }

    [[nodiscard]] std::int64_t count() {
        std::int64_t pairs = 0;
        for (std::uint32_t actor = 0; actor < listed_.size(); ++actor)
            if (listed_[actor] != 0) pairs += met_by(actor);
        return pairs;
    }

  private:
    const Scope& scope_;
    const std::vector<std::uint8_t>& listed_;
    std::vector<std::uint32_t> seen_;  ///< Stamp: actor + 1 of who saw it last.
    std::vector<std::uint8_t> in_window_, lasts_;

    std::int64_t met_by(std::uint32_t actor) {
        const auto& parties = scope_.study.partnerships.incidence;
        for (const std::uint32_t alliance : parties.relations_of(actor))
            if (lasts_[alliance] != 0)
                for (const std::uint32_t ally : parties.members(alliance)) seen_[ally] = actor + 1;
        const auto& attendance = scope_.study.events.incidence;
        std::int64_t met = 0;
        for (const std::uint32_t event : attendance.relations_of(actor)) {
            if (in_window_[event] == 0) continue;
            for (const std::uint32_t other : attendance.members(event)) {
                if (other <= actor || listed_[other] == 0 || seen_[other] == actor + 1) continue;
                seen_[other] = actor + 1;
                ++met;
            }
        }
        return met;
    }
};

void count_actors(const Scope& scope, const Reading& reading, Counts& counts) {
    for (std::uint32_t i = 0; i < reading.listed.size(); ++i) {
        const Tie tie = reading.ties[i];
        if (reading.listed[i] == 0) {
            if (tie != Tie::none) ++counts.elsewhere;
            continue;
        }
        const model::Actor& actor = scope.data.actors[i];
        ++counts.actors;
        ++counts.kinds[static_cast<std::size_t>(actor.kind)];
        if (actor.person) ++counts.persons;
        if (tie == Tie::current) ++counts.linked;
        if (tie == Tie::past) ++counts.past;
        if (tie == Tie::none) ++counts.isolated;
    }
}

}  // namespace

bool is_silent(const Scope& scope, std::uint32_t partnership) {
    const auto& family = scope.study.partnerships;
    if (family.life.empty() || family.life[partnership] != metrics::Life::silent) return false;
    if (!family.last_sign[partnership] || !scope.last_day) return true;
    // Silent from its last sign on.
    model::Relation relation = scope.data.partnerships.rows[partnership];
    relation.end = model::Date(*family.last_sign[partnership]);
    return !metrics::runs_on(relation, *scope.last_day);
}

void Reading::add(const Scope& scope, std::uint32_t partnership, State state, bool is_born) {
    alliances.push_back(partnership);
    states.push_back(state);
    born.push_back(is_born ? 1 : 0);
    const Tie tie = state == State::ended ? Tie::past : Tie::current;
    for (const graph::Vertex party : scope.study.partnerships.incidence.members(partnership))
        ties[party] = std::min(ties[party], tie);
}

Reading read(const Scope& scope) {
    Reading reading;
    reading.listed.assign(scope.data.actors.size(), 0);
    scope.view.seats.for_each([&](std::uint32_t actor) {
        if (scope.is_active(actor)) reading.listed[actor] = 1;
    });
    reading.ties.assign(reading.listed.size(), Tie::none);
    for (const std::uint32_t i : scope.running_partnerships)
        reading.add(scope, i, state_of(scope, i), was_born_in_last_year(scope, i));
    return reading;
}

Counts count(const Scope& scope, const Reading& reading) {
    Counts counts;
    count_actors(scope, reading, counts);
    for (std::size_t at = 0; at < reading.states.size(); ++at) {
        ++counts.alliances[static_cast<std::size_t>(reading.states[at])];
        counts.born += reading.born[at];
    }
    counts.legal = static_cast<std::int64_t>(scope.study.partnerships.left_out);
    counts.lone = static_cast<std::int64_t>(scope.view.lone_partnerships.size());
    if (scope.study.as_of)
        for (const std::uint32_t i : scope.view.partnerships.relations)
            if (scope.study.partnerships.life[i] == metrics::Life::planned) ++counts.planned;
    counts.met = MetNotAllied(scope, reading).count();
    return counts;
}

}  // namespace maillage::drawing
