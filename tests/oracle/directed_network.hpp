#pragma once

// Networks whose ties have a direction. No metric of the catalogue has one, so what other tools
// say of them checks how ties are read (who leads or funds, from which source, between which
// groups) by arithmetic that stands here, from the definitions alone.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <maillage/model/dataset.hpp>

namespace maillage::test {

struct DirectedNetwork {
    std::vector<std::string> actors;     ///< Their ids.
    std::vector<std::uint32_t> groups;   ///< Of each actor, from 0.
    std::vector<std::vector<int>> arcs;  ///< 1 from a to b, else 0.

    [[nodiscard]] std::size_t size() const { return actors.size(); }
    /// The same ties in both directions.
    [[nodiscard]] DirectedNetwork undirected() const;
    [[nodiscard]] double ties() const;
    [[nodiscard]] double out_degree(std::size_t actor) const;
    [[nodiscard]] double in_degree(std::size_t actor) const;
};

/// From the party that leads or funds to the others, in the partnerships of a source (empty: all).
/// Groups are the subkinds where the dataset has them, else the kinds.
[[nodiscard]] DirectedNetwork directed_network(const model::Dataset& data, std::string_view source);

/// Steps from each actor to each; 0 to itself, -1 where no path leads.
using Distances = std::vector<std::vector<int>>;
[[nodiscard]] Distances distances(const DirectedNetwork& network);

/// Shortest paths through each actor, shared between those of a pair.
[[nodiscard]] std::vector<double> betweenness(const DirectedNetwork& network);

/// Gould and Fernandez: who sends, who passes on, who receives.
enum class DirectedRole : std::uint8_t {
    coordinator,     ///< a > a > a
    consultant,      ///< a > b > a
    representative,  ///< a > a > b
    gatekeeper,      ///< a > b > b
    liaison          ///< a > b > c
};
inline constexpr std::array<std::string_view, 5> directed_roles{
    "coordinator", "consultant", "representative", "gatekeeper", "liaison"};

/// Open paths i > j > k (no arc from i to k) that each actor passes on, by role.
using DirectedRoles = std::array<double, directed_roles.size()>;
[[nodiscard]] std::vector<DirectedRoles> directed_brokerage(const DirectedNetwork& network);

/// Mean and variance of open paths where each arc is drawn by itself with the density found, as sna
/// 2.7 has them: by role, then in all. Those variances are above the ones of its model but for
/// consultants and liaisons (docs/method/conventions.md).
struct BernoulliMoments {
    double mean = 0, variance = 0;
};
[[nodiscard]] std::array<BernoulliMoments, directed_roles.size() + 1> brokerage_moments(
    const DirectedNetwork& network);

}  // namespace maillage::test
