#include <algorithm>
#include <tuple>

#include <maillage/base/threads.hpp>
#include <maillage/metrics/metric.hpp>
#include <maillage/metrics/much.hpp>
#include <maillage/metrics/results.hpp>
#include <maillage/metrics/selection.hpp>

namespace maillage::metrics {

namespace {

/// The entries that give at least one of the metrics asked; without any asked, those for all.
std::vector<const Entry*> entries_of(const Request& request, bool much) {
    std::vector<const Entry*> entries;
    for (const Entry* entry : catalogue()) {
        const bool wanted =
            request.metrics.empty()
                ? entry->asked == Asked::with_all && (!much || entry->cost == Cost::linear)
                : std::ranges::any_of(entry->metrics, [&](const Metric& metric) {
                      return std::ranges::find(request.metrics, metric.id) != request.metrics.end();
                  });
        if (wanted) entries.push_back(entry);
    }
    return entries;
}

const TerritoryView::Part* part_of(const TerritoryView& view, Dynamic dynamic) {
    switch (dynamic) {
        case Dynamic::dialogue:
            return &view.events;
        case Dynamic::emergence:
        case Dynamic::fragility:
            return &view.partnerships;
        case Dynamic::experiments:
            return &view.experiments;
        default:
            return nullptr;
    }
}

/// One entry in one scope; `no_data` when a table is absent, or when `place` was asked of a table
/// that does not say places.
void compute_entry(const Entry& entry, const Scope& scope, Results& results) {
    const auto absent = [&](model::Table table) { return !scope.data.has(table); };
    std::string_view reason;
    if (std::ranges::any_of(entry.tables, absent)) reason = "table_absent";
    const auto* part = part_of(scope.view, entry.metrics.front().dynamic);
    if (reason.empty() && part != nullptr && !part->answerable) reason = "column_absent";
    if (reason.empty()) {
        entry.compute(scope, results);
        return;
    }
    for (const Metric& metric : entry.metrics)
        results.without_value(metric.id, {}, Status::no_data, reason);
}

void say_what_was_left_out(const Study& study, bool much, Results& results) {
    if (much && study.request.metrics.empty()) results.note("M417");
    if (study.replicates == 0 && !study.request.replicates) results.note("M412");
    if (study.partnerships.left_out > 0)
        results.note("M401", {std::to_string(study.partnerships.left_out)});
}

bool row_before(const Estimate& a, const Estimate& b) {
    const auto rank = [](const Estimate& e) {
        return std::tuple(e.metric, e.territory != "*", e.territory, std::string_view(e.period),
                          std::string_view(e.key));
    };
    return rank(a) < rank(b);
}

void add_notes(std::vector<base::Message>& to, std::vector<base::Message> from) {
    for (base::Message& note : from) {
        const auto same = [&](const base::Message& m) {
            return m.code == note.code && m.arguments == note.arguments;
        };
        if (std::ranges::none_of(to, same)) to.push_back(std::move(note));
    }
}

}  // namespace

const Metric* find_metric(std::string_view id) {
    for (const Entry* entry : catalogue())
        for (const Metric& metric : entry->metrics)
            if (metric.id == id) return &metric;
    return nullptr;
}

std::uint32_t replicates_of(const Request& request, const Calendar& calendar) {
    constexpr std::uint32_t usual = 999;
    const bool many = has_many_views(request, calendar);
    return request.replicates.value_or(many ? 0 : usual);
}

Values compute(const model::Dataset& data, const Request& request) {
    check_metrics(request.metrics);
    const Calendar calendar = metrics::calendar(data, request);
    const Study study(data, request);
    const bool much = is_much(request, calendar, study);
    const auto entries = entries_of(request, much);
    // One territory is one task; its records are folded in the order of the request.
    std::vector<Values> parts(request.territories.size());
    base::parallel_for(request.territories.size(), request.threads, [&](std::size_t i) {
        const TerritoryView view(study, request.territories[i]);
        for (const Calendar::Window& window : calendar.windows) {
            const Scope scope(view, window);
            Results results(scope);
            say_what_was_left_out(study, much, results);
            for (const Entry* entry : entries) compute_entry(*entry, scope, results);
            std::ranges::move(results.rows, std::back_inserter(parts[i].rows));
            std::ranges::move(results.draws, std::back_inserter(parts[i].draws));
            add_notes(parts[i].notes, std::move(results.notes));
        }
    });
    Values values;
    for (Values& part : parts) {
        std::ranges::move(part.rows, std::back_inserter(values.rows));
        std::ranges::move(part.draws, std::back_inserter(values.draws));
        add_notes(values.notes, std::move(part.notes));
    }
    if (!request.metrics.empty()) {
        std::erase_if(values.rows, [&](const Estimate& row) {
            return std::ranges::find(request.metrics, row.metric) == request.metrics.end();
        });
    }
    std::ranges::stable_sort(values.rows, row_before);
    return values;
}

}  // namespace maillage::metrics
