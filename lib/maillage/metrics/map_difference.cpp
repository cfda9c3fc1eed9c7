// What came, what went and what lasted between two days. Everything is counted by what has begun
// and what is over, both of which only grow, so that stock + new - ended is the later stock
// whatever the dates hold.

#include <algorithm>
#include <string>

#include <maillage/metrics/map_difference.hpp>
#include <maillage/metrics/ties_on_day.hpp>

namespace maillage::metrics {

namespace {

using base::Day;

/// Begun, and begun and over, by a day.
struct Progress {
    std::int64_t begun = 0, over = 0;
};

Stock between(const Progress& before, const Progress& after) {
    return {before.begun - before.over, after.begun - before.begun, after.over - before.over,
            after.begun - after.over};
}

void count(Progress& progress, const Presence& presence) {
    progress.begun += presence.begun;
    progress.over += presence.over;
}

Progress alliances_by(const TerritoryView& view, Day day) {
    Progress progress;
    for (const std::uint32_t i : view.partnerships.relations)
        count(progress, presence_of_alliance(view.study.data, i, day));
    return progress;
}

Progress actors_by(const TerritoryView& view, Day day) {
    Progress progress;
    view.seats.for_each(
        [&](std::uint32_t i) { count(progress, presence_of_actor(view.study.data, i, day)); });
    return progress;
}

class Rows {
  public:
    Rows(const Scope& before, const Scope& after, Perimeter perimeter)
        : before_(before), after_(after), perimeter_(perimeter) {}

    std::vector<Change> rows;

    /// A number of both days.
    void whole(const std::string& measure, std::int64_t before, std::int64_t after) {
        Change& row = add(measure);
        row.before->value = static_cast<double>(before);
        row.after->value = static_cast<double>(after);
        row.change = static_cast<double>(after - before);
    }
    /// A part of a change.
    void part(const std::string& measure, std::int64_t change) {
        add(measure).change = static_cast<double>(change);
    }
    void share(const std::string& measure, std::int64_t numerator, std::int64_t denominator) {
        Change& row = add(measure);
        row.before->unit = row.after->unit = "share";
        row.after->n = denominator;
        row.after->numerator = static_cast<double>(numerator);
        row.after->denominator = static_cast<double>(denominator);
        if (denominator > 0)
            row.after->value = *row.after->numerator / *row.after->denominator;
        else
            withhold(row, "both_sets_empty");
    }
    void undefined(const std::string& measure, std::string_view reason) {
        withhold(add(measure), reason);
    }
    void stock(const std::string& name, const Stock& stock) {
        whole(name, stock.before, stock.after);
        part(name + "_new", stock.entered);
        part(name + "_ended", -stock.left);
    }
    /// Things of two days, those of both counted once.
    void sets(const std::string& name, std::int64_t before, std::int64_t after,
              std::int64_t lasting) {
        whole(name, before, after);
        part(name + "_new", after - lasting);
        part(name + "_ended", lasting - before);
        whole(name + "_lasting", lasting, lasting);
        share(name + "_jaccard", lasting, before + after - lasting);
    }

  private:
    const Scope& before_;
    const Scope& after_;
    Perimeter perimeter_;

    static void withhold(Change& row, std::string_view reason) {
        row.status = Status::undefined;
        row.reason = reason;
    }

    Change& add(const std::string& measure) {
        Change& row = rows.emplace_back();
        row.perimeter = perimeter_;
        row.before = record(measure, before_);
        row.after = record(measure, after_);
        return row;
    }

    [[nodiscard]] bool rests_on_silence(const std::string& measure) const {
        if (measure.starts_with("actors")) return false;
        const auto& life = after_.study.partnerships.life;
        return std::ranges::any_of(after_.view.partnerships.relations, [&](std::uint32_t i) {
            return !life.empty() && life[i] == Life::silent;
        });
    }

    [[nodiscard]] Estimate record(const std::string& measure, const Scope& scope) const {
        Estimate record;
        record.metric = map_difference_id;
        record.dynamic = Dynamic::emergence;
        record.territory = scope.view.id();
        record.territory_name = scope.view.name();
        record.level = scope.view.level();
        record.period = scope.window.period;
        record.key = make_key({{KeyName::measure, measure}});
        record.unit = "count";
        record.attribution = scope.view.partnerships.attribution;
        if (rests_on_silence(measure)) record.nature = FigureNature::estimated;
        return record;
    }
};

void add_map(Rows& rows, const TerritoryView& view, Day before, Day after) {
    const graph::CompressedGraph then = ties_on(view, before, SilentAs::running);
    const graph::CompressedGraph now = ties_on(view, after, SilentAs::running);
    std::int64_t allied_then = 0, allied_now = 0, allied_twice = 0;
    for (graph::Vertex actor = 0; actor < then.vertices(); ++actor) {
        const bool was = then.degree(actor) > 0, is = now.degree(actor) > 0;
        allied_then += was;
        allied_now += is;
        allied_twice += was && is;
    }
    rows.sets("allied", allied_then, allied_now, allied_twice);
    rows.sets("pairs", static_cast<std::int64_t>(then.edges()),
              static_cast<std::int64_t>(now.edges()), common_edges(then, now));
}

}  // namespace

Presence presence_of_actor(const model::Dataset& data, std::uint32_t actor, Day day) {
    const model::Actor& row = data.actors[actor];
    const bool begun = !row.created.known() || row.created.first() <= day;
    return {begun, begun && row.closed.known() && row.closed.last() <= day};
}

Presence presence_of_alliance(const model::Dataset& data, std::uint32_t partnership, Day day) {
    const model::Partnership& row = data.partnerships.rows[partnership];
    const bool begun = !row.start.known() || row.start.last() <= day;
    return {begun, begun && is_over(row, day)};
}

Passage passage(const Presence& before, const Presence& after) {
    if (!after.begun || before.over) return Passage::absent;
    if (before.begun) return after.over ? Passage::left : Passage::lasting;
    return after.over ? Passage::passed : Passage::entered;
}

Stock stock_of_actors(const TerritoryView& view, Day before, Day after) {
    return between(actors_by(view, before), actors_by(view, after));
}

Stock stock_of_alliances(const TerritoryView& view, Day before, Day after) {
    return between(alliances_by(view, before), alliances_by(view, after));
}

std::vector<Change> map_difference(const Scope& before, const Scope& after, Perimeter perimeter) {
    Rows rows(before, after, perimeter);
    const bool is_dated = before.study.as_of && before.last_day && after.last_day;
    if (!is_dated || *after.last_day <= *before.last_day) {
        rows.undefined("alliances", is_dated ? "beyond_follow_up" : "unknown_dates");
        return std::move(rows.rows);
    }
    const TerritoryView& view = after.view;
    // At constant perimeter the stock of actors does not move.
    if (perimeter == Perimeter::full)
        rows.stock("actors", stock_of_actors(view, *before.last_day, *after.last_day));
    if (!after.data.has(model::Table::partnerships)) return std::move(rows.rows);
    rows.stock("alliances", stock_of_alliances(view, *before.last_day, *after.last_day));
    add_map(rows, view, *before.last_day, *after.last_day);
    return std::move(rows.rows);
}

}  // namespace maillage::metrics
