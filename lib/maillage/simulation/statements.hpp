#pragma once

#include <vector>

#include <maillage/simulation/history.hpp>
#include <maillage/simulation/projects.hpp>
#include <maillage/simulation/simulate.hpp>

namespace maillage::simulation {

/// What organisations say of themselves, of each other and of what came of it, as the tables
/// levers, impacts, ratings, engagements and benchmarks. No natural person is in any of them.
///
/// Random   a stream `simulation.*` for each table.
/// Cost     linear in the memberships.
[[nodiscard]] std::vector<TextFile> write_statements(const Country& country, const History& history,
                                                     const std::vector<Project>& projects,
                                                     const Recipe& recipe);

}  // namespace maillage::simulation
