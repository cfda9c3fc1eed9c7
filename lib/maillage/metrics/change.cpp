// Two windows, two perimeters. The records are those of `compute`, so that a figure of `compare` is
// the figure of `report`; what is added here is only what stands between two dates.

#include <algorithm>
#include <map>
#include <tuple>

#include <maillage/base/threads.hpp>
#include <maillage/metrics/change.hpp>
#include <maillage/metrics/change_parts.hpp>
#include <maillage/metrics/map_difference.hpp>
#include <maillage/metrics/minima.hpp>

namespace maillage::metrics {

namespace {

using base::Day;

/// Figures that are read again over the actors known at both dates: those that are about actors,
/// and that look at actors through the study alone.
constexpr std::array at_constant_perimeter{std::string_view("actor_count"),
                                           std::string_view("dialogue_attendance_gini"),
                                           std::string_view("dialogue_cohesion"),
                                           std::string_view("dialogue_ei_index"),
                                           std::string_view("dialogue_ei_index_weighted"),
                                           std::string_view("dialogue_kind_diversity"),
                                           std::string_view("dialogue_reach"),
                                           std::string_view("emergence_active_count"),
                                           std::string_view("emergence_cohesion"),
                                           std::string_view("emergence_cross_kind_share"),
                                           std::string_view("emergence_degree"),
                                           std::string_view("emergence_density"),
                                           std::string_view("emergence_ei_index"),
                                           std::string_view("emergence_kind_mixing"),
                                           std::string_view("emergence_new_count"),
                                           std::string_view("emergence_new_rate"),
                                           std::string_view("emergence_party_sizes"),
                                           std::string_view("kind_diversity_registry")};

/// Figures of a window that rest on the meetings of the windows before it too: leaving one meeting
/// out may then move both sides at once.
constexpr std::array rests_on_the_past{std::string_view("dialogue_lapsed"),
                                       std::string_view("dialogue_renewal"),
                                       std::string_view("dialogue_retention")};

/// Ratios to draws, which are not made here.
constexpr std::array needs_draws{std::string_view("emergence_seededness_ratio")};

template <std::size_t n>
bool is_one_of(std::string_view id, const std::array<std::string_view, n>& ids) {
    return std::ranges::find(ids, id) != ids.end();
}

auto rank_of(const Estimate& record) {
    return std::tuple(record.metric, record.territory != "*", record.territory,
                      std::string_view(record.key));
}

void withhold(Change& row, Status status, std::string_view reason) {
    row.status = status;
    row.reason = reason;
}

/// A counted change when any one meeting of either window is left out. An alliance runs in both
/// windows: left out, it would move both sides at once.
void write_range_of_counted(Change& row) {
    const Estimate &a = *row.before, &b = *row.after;
    if (!a.range_low || !a.range_high || !b.range_low || !b.range_high) return;
    if (a.dynamic != Dynamic::dialogue || is_one_of(a.metric, rests_on_the_past)) return;
    row.range_low = std::min(*b.range_low - *a.value, *b.value - *a.range_high);
    row.range_high = std::max(*b.range_high - *a.value, *b.value - *a.range_low);
}

/// The bound that is not the value: what the other reading of silence gives.
std::optional<double> other_reading(const Estimate& record) {
    if (!record.range_low || !record.range_high) return record.value;
    if (record.range_high == record.value) return record.range_low;
    return record.range_low == record.value ? record.range_high : std::nullopt;
}

/// An estimated change under the two readings of silence, the same for both dates.
void write_range_of_estimated(Change& row) {
    const auto then = other_reading(*row.before), now = other_reading(*row.after);
    if ((!row.before->range_low && !row.after->range_low) || !then || !now) return;
    row.range_low = std::min(*row.change, *now - *then);
    row.range_high = std::max(*row.change, *now - *then);
}

void write_range(Change& row) {
    const auto is = [&](FigureNature nature) {
        return row.before->nature == nature && row.after->nature == nature;
    };
    if (is(FigureNature::counted)) return write_range_of_counted(row);
    // Among fewer actors there are fewer joint meetings to tell that an alliance lives.
    if (!is(FigureNature::compared) && row.perimeter == Perimeter::full)
        write_range_of_estimated(row);
}

void write_change(Change& row) {
    if (!row.before || !row.after || row.before->unit != row.after->unit)
        return withhold(row, Status::undefined, "not_comparable");
    for (const Estimate* side : {&*row.before, &*row.after})
        if (side->status != Status::ok) return withhold(row, side->status, side->reason);
    if (!row.before->value || !row.after->value)
        return withhold(row, Status::undefined, "not_comparable");
    row.change = *row.after->value - *row.before->value;
    write_range(row);
}

/// Records of two windows side by side; both are in the order of `rank_of`.
std::vector<Change> side_by_side(const Values& before, const Values& after, Perimeter perimeter) {
    std::vector<Change> rows;
    auto a = before.rows.begin(), b = after.rows.begin();
    while (a != before.rows.end() || b != after.rows.end()) {
        const bool takes_a =
            b == after.rows.end() || (a != before.rows.end() && rank_of(*a) <= rank_of(*b));
        const bool takes_b =
            a == before.rows.end() || (b != after.rows.end() && rank_of(*b) <= rank_of(*a));
        Change row;
        row.perimeter = perimeter;
        if (takes_a) row.before = *a++;
        if (takes_b) row.after = *b++;
        write_change(row);
        if (!is_one_of(row.record().metric, needs_draws)) rows.push_back(std::move(row));
    }
    return rows;
}

Request in_window(const Request& request, const Calendar::Window& window) {
    Request of = request;
    of.from = window.first;
    of.to = window.last;
    of.breakdown = Breakdown::none;
    of.replicates = 0;
    return of;
}

/// Actors that exist in both windows.
graph::Ranges known_at_both(const model::Dataset& data, const Request& request,
                            const Calendar::Window& before, const Calendar::Window& after) {
    const Study study(data, request);
    const TerritoryView all(study, {});
    const Scope then(all, before), now(all, after);
    std::vector<std::uint32_t> known;
    for (std::uint32_t actor = 0; actor < data.actors.size(); ++actor)
        if (then.is_active(actor) && now.is_active(actor)) known.push_back(actor);
    return graph::Ranges::of_sorted(known);
}

class Comparison {
  public:
    Comparison(const model::Dataset& data, const Request& request, Changes& changes)
        : data_(data), request_(request), changes_(changes) {}

