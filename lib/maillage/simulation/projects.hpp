#pragma once

#include <optional>
#include <vector>

#include <maillage/simulation/history.hpp>

namespace maillage::simulation {

struct StageReached {
    model::Stage stage;
    Day day;
};

struct SupportGiven {
    model::Lever lever;
    model::Stage stage;
    Day day;
    std::uint32_t provider;
    int amount = 0;  ///< Euros, when the lever is funding.
    int days = 0;    ///< Otherwise.
};

struct NeedTold {
    model::Need need;
    Day since;
    std::optional<std::uint32_t> met_by;
    Day met_on = 0;
};

struct SiteOpened {
    std::uint32_t commune;
    std::uint32_t operated_by;
    Day day;
};

/// An experiment that grew out of an alliance.
struct Project {
    std::size_t alliance = 0;
    std::vector<std::uint32_t> members;  ///< The inventor first.
    std::optional<std::uint32_t> deployed_by;
    std::optional<Day> end;
    std::optional<model::Nature> declared;
    std::optional<bool> fragile_public, new_solution, new_process, new_model;
    std::vector<StageReached> stages;
    std::vector<SupportGiven> supports;
    std::vector<NeedTold> needs;
    std::vector<SiteOpened> sites;
};

[[nodiscard]] std::vector<Project> make_projects(const Country& country, const History& history,
                                                 const Recipe& recipe);

}  // namespace maillage::simulation
