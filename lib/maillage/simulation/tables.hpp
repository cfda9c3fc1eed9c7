#pragma once

#include <vector>

#include <maillage/simulation/history.hpp>
#include <maillage/simulation/projects.hpp>
#include <maillage/simulation/simulate.hpp>

namespace maillage::simulation {

/// The whole invented world, written as the tables of the dataset format.
[[nodiscard]] std::vector<TextFile> write_tables(const Country& country, const History& history,
                                                 const std::vector<Project>& projects,
                                                 const Recipe& recipe);

}  // namespace maillage::simulation
