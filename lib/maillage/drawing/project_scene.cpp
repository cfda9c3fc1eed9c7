#include <algorithm>
#include <map>

#include <maillage/base/clean_text.hpp>
#include <maillage/base/text.hpp>
#include <maillage/drawing/projects.hpp>
#include <maillage/drawing/words.hpp>
#include <maillage/metrics/projects.hpp>

namespace maillage::drawing {

namespace {

using base::Language;
using base::Words;
using metrics::Scope;

const Words missing_words{"manque\u202f: {0}", "lacks: {0}"};
const Words other_need{"un autre besoin", "another need"};
constexpr std::string_view missing_prefix = "missing_";

/// What each project lacks, in words, by id: the rows of `experiments_support_fit`.
std::map<std::string, std::string> needs_by_project(const Figures& figures, Language language) {
    std::map<std::string, std::string> needs;
    for (const metrics::Estimate& row : figures.rows()) {
        if (row.metric != "experiments_support_fit") continue;
        const auto project = metrics::key_part(row.key, metrics::KeyName::experiment);
        const auto measure = metrics::key_part(row.key, metrics::KeyName::measure);
        if (!project || !measure || !measure->starts_with(missing_prefix)) continue;
        const std::string_view code = std::string_view(*measure).substr(missing_prefix.size());
        const auto found = std::ranges::find(model::project_needs, code, &model::Word::code);
        const Words& words = found == model::project_needs.end() ? other_need : found->label;
        std::string& list = needs[*project];
        list.append(list.empty() ? "" : ", ").append(words.in(language));
    }
    return needs;
}

class Maker {
  public:
    Maker(const Scope& scope, const privacy::Naming& naming, const Figures& figures,
          Language language)
        : scope_(scope),
          data_(scope.data),
          naming_(naming),
          needs_(needs_by_project(figures, language)),
          language_(language) {}

    ProjectScene run() {
        std::vector<std::uint32_t> begun = metrics::begun_experiments(scope_);
        std::ranges::stable_sort(begun, [&](std::uint32_t a, std::uint32_t b) {
            const model::Date first = begun_on(a), other = begun_on(b);
            if (!first.known() || !other.known()) return first.known() && !other.known();
            return first.first() > other.first();
        });
        for (const std::uint32_t experiment : begun) add(experiment);
        return std::move(scene_);
    }

  private:
    const Scope& scope_;
    const model::Dataset& data_;
    const privacy::Naming& naming_;
    std::map<std::string, std::string> needs_;
    Language language_;
    ProjectScene scene_;

    [[nodiscard]] model::Date begun_on(std::uint32_t experiment) const {
        const model::Date& start = data_.experiments.rows[experiment].start;
        const auto stages = data_.stages[experiment];
        return start.known() || stages.empty() ? start : stages.front().date;
    }

    void add(std::uint32_t experiment) {
        const auto& row = data_.experiments.rows[experiment];
        Project project;
        project.name = base::clean_text(row.name.empty() ? row.id : row.name);
        project.stage = metrics::current_stage(data_, experiment, scope_.last_day);
        project.state = state_of(experiment);
        project.born = project.state != State::ended && was_born(experiment);
        project.partners = partners_of(experiment);
        const auto needs = needs_.find(std::string(row.id));
        if (project.state != State::ended && needs != needs_.end())
            project.missing = say(missing_words, language_, {needs->second});
        scene_.silent += project.state == State::silent;
        scene_.stopped += project.state == State::ended;
        scene_.born += project.born;
        const std::size_t group =
            project.stage ? static_cast<std::size_t>(*project.stage) : stage_groups - 1;
        scene_.groups[group].push_back(std::move(project));
    }

    [[nodiscard]] bool was_born(std::uint32_t experiment) const {
        const model::Date start = begun_on(experiment);
        if (!start.known() || !scope_.last_day) return false;
        return start.first() >= model::Date::year(base::year_of(*scope_.last_day)).first();
    }

    /// Silent from its last sign on, as an alliance.
    [[nodiscard]] State state_of(std::uint32_t experiment) const {
        if (metrics::has_stopped(data_, experiment, scope_.last_day)) return State::ended;
        const auto& family = scope_.study.experiments;
        if (family.life.empty() || family.life[experiment] != metrics::Life::silent)
            return State::active;
        const auto& sign = family.last_sign[experiment];
        return sign && scope_.last_day && *scope_.last_day <= *sign ? State::active : State::silent;
    }

    [[nodiscard]] std::vector<Partner> partners_of(std::uint32_t experiment) const {
        std::vector<Partner> partners;
        for (const graph::Vertex member : scope_.study.experiments.incidence.members(experiment)) {
            const model::Actor& actor = data_.actors[member];
            const auto& word = model::kinds[static_cast<std::size_t>(actor.kind)].label;
            partners.push_back({actor.kind, actor.person
                                                ? std::string(word.in(language_))
                                                : base::clean_text(naming_.name({member}))});
        }
        std::ranges::stable_sort(partners, [](const Partner& a, const Partner& b) {
            return std::tie(a.kind, a.name) < std::tie(b.kind, b.name);
        });
        return partners;
    }
};

}  // namespace

std::size_t ProjectScene::size() const {
    std::size_t size = 0;
    for (const auto& group : groups) size += group.size();
    return size;
}

ProjectScene project_scene(const Scope& scope, const privacy::Naming& naming,
                           const Figures& figures, Language language) {
    return Maker(scope, naming, figures, language).run();
}

}  // namespace maillage::drawing
