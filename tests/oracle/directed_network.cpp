#include "oracle/directed_network.hpp"

#include <algorithm>
#include <deque>
#include <map>

namespace maillage::test {

namespace {

bool says(const model::Dataset& data, std::size_t partnership, std::string_view source) {
    if (source.empty()) return true;
    return std::ranges::any_of(data.partnerships.sources[partnership], [&](model::SourceId id) {
        return data.sources[id.index].id == source;
    });
}

bool sends(const model::Party& party) {
    return party.roles.has(model::Role::lead) || party.roles.has(model::Role::funder);
}

std::vector<int> distances_from(const DirectedNetwork& network, std::size_t start) {
    std::vector<int> steps(network.size(), -1);
    steps[start] = 0;
    std::deque<std::size_t> queue{start};
    while (!queue.empty()) {
        const std::size_t at = queue.front();
        queue.pop_front();
        for (std::size_t next = 0; next < network.size(); ++next) {
            if (network.arcs[at][next] == 0 || steps[next] >= 0) continue;
            steps[next] = steps[at] + 1;
            queue.push_back(next);
        }
    }
    return steps;
}

/// Shortest paths from one actor to each: those to the actors one step nearer, added up.
std::vector<double> paths_from(const DirectedNetwork& network, std::size_t start,
                               const std::vector<int>& steps) {
    std::vector<double> paths(network.size(), 0);
    paths[start] = 1;
    for (int step = 1; step < static_cast<int>(network.size()); ++step)
        for (std::size_t to = 0; to < network.size(); ++to)
            for (std::size_t by = 0; steps[to] == step && by < network.size(); ++by)
                if (steps[by] == step - 1) paths[to] += network.arcs[by][to] * paths[by];
    return paths;
}

DirectedRole role_of(std::uint32_t from, std::uint32_t by, std::uint32_t to) {
    if (from == to) return from == by ? DirectedRole::coordinator : DirectedRole::consultant;
    if (from == by) return DirectedRole::representative;
    return by == to ? DirectedRole::gatekeeper : DirectedRole::liaison;
}

std::vector<double> sizes_of_groups(const DirectedNetwork& network) {
    std::map<std::uint32_t, double> counts;
    for (const std::uint32_t group : network.groups) ++counts[group];
    std::vector<double> sizes;
    for (const auto& [group, count] : counts) sizes.push_back(count);
    return sizes;
}

}  // namespace

DirectedNetwork DirectedNetwork::undirected() const {
    DirectedNetwork both = *this;
    for (std::size_t a = 0; a < size(); ++a)
        for (std::size_t b = 0; b < size(); ++b) both.arcs[a][b] = arcs[a][b] | arcs[b][a];
    return both;
}

double DirectedNetwork::ties() const {
    double count = 0;
    for (std::size_t actor = 0; actor < size(); ++actor) count += out_degree(actor);
    return count;
}

double DirectedNetwork::out_degree(std::size_t actor) const {
    return static_cast<double>(std::ranges::count(arcs[actor], 1));
}

double DirectedNetwork::in_degree(std::size_t actor) const {
    double count = 0;
    for (const auto& row : arcs) count += row[actor];
    return count;
}

DirectedNetwork directed_network(const model::Dataset& data, std::string_view source) {
    DirectedNetwork network;
    const bool by_subkind =
        std::ranges::any_of(data.actors, [](const auto& actor) { return !actor.subkind.empty(); });
    std::map<std::string_view, std::uint32_t> groups;
    for (const model::Actor& actor : data.actors) {
        const std::string_view group =
            by_subkind ? actor.subkind : model::kinds[static_cast<std::size_t>(actor.kind)].code;
        network.actors.emplace_back(actor.id);
        network.groups.push_back(
            groups.try_emplace(group, static_cast<std::uint32_t>(groups.size())).first->second);
    }
    network.arcs.assign(network.size(), std::vector<int>(network.size(), 0));
    for (std::size_t row = 0; row < data.partnerships.size(); ++row) {
        if (!says(data, row, source)) continue;
        for (const model::Party& from : data.partnerships.members[row])
            for (const model::Party& to : data.partnerships.members[row])
                if (sends(from) && !sends(to)) network.arcs[from.actor.index][to.actor.index] = 1;
    }
    return network;
}

Distances distances(const DirectedNetwork& network) {
    Distances found;
    for (std::size_t actor = 0; actor < network.size(); ++actor)
        found.push_back(distances_from(network, actor));
    return found;
}

std::vector<double> betweenness(const DirectedNetwork& network) {
    const Distances steps = distances(network);
    std::vector<std::vector<double>> paths;
    for (std::size_t actor = 0; actor < network.size(); ++actor)
        paths.push_back(paths_from(network, actor, steps[actor]));
    std::vector<double> through(network.size(), 0);
    for (std::size_t by = 0; by < network.size(); ++by)
        for (std::size_t from = 0; from < network.size(); ++from)
            for (std::size_t to = 0; to < network.size(); ++to) {
                if (from == by || to == by || from == to) continue;
                if (steps[from][by] < 0 || steps[by][to] < 0) continue;
                if (steps[from][by] + steps[by][to] != steps[from][to]) continue;
                through[by] += paths[from][by] * paths[by][to] / paths[from][to];
            }
    return through;
}

std::vector<DirectedRoles> directed_brokerage(const DirectedNetwork& network) {
    std::vector<DirectedRoles> roles(network.size(), DirectedRoles{});
    const auto& [actors, groups, arcs] = network;
    for (std::size_t by = 0; by < actors.size(); ++by)
        for (std::size_t from = 0; from < actors.size(); ++from)
            for (std::size_t to = 0; to < actors.size(); ++to)
                if (from != to && arcs[from][by] == 1 && arcs[by][to] == 1 && arcs[from][to] == 0)
                    ++roles[by][static_cast<std::size_t>(
                        role_of(groups[from], groups[by], groups[to]))];
    return roles;
}

std::array<BernoulliMoments, directed_roles.size() + 1> brokerage_moments(
    const DirectedNetwork& network) {
    const auto all = static_cast<double>(network.size());
    const double d = network.ties() / (all * (all - 1)), open = d * d * (1 - d);
    // What two paths that share an arc have in common: a tie in one and none in the other (never
    // both), the same tie, the same absence.
    const double tie = d * d * d * (1 - d) * (1 - d) * (1 - d),
                 apart = d * d * d * d * (1 - d) * (1 - d), absence = d * d * d * d * d * (1 - d);
    const auto sizes = sizes_of_groups(network);
    double inside = 0, across = 0, between = 0;
    double v_inside = 0, v_across = 0, v_representative = 0, v_between = 0;
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        const double x = sizes[i];
        inside += x * (x - 1) * (x - 2);
        across += x * (x - 1) * (all - x);
        v_inside +=
            x * (x - 1) * (x - 2) * ((4 * x - 10) * tie - 4 * (x - 3) * apart + (x - 3) * absence);
        v_representative += x * (x - 1) * (all - x) * ((all - 3) * tie + (x - 2) * absence);
        for (std::size_t j = 0; j < sizes.size(); ++j) {
            if (i == j) continue;
            const double y = sizes[j];
            between += x * y * (all - x - y);
            v_across += x * y * (x - 1) * ((2 * x + 2 * y - 6) * tie + (all - x - 1) * absence);
            for (std::size_t k = 0; k < sizes.size(); ++k) {
                if (k == i || k == j) continue;
                const double z = sizes[k];
                v_between +=
                    x * y * z *
                    ((4 * (all - y) - 2 * (x + z + 1)) * tie -
                     (4 * (all - z) - 2 * (x + y + 1)) * apart + (all - (x + z + 1)) * absence);
            }
        }
    }
    const double triples = all * (all - 1) * (all - 2);
    const auto moments = [&](double count, double shared) {
        return BernoulliMoments{open * count, open * count * (1 - open) + shared};
    };
    return {moments(inside, v_inside),
            moments(across, v_across),
            moments(across, v_representative),
            moments(across, v_representative),
            moments(between, v_between),
            moments(triples, triples * ((4 * all - 10) * tie - 4 * (all - 3) * apart +
                                        (all - 3) * absence))};
}

}  // namespace maillage::test
