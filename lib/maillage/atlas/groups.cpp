#include <algorithm>
#include <map>
#include <numbers>
#include <set>

#include <maillage/atlas/groups.hpp>
#include <maillage/drawing/layout.hpp>

namespace maillage::atlas {

namespace {

constexpr std::size_t most_groups = 40, most_bundles = 60;
constexpr drawing::Rectangle sheet{0, 0, 1200, 780};
constexpr double box_width = 128, box_height = 42, diamond = 28;
constexpr base::Words no_seat{"Sans siège connu", "Without a known seat"};

class Grouper {
  public:
    Grouper(const Network& network, const model::Dataset& data) : network_(network), data_(data) {
        depths_.assign(data.territories.size(), 0);
        for (std::size_t t = 0; t < depths_.size(); ++t)
            if (!data.parents[t].empty()) depths_[t] = depths_[data.parents[t][0].index] + 1;
    }

    Groups run(std::uint64_t seed) {
        for (const Symbol& symbol : network_.symbols) seats_.push_back(symbol.seat.index);
        while (distinct().size() > most_groups && climb()) {
        }
        join_smallest();
        distinct().size() > 1 ? by_territory() : by_kind();
        make_bundles();
        place_all(seed);
        return std::move(groups_);
    }

  private:
    const Network& network_;
    const model::Dataset& data_;
    static constexpr std::uint32_t others = 0xFFFFFFFE;  ///< Beside the unknown seat, 0xFFFFFFFF.
    std::vector<std::uint32_t> depths_, seats_;
    std::size_t joined_ = 0;
    Groups groups_;

    [[nodiscard]] std::set<std::uint32_t> distinct() const {
        return {seats_.begin(), seats_.end()};
    }
    [[nodiscard]] bool is_known(std::uint32_t seat) const { return seat < depths_.size(); }

    /// Moves the deepest seats to their parents; false at the top.
    bool climb() {
        std::uint32_t deepest = 0;
        for (const std::uint32_t seat : seats_)
            if (is_known(seat)) deepest = std::max(deepest, depths_[seat]);
        if (deepest == 0) return false;
        for (std::uint32_t& seat : seats_)
            if (is_known(seat) && depths_[seat] == deepest) seat = data_.parents[seat][0].index;
        return true;
    }

    /// The smallest stand together when nothing is above them.
    void join_smallest() {
        std::map<std::uint32_t, std::int64_t> sizes;
        for (const std::uint32_t seat : seats_) ++sizes[seat];
        if (sizes.size() <= most_groups) return;
        std::vector<std::pair<std::int64_t, std::uint32_t>> order;
        order.reserve(sizes.size());
        for (const auto& [seat, size] : sizes) order.emplace_back(-size, seat);
        std::ranges::sort(order);
        std::set<std::uint32_t> kept;
        for (std::size_t i = 0; i + 1 < most_groups; ++i) kept.insert(order[i].second);
        joined_ = sizes.size() - kept.size();
        for (std::uint32_t& seat : seats_)
            if (!kept.contains(seat)) seat = others;
    }

    void by_territory() {
        std::map<std::uint32_t, std::uint32_t> number;
        for (const std::uint32_t seat : distinct()) {
            number[seat] = static_cast<std::uint32_t>(groups_.groups.size());
            Groups::Group group{std::string(no_seat.fr), std::string(no_seat.en), {}, {}};
            if (seat == others) {
                group.fr = std::to_string(joined_) + " autres territoires";
                group.en = std::to_string(joined_) + " other territories";
            }
            if (is_known(seat)) {
                group.fr = group.en = data_.territories[seat].name;
                group.territory = model::TerritoryId{seat};
            }
            groups_.groups.push_back(std::move(group));
        }
        for (const std::uint32_t seat : seats_) groups_.group_of.push_back(number[seat]);
    }

    void by_kind() {
        for (const model::Word& kind : model::kinds)
            groups_.groups.push_back(
                {std::string(kind.plural.fr), std::string(kind.plural.en), {}, {}});
        for (const Symbol& symbol : network_.symbols)
            groups_.group_of.push_back(static_cast<std::uint32_t>(symbol.kind));
    }

