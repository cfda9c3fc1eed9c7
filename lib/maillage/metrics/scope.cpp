#include <algorithm>
#include <numeric>

#include <maillage/graph/projection.hpp>
#include <maillage/metrics/scope.hpp>

namespace maillage::metrics {

namespace {

using base::Day;

void sort_distinct(std::vector<std::uint32_t>& values) {
    std::ranges::sort(values);
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

/// Relations that at least one vertex of the set belongs to.
std::vector<std::uint32_t> relations_touching(const graph::Incidence& incidence,
                                              const graph::Ranges& vertices) {
    std::vector<std::uint32_t> relations;
    vertices.for_each([&](std::uint32_t vertex) {
        const auto of = incidence.relations_of(vertex);
        relations.insert(relations.end(), of.begin(), of.end());
    });
    sort_distinct(relations);
    return relations;
}

graph::Ranges members_of(const graph::Incidence& incidence,
                         const std::vector<std::uint32_t>& relations, const graph::Ranges& more) {
    std::vector<std::uint32_t> actors;
    for (const std::uint32_t relation : relations) {
        const auto members = incidence.members(relation);
        actors.insert(actors.end(), members.begin(), members.end());
    }
    more.for_each([&](std::uint32_t actor) { actors.push_back(actor); });
    sort_distinct(actors);
    return graph::Ranges::of_sorted(actors);
}

std::vector<std::uint32_t> merged(const std::vector<std::uint32_t>& a,
                                  const std::vector<std::uint32_t>& b) {
    std::vector<std::uint32_t> both;
    std::ranges::set_union(a, b, std::back_inserter(both));
    return both;
}

/// `*`: every relation that is kept, and every actor under any attribution.
TerritoryView::Part everything(const Family& family, const graph::Ranges& actors,
                               Attribution attribution) {
    TerritoryView::Part part;
    part.attribution = attribution;
    part.actors = actors;
    for (std::uint32_t i = 0; i < family.kept.size(); ++i)
        if (family.kept[i] != 0) part.relations.push_back(i);
    return part;
}

TerritoryView::Part part_of(const Family& family, const graph::Ranges& seats,
                            const graph::Ranges& territories, Attribution attribution) {
    TerritoryView::Part part;
    part.attribution = attribution;
    std::vector<std::uint32_t> seated, located;
    if (attribution != Attribution::place) seated = relations_touching(family.incidence, seats);
    if (attribution != Attribution::seat) located = relations_touching(family.places, territories);
    part.relations = merged(seated, located);
    part.actors = attribution == Attribution::seat
                      ? seats
                      : members_of(family.incidence, part.relations,
                                   attribution == Attribution::either ? seats : graph::Ranges());
    part.answerable = attribution != Attribution::place || family.has_places;
    return part;
}

/// The attribution asked, or the default of the dynamic: `seat` where a table has no places.
Attribution resolve(Attribution asked, Attribution usual, const Family& family) {
    if (asked != Attribution::standard) return asked;
    return family.has_places ? usual : Attribution::seat;
}

}  // namespace

TerritoryView::TerritoryView(const Study& s, model::TerritoryId t) : study(s), territory(t) {
    const Attribution asked = s.request.attribution;
    const Attribution of_events = resolve(asked, Attribution::place, s.events);
    const Attribution of_partnerships = resolve(asked, Attribution::seat, s.partnerships);
    const Attribution of_experiments = resolve(asked, Attribution::place, s.experiments);
    if (!t.known()) {
        seats = s.recorded_actors();
        events = everything(s.events, seats, of_events);
        partnerships = everything(s.partnerships, seats, of_partnerships);
        experiments = everything(s.experiments, seats, of_experiments);
    } else {
        const graph::Ranges territories = s.territories_of(t);
        seats = s.seated_in(territories);
        events = part_of(s.events, seats, territories, of_events);
        partnerships = part_of(s.partnerships, seats, territories, of_partnerships);
        experiments = part_of(s.experiments, seats, territories, of_experiments);
    }
    const auto is_lone = [&](std::uint32_t i) {
        return s.partnerships.incidence.members(i).size() < 2;
    };
    std::ranges::copy_if(partnerships.relations, std::back_inserter(lone_partnerships), is_lone);
    std::erase_if(partnerships.relations, is_lone);
}

std::string_view TerritoryView::id() const {
    return territory.known() ? study.data[territory].id : "*";
}

std::string_view TerritoryView::name() const {
    return territory.known() ? study.data[territory].name
                             : std::string_view(study.data.settings.title);
}

std::string_view TerritoryView::level() const {
    return territory.known() ? model::code_of(model::levels, study.data[territory].level) : "all";
}

Scope::Scope(const TerritoryView& v, const Calendar::Window& w)
    : view(v), study(v.study), data(v.study.data), window(w), last_day(w.last) {
    if (last_day && study.as_of) last_day = std::min(*last_day, *study.as_of);
    events = select(view.events.relations, data.events);
    new_partnerships = select(view.partnerships.relations, data.partnerships);
    for (const std::uint32_t i : view.partnerships.relations)
        if (runs(data.partnerships.rows[i])) running_partnerships.push_back(i);
    new_experiments = select(view.experiments.relations, data.experiments);
}

std::optional<double> Scope::observed_years() const {
    if (!window.first || !last_day || *last_day < *window.first) return std::nullopt;
    const int from = base::year_of(*window.first), to = base::year_of(*last_day);
    const bool whole = model::Date::year(from).first() == *window.first &&
                       model::Date::year(to).last() == *last_day;
    return whole ? to - from + 1 : (*last_day - *window.first + 1) / 365.25;
}

bool Scope::runs(const model::Relation& relation) const {
    const bool started = !relation.start.known() || !last_day || relation.start.last() <= *last_day;
    return started && !(window.first && is_over(relation, *window.first));
}

const graph::Ranges& Scope::attendees() const {
    if (!attendees_) {
        std::vector<std::uint32_t> came;
        for (const std::uint32_t event : events.relations)
            for (const graph::Vertex actor : study.events.incidence.members(event))
                came.push_back(actor);
        sort_distinct(came);
        // Under seat attribution an event is described whole, but its network is that of V.
        std::erase_if(came, [&](std::uint32_t a) { return !view.events.actors.contains(a); });
        attendees_ = graph::Ranges::of_sorted(came);
    }
    return *attendees_;
}

const graph::Incidence& Scope::meetings() const {
    if (!meetings_)
        meetings_ = graph::restricted(study.events.incidence, events.relations, attendees());
    return *meetings_;
}

const graph::Incidence& Scope::alliances() const {
    if (!alliances_)
        alliances_ = graph::restricted(study.partnerships.incidence, running_partnerships,
                                       view.partnerships.actors);
    return *alliances_;
}

const graph::CompressedGraph& Scope::ties() const {
    if (!ties_) ties_ = graph::projected(alliances());
    return *ties_;
}

Coincidence Scope::by_chance(const TwoModeTable& table, std::string_view name) const {
    std::string scope = std::string(view.id()) + " " + window.period;
    if (const auto& deletion = study.request.deletion)
        scope.append(" without ")
            .append(deletion_codes[static_cast<std::size_t>(deletion->of)])
            .append(" ")
            .append(std::to_string(deletion->draw));
    return {study, table, name, scope};
}

const Coincidence& Scope::meetings_by_chance() const {
    if (!meetings_by_chance_) {
        const auto row = [this](std::uint32_t i) -> const model::Relation& {
            return data.events.rows[i];
        };
        meetings_by_chance_.emplace(
            by_chance({meetings(), events.relations, attendees(), study.events, row,
                       TwoModeTable::Blocks::territory_and_year},
                      "meetings"));
    }
    return *meetings_by_chance_;
}

const Coincidence& Scope::alliances_by_chance() const {
    if (!alliances_by_chance_) {
        const auto row = [this](std::uint32_t i) -> const model::Relation& {
            return data.partnerships.rows[i];
        };
        alliances_by_chance_.emplace(
            by_chance({alliances(), running_partnerships, view.partnerships.actors,
                       study.partnerships, row, TwoModeTable::Blocks::territory},
                      "alliances"));
    }
    return *alliances_by_chance_;
}

std::vector<model::Kind> Scope::kinds_of_vertices() const {
    std::vector<model::Kind> kinds;
    view.partnerships.actors.for_each(
        [&](std::uint32_t actor) { kinds.push_back(data.actors[actor].kind); });
    return kinds;
}

std::optional<bool> Scope::lies_within(const model::Date& date) const {
    if (!window.first || !last_day) return true;
    if (date.first() >= *window.first && date.last() <= *last_day) return true;
    if (date.last() < *window.first || date.first() > *last_day) return false;
    return std::nullopt;
}

template <class Table>
Scope::Selection Scope::select(const std::vector<std::uint32_t>& relations,
                               const Table& table) const {
    Selection selection;
    for (const std::uint32_t i : relations) {
        const model::Date& start = table.rows[i].start;
        if (!start.known()) {
            ++selection.undated;
            if (!window.first) selection.relations.push_back(i);
            continue;
        }
        const std::optional<bool> within = lies_within(start);
        if (!within) ++selection.undetermined;
        if (within.value_or(false)) selection.relations.push_back(i);
    }
    return selection;
}

bool Scope::is_active(std::uint32_t index) const {
    const model::Actor& actor = data.actors[index];
    if (actor.created.known() && last_day && actor.created.first() > *last_day) return false;
    return !(actor.closed.known() && window.first && actor.closed.last() <= *window.first);
}

std::vector<std::uint32_t> Scope::active(const graph::Ranges& actors) const {
    std::vector<std::uint32_t> found;
    actors.for_each([&](std::uint32_t actor) {
        if (is_active(actor)) found.push_back(actor);
    });
    return found;
}

bool is_over(const model::Relation& relation, Day day) {
    if (!relation.end.known()) return false;
    // Half-open, but a relation that starts and ends on one day lasts that day.
    const Day end = relation.end.last();
    return relation.end == relation.start ? end < day : end <= day;
}

bool runs_on(const model::Relation& relation, Day day) {
    const bool started = !relation.start.known() || relation.start.last() <= day;
    return started && !is_over(relation, day);
}

}  // namespace maillage::metrics
