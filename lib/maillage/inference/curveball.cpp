#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include <maillage/base/threads.hpp>
#include <maillage/inference/curveball.hpp>

namespace maillage::inference {

namespace {

using graph::Vertex;

constexpr std::uint64_t least_rounds = 10, stable_rounds = 5;
/// Between two tables of a thinned walk, one round for as many of a whole one.
constexpr std::uint64_t thinning = 3;

/// Walks two sorted rows together.
template <class InBoth, class InFirst, class InSecond>
void merge(std::span<const Vertex> first, std::span<const Vertex> second, InBoth in_both,
           InFirst in_first, InSecond in_second) {
    std::size_t a = 0, b = 0;
    while (a < first.size() && b < second.size()) {
        if (first[a] < second[b]) {
            in_first(first[a++]);
        } else if (second[b] < first[a]) {
            in_second(second[b++]);
        } else {
            in_both(first[a++]);
            ++b;
        }
    }
    while (a < first.size()) in_first(first[a++]);
    while (b < second.size()) in_second(second[b++]);
}

}  // namespace

std::vector<std::uint32_t> joined_blocks(std::span<const std::uint64_t> labels, std::size_t least) {
    std::map<std::uint64_t, std::size_t> sizes;
    for (const std::uint64_t label : labels) ++sizes[label];
    std::map<std::uint64_t, std::uint32_t> joined;
    std::uint32_t block = 0;
    std::size_t size = 0;
    for (const auto& [label, count] : sizes) {
        joined[label] = block;
        size += count;
        if (size < least) continue;
        ++block;
        size = 0;
    }
    // What is left over at the end is too small to stand alone.
    const std::uint32_t last = block > 0 ? block - 1 : 0;
    std::vector<std::uint32_t> blocks;
    blocks.reserve(labels.size());
    for (const std::uint64_t label : labels) blocks.push_back(std::min(joined[label], last));
    return blocks;
}

/// One table on its way, and the room that its trades need.
struct Curveball::Walk {
    Walk(const Curveball& of, std::span<Vertex> table, base::RandomStream& random)
        : rules(of), members(table), stream(random), orders(of.blocks_) {
        std::size_t longest = 0;
        for (std::size_t i = 0; i + 1 < rules.offsets_.size(); ++i)
            longest = std::max<std::size_t>(longest, rules.offsets_[i + 1] - rules.offsets_[i]);
        laid.resize(2 * longest);
        origins.resize(2 * longest);
    }

    void round() {
        for (std::vector<std::uint32_t>& order : orders) {
            stream.shuffle(order);
            for (std::size_t i = 0; i + 1 < order.size(); i += 2) trade(order[i], order[i + 1]);
        }
    }

  private:
    const Curveball& rules;
    std::span<Vertex> members;
    base::RandomStream& stream;
    std::vector<std::vector<std::uint32_t>> orders;
    std::vector<Vertex> laid;  ///< Both rows of a trade.
    std::vector<std::uint8_t> origins;

    [[nodiscard]] std::span<Vertex> row(std::uint32_t relation) const {
        const std::uint64_t first = rules.offsets_[relation];
        return members.subspan(first, rules.offsets_[relation + 1] - first);
    }
    /// A member moves only where it may come back from: trades stay as likely as their reverse.
    [[nodiscard]] bool may_move(std::uint32_t a, std::uint32_t b, Vertex vertex) const {
        return !rules.forbids_ || !(rules.forbids_(a, vertex) || rules.forbids_(b, vertex));
    }

    /// Where a member of two rows that trade comes from.
    enum Origin : std::uint8_t { from_first = 1, from_second = 2, from_both = 3, stays = 4 };

    /// Lays two rows down as one, sorted, with the origin of each member; how many may move from
    /// the first and from the second. No branch depends on the members: half would be mispredicted.
    std::array<std::uint32_t, 4> lay_down(std::span<const Vertex> first,
                                          std::span<const Vertex> second) {
        std::array<std::uint32_t, 4> counts{};
        std::size_t a = 0, b = 0, k = 0;
        const auto lay = [&](Vertex vertex, unsigned origin) {
            laid[k] = vertex;
            origins[k++] = static_cast<std::uint8_t>(origin);
            ++counts[origin];
        };
        while (a < first.size() && b < second.size()) {
            const Vertex x = first[a], y = second[b];
            const auto in_first = static_cast<unsigned>(x <= y);
            const auto in_second = static_cast<unsigned>(y <= x);
            lay(in_first != 0 ? x : y, in_first | in_second << 1U);
            a += in_first;
            b += in_second;
        }
        while (a < first.size()) lay(first[a++], from_first);
        while (b < second.size()) lay(second[b++], from_second);
        return counts;
    }

    /// Marks those who may not move.
    void hold_back(std::uint32_t a, std::uint32_t b, std::array<std::uint32_t, 4>& counts) {
        const std::size_t all = counts[from_first] + counts[from_second] + counts[from_both];
        for (std::size_t k = 0; k < all; ++k) {
            if (origins[k] == from_both || may_move(a, b, laid[k])) continue;
            --counts[origins[k]];
            origins[k] |= stays;
        }
    }