    void make_bundles() {
        std::map<std::vector<std::uint32_t>, std::size_t> counts;
        for (const Relation& relation : network_.relations) {
            if (relation.family == Family::meeting) continue;
            std::set<std::uint32_t> joined;
            for (const Member& member : relation.members)
                joined.insert(groups_.group_of[member.symbol]);
            if (joined.size() > 1) ++counts[{joined.begin(), joined.end()}];
        }
        std::vector<std::pair<std::vector<std::uint32_t>, std::size_t>> order(counts.begin(),
                                                                              counts.end());
        std::ranges::stable_sort(order, [](const auto& a, const auto& b) {
            return std::pair(b.second, a.first.size()) < std::pair(a.second, b.first.size());
        });
        for (std::size_t i = 0; i < std::min(order.size(), most_bundles); ++i)
            groups_.bundles.push_back({order[i].first, {}});
    }

    /// As the symbols of a map, boxes and diamonds kept apart.
    void place_all(std::uint64_t seed) {
        std::vector<drawing::Body> bodies;
        std::vector<drawing::Tied> ties;
        const auto add = [&](double width, double height, bool is_relation) {
            drawing::Body body;
            body.left = body.right = width / 2;
            body.above = body.below = height / 2;
            body.symbol = height / 2;
            body.is_relation = is_relation;
            bodies.push_back(body);
        };
        const auto count = static_cast<std::uint32_t>(groups_.groups.size());
        std::vector<std::uint8_t> tied(count, 0);
        for (const Groups::Bundle& bundle : groups_.bundles)
            for (const std::uint32_t group : bundle.groups) tied[group] = 1;
        for (std::uint32_t i = 0; i < count; ++i) {
            add(box_width, box_height, false);
            bodies.back().on_rim = tied[i] == 0;
            bodies.back().sector = 2 * std::numbers::pi * i / count;
        }
        for (const Groups::Bundle& bundle : groups_.bundles) {
            for (const std::uint32_t group : bundle.groups)
                ties.emplace_back(group, static_cast<std::uint32_t>(bodies.size()));
            add(diamond, diamond, true);
        }
        const drawing::Placement placed = drawing::place(bodies, ties, sheet, seed);
        for (std::uint32_t i = 0; i < count; ++i) groups_.groups[i].at = placed.points[i];
        for (std::size_t i = 0; i < groups_.bundles.size(); ++i)
            groups_.bundles[i].at = placed.points[count + i];
    }
};

}  // namespace

Groups make_groups(const Network& network, const model::Dataset& data, std::uint64_t seed) {
    if (network.symbols.size() + network.relations.size() <= most_nodes) return {};
    return Grouper(network, data).run(seed);
}

void write_groups(JsonText& json, const Groups& groups, const Places& places) {
    if (groups.groups.empty()) return;
    std::vector<std::int32_t> territories;
    std::vector<float> x, y, bundle_x, bundle_y;
    std::vector<std::uint16_t> of, members;
    std::vector<std::uint32_t> offsets{0};
    json.name("groups").open('{').name("names").open('[');
    for (const Groups::Group& group : groups.groups) {
        json.words(group.fr, group.en);
        territories.push_back(group.territory.known()
                                  ? static_cast<std::int32_t>(places.number[group.territory.index])
                                  : -1);
        x.push_back(static_cast<float>(group.at.x));
        y.push_back(static_cast<float>(group.at.y));
    }
    for (const std::uint32_t group : groups.group_of)
        of.push_back(static_cast<std::uint16_t>(group));
    for (const Groups::Bundle& bundle : groups.bundles) {
        for (const std::uint32_t group : bundle.groups)
            members.push_back(static_cast<std::uint16_t>(group));
        offsets.push_back(static_cast<std::uint32_t>(members.size()));
        bundle_x.push_back(static_cast<float>(bundle.at.x));
        bundle_y.push_back(static_cast<float>(bundle.at.y));
    }
    json.close(']').name("territories").array(territories).name("x").array(x).name("y").array(y);
    json.name("of").array(of).name("offsets").array(offsets).name("members").array(members);
    json.name("bundleX").array(bundle_x).name("bundleY").array(bundle_y).close('}');
}

}  // namespace maillage::atlas
