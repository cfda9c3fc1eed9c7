#include <algorithm>
#include <map>
#include <numeric>

#include <maillage/base/clean_text.hpp>
#include <maillage/base/numbers.hpp>
#include <maillage/drawing/merged.hpp>
#include <maillage/drawing/words.hpp>

namespace maillage::drawing {

namespace {

using metrics::Scope;

constexpr std::uint32_t nowhere = 0xFFFFFFFF;       ///< Without a known seat.
constexpr std::uint32_t elsewhere = 0xFFFFFFFE;     ///< Not on the list of the territory.
constexpr std::uint32_t other_groups = 0xFFFFFFFD;  ///< The smallest, joined.

class Merger {
  public:
    Merger(const Scope& scope, const Reading& reading, Counting counting, base::Language language)
        : scope_(scope), reading_(reading), language_(language) {
        scene_.counting = counting;
        const auto& data = scope.data;
        // Preorder: a parent comes before its children.
        depths_.assign(data.territories.size(), 0);
        for (std::size_t t = 0; t < depths_.size(); ++t)
            if (!data.parents[t].empty()) depths_[t] = depths_[data.parents[t][0].index] + 1;
    }

    MergedScene run(std::size_t most_cards, std::size_t most_bundles) {
        group_by_seat();
        if (distinct() < 2) group_by_kind();
        while (distinct() > most_cards && climb()) {
        }
        join_smallest(most_cards);
        make_cards();
        make_bundles(most_bundles);
        return std::move(scene_);
    }

  private:
    const Scope& scope_;
    const Reading& reading_;
    base::Language language_;
    std::vector<std::uint32_t> depths_;
    std::vector<std::uint32_t> group_of_;  ///< Per actor; meaningless for those not shown.
    MergedScene scene_;

    [[nodiscard]] bool is_shown(std::uint32_t actor) const {
        return reading_.listed[actor] != 0 || reading_.ties[actor] != Tie::none;
    }

    /// Actors by group, of those shown.
    [[nodiscard]] std::map<std::uint32_t, std::int64_t> sizes() const {
        std::map<std::uint32_t, std::int64_t> sizes;
        for (std::uint32_t i = 0; i < group_of_.size(); ++i)
            if (is_shown(i)) ++sizes[group_of_[i]];
        return sizes;
    }
    [[nodiscard]] std::size_t distinct() const { return sizes().size(); }

    void group_by_seat() {
        group_of_.assign(reading_.listed.size(), nowhere);
        for (std::uint32_t i = 0; i < group_of_.size(); ++i) {
            const model::TerritoryId seat = scope_.data.actors[i].seat;
            if (reading_.listed[i] == 0)
                group_of_[i] = elsewhere;
            else if (seat.known())
                group_of_[i] = seat.index;
        }
    }

    void group_by_kind() {
        scene_.by_territory = false;
        for (std::uint32_t i = 0; i < group_of_.size(); ++i)
            if (group_of_[i] != elsewhere)
                group_of_[i] = static_cast<std::uint32_t>(scope_.data.actors[i].kind);
    }

    /// Moves the deepest groups to their parents; false when none has one, or when everything
    /// would fall into a single territory.
    bool climb() {
        if (!scene_.by_territory) return false;
        std::uint32_t deepest = 0;
        std::map<std::uint32_t, std::uint32_t> to;
        for (const auto& [group, size] : sizes()) {
            to[group] = group;
            if (group < depths_.size()) deepest = std::max(deepest, depths_[group]);
        }
        if (deepest == 0) return false;
        for (auto& [group, target] : to)
            if (group < depths_.size() && depths_[group] == deepest)
                target = scope_.data.parents[group][0].index;
        std::vector<std::uint32_t> targets;
        targets.reserve(to.size());
        for (const auto& [group, target] : to) targets.push_back(target);
        std::ranges::sort(targets);
        targets.erase(std::unique(targets.begin(), targets.end()), targets.end());
        if (targets.size() < 3) return false;
        for (std::uint32_t i = 0; i < group_of_.size(); ++i)
            if (is_shown(i)) group_of_[i] = to[group_of_[i]];
        return true;
    }

    void join_smallest(std::size_t most_cards) {
        const auto all = sizes();
        if (all.size() <= most_cards) return;
        std::vector<std::pair<std::int64_t, std::uint32_t>> order;
        order.reserve(all.size());
        for (const auto& [group, size] : all) order.emplace_back(-size, group);
        std::ranges::sort(order);
        std::map<std::uint32_t, bool> kept;
        for (std::size_t i = 0; i + 1 < most_cards; ++i) kept[order[i].second] = true;
        for (std::uint32_t& group : group_of_)
            if (!kept.contains(group)) group = other_groups;
    }

    [[nodiscard]] std::string name_of(std::uint32_t group, std::int64_t joined) const {
        if (group == nowhere) return std::string(words::no_seat.in(language_));
        if (group == elsewhere) return std::string(words::elsewhere_heading.in(language_));
        if (group == other_groups) return say(words::other_territories, joined, language_);
        if (!scene_.by_territory) return std::string(model::kinds[group].plural.in(language_));
        return base::clean_text(scope_.data.territories[group].name);
    }

    void make_cards() {
        std::map<std::uint32_t, std::uint32_t> card_of;
        const auto all = sizes();
        std::map<std::uint32_t, bool> joined;
        for (std::uint32_t i = 0; i < group_of_.size(); ++i)
            if (is_shown(i) && group_of_[i] == other_groups)
                joined[scope_.data.actors[i].seat.index] = true;
        for (const auto& [group, size] : all) {
            card_of[group] = static_cast<std::uint32_t>(scene_.cards.size());
            Card card;
            card.name = name_of(group, static_cast<std::int64_t>(joined.size()));
            scene_.cards.push_back(std::move(card));
        }
        for (std::uint32_t i = 0; i < group_of_.size(); ++i) {
            if (!is_shown(i)) continue;
            group_of_[i] = card_of[group_of_[i]];
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
                  base::Language language, std::size_t most_cards, std::size_t most_bundles) {
    return Merger(scope, reading, counting, language).run(most_cards, most_bundles);
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
