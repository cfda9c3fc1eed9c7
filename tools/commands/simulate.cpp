#include <array>
#include <limits>
#include <utility>

#include <maillage/base/error.hpp>
#include <maillage/base/output_folder.hpp>
#include <maillage/simulation/simulate.hpp>

#include "tools/arguments.hpp"
#include "tools/session.hpp"

namespace maillage::tools {

namespace {

constexpr std::array options_taken{Option::output,      Option::overwrite, Option::actors,
                                   Option::memberships, Option::years,     Option::seed};

simulation::Recipe recipe_of(const Arguments& arguments) {
    simulation::Recipe recipe;
    if (const auto actors = arguments.number(Option::actors, 1, 10'000'000))
        recipe.actors = static_cast<std::uint32_t>(*actors);
    if (const auto memberships = arguments.number(Option::memberships, 1, 1'000'000'000))
        recipe.memberships = *memberships;
    if (const auto years = arguments.number(Option::years, 1, 200))
        recipe.years = static_cast<int>(*years);
    constexpr std::uint64_t greatest = std::numeric_limits<std::uint64_t>::max();
    recipe.seed = arguments.number(Option::seed, 0, greatest).value_or(recipe.seed);
    return recipe;
}

int run_simulate(const Arguments& arguments, Session& session) {
    const simulation::Recipe recipe = recipe_of(arguments);
    const auto target = arguments.value(Option::output);
    if (!target || *target == "-") throw base::UsageError({"U028", {"simulate", "-o"}, {}});
    base::OutputFolder folder(*target, arguments.has(Option::overwrite) ? base::Overwrite::replace
                                                                        : base::Overwrite::refuse);
    for (simulation::TextFile& file : simulation::simulate(recipe))
        folder.add(std::move(file.name), std::move(file.bytes));
    folder.commit();
    session.say((session.language == base::Language::french ? "données simulées dans "
                                                            : "simulated data in ") +
                *target);
    return 0;
}

}  // namespace

extern const Command simulate_command;
const Command simulate_command{
    .name = "simulate",
    .alias = "simuler",
    .summary = {"Invente un territoire, pour s’exercer ou mesurer.",
                "Invents a territory, to practise or to measure."},
    .operands = {},
    .options = options_taken,
    .run = run_simulate,
};

}  // namespace maillage::tools
