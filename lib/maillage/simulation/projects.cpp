#include <algorithm>
#include <array>

#include <maillage/simulation/projects.hpp>

namespace maillage::simulation {

using model::Lever;
using model::Need;
using model::Stage;

namespace {

constexpr double share_of_alliances = 0.15;

/// What happens to a project at one stage: how long it lasts, and how often each lever supports it.
/// The holes are on purpose: little evaluation at first, little money once modelled.
struct StageHabit {
    Stage stage;
    int shortest, longest;  // days before the next stage
    std::array<double, 4> levers;
    Need need;
};
constexpr std::array<StageHabit, 5> habits{{
    {Stage::conception, 90, 300, {0.6, 0.3, 0.2, 0.05}, Need::opinions},
    {Stage::experimentation, 240, 600, {0.7, 0.4, 0.3, 0.2}, Need::people},
    {Stage::modelling, 240, 700, {0.25, 0.2, 0.35, 0.4}, Need::time},
    {Stage::spreading, 360, 900, {0.3, 0.4, 0.2, 0.2}, Need::take_up},
    {Stage::industrialisation, 900, 900, {0.3, 0.2, 0.2, 0.2}, Need::spread},
}};

std::optional<bool> perhaps(RandomStream& stream, double known, double yes) {
    if (!chance(stream, known)) return {};
    return chance(stream, yes);
}

class Workshop {
  public:
    Workshop(const Country& country, const History& history, std::uint64_t seed)
        : country_(country), history_(history), stream_(seed, "simulation.projects") {}

    std::vector<Project> open() {
        std::vector<Project> projects;
        for (std::size_t i = 0; i < history_.alliances.size(); ++i) {
            const Alliance& alliance = history_.alliances[i];
            const Day start = alliance.start + between(stream_, 30, 300);
            if (!chance(stream_, share_of_alliances) || start > history_.as_of) continue;
            projects.push_back(found(i, start));
        }
        return projects;
    }

  private:
    const Country& country_;
    const History& history_;
    RandomStream stream_;

    Project found(std::size_t alliance, Day start) {
        Project project;
        project.alliance = alliance;
        project.members = history_.alliances[alliance].parties;
        project.fragile_public = perhaps(stream_, 0.8, 0.4);
        project.new_solution = perhaps(stream_, 0.8, 0.6);
        project.new_process = perhaps(stream_, 0.8, 0.6);
        project.new_model = perhaps(stream_, 0.7, 0.3);
        constexpr std::array<double, 3> of_nature{0.5, 0.3, 0.2};
        if (chance(stream_, 0.7))
            project.declared = static_cast<model::Nature>(pick(stream_, of_nature));
        pass_stages(project, start);
        return project;
    }

    void pass_stages(Project& project, Day day) {
        for (const StageHabit& habit : habits) {
            if (day > history_.as_of) break;
            project.stages.push_back({habit.stage, day});
            const Day next = day + between(stream_, habit.shortest, habit.longest);
            support(project, habit, day, std::min(next, history_.as_of));
            if (habit.stage == Stage::spreading) spread(project, day);
            const bool current = next > history_.as_of;
            if (current && chance(stream_, 0.6)) ask(project, habit, day);
            if (!current && habit.stage != Stage::industrialisation && chance(stream_, 0.12)) {
                const Stage last = chance(stream_, 0.8) ? Stage::abandoned : Stage::merged;
                project.stages.push_back({last, next});
                project.end = next;
                break;
            }
            day = next;
        }
    }

    std::uint32_t draw_neighbour(const Project& project) {
        return country_.draw(country_.of_epci(country_.epci_of(project.members[0])), stream_);
    }

    void support(Project& project, const StageHabit& habit, Day from, Day to) {
        for (std::size_t lever = 0; lever < habit.levers.size(); ++lever) {
            if (!chance(stream_, habit.levers[lever])) continue;
            SupportGiven given{static_cast<Lever>(lever), habit.stage, between(stream_, from, to),
                               draw_neighbour(project)};
            if (given.lever == Lever::funding) {
                given.amount = 1000 * between(stream_, 3, 60);
            } else {
                given.days = between(stream_, 1, 15);
            }
            project.supports.push_back(given);
        }
    }

    void ask(Project& project, const StageHabit& habit, Day since) {
        NeedTold told{habit.need, between(stream_, since, history_.as_of), {}};
        if (chance(stream_, 0.4)) {
            told.met_by = draw_neighbour(project);
            told.met_on = between(stream_, told.since, history_.as_of);
        }
        project.needs.push_back(told);
    }

    void spread(Project& project, Day day) {
        const std::uint32_t partner = draw_neighbour(project);
        const bool outside = std::ranges::find(project.members, partner) == project.members.end();
        if (outside && chance(stream_, 0.6)) project.deployed_by = partner;
        const auto inventor = country_.actors[project.members[0]].commune;
        project.sites.push_back({inventor, project.members[0], day});
        for (int more = between(stream_, 1, 3); more > 0; --more) {
            const std::uint32_t host = draw_neighbour(project);
            project.sites.push_back(
                {country_.actors[host].commune, host, between(stream_, day, history_.as_of)});
        }
    }
};

}  // namespace

std::vector<Project> make_projects(const Country& country, const History& history,
                                   const Recipe& recipe) {
    return Workshop(country, history, recipe.seed).open();
}

}  // namespace maillage::simulation
