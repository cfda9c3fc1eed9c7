#include <algorithm>
#include <map>
#include <set>

#include <maillage/base/clean_text.hpp>
#include <maillage/drawing/grouping.hpp>
#include <maillage/drawing/words.hpp>

namespace maillage::drawing {

namespace {

constexpr std::uint32_t nowhere = 0xFFFFFFFF;       ///< Without a known seat.
constexpr std::uint32_t elsewhere = 0xFFFFFFFE;     ///< Not on the list of the territory.
constexpr std::uint32_t other_groups = 0xFFFFFFFD;  ///< The smallest, joined.

class Grouper {
  public:
    Grouper(const metrics::Scope& scope, const Reading& reading, base::Language language)
        : scope_(scope), reading_(reading), language_(language) {
        const auto& data = scope.data;
        // Preorder: a parent comes before its children.
        depths_.assign(data.territories.size(), 0);
        for (std::size_t t = 0; t < depths_.size(); ++t)
            if (!data.parents[t].empty()) depths_[t] = depths_[data.parents[t][0].index] + 1;
    }

    Grouping run(std::size_t most) {
        group_by_seat();
        if (distinct() < 2) group_by_kind();
        while (distinct() > most && climb()) {
        }
        join_smallest(most);
        name_groups();
        return std::move(result_);
    }

  private:
    const metrics::Scope& scope_;
    const Reading& reading_;
    base::Language language_;
    std::vector<std::uint32_t> depths_;
    std::vector<std::uint32_t> group_of_;  ///< Per actor; meaningless for those not shown.
    Grouping result_;

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
        result_.by_territory = false;
        for (std::uint32_t i = 0; i < group_of_.size(); ++i)
            if (group_of_[i] != elsewhere)
                group_of_[i] = static_cast<std::uint32_t>(scope_.data.actors[i].kind);
    }

    /// Moves the deepest groups to their parents; false when none has one, or when everything
    /// would fall into a single territory.
    bool climb() {
        if (!result_.by_territory) return false;
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
        if (!result_.by_territory) return std::string(model::kinds[group].plural.in(language_));
        return base::clean_text(scope_.data.territories[group].name);
    }

    void name_groups() {
        std::map<std::uint32_t, std::uint32_t> number_of;
        std::set<std::uint32_t> joined;
        for (std::uint32_t i = 0; i < group_of_.size(); ++i)
            if (is_shown(i) && group_of_[i] == other_groups)
                joined.insert(scope_.data.actors[i].seat.index);
        for (const auto& [group, size] : sizes()) {
            number_of[group] = static_cast<std::uint32_t>(result_.groups.size());
            const bool is_one = result_.by_territory && group < depths_.size();
            result_.groups.push_back({name_of(group, static_cast<std::int64_t>(joined.size())),
                                      is_one ? model::TerritoryId{group} : model::TerritoryId()});
        }
        result_.group_of.assign(group_of_.size(), Grouping::nothing);
        for (std::uint32_t i = 0; i < group_of_.size(); ++i)
            if (is_shown(i)) result_.group_of[i] = number_of[group_of_[i]];
    }
};

}  // namespace

Grouping group_by_territory(const metrics::Scope& scope, const Reading& reading,
                            base::Language language, std::size_t most) {
    return Grouper(scope, reading, language).run(most);
}

}  // namespace maillage::drawing
