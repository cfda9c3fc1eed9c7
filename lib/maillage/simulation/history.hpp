#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <maillage/base/date.hpp>
#include <maillage/simulation/country.hpp>

namespace maillage::simulation {

using base::Day;

struct SimulatedAttendee {
    std::uint32_t actor = 0;
    model::AttendanceRole role = model::AttendanceRole::participant;
    std::optional<model::Sphere> sphere;
    int headcount = 1;
};

struct Meeting {
    Day day = 0;
    std::uint32_t convenor = 0;
    std::vector<std::size_t> themes;  ///< Indices into `stakes`.
    std::vector<SimulatedAttendee> attendees;
};

struct Alliance {
    Day start = 0;
    Day truly_ends = 0;      ///< What happened...
    std::optional<Day> end;  ///< ...and what is known of it.
    std::optional<Day> last_seen;
    model::PartnershipType type = model::PartnershipType::other;
    std::size_t theme = 0;
    std::size_t undertaking = 0;
    int intensity = 0;  ///< 0: unknown.
    std::optional<std::uint32_t> accompanied_by;
    std::vector<std::uint32_t> parties;  ///< The founders first.
};

struct History {
    Day first = 0, as_of = 0;
    std::vector<Meeting> meetings;    ///< By day.
    std::vector<Alliance> alliances;  ///< By day of start.
};

[[nodiscard]] History live(const Country& country, const Recipe& recipe);

}  // namespace maillage::simulation
