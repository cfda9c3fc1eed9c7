#include <algorithm>
#include <chrono>
#include <utility>

#include <maillage/base/text.hpp>
#include <maillage/metrics/study.hpp>

namespace maillage::metrics {

namespace {

using base::Day;
using model::Date;

bool is_member(const Study& study, const model::Attendee& attendee, std::size_t event) {
    return attendee.present() && study.is_noted(attendee, event);
}
bool is_member(const Study& study, const model::Party& party, std::size_t /*relation*/) {
    return study.is_recorded(party.actor);
}

/// Whether one relation has the value of a filter; families without the column are left whole.
template <class Row, class Member>
bool passes(const model::RelationTable<Row, Member>& table, std::size_t i,
            const model::Dataset& data, const Filter& filter) {
    if (filter.column == "source") {
        return std::ranges::any_of(table.sources[i], [&](model::SourceId s) {
            return data.sources[s.index].id == filter.value;
        });
    }
    if (filter.column == "themes") {
        const std::string key = base::comparison_key(filter.value);
        return std::ranges::any_of(
            table.themes[i], [&](model::ThemeId t) { return data.themes[t.index].key == key; });
    }
    if constexpr (std::is_same_v<Row, model::Partnership>) {
        const model::Partnership& row = table.rows[i];
        if (filter.column == "type")
            return model::code_of(model::partnership_types, row.type) == filter.value;
        if (filter.column == "intensity") return std::to_string(row.intensity) == filter.value;
    }
    return true;
}

bool is_legal_tie(const model::Partnership& row) {
    return model::is_legal_tie(row.type);
}
bool is_legal_tie(const model::Relation&) {
    return false;
}

/// The rows that the filters and the rule on legal ties leave.
template <class Row, class Member>
Family rows_kept(const model::RelationTable<Row, Member>& table, const model::Dataset& data,
                 const Request& request) {
    Family family;
    family.kept.assign(table.size(), 1);
    for (std::size_t i = 0; i < table.size(); ++i) {
        const bool filtered = std::ranges::any_of(
            request.only, [&](const Filter& f) { return !passes(table, i, data, f); });
        const bool legal = !filtered && !request.include_legal_ties && is_legal_tie(table.rows[i]);
        if (legal) ++family.left_out;
        if (filtered || legal) family.kept[i] = 0;
    }
    return family;
}

/// Members and places of the rows kept.
template <class Row, class Member>
void add_members(Family& family, const Study& study, const model::RelationTable<Row, Member>& table,
                 model::Table which) {
    family.has_places = study.data.has_column(which, "territory");
    graph::Incidence::Builder members(study.data.actors.size());
    graph::Incidence::Builder places(study.data.territories.size());
    for (std::size_t i = 0; i < table.size(); ++i) {
        if (family.kept[i] != 0) {
            for (const Member& member : table.members[i])
                if (is_member(study, member, i)) members.push(member.actor.index);
            for (const model::TerritoryId place : table.places[i]) places.push(place.index);
        }
        members.close_row();
        places.close_row();
    }
    family.incidence = std::move(members).finish();
    family.places = std::move(places).finish();
}

/// The numbers below `count` for which `holds` does.
template <class Holds>
std::vector<std::uint32_t> rows_where(std::size_t count, Holds holds) {
    std::vector<std::uint32_t> rows;
    for (std::uint32_t i = 0; i < count; ++i)
        if (holds(i)) rows.push_back(i);
    return rows;
}

/// Latest day, not after the date of the data, on which something was known.
class LastSign {
  public:
    explicit LastSign(Day as_of) : as_of_(as_of) {}
    void see(const Date& date) {
        if (!date.known() || date.first() > as_of_) return;
        const Day day = std::min(date.last(), as_of_);
        day_ = day_ ? std::max(*day_, day) : day;
    }
    [[nodiscard]] std::optional<Day> day() const { return day_; }

