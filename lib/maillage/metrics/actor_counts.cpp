#include <algorithm>

#include <maillage/metrics/actor_counts.hpp>

namespace maillage::metrics {

namespace {

using base::Day;

std::vector<std::uint8_t> marked(const std::vector<std::uint32_t>& rows, std::size_t size) {
    std::vector<std::uint8_t> marks(size, 0);
    for (const std::uint32_t row : rows) marks[row] = 1;
    return marks;
}

std::vector<std::uint32_t> running_projects(const Scope& scope) {
    std::vector<std::uint32_t> running;
    for (const std::uint32_t i : scope.view.experiments.relations)
        if (scope.runs(scope.data.experiments.rows[i])) running.push_back(i);
    return running;
}

/// The relations of a group, each once.
std::vector<std::uint32_t> relations_of(const graph::Incidence& incidence,
                                        std::span<const std::uint32_t> actors) {
    std::vector<std::uint32_t> relations;
    for (const std::uint32_t actor : actors)
        for (const std::uint32_t relation : incidence.relations_of(actor))
            relations.push_back(relation);
    std::ranges::sort(relations);
    relations.erase(std::unique(relations.begin(), relations.end()), relations.end());
    return relations;
}

/// The latest date that does not begin after the last day of the window.
class Latest {
  public:
    explicit Latest(std::optional<Day> last) : last_(last) {}
    void see(const model::Date& date) {
        if (!date.known() || (last_ && date.first() > *last_)) return;
        const auto rank = [](const model::Date& d) { return std::pair(d.last(), d.first()); };
        if (!date_.known() || rank(date) > rank(date_)) date_ = date;
    }
    void see(const model::Relation& relation) {
        for (const model::Date& date : {relation.start, relation.end, relation.last_seen})
            see(date);
    }
    template <class List>
    void see_all(const List& list) {
        for (const auto& one : list) see(one.date);
    }
    [[nodiscard]] const model::Date& date() const { return date_; }

  private:
    std::optional<Day> last_;
    model::Date date_;
};

}  // namespace

ActorCounter::ActorCounter(const Scope& scope)
    : scope_(scope),
      meetings_(marked(scope.events.relations, scope.data.events.size())),
      alliances_(marked(scope.running_partnerships, scope.data.partnerships.size())),
      projects_(marked(running_projects(scope), scope.data.experiments.size())),
      seen_(scope.data.actors.size(), 0) {}

void ActorCounter::see_alliance(std::span<const std::uint32_t> actors, std::uint32_t alliance,
                                ActorCounts& counts) {
    ++counts.alliances;
    const auto& life = scope_.study.partnerships.life;
    const model::Partnership& row = scope_.data.partnerships.rows[alliance];
    if (!scope_.last_day || runs_on(row, *scope_.last_day)) {
        ++counts.running;
        if (!life.empty() && life[alliance] == Life::silent) ++counts.silent;
    }
    for (const graph::Vertex member : scope_.study.partnerships.incidence.members(alliance)) {
        if (seen_[member] == group_ || std::ranges::binary_search(actors, member)) continue;
        seen_[member] = group_;
        ++counts.partners[static_cast<std::size_t>(scope_.data.actors[member].kind)];
    }
}

ActorCounts ActorCounter::of(std::span<const std::uint32_t> actors) {
    ++group_;
    const Study& study = scope_.study;
    ActorCounts counts;
    Latest latest(scope_.last_day);
    for (const std::uint32_t actor : actors) latest.see(scope_.data.actors[actor].last_seen);
    for (const std::uint32_t i : relations_of(study.events.incidence, actors)) {
        counts.meetings += meetings_[i];
        latest.see(scope_.data.events.rows[i].start);
    }
    for (const std::uint32_t i : relations_of(study.partnerships.incidence, actors)) {
        latest.see(scope_.data.partnerships.rows[i]);
        latest.see_all(scope_.data.partnership_impacts[i]);
        latest.see_all(scope_.data.partnership_evaluations[i]);
        if (alliances_[i] != 0) see_alliance(actors, i, counts);
    }
    for (const std::uint32_t i : relations_of(study.experiments.incidence, actors)) {
        counts.projects += projects_[i];
        latest.see(scope_.data.experiments.rows[i]);
        latest.see_all(scope_.data.stages[i]);
        latest.see_all(scope_.data.supports[i]);
        latest.see_all(scope_.data.experiment_impacts[i]);
        latest.see_all(scope_.data.experiment_evaluations[i]);
    }
    counts.last_seen = latest.date();
    return counts;
}

std::vector<std::uint32_t> actors_of(const Scope& scope) {
    std::vector<std::uint8_t> has_row(scope.data.actors.size(), 0);
    for (const std::uint32_t actor : scope.active(scope.view.seats)) has_row[actor] = 1;
    const auto see = [&](const graph::Incidence& incidence, const auto& relations) {
        for (const std::uint32_t i : relations)
            for (const graph::Vertex member : incidence.members(i)) has_row[member] = 1;
    };
    see(scope.study.events.incidence, scope.events.relations);
    see(scope.study.partnerships.incidence, scope.running_partnerships);
    see(scope.study.experiments.incidence, running_projects(scope));
    std::vector<std::uint32_t> found;
    for (std::uint32_t actor = 0; actor < has_row.size(); ++actor)
        if (has_row[actor] != 0) found.push_back(actor);
    return found;
}

}  // namespace maillage::metrics
