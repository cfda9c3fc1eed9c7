#include "reference/reference.hpp"

#include <algorithm>

#include <maillage/base/text.hpp>

namespace maillage::reference {

namespace {

using metrics::Attribution;

/// T and everything below it, by any parent: repeats until nothing is added.
std::set<std::uint32_t> below(const model::Dataset& data, model::TerritoryId territory) {
    std::set<std::uint32_t> found{territory.index};
    for (bool grew = true; grew;) {
        grew = false;
        for (std::uint32_t t = 0; t < data.territories.size(); ++t)
            for (const auto parent : data.parents[t])
                if (found.contains(parent.index) && found.insert(t).second) grew = true;
    }
    return found;
}

bool passes_only(const model::Dataset& data, const metrics::Request& request,
                 const model::RelationTable<model::Partnership, model::Party>& table,
                 std::size_t i) {
    return std::ranges::all_of(request.only, [&](const metrics::Filter& filter) {
        if (filter.column == "type")
            return model::code_of(model::partnership_types, table.rows[i].type) == filter.value;
        if (filter.column == "intensity")
            return std::to_string(table.rows[i].intensity) == filter.value;
        if (filter.column == "source")
            return std::ranges::any_of(
                table.sources[i], [&](auto s) { return data.sources[s.index].id == filter.value; });
        return std::ranges::any_of(table.themes[i], [&](auto t) {
            return data.themes[t.index].key == base::comparison_key(filter.value);
        });
    });
}

template <class Row, class Member>
bool passes_only(const model::Dataset& data, const metrics::Request& request,
                 const model::RelationTable<Row, Member>& table, std::size_t i) {
    return std::ranges::all_of(request.only, [&](const metrics::Filter& filter) {
        if (filter.column == "source")
            return std::ranges::any_of(
                table.sources[i], [&](auto s) { return data.sources[s.index].id == filter.value; });
        if (filter.column == "themes")
            return std::ranges::any_of(table.themes[i], [&](auto t) {
                return data.themes[t.index].key == base::comparison_key(filter.value);
            });
        return true;
    });
}

Attribution usual(const Question& q, Attribution by_default, model::Table table) {
    if (q.request.attribution != Attribution::standard) return q.request.attribution;
    return q.data.has_column(table, "territory") ? by_default : Attribution::seat;
}

template <class Table, class MembersOf>
void place(const Question& q, const std::set<std::uint32_t>& territories, Attribution attribution,
           const std::vector<std::uint32_t>& all, const Table& table, MembersOf members_of,
           std::vector<std::uint32_t>& relations, Members& actors) {
    const bool everything = !q.territory.known();
    if (attribution != Attribution::place || everything) actors = q.seats;
    for (const std::uint32_t i : all) {
        const Members members = members_of(i);
        const bool seated = std::ranges::any_of(
            members, [&](std::uint32_t actor) { return q.seats.contains(actor); });
        const bool located = std::ranges::any_of(
            table.places[i], [&](auto t) { return territories.contains(t.index); });
        const bool belongs = everything || (attribution == Attribution::seat && seated) ||
                             (attribution == Attribution::place && located) ||
                             (attribution == Attribution::either && (seated || located));
        if (!belongs) continue;
        relations.push_back(i);
        if (attribution != Attribution::seat && !everything)
            actors.insert(members.begin(), members.end());
    }
}

}  // namespace

Question::Question(const model::Dataset& d, const metrics::Request& r, model::TerritoryId t,
                   const metrics::Calendar::Window& window, std::optional<Day> date_of_data)
    : data(d),
      request(r),
      territory(t),
      first(window.first),
      last(window.last),
      uncut_last(window.last),
      as_of(date_of_data) {
    if (last && as_of) last = std::min(*last, *as_of);
    const auto territories = t.known() ? below(d, t) : std::set<std::uint32_t>{};
    for (std::uint32_t i = 0; i < d.actors.size(); ++i)
        if (!t.known() ||
            (d.actors[i].seat.known() && territories.contains(d.actors[i].seat.index)))
            seats.insert(i);
    for (std::uint32_t i = 0; i < d.events.size(); ++i)
        if (passes_only(d, r, d.events, i)) all_events.push_back(i);
    for (std::uint32_t i = 0; i < d.experiments.size(); ++i)
        if (passes_only(d, r, d.experiments, i)) all_experiments.push_back(i);
    for (std::uint32_t i = 0; i < d.partnerships.size(); ++i) {
        const bool legal = model::is_legal_tie(d.partnerships.rows[i].type);
        if ((!legal || r.include_legal_ties) && passes_only(d, r, d.partnerships, i))
            all_partnerships.push_back(i);
    }
    place(
        *this, territories, usual(*this, Attribution::place, model::Table::events), all_events,
        d.events, [&](auto i) { return attendees(i); }, events, dialogue_actors);
    place(
        *this, territories, usual(*this, Attribution::seat, model::Table::partnerships),
        all_partnerships, d.partnerships, [&](auto i) { return parties(i); }, partnerships,
        emergence_actors);
    place(
        *this, territories, usual(*this, Attribution::place, model::Table::experiments),
        all_experiments, d.experiments, [&](auto i) { return members(i); }, experiments,
        experiment_actors);
    for (const std::uint32_t i : partnerships)
        if (parties(i).size() < 2) lone_partnerships.push_back(i);
    std::erase_if(partnerships, [&](std::uint32_t i) { return parties(i).size() < 2; });
}

Members Question::attendees(std::uint32_t event) const {
    Members found;
    for (const auto& attendee : data.events.members[event])
        if (attendee.present()) found.insert(attendee.actor.index);
    return found;
}

Members Question::parties(std::uint32_t partnership) const {
    Members found;
    for (const auto& party : data.partnerships.members[partnership])
        found.insert(party.actor.index);
    return found;
}

Members Question::members(std::uint32_t experiment) const {
    Members found;
    for (const auto& party : data.experiments.members[experiment]) found.insert(party.actor.index);
    return found;
}

bool Question::active(std::uint32_t actor) const {
    const auto& row = data.actors[actor];
    const bool too_young = row.created.known() && last && row.created.first() > *last;
    const bool gone = row.closed.known() && first && row.closed.last() <= *first;
    return !too_young && !gone;
}

bool Question::in_window(const Date& date) const {
    if (!first || !last) return true;
    return date.known() && date.first() >= *first && date.last() <= *last;
}

bool Question::runs_in_window(std::uint32_t partnership) const {
    const auto& row = data.partnerships.rows[partnership];
    const bool started = !row.start.known() || !last || row.start.last() <= *last;
    const bool one_day = row.start.known() && row.start == row.end;
    const bool over = row.end.known() && first && row.end.last() <= *first && !one_day;
    return started && !over && !(one_day && first && row.end.last() < *first);
}

std::string_view Question::kind(std::uint32_t actor) const {
    return model::code_of(model::kinds, data.actors[actor].kind);
}

}  // namespace maillage::reference
