#include <algorithm>
#include <map>

#include <maillage/base/numbers.hpp>
#include <maillage/drawing/grouping.hpp>
#include <maillage/drawing/merged.hpp>
#include <maillage/drawing/stands.hpp>

namespace maillage::drawing {

namespace {

using metrics::Scope;

class Merger {
  public:
    Merger(const Scope& scope, const Reading& reading, Counting counting)
        : scope_(scope), reading_(reading) {
        scene_.counting = counting;
    }

    MergedScene run(base::Language language, std::size_t most_cards, std::size_t most_bundles) {
        Grouping grouping = group_by_territory(scope_, reading_, language, most_cards);
        scene_.by_territory = grouping.by_territory;
        group_of_ = std::move(grouping.group_of);
        make_cards(grouping.groups);
        make_bundles(most_bundles);
        return std::move(scene_);
    }

  private:
    const Scope& scope_;
    const Reading& reading_;
    std::vector<std::uint32_t> group_of_;  ///< Per actor.
    MergedScene scene_;

    void make_cards(std::vector<Grouping::Group>& groups) {
        for (Grouping::Group& group : groups) {
            Card card;
            card.name = std::move(group.name);
            card.territory = group.territory;
            scene_.cards.push_back(std::move(card));
        }
        for (std::uint32_t i = 0; i < group_of_.size(); ++i) {
            if (group_of_[i] == Grouping::nothing) continue;
            Card& card = scene_.cards[group_of_[i]];
            ++card.kinds[static_cast<std::size_t>(scope_.data.actors[i].kind)];
            if (reading_.ties[i] == Tie::none) ++card.isolated;
        }
    }

    [[nodiscard]] Tally tally_of(std::size_t at) const {
        const bool is_over = reading_.states[at] == State::ended;
        if (scene_.counting == Counting::running) return {is_over ? 0 : 1, 0};
        return {reading_.born[at], is_over ? 1 : 0};
    }

    [[nodiscard]] State first_state() const {
        return scene_.counting == Counting::running ? State::silent : State::active;
    }

    void make_bundles(std::size_t most_bundles) {
        std::map<std::vector<std::uint32_t>, Bundle> bundles;
        for (std::size_t at = 0; at < reading_.states.size(); ++at) {
            const Tally counted = tally_of(at);
            if (counted.all() == 0) continue;
            const std::uint32_t i = reading_.alliances[at];
            std::vector<std::uint32_t> cards;
            for (const graph::Vertex party : scope_.study.partnerships.incidence.members(i))
                cards.push_back(group_of_[party]);
            std::ranges::sort(cards);
            cards.erase(std::unique(cards.begin(), cards.end()), cards.end());
            if (cards.size() == 1) {
                scene_.cards[cards[0]].inside += counted;
                scene_.inside += counted;
                continue;
            }
            scene_.between += counted;
            auto& bundle =
                bundles.try_emplace(cards, Bundle{first_state(), {}, cards}).first->second;
            if (scene_.counting == Counting::running)
                bundle.state = std::min(bundle.state, reading_.states[at]);
            bundle.tally += counted;
        }
        for (auto& [cards, bundle] : bundles) scene_.bundles.push_back(std::move(bundle));
        // Of two that stand for as many, the one with fewer lines.
        std::ranges::stable_sort(scene_.bundles, [](const Bundle& a, const Bundle& b) {
            return std::pair(b.tally.all(), a.cards.size()) <
                   std::pair(a.tally.all(), b.cards.size());
        });
        for (; scene_.bundles.size() > most_bundles; scene_.bundles.pop_back())
            scene_.not_drawn += scene_.bundles.back().tally.all();
    }
};

}  // namespace

Tally& Tally::operator+=(const Tally& other) {
    came += other.came;
    went += other.went;
    return *this;
}

MergedScene merge(const Scope& scope, const Reading& reading, Counting counting,
                  const MapOptions& options, std::size_t most_cards, std::size_t most_bundles) {
    MergedScene scene =
        Merger(scope, reading, counting).run(options.language, most_cards, most_bundles);
    scene.stand = stand_of(scene, scope, options);
    return scene;
}

std::string written(const Tally& tally, Counting counting, base::Language language) {
    if (counting == Counting::running) return base::readable(tally.came, language);
    std::string text;
    if (tally.came > 0) text = "+" + base::readable(tally.came, language);
    if (tally.went > 0)
        text.append(text.empty() ? "" : " ")
            .append("−")
            .append(base::readable(tally.went, language));
    return text;
}

}  // namespace maillage::drawing
