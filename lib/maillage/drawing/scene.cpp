#include <algorithm>
#include <map>
#include <tuple>

#include <maillage/base/text.hpp>
#include <maillage/drawing/scene.hpp>
#include <maillage/drawing/text_width.hpp>
#include <maillage/drawing/words.hpp>

namespace maillage::drawing {

namespace {

using metrics::Scope;

/// As the bounds of `emergence_active_count`: a silent alliance is silent from its last sign on.
State state_of(const Scope& scope, std::uint32_t i) {
    model::Relation relation = scope.data.partnerships.rows[i];
    if (!scope.last_day) return State::active;
    if (!metrics::runs_on(relation, *scope.last_day)) return State::ended;
    const auto& family = scope.study.partnerships;
    if (family.life[i] != metrics::Life::silent) return State::active;
    if (!family.last_sign[i]) return State::silent;
    relation.end = model::Date(*family.last_sign[i]);
    return metrics::runs_on(relation, *scope.last_day) ? State::active : State::silent;
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
    MetNotAllied(const Scope& scope, const std::vector<std::uint8_t>& listed,
                 const std::vector<State>& states)
        : scope_(scope), listed_(listed), seen_(listed.size(), 0) {
        in_window_.assign(scope.data.events.size(), 0);
        for (const std::uint32_t event : scope.events.relations) in_window_[event] = 1;
        lasts_.assign(scope.data.partnerships.size(), 0);
        for (std::size_t i = 0; i < states.size(); ++i)
            lasts_[scope.running_partnerships[i]] = states[i] == State::ended ? 0 : 1;
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

class Reader {
  public:
    Reader(const Scope& scope, const privacy::Naming& naming, const MapOptions& options)
        : scope_(scope), naming_(naming), language_(options.language) {
        listed_.assign(scope.data.actors.size(), 0);
        scope.view.seats.for_each([&](std::uint32_t actor) {
            if (scope.is_active(actor)) listed_[actor] = 1;
        });
        const auto is_other = [&](std::uint32_t actor) { return !scope.data.actors[actor].person; };
        const bool all_persons = std::ranges::none_of(scope.active(scope.view.seats), is_other);
        merged_ = options.citizens == Citizens::merged ||
                  (options.citizens == Citizens::automatic && !all_persons);
    }

    Scene read() {
        judge_alliances();
        make_symbols();
        make_alliances();
        count();
        return std::move(scene_);
    }

  private:
    const Scope& scope_;
    const privacy::Naming& naming_;
    base::Language language_;
    bool merged_ = true;
    std::vector<std::uint8_t> listed_;
    std::vector<State> states_;  ///< Beside `running_partnerships`.
    std::vector<Tie> ties_;
    std::vector<std::uint32_t> symbol_of_;
    Scene scene_;

    [[nodiscard]] std::span<const graph::Vertex> parties(std::uint32_t relation) const {
        return scope_.study.partnerships.incidence.members(relation);
    }

    void judge_alliances() {
        ties_.assign(listed_.size(), Tie::none);
        for (const std::uint32_t i : scope_.running_partnerships) {
            states_.push_back(state_of(scope_, i));
            const Tie tie = states_.back() == State::ended ? Tie::past : Tie::current;
            for (const std::uint32_t party : parties(i)) ties_[party] = std::min(ties_[party], tie);
        }
    }

    /// What stands together as one symbol: one actor, or merged persons alike in all of this.
    struct Draft {
        Symbol symbol;
        std::string key;
        model::TerritoryId seat;
        std::vector<std::uint32_t> actors;
    };

    void make_symbols() {
        std::vector<Draft> drafts;
        std::map<std::tuple<Membership, model::Kind, Tie, model::TerritoryId>, std::size_t> groups;
        for (std::uint32_t i = 0; i < listed_.size(); ++i) {
            if (listed_[i] == 0 && ties_[i] == Tie::none) continue;
            const model::Actor& actor = scope_.data.actors[i];
            const auto where = listed_[i] != 0 ? Membership::listed : Membership::elsewhere;
            std::size_t at = drafts.size();
            if (actor.person && merged_)
                at =
                    groups.try_emplace({where, actor.kind, ties_[i], actor.seat}, at).first->second;
            if (at == drafts.size())
                drafts.push_back({{actor.kind, ties_[i], where, {}, 0}, {}, actor.seat, {}});
            drafts[at].actors.push_back(i);
            if (actor.person && merged_) ++drafts[at].symbol.persons;
        }
        for (Draft& draft : drafts) name(draft);
        std::ranges::stable_sort(drafts, {}, [](const Draft& d) {
            return std::tie(d.symbol.membership, d.symbol.kind, d.key);
        });
        symbol_of_.assign(listed_.size(), 0);
        for (Draft& draft : drafts) {
            for (const std::uint32_t actor : draft.actors)
                symbol_of_[actor] = static_cast<std::uint32_t>(scene_.symbols.size());
            scene_.symbols.push_back(std::move(draft.symbol));
        }
    }

    void name(Draft& draft) const {
        std::string& text = draft.symbol.name;
        if (draft.symbol.persons == 0) {
            text = clean_text(naming_.name({draft.actors.front()}));
        } else {
            text = counted(draft.symbol.persons,
                           model::kinds[static_cast<std::size_t>(draft.symbol.kind)], language_);
            if (draft.seat.known())
                text.append(" (").append(clean_text(scope_.data[draft.seat].name)).append(")");
        }
        draft.key = base::comparison_key(text);
    }

    void make_alliances() {
        std::map<std::tuple<State, bool, std::vector<std::uint32_t>>, std::size_t> same;
        for (std::size_t at = 0; at < states_.size(); ++at) {
            const std::uint32_t i = scope_.running_partnerships[at];
            Alliance alliance;
            alliance.state = states_[at];
            alliance.born = was_born_in_last_year(scope_, i);
            for (const std::uint32_t party : parties(i))
                alliance.parties.push_back(symbol_of_[party]);
            std::ranges::sort(alliance.parties);
            alliance.parties.erase(std::unique(alliance.parties.begin(), alliance.parties.end()),
                                   alliance.parties.end());
            ++scene_.counts.alliances[static_cast<std::size_t>(alliance.state)];
            if (alliance.born) ++scene_.counts.born;
            const auto [found, is_new] = same.try_emplace(
                {alliance.state, alliance.born, alliance.parties}, scene_.alliances.size());
            if (is_new) {
                alliance.name = clean_text(scope_.data.partnerships.rows[i].name);
                scene_.alliances.push_back(std::move(alliance));
            } else {
                ++scene_.alliances[found->second].count;
            }
        }
    }

    void count() {
        Counts& counts = scene_.counts;
        for (std::uint32_t i = 0; i < listed_.size(); ++i) {
            const model::Actor& actor = scope_.data.actors[i];
            if (listed_[i] == 0) {
                if (ties_[i] != Tie::none) ++counts.elsewhere;
                continue;
            }
            ++counts.actors;
            ++counts.kinds[static_cast<std::size_t>(actor.kind)];
            if (ties_[i] == Tie::current) ++counts.linked;
            if (ties_[i] == Tie::past) ++counts.past;
            if (ties_[i] == Tie::none) ++counts.isolated;
            if (actor.person) scene_.has_person = true;
        }
        for (const Symbol& symbol : scene_.symbols) {
            counts.persons += symbol.persons;
            if (symbol.persons > 0) ++counts.person_symbols;
        }
        counts.legal = static_cast<std::int64_t>(scope_.study.partnerships.left_out);
        counts.lone = static_cast<std::int64_t>(scope_.view.lone_partnerships.size());
        if (scope_.study.as_of)
            for (const std::uint32_t i : scope_.view.partnerships.relations)
                if (scope_.study.partnerships.life[i] == metrics::Life::planned) ++counts.planned;
        counts.met = MetNotAllied(scope_, listed_, states_).count();
    }
};

}  // namespace

Scene read_scene(const Scope& scope, const privacy::Naming& naming, const MapOptions& options) {
    return Reader(scope, naming, options).read();
}

}  // namespace maillage::drawing