    void run() {
        add(Perimeter::full, request_);
        Request constant = request_;
        constant.actors = known_at_both(data_, request_, changes_.before, changes_.after);
        if (request_.metrics.empty()) {
            for (const std::string_view id : at_constant_perimeter)
                constant.metrics.emplace_back(id);
        } else {
            std::erase_if(constant.metrics, [](const std::string& id) {
                return !is_one_of(id, at_constant_perimeter);
            });
        }
        if (!constant.metrics.empty()) add(Perimeter::constant, constant);
        keep_what_full_has();
        sort();
    }

  private:
    const model::Dataset& data_;
    const Request& request_;
    Changes& changes_;

    [[nodiscard]] bool wants_map() const { return request_.metrics.empty(); }

    Values values(const Request& request, const Calendar::Window& window) {
        const Request of = in_window(request, window);
        Values values = with_minima(compute(data_, of), of.detail);
        for (base::Message& note : values.notes) {
            const auto same = [&](const base::Message& other) {
                return other.code == note.code && other.arguments == note.arguments;
            };
            if (std::ranges::none_of(changes_.notes, same))
                changes_.notes.push_back(std::move(note));
        }
        return values;
    }

    void add(Perimeter perimeter, const Request& request) {
        auto rows = side_by_side(values(request, changes_.before), values(request, changes_.after),
                                 perimeter);
        split_by_kind(rows);
        add_what_scopes_tell(rows, perimeter, request);
        std::ranges::move(rows, std::back_inserter(changes_.rows));
    }

    /// What needs the networks themselves, one territory after the other.
    void add_what_scopes_tell(std::vector<Change>& rows, Perimeter perimeter,
                              const Request& request) {
        const Study study(data_, request);
        const Calendar both{study.as_of, {changes_.before, changes_.after}};
        const std::uint32_t draws =
            perimeter == Perimeter::constant ? replicates_of(request_, both) : std::uint32_t{0};
        std::map<std::string_view, std::vector<Change*>> rows_of;
        for (Change& row : rows)
            if (row.change) rows_of[row.record().territory].push_back(&row);
        std::vector<std::vector<Change>> maps(request.territories.size());
        base::parallel_for(request.territories.size(), request.threads, [&](std::size_t i) {
            const TerritoryView view(study, request.territories[i]);
            const Scope then(view, changes_.before), now(view, changes_.after);
            if (const auto found = rows_of.find(view.id()); found != rows_of.end())
                for (Change* row : found->second) {
                    split_by_composition(*row, then, now);
                    write_interval(*row, then, now, draws);
                }
            if (wants_map()) maps[i] = map_difference(then, now, perimeter);
        });
        for (auto& map : maps) std::ranges::move(map, std::back_inserter(rows));
    }

    /// A figure that has no change over all actors has none over some of them.
    void keep_what_full_has() {
        std::vector<std::tuple<std::string_view, bool, std::string_view, std::string>> told;
        for (const Change& row : changes_.rows)
            if (row.perimeter == Perimeter::full && row.status == Status::ok)
                told.emplace_back(rank_of(row.record()));
        std::ranges::sort(told);
        std::erase_if(changes_.rows, [&](const Change& row) {
            return row.perimeter == Perimeter::constant &&
                   !std::ranges::binary_search(told,
                                               decltype(told)::value_type(rank_of(row.record())));
        });
    }

    void sort() {
        std::ranges::stable_sort(changes_.rows, [](const Change& a, const Change& b) {
            return std::tuple_cat(rank_of(a.record()), std::tuple(a.perimeter)) <
                   std::tuple_cat(rank_of(b.record()), std::tuple(b.perimeter));
        });
    }
};

}  // namespace

Changes changes(const model::Dataset& data, const Request& request, const Calendar::Window& before,
                const Calendar::Window& after) {
    Changes found{before, after, {}, {}};
    Comparison(data, request, found).run();
    return found;
}

std::optional<TwoWindows> last_two_years(const model::Dataset& data, const Request& request) {
    Request whole = request;
    whole.from = whole.to = std::nullopt;
    whole.breakdown = Breakdown::none;
    const Calendar all = calendar(data, whole);
    if (!all.as_of || !all.windows.front().first) return std::nullopt;
    int year = base::year_of(*all.as_of);
    if (model::Date::year(year).last() > *all.as_of) --year;
    const model::Date after = model::Date::year(year), before = model::Date::year(year - 1);
    if (before.first() < *all.windows.front().first) return std::nullopt;
    return TwoWindows{window_of(before.first(), before.last()),
                      window_of(after.first(), after.last())};
}

Calendar::Window window_of(Day first, Day last) {
    const bool is_year = model::Date(first, last) == model::Date::year(base::year_of(first));
    return {
        first, last,
        is_year ? std::to_string(base::year_of(first)) : base::iso(first) + "/" + base::iso(last)};
}

}  // namespace maillage::metrics