  private:
    Day as_of_;
    std::optional<Day> day_;
};

/// Days of the meetings of each actor, to find those that two parties of a relation attended.
template <class Visit>
void for_each_joint_event(const Study& study, std::span<const graph::Vertex> parties, Visit visit) {
    std::vector<std::uint32_t> seen;
    for (const graph::Vertex party : parties) {
        const auto events = study.events.incidence.relations_of(party);
        seen.insert(seen.end(), events.begin(), events.end());
    }
    std::ranges::sort(seen);
    for (std::size_t i = 1; i < seen.size(); ++i)
        if (seen[i] == seen[i - 1]) visit(study.data.events.rows[seen[i]].start);
}

Life judge(const model::Relation& row, std::optional<Day> last_sign, Day as_of, int silent_months,
           bool complete) {
    if (row.start.known() && row.start.first() > as_of) return Life::planned;
    if (row.end.known()) return row.end.last() <= as_of ? Life::ended : Life::running;
    const bool seen_later = row.last_seen.known() && row.last_seen.first() > as_of;
    if (complete || seen_later) return Life::running;
    const bool recent = last_sign && *last_sign >= months_before(as_of, silent_months);
    return recent ? Life::running : Life::silent;
}

bool is_complete(const model::Dataset& data, model::Table table) {
    const auto& complete = data.settings.complete;
    return std::ranges::find(complete, table) != complete.end();
}

}  // namespace

Day months_before(Day day, int months) {
    const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(day))};
    const auto month =
        std::chrono::year_month(date.year(), date.month()) - std::chrono::months(months);
    const auto last =
        std::chrono::year_month_day_last(month.year(), std::chrono::month_day_last(month.month()));
    const auto wanted =
        std::min(static_cast<unsigned>(date.day()), static_cast<unsigned>(last.day()));
    return *base::day_of(static_cast<int>(month.year()), static_cast<unsigned>(month.month()),
                         wanted);
}

Study::Study(const model::Dataset& dataset, const Request& asked)
    : data(dataset),
      request(asked),
      as_of(calendar(dataset, asked).as_of),
      replicates(replicates_of(asked, calendar(dataset, asked))),
      events(rows_kept(dataset.events, dataset, asked)),
      partnerships(rows_kept(dataset.partnerships, dataset, asked)),
      experiments(rows_kept(dataset.experiments, dataset, asked)) {
    if (asked.deletion) delete_rows(*asked.deletion);
    if (asked.actors) leave_out_all_but(*asked.actors);
    add_members(events, *this, data.events, model::Table::events);
    add_members(partnerships, *this, data.partnerships, model::Table::partnerships);
    add_members(experiments, *this, data.experiments, model::Table::experiments);
    read_secondary_children();
    read_first_meetings();
    if (as_of) {
        judge_partnerships();
        judge_experiments();
    }
}

void Study::leave_out_all_but(const graph::Ranges& actors) {
    actors_deleted_.resize(data.actors.size(), 0);
    for (std::uint32_t i = 0; i < data.actors.size(); ++i)
        if (!actors.contains(i)) actors_deleted_[i] = 1;
}

void Study::delete_rows(const Deletion& deletion) {
    const auto deleted = [&](std::vector<std::uint32_t> candidates, std::string_view table) {
        return rows_deleted(std::move(candidates), deletion, table, request.seed);
    };
    const auto everyone = [](std::uint32_t) { return true; };
    const auto has_sheet = [&](std::uint32_t event) {
        return events.kept[event] != 0 &&
               std::ranges::any_of(data.events.members[event], &model::Attendee::present);
    };
    switch (deletion.of) {
        case DeletionOf::actors:
            actors_deleted_.assign(data.actors.size(), 0);
            for (const std::uint32_t i :
                 deleted(rows_where(data.actors.size(), everyone), "actors"))
                actors_deleted_[i] = 1;
            break;
        case DeletionOf::attendance:
            sheets_deleted_.assign(data.events.size(), 0);
            for (const std::uint32_t i :
                 deleted(rows_where(data.events.size(), has_sheet), "sheets"))
                sheets_deleted_[i] = 1;
            break;
        case DeletionOf::relations:
            for (Family* family : {&partnerships, &experiments}) {
                const bool first = family == &partnerships;
                const auto kept = [&](std::uint32_t i) { return family->kept[i] != 0; };
                for (const std::uint32_t i : deleted(rows_where(family->kept.size(), kept),
                                                     first ? "partnerships" : "experiments"))
                    family->kept[i] = 0;
            }
            break;
    }
}

void Study::read_secondary_children() {
    graph::Incidence::Builder builder(data.territories.size());
    for (std::size_t child = 0; child < data.territories.size(); ++child) {
        std::vector<std::uint32_t> others;
        for (const auto parent : data.parents[child].subspan(data.parents[child].empty() ? 0 : 1))
            others.push_back(parent.index);
        std::ranges::sort(others);
        for (const std::uint32_t parent : others) builder.push(parent);
        builder.close_row();
    }
    const graph::Incidence parents = std::move(builder).finish();
    for (std::size_t parent = 0; parent < data.territories.size(); ++parent)
        secondary_children_.add_row(parents.relations_of(parent));
}

