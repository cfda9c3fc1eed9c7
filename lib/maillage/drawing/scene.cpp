#include <algorithm>
#include <map>
#include <tuple>

#include <maillage/base/clean_text.hpp>
#include <maillage/base/text.hpp>
#include <maillage/drawing/scene.hpp>
#include <maillage/drawing/stands.hpp>
#include <maillage/drawing/words.hpp>

namespace maillage::drawing {

namespace {

using metrics::Scope;

/// The symbol of an actor that is not shown.
constexpr std::uint32_t nobody = 0xFFFFFFFF;

class Maker {
  public:
    Maker(const Scope& scope, const Reading& reading, const privacy::Naming& naming,
          const MapOptions& options)
        : scope_(scope), reading_(reading), naming_(naming), language_(options.language) {
        scene_.merges_persons = privacy::merges_persons(scope, options.citizens);
    }

    Scene make() {
        make_symbols();
        make_alliances();
        return std::move(scene_);
    }

  private:
    const Scope& scope_;
    const Reading& reading_;
    const privacy::Naming& naming_;
    base::Language language_;
    std::vector<std::uint32_t> symbol_of_;
    Scene scene_;

    /// What stands together as one symbol: one actor, or merged persons alike in all of this.
    struct Draft {
        Symbol symbol;
        std::string key;
        model::TerritoryId seat;
        std::vector<std::uint32_t> actors;
    };

    [[nodiscard]] std::vector<Draft> drafts() const {
        std::vector<Draft> drafts;
        std::map<std::tuple<Membership, model::Kind, Tie, Marks, model::TerritoryId>, std::size_t>
            groups;
        for (std::uint32_t i = 0; i < reading_.listed.size(); ++i) {
            const Tie tie = reading_.ties[i];
            if (reading_.listed[i] == 0 && tie == Tie::none) continue;
            const model::Actor& actor = scope_.data.actors[i];
            const bool merges = actor.person && scene_.merges_persons;
            const auto where = reading_.listed[i] != 0 ? Membership::listed : Membership::elsewhere;
            const Marks marks = reading_.marks.empty() ? Marks() : reading_.marks[i];
            std::size_t at = drafts.size();
            if (merges)
                at = groups.try_emplace({where, actor.kind, tie, marks, actor.seat}, at)
                         .first->second;
            if (at == drafts.size())
                drafts.push_back({{actor.kind, tie, where, {}, 0, marks, i}, {}, actor.seat, {}});
            drafts[at].actors.push_back(i);
            if (merges) ++drafts[at].symbol.persons;
        }
        return drafts;
    }

    void make_symbols() {
        std::vector<Draft> drafts = this->drafts();
        for (Draft& draft : drafts) name(draft);
        std::ranges::stable_sort(drafts, {}, [](const Draft& d) {
            return std::tie(d.symbol.membership, d.symbol.kind, d.key);
        });
        symbol_of_.assign(reading_.listed.size(), nobody);
        for (Draft& draft : drafts) {
            for (const std::uint32_t actor : draft.actors)
                symbol_of_[actor] = static_cast<std::uint32_t>(scene_.symbols.size());
            if (draft.symbol.persons > 0) ++scene_.person_symbols;
            scene_.symbols.push_back(std::move(draft.symbol));
        }
    }

    void name(Draft& draft) const {
        std::string& text = draft.symbol.name;
        if (draft.symbol.persons == 0) {
            text = base::clean_text(naming_.name({draft.actors.front()}));
        } else {
            text = name_of_persons(scope_.data, draft.symbol, draft.seat, language_);
        }
        draft.key = base::comparison_key(text);
        if (const int percent = draft.symbol.marks.percent; percent > 0)
            text = say(words::percent_of, language_, {std::to_string(percent), text});
    }

    void make_alliances() {
        std::map<std::tuple<State, bool, Stroking, std::vector<std::uint32_t>>, std::size_t> same;
        for (std::size_t at = 0; at < reading_.states.size(); ++at) {
            const std::uint32_t i = reading_.alliances[at];
            Alliance alliance;
            alliance.state = reading_.states[at];
            alliance.born = reading_.born[at] != 0;
            if (!reading_.strokes.empty()) alliance.stroking = reading_.strokes[at];
            if (!reading_.labels.empty()) alliance.label = reading_.labels[at];
            for (const graph::Vertex party : scope_.study.partnerships.incidence.members(i))
                if (symbol_of_[party] != nobody) alliance.parties.push_back(symbol_of_[party]);
            std::ranges::sort(alliance.parties);
            alliance.parties.erase(std::unique(alliance.parties.begin(), alliance.parties.end()),
                                   alliance.parties.end());
            const auto [found, is_new] = same.try_emplace(
                {alliance.state, alliance.born, alliance.stroking, alliance.parties},
                scene_.alliances.size());
            if (!is_new) {
                ++scene_.alliances[found->second].count;
                continue;
            }
            alliance.id = scope_.data.partnerships.rows[i].id;
            alliance.name = base::clean_text(scope_.data.partnerships.rows[i].name);
            scene_.alliances.push_back(std::move(alliance));
        }
    }
};

}  // namespace

std::string name_of_persons(const model::Dataset& data, const Symbol& merged,
                            model::TerritoryId seat, base::Language language) {
    std::string text =
        counted(merged.persons, model::kinds[static_cast<std::size_t>(merged.kind)], language);
    if (seat.known()) text.append(" (").append(base::clean_text(data[seat].name)).append(")");
    return text;
}

Scene make_scene(const Scope& scope, const Reading& reading, const privacy::Naming& naming,
                 const MapOptions& options) {
    Scene scene = Maker(scope, reading, naming, options).make();
    scene.stand = stand_of(scene, scope, reading, options);
    return scene;
}

}  // namespace maillage::drawing
