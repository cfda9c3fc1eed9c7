#include <cmath>

#include "reference/reference.hpp"

namespace maillage::reference {

namespace {

using Worlds = std::set<std::string>;  // of one alliance

Worlds worlds_of(const Question& q, std::uint32_t alliance) {
    Worlds worlds;
    for (const std::uint32_t actor : q.parties(alliance)) {
        const std::string kind(q.kind(actor));
        if (kind == "association" || kind == "citizen")
            worlds.insert("civil");
        else
            worlds.insert(kind);
    }
    return worlds;
}

/// Entropy of which of some axes are present.
double entropy(const std::vector<Worlds>& alliances, const Worlds& axes, bool corrected) {
    std::map<Worlds, double> count;
    const auto n = static_cast<double>(alliances.size());
    for (const Worlds& worlds : alliances) {
        Worlds present;
        for (const std::string& axis : axes)
            if (worlds.contains(axis)) present.insert(axis);
        ++count[present];
    }
    double bits = 0;
    for (const auto& [present, times] : count) bits += times / n * std::log2(n / times);
    if (corrected) bits += (static_cast<double>(count.size()) - 1) / (2 * n * std::log(2.0));
    return bits;
}

/// Every non-empty subset of the axes, its entropy added when it has an odd number of them.
double t_of(const std::vector<Worlds>& alliances, const std::vector<std::string>& axes,
            bool corrected) {
    std::vector<Worlds> subsets{{}};
    for (const std::string& axis : axes)
        for (std::size_t i = subsets.size(); i-- > 0;) {
            subsets.push_back(subsets[i]);
            subsets.back().insert(axis);
        }
    double bits = 0;
    for (const Worlds& subset : subsets)
        if (!subset.empty())
            bits += (subset.size() % 2 == 1 ? 1 : -1) * entropy(alliances, subset, corrected);
    return bits;
}

/// First place, else the seat of most parties, the first of equals; -1 for none.
std::int64_t home_of(const Question& q, std::uint32_t alliance) {
    const auto places = q.data.partnerships.places[alliance];
    std::int64_t home = -1;
    for (const auto place : places)
        if (home < 0 || place.index < home) home = place.index;
    if (home >= 0) return home;
    std::map<std::uint32_t, int> seats;
    for (const std::uint32_t actor : q.parties(alliance))
        if (q.data.actors[actor].seat.known()) ++seats[q.data.actors[actor].seat.index];
    for (const auto& [seat, count] : seats)
        if (home < 0 || count > seats.at(static_cast<std::uint32_t>(home))) home = seat;
    return home;
}

}  // namespace

Answers territory_helix(const Question& q) {
    std::vector<Worlds> all;
    std::map<std::int64_t, std::vector<Worlds>> by_home;
    for (const auto* relations : {&q.partnerships, &q.lone_partnerships})
        for (const std::uint32_t i : *relations) {
            if (!q.runs_in_window(i) || q.parties(i).empty()) continue;
            all.push_back(worlds_of(q, i));
            by_home[home_of(q, i)].push_back(all.back());
        }
    if (all.empty()) return {{{"helix_t3", ""}, {}}, {{"helix_t4", ""}, {}}};
    Answers answers;
    std::vector<std::string> axes{"public", "company", "civil"};
    for (const std::string id : {"helix_t3", "helix_t4"}) {
        const double t = t_of(all, axes, false);
        double within = 0;
        for (const auto& [home, some] : by_home)
            within += static_cast<double>(some.size()) / static_cast<double>(all.size()) *
                      t_of(some, axes, false);
        answers[{id, ""}] = t;
        answers[{id, "measure=miller_madow"}] = t_of(all, axes, true);
        answers[{id, "measure=between_territories"}] = t - within;
        axes.emplace_back("academic");
    }
    return answers;
}

}  // namespace maillage::reference
