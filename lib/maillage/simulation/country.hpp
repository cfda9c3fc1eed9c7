#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <maillage/model/words.hpp>
#include <maillage/simulation/draws.hpp>
#include <maillage/simulation/simulate.hpp>

namespace maillage::simulation {

struct SimulatedActor {
    model::Kind kind = model::Kind::other;
    std::string_view subkind;
    std::string name;
    std::uint32_t commune = 0;
    bool person = false;
    bool catalyst = false;
    bool seat_known = true;
    double activity = 1;
};

/// Actors [first, last).
struct Range {
    std::uint32_t first, last;
    [[nodiscard]] std::uint32_t size() const { return last - first; }
};

/// Communes, inter-communal bodies and departments by whole division, and the actors commune by
/// commune: so the actors of any territory are one range, and one column of cumulative activity
/// serves the draws in all of them.
struct Country {
    static constexpr std::uint32_t communes_per_epci = 10;
    static constexpr std::uint32_t epcis_per_department = 15;

    std::uint32_t communes = 0, epcis = 0, departments = 0;
    std::vector<SimulatedActor> actors;
    std::vector<std::uint32_t> first_actor_of;  ///< Per commune + 1.
    std::vector<double> activity_before;        ///< Per actor + 1: total activity of those before.
    std::vector<std::vector<std::uint32_t>> catalysts;  ///< Per inter-communal body.

    [[nodiscard]] Range of_communes(std::uint32_t first, std::uint32_t last) const;
    [[nodiscard]] Range of_epci(std::uint32_t epci) const;
    [[nodiscard]] Range of_department(std::uint32_t department) const;
    [[nodiscard]] std::uint32_t epci_of(std::uint32_t actor) const {
        return actors[actor].commune / communes_per_epci;
    }
    [[nodiscard]] Range everyone() const { return {0, static_cast<std::uint32_t>(actors.size())}; }

    /// An actor of the range, in proportion to activity.
    [[nodiscard]] std::uint32_t draw(Range range, RandomStream& stream) const;
};

[[nodiscard]] Country make_country(const Recipe& recipe);

}  // namespace maillage::simulation
