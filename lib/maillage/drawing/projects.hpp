#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <maillage/drawing/figures.hpp>
#include <maillage/drawing/scene.hpp>

namespace maillage::drawing {

/// A partner of a project: an organisation by its name, a person by its kind only.
struct Partner {
    model::Kind kind = model::Kind::other;
    std::string name;
};

/// A project as it is known on the last day of the window.
struct Project {
    std::string name;
    std::optional<model::Stage> stage;
    State state = State::active;
    bool born = false;              ///< Begun in the year of the last day.
    std::vector<Partner> partners;  ///< By kind, then by name.
    std::string missing;            ///< What it lacks now, in words; empty: nothing known.
};

/// The stages that follow one another; the two ways out and the unknown stage come behind them.
inline constexpr std::size_t open_stages = 5, stage_groups = 8;

/// The projects that `experiments_count` counts, by stage.
struct ProjectScene {
    /// In the order of model::Stage, then those of unknown stage; the last begun first.
    std::array<std::vector<Project>, stage_groups> groups;
    std::int64_t silent = 0, born = 0, stopped = 0;

    [[nodiscard]] std::size_t size() const;
};

/// `figures` holds the rows of `experiments_support_fit`, with details.
///
/// Cost     O(p log p + members) for p projects.
[[nodiscard]] ProjectScene project_scene(const metrics::Scope& scope, const privacy::Naming& naming,
                                         const Figures& figures, base::Language language);

}  // namespace maillage::drawing