void Study::read_first_meetings() {
    FirstMeetings& first = first_meetings;
    first.day.assign(data.actors.size(), FirstMeetings::never);
    for (std::size_t i = 0; i < data.events.size(); ++i) {
        const Date& date = data.events.rows[i].start;
        if (events.kept[i] == 0 || (date.known() && as_of && date.last() > *as_of)) continue;
        if (date.known())
            first.earliest = first.earliest ? std::min(*first.earliest, date.last()) : date.last();
        // A meeting without date counts as earlier than any date.
        const Day day = date.known() ? date.last() : std::numeric_limits<Day>::min();
        for (const graph::Vertex actor : events.incidence.members(i)) {
            first.attendees += first.day[actor] == FirstMeetings::never ? 1U : 0U;
            first.day[actor] = std::min(first.day[actor], day);
        }
    }
}

bool Study::has_past_before(Day day) const {
    const auto lies_before = [&](const std::optional<Day>& known) { return known && *known < day; };
    return lies_before(first_meetings.earliest) || lies_before(request.observed_from);
}

void Study::judge_partnerships() {
    const bool complete = is_complete(data, model::Table::partnerships);
    const auto& table = data.partnerships;
    for (std::size_t i = 0; i < table.size(); ++i) {
        const model::Partnership& row = table.rows[i];
        LastSign sign(*as_of);
        sign.see(row.start);
        sign.see(row.last_seen);
        for (const auto& party : table.members[i]) sign.see(party.joined);
        for (const auto& seen : data.partnership_impacts[i]) sign.see(seen.date);
        for (const auto& seen : data.partnership_evaluations[i]) sign.see(seen.date);
        if (!row.end.known())
            for_each_joint_event(*this, partnerships.incidence.members(i),
                                 [&](const Date& date) { sign.see(date); });
        partnerships.last_sign.push_back(sign.day());
        partnerships.life.push_back(
            judge(row, sign.day(), *as_of, request.silent_months, complete));
    }
}

void Study::judge_experiments() {
    const bool complete = is_complete(data, model::Table::experiments);
    const auto& table = data.experiments;
    for (std::size_t i = 0; i < table.size(); ++i) {
        const model::Experiment& row = table.rows[i];
        LastSign sign(*as_of);
        sign.see(row.start);
        sign.see(row.last_seen);
        for (const auto& member : table.members[i]) sign.see(member.joined);
        for (const auto& entry : data.stages[i]) sign.see(entry.date);
        for (const auto& support : data.supports[i]) sign.see(support.date);
        for (const auto& seen : data.experiment_impacts[i]) sign.see(seen.date);
        for (const auto& seen : data.experiment_evaluations[i]) sign.see(seen.date);
        if (!row.end.known())
            for_each_joint_event(*this, experiments.incidence.members(i),
                                 [&](const Date& date) { sign.see(date); });
        Life life = judge(row, sign.day(), *as_of, request.silent_months, complete);
        for (const auto& entry : data.stages[i]) {
            const bool absorbed =
                entry.stage == model::Stage::abandoned || entry.stage == model::Stage::merged;
            if (absorbed && entry.date.known() && entry.date.last() <= *as_of) life = Life::ended;
        }
        experiments.last_sign.push_back(sign.day());
        experiments.life.push_back(life);
    }
}

graph::Ranges Study::territories_of(model::TerritoryId territory) const {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pieces;
    std::vector<std::uint8_t> taken(data.territories.size(), 0);
    std::vector<std::uint32_t> waiting{territory.index};
    while (!waiting.empty()) {
        const std::uint32_t root = waiting.back();
        waiting.pop_back();
        if (taken[root] != 0) continue;
        pieces.emplace_back(root, data.subtree_end[root]);
        for (std::uint32_t t = root; t < data.subtree_end[root]; ++t) {
            if (taken[t] != 0) continue;
            taken[t] = 1;
            for (const std::uint32_t child : secondary_children_[t]) waiting.push_back(child);
        }
    }
    return graph::Ranges(std::move(pieces));
}

graph::Ranges Study::seated_in(const graph::Ranges& territories) const {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pieces;
    for (const auto& piece : territories.pieces())
        pieces.emplace_back(data.first_actor_of[piece.first], data.first_actor_of[piece.last]);
    return recorded(graph::Ranges(std::move(pieces)));
}

graph::Ranges Study::recorded_actors() const {
    return recorded(graph::Ranges({{0, static_cast<std::uint32_t>(data.actors.size())}}));
}

graph::Ranges Study::recorded(graph::Ranges actors) const {
    if (actors_deleted_.empty()) return actors;
    std::vector<std::uint32_t> left;
    actors.for_each([&](std::uint32_t actor) {
        if (actors_deleted_[actor] == 0) left.push_back(actor);
    });
    return graph::Ranges::of_sorted(left);
}

}  // namespace maillage::metrics
