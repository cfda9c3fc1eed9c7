#include <algorithm>
#include <numeric>

#include <maillage/formats/hierarchy.hpp>

namespace maillage::formats {

namespace {

enum class Visit : std::uint8_t { not_yet, on_the_way, done };

struct Step {
    std::uint32_t territory;
    std::size_t next_parent;
};

/// A walk from a territory up to all above it, that leaves out what would lead back.
class Climb {
  public:
    using Report = std::function<void(const std::vector<std::uint32_t>&)>;

    Climb(std::vector<model::Draft::DraftTerritory>& territories, const Report& report)
        : territories_(territories), report_(report), visits_(territories.size(), Visit::not_yet) {}

    void from(std::uint32_t start) {
        if (visits_[start] != Visit::not_yet) return;
        visits_[start] = Visit::on_the_way;
        way_.push_back({start, 0});
        while (!way_.empty()) step();
    }

  private:
    std::vector<model::Draft::DraftTerritory>& territories_;
    const Report& report_;
    std::vector<Visit> visits_;
    std::vector<Step> way_;

    void step() {
        Step& last = way_.back();
        auto& parents = territories_[last.territory].parents;
        if (last.next_parent == parents.size()) {
            visits_[last.territory] = Visit::done;
            way_.pop_back();
            return;
        }
        const std::uint32_t parent = parents[last.next_parent].index;
        if (visits_[parent] == Visit::on_the_way) {
            report_(loop_through(parent));
            parents.erase(parents.begin() + static_cast<std::ptrdiff_t>(last.next_parent));
            return;
        }
        ++last.next_parent;
        if (visits_[parent] == Visit::done) return;
        visits_[parent] = Visit::on_the_way;
        way_.push_back({parent, 0});
    }

    [[nodiscard]] std::vector<std::uint32_t> loop_through(std::uint32_t territory) const {
        std::vector<std::uint32_t> loop;
        auto at = std::ranges::find(way_, territory, &Step::territory);
        for (; at != way_.end(); ++at) loop.push_back(at->territory);
        loop.push_back(territory);
        return loop;
    }
};

}  // namespace

void open_loops(std::vector<model::Draft::DraftTerritory>& territories,
                const Climb::Report& report) {
    std::vector<std::uint32_t> by_id(territories.size());
    std::iota(by_id.begin(), by_id.end(), 0U);
    std::ranges::sort(by_id, {}, [&](std::uint32_t i) { return territories[i].row.id; });
    Climb climb(territories, report);
    for (const std::uint32_t start : by_id) climb.from(start);
}

}  // namespace maillage::formats