    void trade(std::uint32_t a, std::uint32_t b) {
        const std::span<Vertex> first = row(a), second = row(b);
        auto counts = lay_down(first, second);
        const std::size_t all = first.size() + second.size() - counts[from_both];
        if (rules.forbids_) hold_back(a, b, counts);
        if (counts[from_first] == 0 || counts[from_second] == 0) return;
        // Selection sampling: the first row takes as many as it laid down, in order.
        std::uint32_t wanted = counts[from_first], left = wanted + counts[from_second];
        Vertex* to_first = first.data();
        Vertex* to_second = second.data();
        for (std::size_t k = 0; k < all; ++k) {
            unsigned to = origins[k] & from_both;
            if (origins[k] < from_both) {
                const bool taken = wanted == left || (wanted > 0 && stream.below(left) < wanted);
                to = taken ? from_first : from_second;
                wanted -= static_cast<std::uint32_t>(taken);
                --left;
            }
            if ((to & from_first) != 0) *to_first++ = laid[k];
            if ((to & from_second) != 0) *to_second++ = laid[k];
        }
    }
};

Curveball::Curveball(const graph::Incidence& observed, Constraints constraints,
                     base::RandomStream walk)
    : vertices_(observed.vertices()), forbids_(std::move(constraints.forbids)) {
    constraints.blocks.resize(observed.relations(), 0);
    members_.reserve(observed.memberships());
    std::map<std::uint32_t, std::vector<std::uint32_t>> blocks;
    for (std::uint32_t i = 0; i < observed.relations(); ++i) {
        const auto members = observed.members(i);
        members_.insert(members_.end(), members.begin(), members.end());
        offsets_.push_back(members_.size());
        if (!members.empty()) blocks[constraints.blocks[i]].push_back(i);
    }
    for (auto& [label, relations] : blocks)
        if (relations.size() > 1) blocks_.push_back(std::move(relations));
    settle(walk);
}

void Curveball::settle(base::RandomStream& stream) {
    std::vector<Vertex> members = members_;
    Walk walk(*this, members, stream);
    std::uint64_t furthest = 0, stable = 0;
    while (diagnostics_.rounds < least_rounds || stable < stable_rounds) {
        walk.round();
        ++diagnostics_.rounds;
        diagnostics_.moved = distance(members);
        stable = diagnostics_.moved > furthest ? 0 : stable + 1;
        furthest = std::max(furthest, diagnostics_.moved);
    }
    for (const auto& block : blocks_)
        diagnostics_.trades += diagnostics_.rounds * (block.size() / 2);
    diagnostics_.memberships = members_.size();
}

std::uint64_t Curveball::distance(std::span<const Vertex> members) const {
    std::uint64_t gone = 0;
    const std::span<const Vertex> observed = members_;
    for (std::size_t i = 0; i + 1 < offsets_.size(); ++i) {
        const std::uint64_t first = offsets_[i], size = offsets_[i + 1] - first;
        merge(
            observed.subspan(first, size), members.subspan(first, size), [](Vertex) {},
            [&](Vertex) { ++gone; }, [](Vertex) {});
    }
    return gone;
}

void Curveball::deal(std::span<Vertex> members, base::RandomStream& stream) const {
    std::ranges::copy(members_, members.begin());
    Walk walk(*this, members, stream);
    for (std::uint64_t round = 0; round < diagnostics_.rounds; ++round) walk.round();
}

void Curveball::deal_on_the_way(std::span<Vertex> tables, base::RandomStream& stream) const {
    const std::size_t size = members_.size();
    if (size == 0) return;
    std::vector<Vertex> members(size);
    deal(members, stream);
    Walk walk(*this, members, stream);
    const std::uint64_t between = (diagnostics_.rounds + thinning - 1) / thinning;
    for (std::size_t first = 0; first < tables.size(); first += size) {
        std::ranges::copy(members, tables.subspan(first, size).begin());
        for (std::uint64_t round = 0; round < between; ++round) walk.round();
    }
}

graph::Incidence Curveball::table(std::span<const Vertex> members) const {
    graph::Incidence::Builder builder(vertices_);
    for (std::size_t i = 0; i + 1 < offsets_.size(); ++i) {
        for (const Vertex v : members.subspan(offsets_[i], offsets_[i + 1] - offsets_[i]))
            builder.push(v);
        builder.close_row();
    }
    return std::move(builder).finish();
}

graph::Incidence Curveball::draw(base::RandomStream stream) const {
    std::vector<Vertex> members(members_.size());
    deal(members, stream);
    return table(members);
}

Draws::Draws(const graph::Incidence& observed, Constraints constraints, std::size_t count,
             std::uint64_t seed, std::string_view purpose, unsigned threads, Sampling sampling)
    // Replicate 0 is the walk that sets the number of rounds.
    : curveball_(observed, std::move(constraints), base::RandomStream(seed, purpose)),
      count_(count),
      members_(count * observed.memberships()) {
    const std::size_t size = curveball_.members_.size();
    if (sampling == Sampling::thinned) {
        base::RandomStream stream(seed, purpose, 1);
        curveball_.deal_on_the_way(members_, stream);
        return;
    }
    base::parallel_for(count, threads, [&](std::size_t r) {
        base::RandomStream stream(seed, purpose, r + 1);
        curveball_.deal(std::span(members_).subspan(r * size, size), stream);
    });
}

graph::Incidence Draws::table(std::size_t index) const {
    const std::size_t size = curveball_.members_.size();
    return curveball_.table(std::span(members_).subspan(index * size, size));
}

void Draws::for_each_table(const std::function<void(std::size_t, const graph::Incidence&)>& visit,
                           unsigned threads) const {
    base::parallel_for(count_, threads, [&](std::size_t r) { visit(r, table(r)); });
}

std::vector<double> Draws::statistic(const std::function<double(const graph::Incidence&)>& of,
                                     unsigned threads) const {
    std::vector<double> values(count_);
    for_each_table([&](std::size_t r, const graph::Incidence& drawn) { values[r] = of(drawn); },
                   threads);
    return values;
}

}  // namespace maillage::inference
